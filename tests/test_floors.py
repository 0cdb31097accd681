"""The house's floors hold: no import runs back down, no modules go in a circle, default paths stay light."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent

# From the ground up. Rooms of one floor know nothing of each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("ground",),
    ("style_transfer", "retrieval", "scenes"),
    ("captioning", "curation"),
    ("app",),
    ("scripts",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# Not needed by default, so not imported by a module that the default paths import.
OPTIONAL = {"faiss", "milvus_lite", "open_clip", "pycocoevalcap", "pymilvus", "ray", "transformers"}

MODULES = {
    ".".join(path.relative_to(HOUSE).with_suffix("").parts).removesuffix(".__init__"): path
    for room in FLOOR
    for path in sorted((HOUSE / room).rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imports(name: str, tree: ast.AST, *, deferred: bool) -> Iterator[str]:
    """What a module imports: `deferred` counts what its functions import too, when they are called."""
    package = name if MODULES[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree) if deferred else at_import(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: 1 - node.level or None]) if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            yield from (f"{source}.{alias.name}" for alias in node.names)


def at_import(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when the module is imported: not functions, and not what only type checkers see."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        yield node
        yield from at_import(node)


def room(name: str) -> str:
    return name.partition(".")[0]


def module(imported: str) -> str | None:
    """The module of ours that an imported name is, or lies in."""
    while imported and imported not in MODULES:
        imported = imported.rpartition(".")[0]
    return imported or None


@pytest.mark.parametrize("name", MODULES)
def test_no_import_runs_down_or_across(name: str) -> None:
    here = room(name)
    for imported in imports(name, TREES[name], deferred=True):
        there = room(imported)
        if there in FLOOR and there != here:
            assert FLOOR[there] < FLOOR[here], f"{name} imports {imported}"


def test_modules_do_not_go_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for name, tree in TREES.items():
        found = {module(imported) for imported in imports(name, tree, deferred=False)}
        graph[name] = {other for other in found if other and other != name}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))


@pytest.mark.parametrize("name", MODULES)
def test_optional_packages_are_imported_only_where_they_are_used(name: str) -> None:
    found = {room(imported) for imported in imports(name, TREES[name], deferred=False)} & OPTIONAL
    assert not found, f"{name} imports {found} when it is imported itself"


@pytest.mark.parametrize("name", MODULES)
def test_a_module_opens_with_one_sentence(name: str) -> None:
    text = ast.get_docstring(TREES[name])
    assert text, f"{name} has no docstring"
    first = text.partition("\n\n")[0]
    assert first.endswith((".", ":", "!", "?")), f"{name} does not open with a sentence: {first!r}"


def test_every_folder_of_code_is_a_known_room() -> None:
    folders = {path.parent.name for path in HOUSE.glob("*/__init__.py")} - {"tests", "indexes"}
    assert folders == {room for room in FLOOR if (HOUSE / room / "__init__.py").exists()}
