"""`pentimento bench`: the figures that the documents quote; docs/bench.md tells what each means."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from ground.errors import BadInput, Unavailable
from scripts import console
from scripts.bench.report import table
from scripts.hardware import hardware
from scripts.options import Json, Quiet
from style_transfer.memory import keep_memory

Found = dict[str, Any] | list[Any] | str


@dataclass(frozen=True)
class Asked:
    """What the benches are given; each takes what it needs."""

    quick: bool = False
    weights: Path | None = None
    pictures: Path | None = None
    teacher: Path | None = None
    parts: tuple[str, ...] = ()


def _style(asked: Asked) -> Found:
    from scripts.bench import style

    unknown = set(asked.parts) - set(style.PARTS)
    if unknown:
        raise BadInput(f"bench style has no part {min(unknown)!r}", f"it has {', '.join(style.PARTS)}")
    keep_memory()  # as `pentimento paint` does; other benches measure verbs that do not
    scope = style.QUICK if asked.quick else style.Scope()
    return style.figures(scope, asked.weights, asked.pictures, asked.parts or style.PARTS)


def _search(asked: Asked) -> Found:
    from scripts.bench import search
    from scripts.bench.clustered import Clustered

    return search.figures(Clustered(2000, 64) if asked.quick else Clustered(80_000, 2048), asked.quick)


def _train(asked: Asked) -> Found:
    from scripts.bench import train

    return train.figures(asked.quick)


def _encode(asked: Asked) -> Found:
    from scripts.bench import encode

    names, pictures, turns = (
        (["resnet50"], 8, 1) if asked.quick else (["resnet50", "resnet152-thesis"], 96, 5)
    )
    return [asdict(each) for each in encode.run(names, pictures, turns, asked.pictures)]


def _slim(asked: Asked) -> Found:
    if asked.teacher is None or asked.pictures is None:
        return "not run: it needs --teacher and --pictures, what slim was trained with"
    from scripts.bench import slim

    return slim.figures(asked.teacher, asked.pictures)


def _batch(asked: Asked) -> Found:
    from scripts.bench import batch

    unknown = set(asked.parts) - set(batch.PARTS)
    if unknown:
        raise BadInput(f"bench batch has no part {min(unknown)!r}", f"it has {', '.join(batch.PARTS)}")
    keep_memory()
    scopes = (batch.QUICK, batch.QUICK) if asked.quick else (batch.Scope(), batch.SHORT)
    return batch.figures(*scopes, asked.parts or batch.PARTS)


def _serve(asked: Asked) -> Found:
    from scripts.bench import serve

    unknown = set(asked.parts) - set(serve.PARTS)
    if unknown:
        raise BadInput(f"bench serve has no part {min(unknown)!r}", f"it has {', '.join(serve.PARTS)}")
    return serve.figures(serve.QUICK if asked.quick else serve.Scope(), asked.parts or serve.PARTS)


def _curate(asked: Asked) -> Found:
    from scripts.bench import curate

    unknown = set(asked.parts) - set(curate.PARTS)
    if unknown:
        raise BadInput(f"bench curate has no part {min(unknown)!r}", f"it has {', '.join(curate.PARTS)}")
    return curate.figures(asked.parts or curate.PARTS, asked.pictures, asked.weights, asked.quick)


def _page(asked: Asked) -> Found:
    from scripts.bench import page

    try:
        return page.figures(asked.quick)
    except Unavailable as error:
        return f"not run: {error}"


def _caption(asked: Asked) -> Found:
    from scripts.bench import caption

    return caption.figures(asked.pictures, asked.weights, asked.quick)


BENCHES: dict[str, Callable[[Asked], Found]] = {
    "style": _style,
    "search": _search,
    "train": _train,
    "encode": _encode,
    "slim": _slim,
    "batch": _batch,
    "serve": _serve,
    "page": _page,
    "curate": _curate,
    "caption": _caption,
}


def _file(help_: str) -> Any:
    return typer.Option(metavar="PATH", help=help_, show_default=False)


def bench(
    what: Annotated[str, typer.Argument(metavar="|".join([*BENCHES, "all"]), help="Which figures.")] = "all",
    *,
    quick: Annotated[
        bool, typer.Option("--quick", help="Small and short: that it runs, not how fast.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="PART", help="Of style, batch or curate, a part; see docs/bench.md."),
    ] = None,
    weights: Annotated[Path | None, _file("The weights of vgg19, or for curate of MobileNetV2.")] = None,
    pictures: Annotated[Path | None, _file("A folder of pictures.")] = None,
    teacher: Annotated[Path | None, _file("The network that slim was taught by.")] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Measure the figures that the documents quote."""
    if what not in (*BENCHES, "all"):
        raise BadInput(f"there is no bench {what!r}", f"there are {', '.join([*BENCHES, 'all'])}")
    console.errors.quiet = quiet
    asked = Asked(quick, weights, pictures, teacher, tuple(only or ()))
    found: dict[str, Any] = {"hardware": hardware(), "quick": quick}
    for name in BENCHES if what == "all" else (what,):
        found[name] = BENCHES[name](asked)
        if not as_json:
            print(table({name: found[name]}))
    if as_json:
        console.print_json(found)
