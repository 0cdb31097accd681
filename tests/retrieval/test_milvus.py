"""Against Milvus Lite, a Milvus server in a file."""

from pathlib import Path

import numpy as np
import pytest

from ground.errors import BadIndex
from retrieval.index import Index
from tests.retrieval.clustered import ENCODER, clustered, cosines, works

pytest.importorskip("pymilvus", reason="pymilvus is not installed: pip install 'pentimento[milvus]'")
pytest.importorskip("milvus_lite", reason="milvus-lite is not installed")

MANY, WIDE = 2600, 16


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("milvus") / "lite.db")


@pytest.fixture(autouse=True)
def _few_queries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Milvus Lite takes its time; what is measured is not what is tested here."""
    monkeypatch.setattr("retrieval.tuning.SOME", 20)


@pytest.fixture
def index(server: str, tmp_path: Path) -> Index:
    given = clustered(MANY, WIDE)
    return Index.build(given, works(MANY), tmp_path / "index", kind="style", encoder=ENCODER, server=server)


def collections(server: str) -> set[str]:
    from pymilvus import MilvusClient

    return set(MilvusClient(server).list_collections())


def test_it_answers_as_a_folder_does(index: Index, server: str, tmp_path: Path) -> None:
    given = clustered(MANY, WIDE)
    other = Index.build(given, works(MANY), tmp_path / "other", kind="style", encoder=ENCODER)
    assert index.manifest.server is not None
    assert index.manifest.server.url == server
    assert {path.name for path in index.folder.iterdir()} == {"catalogue.csv", "manifest.json"}
    assert index.manifest.recall_at_5 >= 0.995
    opened = Index.open(index.folder)
    filters = (
        None,
        {"style": "baroque"},
        {"school": "school 3"},
        {"licence": "cc0"},
        {"timeframe": "1801"},
        {"style": "none such"},
    )
    for query in clustered(10, WIDE, seed=2):
        for where in filters:
            found, expected = opened.nearest(query, 7, where), other.nearest(query, 7, where)
            assert [work.id for work, _ in found] == [work.id for work, _ in expected]
            assert [score for _, score in found] == pytest.approx([score for _, score in expected], abs=5e-4)


def test_changes_and_a_build_anew(index: Index, server: str) -> None:
    query = clustered(1, WIDE, seed=3)[0]
    order = [f"w{row}" for row in np.argsort(-cosines(clustered(MANY, WIDE), query))]
    index.add(query[None], works(1, "new"))
    index.remove([order[0], order[2]])
    expected = ["new0", order[1], order[3]]
    assert [work.id for work, _ in index.nearest(query, 3)] == expected
    before = index.manifest.server
    index.rebuild()
    assert [work.id for work, _ in Index.open(index.folder).nearest(query, 3)] == expected
    assert len(index.works) == MANY - 1
    assert index.manifest.server
    assert before
    assert index.manifest.server.collection in collections(server)
    assert before.collection not in collections(server)


def test_a_build_that_fails_leaves_nothing_on_the_server(server: str, tmp_path: Path) -> None:
    before = collections(server)
    (tmp_path / "index").write_text("in the way")
    with pytest.raises((BadIndex, OSError)):
        Index.build(
            clustered(9, 4), works(9), tmp_path / "index", kind="style", encoder=ENCODER, server=server
        )
    assert collections(server) == before


def test_a_collection_that_is_gone_is_said_to_be(index: Index, server: str) -> None:
    from pymilvus import MilvusClient

    assert index.manifest.server
    MilvusClient(server).drop_collection(index.manifest.server.collection)
    with pytest.raises(
        BadIndex, match=f"{server} has no collection {index.manifest.server.collection}; build"
    ):
        Index.open(index.folder)


def test_a_server_that_does_not_answer(tmp_path: Path) -> None:
    nobody = "http://127.0.0.1:9"
    with pytest.raises(BadIndex, match=f"the Milvus server {nobody} failed"):
        Index.build(clustered(9, 4), works(9), tmp_path / "i", kind="style", encoder=ENCODER, server=nobody)
    assert list(tmp_path.iterdir()) == []
