"""`pentimento batch`: the options, and what is said of the work."""

import logging
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer

from ground.errors import BadInput, BadWeights, Interrupted, PentimentoError
from ground.files import sha256
from ground.weights import RANDOM
from retrieval.search import EMBEDDED, Search
from scripts import console
from scripts.batch import names, rows
from scripts.batch.crews import MOST, executors, usual
from scripts.batch.names import Template
from scripts.batch.plan import Planner
from scripts.batch.rows import Fault, Prompts
from scripts.batch.work import Batch, Say, Show, check_folder
from scripts.commission import settings
from scripts.options import OUTPUT, Json, Quiet

WORDS, RECIPE, WORK = "Words", "Recipe", "Work"
NAMED = 10  # faults that are printed one by one


def _option(panel: str, metavar: str, help_: str, *flags: str, **more: Any) -> Any:
    return typer.Option(*flags, metavar=metavar, help=help_, rich_help_panel=panel, **more)


def batch(
    prompts: Annotated[
        Path,
        typer.Argument(
            metavar="PROMPTS",
            help="CSV, TSV or JSON lines: title, description, any recipe key.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[Path, _option(OUTPUT, "DIR", "The folder of the paintings.", show_default=False)],
    contents: Annotated[int, _option(WORDS, "N", "So many contents for each text.", min=1)] = 1,
    styles: Annotated[int, _option(WORDS, "N", "So many styles for each content.", min=1)] = 1,
    indexes: Annotated[
        Path,
        _option(WORDS, "DIR", "The folder of content/, style/, joint/.", show_default="the embedded ones"),
    ] = EMBEDDED,
    encoder_weights: Annotated[
        Path | None, _option(WORDS, "FILE", "The style index's encoder's weights.", show_default=False)
    ] = None,
    recipe: Annotated[str, _option(RECIPE, "NAME", "For rows that name none.")] = "studio",
    set_: Annotated[
        list[str] | None,
        _option(RECIPE, "KEY=VALUE", "For rows that say nothing of it; see `pentimento recipes`.", "--set"),
    ] = None,
    weights: Annotated[
        Path | None, _option(RECIPE, "FILE", "The painting network's weights.", show_default=False)
    ] = None,
    name: Annotated[
        str, _option(OUTPUT, "TEMPLATE", f"Of {', '.join(f'{{{key}}}' for key in names.FIELDS)}.")
    ] = names.USUAL,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict", help="Paint nothing when a row is bad or a column unknown.", rich_help_panel=WORDS
        ),
    ] = False,
    workers: Annotated[
        int | None,
        _option(
            WORK,
            "N",
            "Processes that paint, or actors of the cluster.",
            min=1,
            show_default=f"one a processor, at most {MOST}",
        ),
    ] = None,
    ray: Annotated[
        str | None,
        _option(
            WORK,
            "[ADDRESS]",
            "Paint on the Ray cluster there, or on one started here.",
            show_default=False,
        ),
    ] = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Paint every row of a file of words; run again, it makes only what is missing."""
    make = rows.recipe_of(recipe, settings(set_ or []))
    make({})
    logging.getLogger("pentimento").addHandler(
        logging.NullHandler()
    )  # foremen log; here the summary tells it
    template = Template(name)
    check_folder(out)
    found = rows.read(prompts, make)
    with _shown(quiet) as show:
        planner = Planner(
            Search.open(indexes, encoder_weights), contents, styles, template, out, _digest(weights)
        )
        planned, faults = planner.plan(found.rows, lambda done, total: show("finding works", done, total))
        found.faults = sorted([*found.faults, *faults], key=lambda fault: fault.number)
        _report(prompts, found, strict, quiet)
        say = _said(quiet or console.errors.is_terminal)  # on a terminal the bar tells enough
        work = Batch(out, planned, weights, show, say)
        _work(work, min(workers or usual(), max(1, len(planned))), ray)
    _told(work, found, as_json, quiet)


def _digest(weights: Path | None) -> str:
    """What tells them from others: a painting by other weights is another painting."""
    if weights is None or str(weights) == RANDOM:
        return str(weights or "")
    if not weights.is_file():
        raise BadWeights(f"there is no file {weights}", "give --weights the path of a network's weights")
    return sha256(weights)


def _report(prompts: Path, found: Prompts, strict: bool, quiet: bool) -> None:
    """Bad rows and unknown columns: told of, or with --strict the end."""
    lines = [str(fault) for fault in found.faults]
    if found.unknown:
        many = "column means" if len(found.unknown) == 1 else "columns mean"
        known = f"{', '.join(rows.COLUMNS[:3])} and the keys of a recipe"
        lines.append(f"this {many} nothing here: {', '.join(found.unknown)} (there are {known})")
    if strict and lines:
        more = f", and {len(lines) - 1} more" if len(lines) > 1 else ""
        raise BadInput(f"{prompts}: {lines[0]}{more}", "mend the file, or leave --strict out")
    say = _said(quiet)
    for line in lines[:NAMED]:
        say(f"{prompts}: {line}")
    if len(lines) > NAMED:
        say(f"{prompts}: {len(lines) - NAMED} more; --json names them all")


def _work(work: Batch, workers: int, ray: str | None) -> None:
    with _terminable():
        try:
            work.work(lambda: executors(workers, ray))
        except KeyboardInterrupt:
            there = len(work.manifest.lines)
            raise Interrupted(
                f"stopped; {there} of {len(work.planned)} paintings are in {work.out}",
                "give the same command to go on",
            ) from None


@contextmanager
def _terminable() -> Iterator[None]:
    """A polite request of the system stops the work as Ctrl-C does."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _shown(quiet: bool) -> Iterator[Show]:
    with console.progress(quiet=quiet) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda what, done, total: bar.update(task, description=what, completed=done, total=total)


def _told(work: Batch, found: Prompts, as_json: bool, quiet: bool) -> None:
    if as_json:
        console.print_json(_document(work, found))
    elif not quiet:
        print("\n".join(_sentences(work, found.faults)))
    if work.failed or found.faults:
        raise typer.Exit(PentimentoError.exit_code)


def _said(quiet: bool) -> Say:
    return lambda line: None if quiet else console.errors.print(line, markup=False, soft_wrap=True)


def _document(work: Batch, found: Prompts) -> dict[str, Any]:
    return {
        "out": str(work.out),
        "manifest": str(work.manifest.file),
        "paintings": len(work.planned),
        "made": len(work.made),
        "kept": work.kept,
        "failed": [{"file": file, "reason": why} for file, why in work.failed.items()],
        "skipped": [{"row": fault.number, "reason": fault.what} for fault in found.faults],
        "unknown_columns": found.unknown,
        "seconds": round(work.seconds, 3),
    }


def _sentences(work: Batch, faults: Sequence[Fault]) -> Iterator[str]:
    counts = {"made": len(work.made), "there already": work.kept, "failed": len(work.failed)}
    told = ", ".join(f"{many} {what}" for what, many in counts.items() if many or what == "made")
    yield f"{work.out}: {len(work.planned)} paintings: {told}, in {work.seconds:.1f} s"
    yield from (f"  {file}: {why}" for file, why in list(work.failed.items())[:NAMED])
    if len(work.failed) > NAMED:
        yield f"  and {len(work.failed) - NAMED} more"
    if faults:
        numbers = ", ".join(str(fault.number) for fault in faults[:NAMED])
        more = ", …" if len(faults) > NAMED else ""
        yield f"  {len(faults)} rows were skipped: {numbers}{more}"
