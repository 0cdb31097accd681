"""`pentimento caption`: a captioner learned from a gallery's descriptions, and judged by them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from captioning import attributes as attributes_
from captioning.material import deal, look, texts
from captioning.plan import ENCODERS, PRESETS, Plan
from captioning.proof import proof
from captioning.voice import OwnVoice
from ground.errors import BadGallery, BadInput, Interrupted
from ground.lock import alone
from retrieval.encoders import image_encoder
from retrieval.gallery import Gallery
from retrieval.manifest import Encoder
from retrieval.model_folder import MANIFEST
from retrieval.work import SPLITS
from scripts import console, examples
from scripts.train import settings
from scripts.tutor import Tutor, captions, judge

app = typer.Typer(
    help="Learn to describe pictures from a gallery, and judge what was learned.",
    no_args_is_help=True,
    add_completion=False,
)

PLAN, PICTURES, WORDS, OUTPUT = "Plan", "Pictures", "Words", "Output"
ALL = "all"
FIGURES = {
    **{f"bleu_{n}": f"BLEU-{n}" for n in (1, 2, 3, 4)},
    "rouge_l": "ROUGE-L",
    "cider": "CIDEr",
    "meteor": "METEOR",
    "spice": "SPICE",
}

Show = Callable[[str, int, int], None]
Folder = Annotated[
    Path, typer.Argument(metavar="GALLERY", help="The folder of the gallery.", show_default=False)
]


def _field(name: str) -> Any:
    """An option for a field of the plan, in the plan's own words."""
    field = Plan.model_fields[name]
    choices = "|".join(map(str, get_args(field.annotation))) or None
    return typer.Option(
        metavar=choices, help=field.description, rich_help_panel=PLAN, show_default=str(field.default)
    )


def _file(what: str, panel: str, kind: str = "FILE") -> Any:
    return typer.Option(metavar=kind, help=what, rich_help_panel=panel, show_default=False)


@app.command()
def train(
    gallery: Folder,
    *,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="The folder of the captioner.", show_default=False)
    ],
    preset: Annotated[
        str, typer.Option(metavar="NAME", help=", ".join(PRESETS) + ".", rich_help_panel=PLAN)
    ] = "stock",
    hidden: Annotated[int | None, _field("hidden")] = None,
    epochs: Annotated[int | None, _field("epochs")] = None,
    seed: Annotated[int | None, _field("seed")] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="KEY=VALUE", help="Change another field.", rich_help_panel=PLAN),
    ] = None,
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
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a training was stopped.", rich_help_panel=OUTPUT)
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Put the new captioner in DIR's place.", rich_help_panel=OUTPUT)
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document.", rich_help_panel=OUTPUT)
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.", rich_help_panel=OUTPUT)] = False,
) -> None:
    """Learn to describe pictures from a gallery's descriptions."""
    named = {"hidden": hidden, "epochs": epochs, "seed": seed}
    given = {name: value for name, value in named.items() if value is not None}
    plan = Plan.named(preset, **{**settings(set_ or []), **given})
    _check_out(out, replace)
    told = tuple(attributes_.read(attributes)) if attributes else ()
    opened = Gallery.open(gallery)
    parts = deal(opened.works, plan)
    eyes = image_encoder(encoder or ENCODERS[preset], weights)
    with alone(out.with_name(f".{out.name}.lock"), f"training {out}"), console.bars(quiet) as show:
        material = look(opened, parts, eyes, plan.views, show)
        seen_by = Encoder(name=eyes.name, weights_sha256=eyes.weights_sha256)
        tutor = Tutor(plan, parts, material, seen_by, out, told, vectors)
        _follow(tutor, resume, show)
        document = tutor.finish()
    if as_json:
        console.print_json({"out": str(out), **document})
    else:
        print("\n".join(_told(out, document)))


@app.command()
def evaluate(
    gallery: Folder,
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
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON document.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
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


def _check_out(out: Path, replace: bool) -> None:
    """A folder that is no captioner must never be swapped away."""
    there = (out / MANIFEST).is_file()
    if there and not replace:
        raise BadInput(f"there is a captioner in {out} already", "give --replace to put another in its place")
    if not there and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise BadInput(f"{out} is there, and is no captioner", "give --out the name of another folder")


def _follow(tutor: Tutor, resume: bool, show: Show) -> None:
    """Through all epochs; who stops it is told how to go on."""
    try:
        for epoch in tutor.epochs(resume):
            found = epoch.figures.get("bleu_1")
            doing = "learning" if found is None else f"learning, BLEU-1 {found:.3f}"
            show(doing, epoch.number, tutor.plan.epochs)
    except KeyboardInterrupt:
        if not tutor.kept.is_file():
            raise
        raise Interrupted(
            "the training was stopped", "give the same command with --resume to go on"
        ) from None


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
