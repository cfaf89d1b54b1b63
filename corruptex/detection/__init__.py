"""Finds factors: what the words say, who holds the power over whom, what cures it."""
