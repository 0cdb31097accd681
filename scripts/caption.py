"""`pentimento caption`: a captioner learned from a gallery's descriptions, and judged by them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from captioning import attributes as attributes_
from captioning.material import deal, look, texts
from captioning.plan import ENCODERS, PRESETS, Plan
from captioning.proof import proof
from captioning.voice import OwnVoice
from ground.errors import BadGallery
from ground.lock import alone
from retrieval.course import Epoch
from retrieval.encoders import image_encoder
from retrieval.gallery import Gallery
from retrieval.manifest import Encoder
from retrieval.work import SPLITS
from scripts import console, examples, learning
from scripts.learning import PICTURES, PLAN, Replace, Resume, Set, check_out, field, follow, settings
from scripts.options import OUTPUT, Json, Quiet
from scripts.tutor import Tutor, captions, judge

app = typer.Typer(
    help="Learn to describe pictures from a gallery, and judge what was learned.",
    no_args_is_help=True,
    add_completion=False,
)

WORDS = "Words"
ALL = "all"
FIGURES = {
    **{f"bleu_{n}": f"BLEU-{n}" for n in (1, 2, 3, 4)},
    "rouge_l": "ROUGE-L",
    "cider": "CIDEr",
    "meteor": "METEOR",
    "spice": "SPICE",
}


def _file(what: str, panel: str, kind: str = "FILE") -> Any:
    return typer.Option(metavar=kind, help=what, rich_help_panel=panel, show_default=False)


@app.command()
def train(
    gallery: learning.Gallery,
    *,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder of the captioner.", show_default=False)
    ],
    preset: Annotated[
        str, typer.Option(metavar="NAME", help=", ".join(PRESETS) + ".", rich_help_panel=PLAN)
    ] = "stock",
    hidden: Annotated[int | None, field(Plan, "hidden")] = None,
    epochs: Annotated[int | None, field(Plan, "epochs")] = None,
    seed: Annotated[int | None, field(Plan, "seed")] = None,
    set_: Set = None,
    encoder: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The picture encoder; attention wants one that ends in -grid.",
            rich_help_panel=PICTURES,
            show_default=", ".join(f"{name} for {preset}" for preset, name in ENCODERS.items()),
        ),
    ] = None,
    weights: Annotated[Path | None, _file("Its weights.", PICTURES)] = None,
    vectors: Annotated[Path | None, _file("Word vectors, as GloVe or word2vec writes them.", WORDS)] = None,
    attributes: Annotated[Path | None, _file("Attributes to learn; docs/captioning.md.", WORDS)] = None,
    resume: Resume = False,
    replace: Replace = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Learn to describe pictures from a gallery's descriptions."""
    named = {"hidden": hidden, "epochs": epochs, "seed": seed}
    given = {name: value for name, value in named.items() if value is not None}
    plan = Plan.named(preset, **{**settings(set_ or []), **given})
    check_out(out, replace, "captioner")
    told = tuple(attributes_.read(attributes)) if attributes else ()
    opened = Gallery.open(gallery)
    parts = deal(opened.works, plan)
    eyes = image_encoder(encoder or ENCODERS[preset], weights)
    with alone(out.with_name(f".{out.name}.lock"), f"training {out}"), console.bars(quiet) as show:
        material = look(opened, parts, eyes, plan.views, show)
        seen_by = Encoder(name=eyes.name, weights_sha256=eyes.weights_sha256)
        tutor = Tutor(plan, parts, material, seen_by, out, told, vectors)
        follow(tutor, resume, show, _doing)
        document = tutor.finish()
    if as_json:
        console.print_json({"out": str(out), **document})
    else:
        print("\n".join(_told(out, document)))


@app.command()
def evaluate(
    gallery: learning.Gallery,
    *,
    model: Annotated[Path, typer.Option(metavar="DIR", help="The captioner.", show_default=False)],
    split: Annotated[str, typer.Option(metavar="NAME", help=f"{', '.join(SPLITS)} or {ALL}.")] = "test",
    beam: Annotated[
        int | None,
        typer.Option(
            min=1, max=50, help="Captions followed at once; 1 is greedy.", show_default="the model's"
        ),
    ] = None,
    weights: Annotated[Path | None, _file("The picture encoder's weights.", PICTURES)] = None,
    page: Annotated[
        Path | None, _file("Write a page of examples, with the worst ones.", OUTPUT, "FILE.html")
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Judge a captioner by works of a gallery, and by whether its words find them."""
    voice = OwnVoice.open(model, weights)
    opened = Gallery.open(gallery)
    works = [work for work in (opened.works if split == ALL else opened.split(split)) if texts(work)]
    if not works:
        raise BadGallery(
            f"the gallery {gallery} has no described works in the split {split!r}",
            f"make one with `pentimento gallery split`, or give --split {ALL}",
        )
    with console.bars(quiet) as show:
        material = look(opened, {split: works}, voice.encoder, 1, show)[split]
    said = captions(voice.captioner, material, beam)
    judged = judge(said, material)
    use = proof(said, material.texts) if len(works) > 1 else {}
    if page:
        examples.write(page, voice.model, opened.pictures(works), said, material.texts, judged.counts.rouge)
    document = {
        "model": voice.model,
        "gallery": str(gallery),
        "split": split,
        **judged.as_json(),
        "proof": use,
    }
    if as_json:
        console.print_json(document)
    else:
        print("\n".join([*sentences(split, document), *_use(use)]))


def _doing(epoch: Epoch) -> str:
    found = epoch.figures.get("bleu_1")
    return "learning" if found is None else f"learning, BLEU-1 {found:.3f}"


def _told(out: Path, document: dict[str, Any]) -> Iterator[str]:
    for epoch in document["epochs"]:
        bleu = "".join(
            f"{epoch[name]:7.3f}" for n in (1, 2, 3, 4) if (name := f"validation_bleu_{n}") in epoch
        )
        kept = "  kept" if epoch["epoch"] == document["best_epoch"] else ""
        yield f"epoch {epoch['epoch']:3}  loss {epoch['loss']:.3f}{'  BLEU' if bleu else ''}{bleu}{kept}"
    yield from (line for name in SPLITS[1:] if name in document for line in sentences(name, document[name]))
    pictures = document["pictures"]["train"]
    yield f"{out}: {document['words']:,} words of {pictures:,} pictures, by {document['encoder']['name']}"


def sentences(name: str, found: dict[str, Any]) -> Iterator[str]:
    """The figures of a split, each with its interval; what was not run says so."""
    yield f"{name}, {found['captions']:,} captions:"
    for figure, label in FIGURES.items():
        if figure not in found:  # a training does not ask what others wrote, which may take minutes
            continue
        value = found[figure]
        if isinstance(value, str):
            yield f"  {label:<8} {value}"
        else:
            bounds = found["intervals"].get(figure)
            yield f"  {label:<8} {value:.3f}" + (f"   [{bounds[0]:.3f}, {bounds[1]:.3f}]" if bounds else "")


def _use(found: dict[str, Any]) -> Iterator[str]:
    if found:
        yield "real descriptions, asked of works that have                  median rank   R@1   R@5  R@10"
    for kind, each in found.items():
        recalls = "".join(f"{each[f'recall_at_{k}']:6.2f}" for k in (1, 5, 10))
        yield f"  {kind:<58}{each['median_rank']:10g}{recalls}"
