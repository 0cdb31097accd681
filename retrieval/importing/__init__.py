"""Galleries from what others published: SemArt, WikiArt, or any folder of pictures."""

from retrieval.importing.importer import Import, import_gallery

__all__ = ["Import", "import_gallery"]
