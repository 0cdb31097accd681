"""The catalogue: one file a subject, each scene a composition with its title and its three descriptions."""
