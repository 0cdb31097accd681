"""`pentimento curate`: order in a gallery."""
