"""`pentimento train`: a joint space of words and pictures, learned from a gallery."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from ground.lock import alone
from retrieval.course import Epoch
from retrieval.encoders import image_encoder
from retrieval.gallery import Gallery
from retrieval.live import live_features
from retrieval.pairs import Features
from retrieval.plan import ENCODERS, PRESETS, Plan
from retrieval.study import deal, encode
from scripts import console, learning
from scripts.learning import PICTURES, PLAN, Replace, Resume, Set, check_out, field, follow, settings
from scripts.lesson import Lesson
from scripts.options import Json, Quiet

FIGURES = {
    "median rank": "median_rank",
    "R@1": "recall_at_1",
    "R@5": "recall_at_5",
    "R@10": "recall_at_10",
    "mean reciprocal rank": "reciprocal_rank",
}


def train(
    gallery: learning.Gallery,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="The folder of the model.", show_default=False)],
    preset: Annotated[
        str, typer.Option(metavar="NAME", help=" or ".join(PRESETS) + ".", rich_help_panel=PLAN)
    ] = "stock",
    loss: Annotated[str | None, field(Plan, "loss")] = None,
    sampling: Annotated[str | None, field(Plan, "sampling")] = None,
    dimensions: Annotated[int | None, field(Plan, "dimensions")] = None,
    epochs: Annotated[int | None, field(Plan, "epochs")] = None,
    hold_back: Annotated[str | None, field(Plan, "hold_back")] = None,
    seed: Annotated[int | None, field(Plan, "seed")] = None,
    set_: Set = None,
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
    views: Annotated[int | None, field(Plan, "views", PICTURES)] = None,
    live: Annotated[
        bool, typer.Option("--live", help=Plan.model_fields["live"].description, rich_help_panel=PICTURES)
    ] = False,
    resume: Resume = False,
    replace: Replace = False,
    as_json: Json = False,
    quiet: Quiet = False,
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
    check_out(out, replace, "joint model")
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
        follow(lesson, resume, show, _doing)
        document = lesson.finish()
    if as_json:
        console.print_json({"out": str(out), **document})
    else:
        print("\n".join(_told(out, document)))


def _doing(epoch: Epoch) -> str:
    found = epoch.figures.get("recall_at_10")
    return "learning again" if found is None else f"learning, R@10 {found:.3f}"


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
