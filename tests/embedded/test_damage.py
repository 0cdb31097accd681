"""One byte that is not as it was made, in any file that a search reads, is refused, and the file named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ground.errors import PentimentoError
from retrieval.search import EMBEDDED, Search

READ = sorted(
    str(file.relative_to(EMBEDDED))
    for room in ("content", "style", "joint")
    for file in (EMBEDDED / room).iterdir()
    if not file.name.startswith(("training", "checked"))
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(EMBEDDED, tmp_path_factory.mktemp("embedded") / "embedded"))


def flip(file: Path) -> Callable[[], int]:
    """Another byte in the middle; what is returned puts the file back."""
    whole = file.read_bytes()
    middle = len(whole) // 2
    file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    return lambda: file.write_bytes(whole)


@pytest.mark.parametrize("name", READ)
def test_an_index_or_a_model(copied: Path, name: str) -> None:
    mend = flip(copied / name)
    try:
        with pytest.raises(PentimentoError) as refused:
            Search.open(copied).suggest("Boats", "in a harbour at sunset", styles=0)
    finally:
        mend()
    assert Path(name).name in str(refused.value)
    assert Path(name).parts[0] in str(refused.value)


def test_a_picture(copied: Path) -> None:
    search = Search.open(copied)
    [boats] = search.suggest("Boats", "in a harbour at sunset", content=1, styles=1)
    for work in (boats.work, boats.styles[0].work):
        file = search.picture(work)
        mend = flip(file)
        try:
            with pytest.raises(PentimentoError) as refused:
                search.picture(work)
        finally:
            mend()
        assert str(file) in str(refused.value)


def test_what_was_not_touched_is_opened(copied: Path) -> None:
    assert Search.open(copied).suggest("Boats", "in a harbour at sunset")
