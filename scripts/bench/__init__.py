"""Benches: each prints the figures that docs/ quotes, beside the command that prints them."""
