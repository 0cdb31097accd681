"""The table of differences names tests that exist, and leaves no row without one."""

import ast
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
PAGE = HOUSE / "docs" / "thesis-versus-code.md"
ROWS = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
HELD = sorted({held for row in ROWS for held in re.findall(r"`([\w/]+\.py::\w+)`", row)})


@pytest.mark.parametrize("held", HELD)
def test_the_test_that_holds_a_row_exists(held: str) -> None:
    file, _, name = held.partition("::")
    tree = ast.parse((HOUSE / "tests" / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_is_held() -> None:
    rows = [row for row in ROWS if not row.startswith("| what |")]
    assert len(rows) > 30
    assert [row for row in rows if ".py::test_" not in row] == []
