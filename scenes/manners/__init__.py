"""Manners: ways of making a picture, each a filter that turns a scene into a work of another technique."""
