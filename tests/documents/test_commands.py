"""Every command of the documents: that its options exist, and, slowly, that it runs as it stands there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.main import _filled
from scripts.verbs import VERBS, command
from tests.app.serving import Served
from tests.documents.blocks import DOCUMENTS, Block, blocks
from tests.documents.house import House, unlearned

# Not run here, each for its reason; everything else is.
ELSEWHERE = {
    "scripts.paint_gallery": "paints a gallery for hours, of masters that are not in the repository",
    "scripts.hang_gallery": "writes over the embedded gallery",
    "docker ": "needs Docker",
    "unshare ": "tests/scripts/test_offline.py does it",
    "ray start": "begins a cluster; tests/app/test_ray_executor.py does it",
    "ray get-auth-token": "writes into the home folder, and asks for other machines",
    "pip install 'pentimento[ray]'": "sets up another machine",
    "pentimento serve": "runs until it is stopped; tests/scripts/test_serve.py does it",
}
CALLS = [
    (block, arguments) for document in DOCUMENTS for block in blocks(document) for arguments in block.calls()
]


@pytest.mark.parametrize(("block", "arguments"), CALLS, ids=lambda each: str(each)[:60])
def test_every_call_is_one_that_the_command_line_takes(block: Block, arguments: list[str]) -> None:
    """Parsed whole, by the verb's own parser, and not run."""
    verb, *rest = arguments
    if verb.startswith("--") or "VERB" in arguments:
        return
    assert verb in VERBS, block
    found = command(verb)
    if hasattr(found, "commands"):
        found, rest = found.commands[rest[0]], rest[1:]
    found.make_context(verb, _filled(rest))


def test_the_documents_have_commands() -> None:
    assert len(CALLS) > 20


@pytest.fixture(scope="module")
def torch_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("torch")
    unlearned(folder)
    return folder


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = Served(tmp_path_factory.mktemp("served"))
    server.until_ready()
    yield server.url
    server.ends(2)


@pytest.fixture
def house(tmp_path: Path, torch_home: Path, served: str) -> House:
    """Every document has one of its own, as every reader has."""
    found = House(tmp_path / "house", torch_home)
    found.furnish()
    found.answers(served)
    return found


def reason(block: Block) -> str:
    """Why a block is not run here; nothing for most."""
    return next((why for what, why in ELSEWHERE.items() if what in block.text), "")


@pytest.mark.slow
@pytest.mark.parametrize("document", [document for document in DOCUMENTS if blocks(document)])
def test_every_block_runs(document: str, house: House) -> None:
    """One after the other, as a reader would."""
    for block in blocks(document):
        if reason(block):
            continue
        done = house.run(block)
        assert done.returncode == 0, f"{block}\n{block.text}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"


def test_what_is_not_run_is_there_to_be_excused() -> None:
    texts = [block.text for document in DOCUMENTS for block in blocks(document)]
    for what in ELSEWHERE:
        assert any(what in text for text in texts), what


def test_the_tools_are_here() -> None:
    assert all(map(shutil.which, ("bash", "make", "curl")))
