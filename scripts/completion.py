"""Shell completion: the verbs as one group, of which each is imported only when its own options are asked for."""

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from scripts.verbs import VERBS, command


class Verbs(TyperGroup):
    """To list the verbs takes no module of theirs; to resolve one takes its own."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return TyperCommand(cmd_name, help=VERBS[cmd_name][1]) if cmd_name in VERBS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        verb, *rest = args
        return (verb, command(verb), rest) if verb in VERBS else super().resolve_command(ctx, args)


def run(arguments: list[str]) -> int:
    """What the shell asks by its variable, or `--install-completion` and `--show-completion`."""
    app = typer.Typer(cls=Verbs, name="pentimento", help="Words in, a painting out.")
    app.callback()(lambda: None)
    found = typer.main.get_command(app).main(arguments, prog_name="pentimento", standalone_mode=False)
    return found if isinstance(found, int) else 0
