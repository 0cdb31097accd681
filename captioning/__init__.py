"""Captioning: picture -> words, for works that have no description."""
