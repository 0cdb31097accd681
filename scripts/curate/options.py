"""What the sub-commands of `pentimento curate` are asked in the same words."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from curation.looking import Looked, Told, encoded, look
from ground.errors import Interrupted
from retrieval.encoders import ImageEncoder, image_encoder
from retrieval.gallery import Gallery
from retrieval.index import Index
from retrieval.manifest import FILE
from retrieval.search import EMBEDDED
from retrieval.vectors import Matrix
from scripts import console
from scripts.options import Json as Json
from scripts.options import Quiet as Quiet

Folder = Annotated[
    Path,
    typer.Argument(metavar="DIR", help="A gallery, an index, or any folder of pictures.", show_default=False),
]
EncoderName = Annotated[str, typer.Option("--encoder", metavar="NAME", help="The picture encoder.")]
Weights = Annotated[
    Path | None,
    typer.Option("--weights", metavar="FILE", help="The picture encoder's weights.", show_default=False),
]
Joint = Annotated[
    Path,
    typer.Option("--joint", metavar="DIR", help="The joint model.", show_default="the embedded one"),
]
Label = Annotated[
    str, typer.Option("--label", metavar="COLUMN", help="The catalogue's column that holds the classes.")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Write figures, tables and pages here.", show_default=False),
]
Seed = Annotated[int, typer.Option(help="Another seed, other folds.")]

ENCODER = "vgg19-slim"
JOINT = EMBEDDED / "joint"


@contextmanager
def working(quiet: bool) -> Iterator[Told]:
    """Progress on stderr; who stops it has lost little, since what was seen of every picture is kept."""
    try:
        with console.bars(quiet) as told:
            yield told
    except KeyboardInterrupt:
        raise Interrupted("curating was stopped", "run it again to go on from here") from None


def seen(
    folder: Path, gallery: Gallery, name: str, weights: Path | None, told: Told
) -> tuple[Looked, Matrix]:
    """The works and their vectors: an index of pictures' own vectors has these already."""
    looked = look(gallery, told)
    return looked, vectors(folder, looked, encoder_of(folder, name, weights), told)


def encoder_of(folder: Path, name: str, weights: Path | None) -> ImageEncoder:
    """The encoder that is asked for; for an index of manners its own."""
    index = _style_index(folder)
    return image_encoder(name if index is None else index.manifest.encoder.name, weights)


def vectors(folder: Path, looked: Looked, encoder: ImageEncoder, told: Told) -> Matrix:
    index = _style_index(folder)
    if index is None or index.manifest.encoder.weights_sha256 != encoder.weights_sha256:
        return encoded(looked, encoder, told)
    shelf = index.contents.shelf
    return index.contents.take(np.array(shelf.rows_of([work.id for work in looked.works])))


def _style_index(folder: Path) -> Index | None:
    if not (folder / FILE).is_file():
        return None
    index = Index.open(folder)
    return index if index.manifest.kind == "style" else None
