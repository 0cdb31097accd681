"""`pentimento curate classify`: which class each work is of, and how far that can be trusted."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from curation import closed_set, open_set
from curation.classifiers import CLASSIFIERS
from curation.closed_set import Lesson, Study
from curation.collection import FOLDER, open_collection
from curation.judging import Judgement
from curation.labels import Labels
from curation.looking import Looked, Told, encoded, look
from curation.open_set import Openness
from curation.views import Viewed
from ground.files import replacing
from retrieval.encoders import ImageEncoder
from scripts import console
from scripts.curate import charts, options


def classify(
    folder: options.Folder,
    *,
    label: options.Label = FOLDER,
    kind: Annotated[
        str, typer.Option("--with", metavar="NAME", help=f"{' or '.join(CLASSIFIERS)}.")
    ] = "logistic",
    views: Annotated[
        int, typer.Option(metavar="N", min=0, help="Learn from so many changed copies of each picture too.")
    ] = 0,
    unknown: Annotated[
        str,
        typer.Option(
            metavar="A,B", help="Judge the open set: these classes are not known.", show_default=False
        ),
    ] = "",
    encoder: options.EncoderName = options.ENCODER,
    weights: options.Weights = None,
    seed: options.Seed = 0,
    out: options.Out = None,
    as_json: options.Json = False,
    quiet: options.Quiet = False,
) -> None:
    """Learn the classes of the labelled works, judge that, and tell those of the others."""
    gallery = open_collection(folder)
    labels = Labels.read(gallery.works, label).checked()
    with options.working(quiet) as told:
        looked = look(gallery, told)
        labels = Labels.read(looked.works, label).checked()
        lesson = taught(looked, labels, options.encoder_of(folder, encoder, weights), views, told)
        told("learning", 0, 1)
        named = [name.strip() for name in unknown.split(",") if name.strip()]
        found = closed_set.study(lesson, looked.works, kind, seed)
        ways = open_set.study(lesson, named, seed) if named else []
    document = {"label": label, "with": kind, "views": views, "unreadable": looked.faults}
    document |= {"closed": found.judgement.as_json(), "open": [way.as_json() for way in ways]}
    predictions = found.predictions(looked.works, labels)
    if out is not None:
        _write(out, document, predictions, found, ways)
    if as_json:
        console.print_json({**document, "predictions": predictions})
    else:
        print("\n".join(_sentences(found, ways, out)))


def taught(looked: Looked, labels: Labels, encoder: ImageEncoder, views: int, told: Told) -> Lesson:
    """Features of the works, and of so many views of each."""
    others = [encoded(looked, Viewed(encoder, number), told) for number in range(views)]
    return Lesson(encoded(looked, encoder, told), labels, others)


def _write(
    out: Path,
    document: dict[str, Any],
    predictions: list[dict[str, Any]],
    found: Study,
    ways: Sequence[Openness],
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with replacing(out / "classes.json") as part:
        part.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")
    names = found.judgement.names
    with replacing(out / "predictions.csv") as part, part.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["work", "class", "probability", "label", *names])
        for each in predictions:
            told = [each["probabilities"][name] for name in names]
            rows.writerow([each["work"], each["class"], each["probability"], each["label"], *told])
    judged = {"closed": found.judgement} | {way.way.replace(" ", "-"): way.judgement for way in ways}
    for name, judgement in judged.items():
        charts.confusion(judgement, out / f"confusion-{name}.png")
        charts.roc(judgement, out / f"roc-{name}.png")


def _sentences(found: Study, ways: Sequence[Openness], out: Path | None) -> list[str]:
    lines = [_line(found.kind, found.judgement)]
    names = found.judgement.names
    width = max(map(len, names))
    lines += [
        f"  {name:<{width}}  precision {row['precision']:.3f}  recall {row['recall']:.3f}  F1 {row['f1']:.3f}"
        f"  of {row['works']}"
        for name, row in zip(names, found.judgement.classes, strict=True)
    ]
    for way in ways:
        held = f", of classes held out {np.mean(list(way.unseen.values())):.3f}" if way.unseen else ""
        lines.append(f"{_line(way.way, way.judgement)}, AUROC of the unknown {way.seen:.3f}{held}")
    return [*lines, *([f"Figures and tables: {out}"] if out else [])]


def _line(name: str, judged: Judgement) -> str:
    weighted, macro = judged.mean(weighted=True), judged.mean(weighted=False)
    return (
        f"{name}: precision {weighted['precision']:.3f}, recall {weighted['recall']:.3f}, F1 {weighted['f1']:.3f}"
        f" weighted, {macro['f1']:.3f} macro"
    )
