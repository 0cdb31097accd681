"""Learning: what `train` and `caption train` have in common, from a plan's fields as options to how to go on."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, Protocol, get_args

import typer
from pydantic import BaseModel

from ground.errors import BadInput, Interrupted
from retrieval.course import Epoch
from retrieval.model_folder import MANIFEST
from scripts.console import Show
from scripts.options import OUTPUT

PLAN, PICTURES = "Plan", "Pictures"

Gallery = Annotated[
    Path, typer.Argument(metavar="GALLERY", help="The folder of the gallery.", show_default=False)
]
Set = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change another field.", rich_help_panel=PLAN),
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on where a training was stopped.", rich_help_panel=OUTPUT)
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Put the new model in DIR's place.", rich_help_panel=OUTPUT)
]


class Teacher(Protocol):
    @property
    def plan(self) -> Any: ...
    @property
    def kept(self) -> Path:
        """Where its checkpoint is."""
        ...

    def epochs(self, resume: bool) -> Iterator[Epoch]: ...


def field(plan: type[BaseModel], name: str, panel: str = PLAN) -> Any:
    """An option for a field of a plan, in the plan's own words."""
    known = plan.model_fields[name]
    choices = "|".join(map(str, get_args(known.annotation))) or None
    return typer.Option(
        metavar=choices, help=known.description, rich_help_panel=panel, show_default=str(known.default)
    )


def settings(pairs: Sequence[str]) -> dict[str, str]:
    """`key=value` from the command line; the plan itself judges keys and values."""
    for pair in pairs:
        if not pair.partition("=")[2]:
            raise BadInput(f"--set {pair} is no setting", "write it as key=value, as in --set batch=64")
    return dict(pair.split("=", 1) for pair in pairs)


def check_out(out: Path, replace: bool, called: str) -> None:
    """A folder that is no model must never be swapped away."""
    there = (out / MANIFEST).is_file()
    if there and not replace:
        raise BadInput(f"there is a {called} in {out} already", "give --replace to put another in its place")
    if not there and out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise BadInput(f"{out} is there, and is no {called}", "give --out the name of another folder")


def follow(teacher: Teacher, resume: bool, show: Show, doing: Callable[[Epoch], str]) -> None:
    """Through all epochs; who stops it is told how to go on."""
    try:
        for epoch in teacher.epochs(resume):
            show(doing(epoch), epoch.number, teacher.plan.epochs)
    except KeyboardInterrupt:
        if not teacher.kept.exists():
            raise
        raise Interrupted(
            "the training was stopped", "give the same command with --resume to go on"
        ) from None
