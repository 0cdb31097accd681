"""`pentimento evaluate`: how well the words of a gallery find its pictures in a joint space, and the other way."""

from pathlib import Path
from typing import Annotated

import typer
from rich.progress import MofNCompleteColumn

from ground.errors import BadGallery
from retrieval.embedding import encoder_as
from retrieval.gallery import Gallery
from retrieval.joint import JointSpace
from retrieval.manifest import Encoder
from retrieval.pairs import described
from retrieval.study import FEWEST, encode
from retrieval.work import SPLITS
from scripts import console
from scripts.lesson import figures
from scripts.options import Json, Quiet
from scripts.train import sentences

ALL = "all"


def evaluate(
    gallery: Annotated[
        Path, typer.Argument(metavar="GALLERY", help="The folder of the gallery.", show_default=False)
    ],
    *,
    model: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder of the joint model.", show_default=False)
    ],
    split: Annotated[str, typer.Option(metavar="NAME", help=f"{', '.join(SPLITS)} or {ALL}.")] = "test",
    weights: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The picture encoder's weights.", show_default=False),
    ] = None,
    views: Annotated[int, typer.Option(min=1, help="Random views to average over; 1 for the middle.")] = 1,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Judge a joint space by the works of a gallery."""
    opened = Gallery.open(gallery)
    works = described(opened.works if split == ALL else opened.split(split))
    if len(works) < FEWEST:
        raise BadGallery(
            f"the gallery {gallery} has {len(works)} described works in the split {split!r}",
            f"make one with `pentimento gallery split`, or give --split {ALL}",
        )
    space = JointSpace.load(model)
    wanted = Encoder(name=space.image_encoder_name, weights_sha256=space.weights_sha256)
    encoder = encoder_as(wanted, weights, f"the joint model {model}")
    with console.progress(MofNCompleteColumn(), quiet=quiet) as bar:
        task = bar.add_task("encoding pictures", total=len(works))

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        pairs = encode(opened, {split: works}, encoder, views, show)[split]
    found = figures(space, pairs)
    if as_json:
        console.print_json({"model": str(model), "gallery": str(gallery), "split": split, **found})
    else:
        print("\n".join(sentences(split, found)))
