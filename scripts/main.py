"""The command `pentimento`: the way in, and every way out as an exit code."""

import io
import os
import sys
import warnings
from collections.abc import Sequence
from importlib import metadata
from typing import Any

from ground.errors import PentimentoError
from scripts.verbs import VERBS, command

INTERRUPTED = 130
COMPLETES = "_PENTIMENTO_COMPLETE"  # set where a shell asks how a line may go on


def main(arguments: Sequence[str] | None = None) -> None:
    """Exit codes: 0 done, 1 the work failed, 2 bad input, 130 interrupted; errors are one line on stderr."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # libraries warn their programmers; stderr belongs to the user
    if isinstance(sys.stdout, io.TextIOWrapper):  # there is none where a shell closed it
        sys.stdout.reconfigure(errors="backslashreplace")  # a title may have letters that a terminal has not
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        print(end="", flush=True)
    except BrokenPipeError:  # who read stdout has gone; without this, Python would complain of it at its exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    if COMPLETES in os.environ:
        return _completed([])
    match arguments:
        case ["--install-completion" | "--show-completion", *_]:
            return _completed(arguments)
        case [] | ["--help" | "-h" | "help"]:
            print(_overview())
            return 0
        case ["--version"]:
            print(f"pentimento {metadata.version('pentimento')}")
            return 0
        case [verb, *rest] if verb in VERBS:
            return _told(verb, rest)
    kind = "option" if arguments[0].startswith("-") else "verb"
    return _fail(f"there is no {kind} {arguments[0]!r}; `pentimento --help` lists them", 2)


def _completed(arguments: list[str]) -> int:
    from scripts import completion  # it needs typer

    return completion.run(arguments)


def _overview() -> str:
    width = max(map(len, VERBS))
    verbs = "\n".join(f"  {verb:<{width}}  {help_}" for verb, (_, help_) in VERBS.items())
    return (
        "Words in, a painting out, and the two paintings it came from.\n\n"
        f"Usage: pentimento VERB [OPTIONS]\n\n{verbs}\n\n"
        "`pentimento VERB --help` tells more of each; `pentimento --version` tells which this is;\n"
        "`pentimento --install-completion` teaches your shell the verbs and their options."
    )


def _told(verb: str, arguments: list[str]) -> int:
    """Run a verb; every way in which it can end becomes an exit code, and a failure one line."""
    import typer  # after the overview, which needs neither typer nor any room

    # Click's own error, wherever typer keeps its click.
    misused: type[Exception] = typer.BadParameter.__mro__[2]
    try:
        found = command(verb).main(_filled(arguments), prog_name=f"pentimento {verb}", standalone_mode=False)
        return found if isinstance(found, int) else 0
    except PentimentoError as error:
        return _fail(str(error), error.exit_code)
    except misused as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # its help has been printed
            return 2
        return _fail(f"{_sentence(error)}; see `pentimento {verb} --help`", 2)
    except (typer.Abort, KeyboardInterrupt):
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _fail(str(error), 1)
    except RecursionError:  # JSON without end, in an index or among a batch's rows
        return _fail(
            "what was given is nested too deeply to be read; give files that were not tampered with", 2
        )
    except (MemoryError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "memory" not in str(error):  # torch's has no class of its own
            raise
        return _fail(
            f"there is not enough memory ({_sentence(error)[:200]}); ask for less, or close something", 1
        )


def _filled(arguments: Sequence[str]) -> list[str]:
    """`--ray` may stand without its value, for which typer has no word: it is given an empty one."""
    following = [*arguments[1:], "-"]
    return [
        "--ray=" if each == "--ray" and after.startswith("-") else each
        for each, after in zip(arguments, following, strict=False)
    ]


def _sentence(error: Any) -> str:
    text = error.format_message() if hasattr(error, "format_message") else str(error)
    return " ".join(text.split()).rstrip(".?") or type(error).__name__


def _fail(line: str, code: int) -> int:
    """One line, whatever stands in the names that it tells: a file's may hold line breaks, or orders to a terminal."""
    print("pentimento:", "".join(_shown(letter) for letter in line), file=sys.stderr)
    return code


def _shown(letter: str) -> str:
    return letter if letter.isprintable() else ascii(letter)[1:-1]


if __name__ == "__main__":
    main()
