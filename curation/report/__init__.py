"""Reports: what curating found, as pages that need nothing but themselves, and as tables."""
