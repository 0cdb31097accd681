"""`pentimento train`: a joint space of words and pictures, learned from a gallery."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from ground.errors import BadInput, Interrupted
from ground.lock import alone
from retrieval.encoders import image_encoder
from retrieval.gallery import Gallery
from retrieval.live import live_features
from retrieval.model_folder import MANIFEST
from retrieval.pairs import Features
from retrieval.plan import ENCODERS, PRESETS, Plan
from retrieval.study import deal, encode
from scripts import console
from scripts.lesson import Lesson

PLAN, PICTURES, OUTPUT = "Plan", "Pictures", "Output"

FIGURES = {
    "median rank": "median_rank",
    "R@1": "recall_at_1",
    "R@5": "recall_at_5",
    "R@10": "recall_at_10",
    "mean reciprocal rank": "reciprocal_rank",
}

Show = Callable[[str, int, int], None]


def _field(name: str, panel: str = PLAN) -> Any:
    """An option for a field of the plan, in the plan's own words."""
    field = Plan.model_fields[name]
    choices = "|".join(map(str, get_args(field.annotation))) or None
    return typer.Option(
        metavar=choices, help=field.description, rich_help_panel=panel, show_default=str(field.default)
    )


def train(
    gallery: Annotated[
        Path, typer.Argument(metavar="GALLERY", help="The folder of the gallery.", show_default=False)
    ],
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the model.", show_default=False)],
    preset: Annotated[
        str, typer.Option(metavar="NAME", help=" or ".join(PRESETS) + ".", rich_help_panel=PLAN)
    ] = "stock",
    loss: Annotated[str | None, _field("loss")] = None,
    sampling: Annotated[str | None, _field("sampling")] = None,
    dimensions: Annotated[int | None, _field("dimensions")] = None,
    epochs: Annotated[int | None, _field("epochs")] = None,
    hold_back: Annotated[str | None, _field("hold_back")] = None,
    seed: Annotated[int | None, _field("seed")] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change another field.", rich_help_panel=PLAN),
    ] = None,
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The picture encoder.",
            rich_help_panel=PICTURES,
            show_default=", ".join(f"{name} for {preset}" for preset, name in ENCODERS.items()),
        ),
    ] = None,
    weights: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Its weights.", rich_help_panel=PICTURES, show_default=False),
    ] = None,
    views: Annotated[int | None, _field("views", PICTURES)] = None,
    live: Annotated[
        bool, typer.Option("--live", help=Plan.model_fields["live"].description, rich_help_panel=PICTURES)
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a training was stopped.", rich_help_panel=OUTPUT)
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put the new model in DIR's place.", rich_help_panel=OUTPUT)
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document.", rich_help_panel=OUTPUT)
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.", rich_help_panel=OUTPUT)] = False,
) -> None:
    """Learn a joint space of words and pictures from a gallery."""
    named = {
        "loss": loss,
        "sampling": sampling,
        "dimensions": dimensions,
        "epochs": epochs,
        "hold_back": hold_back,
        "seed": seed,
        "views": views,
        "live": live or None,
    }
    given = {name: value for name, value in named.items() if value is not None}
    plan = Plan.named(preset, **{**settings(set_ or []), **given})
    _check_out(out, replace)
    opened = Gallery.open(gallery)
    parts = deal(opened.works, plan)
    pictures = image_encoder(encoder or ENCODERS[preset], weights)
    with alone(out.with_name(f".{out.name}.lock"), f"training {out}"), console.bars(quiet) as show:
        pairs = encode(opened, parts, pictures, plan.views, partial(show, "encoding pictures"))

        def fresh(epoch: int) -> Features:
            seen = partial(show, f"encoding views for epoch {epoch}")
            return live_features(opened.pictures(parts["train"]), pictures, (plan.seed, epoch), seen)

        encoder_is = (pictures.name, pictures.weights_sha256)
        lesson = Lesson(plan, pairs, encoder_is, out, fresh if plan.live else None)
        _follow(lesson, resume, show)
        document = lesson.finish()
    if as_json:
        console.print_json({"out": str(out), **document})
    else:
        print("\n".join(_told(out, document)))


def settings(pairs: Sequence[str]) -> dict[str, str]:
    """`key=value` from the command line; the plan itself judges keys and values."""
    for pair in pairs:
        if not pair.partition("=")[2]:
            raise BadInput(f"--set {pair} is no setting", "write it as key=value, as in --set batch=64")
    return dict(pair.split("=", 1) for pair in pairs)


def _check_out(out: Path, replace: bool) -> None:
    """A folder that is no joint model must never be swapped away."""
    if (out / MANIFEST).is_file() and not replace:
        raise BadInput(
            f"there is a joint model in {out} already", "give --replace to put another in its place"
        )
    if not (out / MANIFEST).is_file() and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise BadInput(f"{out} is there, and is no joint model", "give --out the name of another folder")


def _follow(lesson: Lesson, resume: bool, show: Show) -> None:
    """Through all epochs; who stops it is told how to go on."""
    try:
        for epoch in lesson.epochs(resume):
            found = epoch.figures.get("recall_at_10")
            doing = "learning again" if found is None else f"learning, R@10 {found:.3f}"
            show(doing, epoch.number, lesson.plan.epochs)
    except KeyboardInterrupt:
        if not lesson.kept.is_dir():
            raise
        raise Interrupted(
            "the training was stopped", "give the same command with --resume to go on"
        ) from None


def _told(out: Path, document: dict[str, Any]) -> Iterator[str]:
    """The epochs as the thesis's Table 2 has them, then what came of them."""
    if "validation" in document:
        yield "epoch    MR   R@1   R@5  R@10"
        for epoch in document["epochs"]:
            recalls = "".join(f"{epoch[f'recall_at_{k}']:6.2f}" for k in (1, 5, 10))
            kept = "  kept" if epoch["epoch"] == document["best_epoch"] else ""
            yield f"{epoch['epoch']:5}{epoch['median_rank']:6g}{recalls}{kept}"
    yield from (line for name in ("validation", "test") for line in sentences(name, document.get(name, {})))
    yield f"{out}: {document['plan']['dimensions']} dimensions, by {document['encoder']['name']}"


def sentences(name: str, ways: dict[str, Any]) -> Iterator[str]:
    """The figures of a split, each with its interval."""
    for way, found in ways.items():
        yield f"{name}, {way.replace('_', ' ')}, {found['queries']:,} among {found['gallery']:,}:"
        for label, figure in FIGURES.items():
            low, high = found["intervals"][figure]
            yield f"  {label:<22}{found[figure]:8.3g}   [{low:.3g}, {high:.3g}]"
