"""A collection: what curating works on, be it a gallery, a style index or any folder of pictures."""

from pathlib import Path

from ground.errors import BadGallery
from retrieval import manifest
from retrieval.building import gallery_of
from retrieval.gallery import CATALOGUE, Gallery
from retrieval.importing.pictures import Tree
from retrieval.index import Index
from retrieval.work import Work

FOLDER = "folder"  # the column that says which folder a picture lies in


def open_collection(folder: Path) -> Gallery:
    """Its works and where their pictures are; nothing is written."""
    if (folder / manifest.FILE).is_file():
        return _of_index(folder)
    if (folder / CATALOGUE).is_file() or not folder.is_dir():
        return Gallery.open(folder)
    pictures = Tree.walk(folder).pictures
    if not pictures:
        raise BadGallery(
            f"{folder} holds neither a catalogue nor pictures", "give a gallery, or a folder of pictures"
        )
    return Gallery(folder, [_work(path.relative_to(folder)) for path in pictures])


def _of_index(folder: Path) -> Gallery:
    index = Index.open(folder)
    home = gallery_of(folder, index.manifest)
    if home is None:
        raise BadGallery(
            f"the index {folder} does not know where the pictures of its works are",
            "build it again with `pentimento index`",
        )
    return Gallery(home, list(index.works))


def _work(path: Path) -> Work:
    return Work(id=path.as_posix(), file=path.as_posix(), extra={FOLDER: path.parent.as_posix()})
