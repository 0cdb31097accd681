"""The blocks of shell commands in the documents, and the calls of `pentimento` in them."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
DOCUMENTS = sorted(
    file.relative_to(HOUSE).as_posix()
    for file in (HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", *(HOUSE / "docs").rglob("*.md"))
)
_BLOCK = re.compile(r"^( *)```(sh|python)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_CALL = re.compile(r"(?:^|[\s;|&(=])(?:\.venv/bin/)?pentimento ([a-z].*)")


@dataclass(frozen=True)
class Block:
    """One fenced block; `line` is where it begins."""

    document: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"

    def calls(self) -> list[list[str]]:
        """The arguments of every call of `pentimento`, each up to where the shell's line goes on with another."""
        lines = self.text.replace("\\\n", " ").splitlines()
        told = [shlex.split(found[1], comments=True) for line in lines if (found := _CALL.search(line))]
        return [_own(arguments) for arguments in told]


def blocks(document: str) -> list[Block]:
    text = (HOUSE / document).read_text(encoding="utf-8")
    return [
        Block(document, text.count("\n", 0, found.start()) + 2, found[2], found[3])
        for found in _BLOCK.finditer(text)
    ]


def _own(arguments: list[str]) -> list[str]:
    ends = [
        place
        for place, each in enumerate(arguments)
        if each.rstrip(";") != each or each in ("|", "&&", ">", "&")
    ]
    return [each.rstrip(";") for each in arguments[: ends[0] if ends else None]]
