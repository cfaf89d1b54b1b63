"""Words of a text: tokens with offsets, forms of Russian and Kyrgyz lemmas, language of a passage."""
