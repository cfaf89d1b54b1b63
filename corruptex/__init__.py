"""corruptex: anti-corruption expertise of legal acts in Kyrgyz and Russian."""

__version__ = "0.1.0"
