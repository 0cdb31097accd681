"""Scenes: pictures drawn by code, the compositions from which the embedded gallery is painted."""
