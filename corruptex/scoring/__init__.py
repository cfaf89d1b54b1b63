"""How good the findings are: evaluation against annotated acts."""
