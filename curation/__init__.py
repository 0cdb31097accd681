"""Curation: order in a gallery: classes, duplicates, clusters, and the best text for a picture."""
