import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ground.errors import BadGallery, BadIndex, BadInput, BadQuery
from retrieval import building, catalogue
from retrieval.index import Index
from retrieval.manifest import Manifest
from retrieval.vectors import Matrix
from retrieval.work import Work
from tests.retrieval.clustered import ENCODER, clustered, cosines, works

MANY, WIDE = 300, 24


@pytest.fixture
def vectors() -> Matrix:
    return clustered(MANY, WIDE)


@pytest.fixture
def index(vectors: Matrix, tmp_path: Path) -> Index:
    return Index.build(vectors, works(MANY), tmp_path / "index", kind="style", encoder=ENCODER)


@pytest.fixture
def query() -> Matrix:
    return clustered(1, WIDE, seed=1)[0]


def ids(found: list[tuple[Work, float]]) -> list[str]:
    return [work.id for work, _ in found]


def nearest(
    vectors: Matrix, query: Matrix, k: int, those: Callable[[int], bool] = lambda row: True
) -> list[str]:
    order = np.argsort(-cosines(vectors, query)).tolist()
    return [f"w{row}" for row in order if those(row)][:k]


def test_the_nearest_and_their_exact_cosines(index: Index, vectors: Matrix, query: Matrix) -> None:
    found = index.nearest(query, 5)
    assert ids(found) == nearest(vectors, query, 5)
    assert [score for _, score in found] == pytest.approx(sorted(cosines(vectors, query))[:-6:-1], abs=1e-4)
    assert ids(index.nearest(1e6 * query, 5)) == ids(found)
    assert found[0][0] in works(MANY)


def test_works_are_read_as_they_were_written(index: Index) -> None:
    assert len(index.works) == MANY
    assert list(index.works) == works(MANY)
    assert index.works[-1] == works(MANY)[-1]
    assert index.works[3:6] == works(MANY)[3:6]
    with pytest.raises(IndexError):
        index.works[MANY]


@pytest.mark.parametrize(
    "text", ['"', '""', "\n", "\r", "\r\n", "\n\n\n", '",\n"', "ü\u2028\u0085x", "=1+1", " ", "'"]
)
def test_any_text_survives(text: str, tmp_path: Path) -> None:
    odd = [replace(work, title=text, description=f"{text}a{text}") for work in works(5)]
    odd[2] = replace(odd[2], title="plain", extra={f"col{text}": text or "x"}, other_descriptions=(text, "b"))
    index = Index.build(clustered(5, 4), odd, tmp_path / "index", kind="content", encoder=ENCODER)
    assert list(index.works) == odd


def test_the_manifest_says_what_others_rely_on(index: Index) -> None:
    told = json.loads((index.folder / "manifest.json").read_text())
    assert told["kind"] == "style"
    assert told["encoder"] == ENCODER
    assert (told["works"], told["dimensions"], told["version"]) == (MANY, WIDE, 1)
    assert told["recall_at_5"] == 1.0
    assert {"catalogue.csv", "vectors.npy", "annoy.ann"} <= set(told["files"])
    assert all(len(digest) == 64 for digest in told["files"].values())
    assert {path.name for path in index.folder.iterdir()} == {*told["files"], "manifest.json"}
    assert (
        len({path.stat().st_mode for path in index.folder.iterdir()}) == 1
    )  # whoever may read one may read all


@pytest.mark.parametrize(
    "where",
    [
        {"style": "Baroque"},
        {"style": "BAROQUE", "artist": ["ärtist 3", "Ärtist 4"]},
        {"school": "school 7"},
        {"licence": ""},
    ],
)
def test_filters_are_exact(where: dict[str, str], index: Index, vectors: Matrix, query: Matrix) -> None:
    def passes(row: int) -> bool:
        work = works(MANY)[row]
        return all(
            getattr(work, column).casefold()
            in [value.casefold() for value in ([values] if isinstance(values, str) else values)]
            for column, values in where.items()
        )

    expected = nearest(vectors, query, 10, passes)
    assert ids(index.nearest(query, 10, where)) == expected
    assert expected


def test_a_filter_may_leave_fewer_or_none(index: Index, query: Matrix) -> None:
    assert len(index.nearest(query, 50, {"school": "school 7"})) == 6
    assert index.nearest(query, 5, {"school": "school of nobody"}) == []
    assert index.nearest(query, 5, {"school": []}) == []
    with pytest.raises(BadQuery, match="cannot be filtered by 'colour'; filter by style, school"):
        index.nearest(query, 5, {"colour": "red"})


def test_added_works_are_found_without_a_build(index: Index, vectors: Matrix, query: Matrix) -> None:
    before = (index.folder / "vectors.npy").stat()
    late = clustered(40, WIDE, seed=4)
    index.add(late[:25], works(40, "late")[:25])
    index.add(late[25:], works(40, "late")[25:])
    assert (index.folder / "vectors.npy").stat().st_ino == before.st_ino

    everything = np.concatenate([vectors, late])
    names = [work.id for work in works(MANY) + works(40, "late")]
    expected = [names[row] for row in np.argsort(-cosines(everything, query))]
    for known in (index, Index.open(index.folder)):
        assert len(known.works) == known.manifest.works == MANY + 40
        assert ids(known.nearest(query, 60)) == expected[:60]
        baroque = [id for id in expected if int(id.strip("late" if "late" in id else "w")) % 3 == 0]
        assert ids(known.nearest(query, 20, {"style": "baroque"})) == baroque[:20]
    index.rebuild()
    assert ids(index.nearest(query, 60)) == expected[:60]
    assert not list(index.folder.glob("added*"))


def test_removed_works_are_found_no_more(index: Index, vectors: Matrix, query: Matrix) -> None:
    index.add(query[None], [Work(id="itself", file="x.jpg")])
    order = nearest(vectors, query, MANY)
    index.remove([order[0], order[2], "itself"])
    left = [id for place, id in enumerate(order) if place not in (0, 2)]
    for known in (index, Index.open(index.folder)):
        assert ids(known.nearest(query, 50)) == left[:50]
        assert set(ids(known.nearest(query, MANY - 2))) == set(left)
        assert len(known.works) == known.manifest.works == MANY - 2
        assert {work.id for work in known.works} == set(left)
    assert not list(index.folder.glob("added*"))
    index.add(query[None], [Work(id=order[2], file="y.jpg")])
    assert ids(index.nearest(query, 2)) == [order[2], order[1]]
    assert index.nearest(query, 1)[0][0].file == "y.jpg"
    index.rebuild()
    assert index.manifest.removed == ()
    assert len(index.works) == MANY - 1
    assert ids(index.nearest(query, 2)) == [order[2], order[1]]


def test_changes_that_cannot_be_are_refused_and_change_nothing(index: Index, query: Matrix) -> None:
    before = {path.name: path.read_bytes() for path in index.folder.iterdir()}
    new = works(2, "new")
    with pytest.raises(BadIndex, match="a work w3 already"):
        index.add(clustered(1, WIDE), [works(MANY)[3]])
    with pytest.raises(BadIndex, match="7 dimensions, the others 24"):
        index.add(clustered(2, 7), new)
    with pytest.raises(BadIndex, match="work new1 holds NaN"):
        index.add(np.array([[1.0] * WIDE, [np.nan] * WIDE]), new)
    with pytest.raises(BadIndex, match="1 vectors for 2 works"):
        index.add(clustered(1, WIDE), new)
    with pytest.raises(BadIndex, match="no works"):
        index.add(clustered(0, WIDE), [])
    with pytest.raises(BadIndex, match="no work stranger"):
        index.remove(["w1", "stranger"])
    with pytest.raises(BadIndex, match="without any works"):
        index.remove([work.id for work in index.works])
    assert {path.name: path.read_bytes() for path in index.folder.iterdir()} == before
    assert len(index.nearest(query, MANY)) == MANY


def test_a_flipped_byte_in_any_file_is_refused_by_its_name(index: Index) -> None:
    index.add(clustered(3, WIDE), works(3, "late"))
    index.remove(["w4"])
    for file in sorted(index.folder.iterdir()):
        whole = file.read_bytes()
        for place in (0, len(whole) // 3, len(whole) // 2, len(whole) - 1):
            damaged = bytearray(whole)
            damaged[place] ^= 4
            file.write_bytes(damaged)
            with pytest.raises(BadIndex, match=file.name):
                Index.open(index.folder)
        file.write_bytes(whole[:-1])
        with pytest.raises(BadIndex, match=file.name):
            Index.open(index.folder)
        file.unlink()
        with pytest.raises(BadIndex):
            Index.open(index.folder)
        file.write_bytes(whole)
    assert len(Index.open(index.folder).works) == MANY + 2


def test_files_of_two_indexes_do_not_mix(index: Index, vectors: Matrix, tmp_path: Path) -> None:
    other = Index.build(vectors[::-1], works(MANY), tmp_path / "other", kind="style", encoder=ENCODER)
    shutil.copy(other.folder / "vectors.npy", index.folder / "vectors.npy")
    with pytest.raises(BadIndex, match=r"vectors\.npy is damaged"):
        Index.open(index.folder)


def test_large_files_are_trusted_only_while_nobody_touched_them(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.manifest.SMALL", 1000)
    file = index.folder / "vectors.npy"
    Index.open(index.folder)
    state = file.stat()
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(BadIndex, match=r"vectors\.npy is damaged"):
        Index.open(index.folder)

    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    found = Index.open(index.folder)  # as large and as old as the one that was found whole
    with pytest.raises(BadIndex, match=r"vectors\.npy is damaged"):
        found.verify()
    file.write_bytes(whole)
    Index.open(index.folder).verify()


def test_a_large_index_knows_its_recall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "FEW", 1000)
    given = clustered(4000, 96)
    index = Index.build(given, works(4000), tmp_path / "index", kind="style", encoder=ENCODER)
    assert index.manifest.effort is not None
    assert 0.99 <= index.manifest.recall_at_5 <= 1
    late = clustered(30, 96, seed=8)
    index.add(late, works(30, "late"))
    index.remove(["w7", "late3"])
    everything, names = np.concatenate([given, late]), [work.id for work in works(4000) + works(30, "late")]
    hits = 0
    for query in clustered(60, 96, seed=9):
        scores = cosines(everything, query)
        true = [names[row] for row in np.argsort(-scores) if names[row] not in ("w7", "late3")][:5]
        found = index.nearest(query, 5)
        hits += len(set(true) & set(ids(found)))
        assert [score for _, score in found] == pytest.approx(
            [scores[names.index(id)] for id in ids(found)], abs=1e-4
        )
    assert hits >= 0.99 * 300


def test_where_annoy_misses_too_much_every_vector_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "FEW", 1000)
    monkeypatch.setattr(building, "LEAST", 1.1)
    given = clustered(1500, 32)
    index = Index.build(given, works(1500), tmp_path / "index", kind="style", encoder=ENCODER)
    assert index.manifest.effort is None
    assert index.manifest.recall_at_5 == 1
    query = clustered(1, 32, seed=1)[0]
    assert ids(index.nearest(query, 5)) == nearest(given, query, 5)


def test_what_cannot_be_built_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "index"

    def build(vectors: Matrix, many: list[Work]) -> None:
        Index.build(vectors, many, folder, kind="content", encoder=ENCODER)

    with pytest.raises(BadIndex, match="no works to index"):
        build(clustered(0, 4), [])
    with pytest.raises(BadIndex, match="2 works have the id w1"):
        build(clustered(4, 4), [*works(3), works(2)[1]])
    with pytest.raises(BadIndex, match="work w2 holds NaN"):
        build(np.array([[1, 2], [1, 2], [np.nan, 2]]), works(3))
    with pytest.raises(BadIndex, match="5 vectors for 4 works"):
        build(clustered(5, 4), works(4))
    assert list(tmp_path.iterdir()) == []

    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    with pytest.raises(BadIndex, match="is no index"):
        build(clustered(3, 4), works(3))
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_build_that_fails_leaves_the_older_index(index: Index, query: Matrix) -> None:
    def broken() -> Iterator[Matrix]:
        yield clustered(10, WIDE)
        raise RuntimeError("the power went")

    expected = ids(index.nearest(query, 5))
    with pytest.raises(RuntimeError, match="the power went"):
        Index.build(broken(), works(20), index.folder, kind="style", encoder=ENCODER)
    assert ids(Index.open(index.folder).nearest(query, 5)) == expected
    assert [path.name for path in index.folder.parent.iterdir()] == [index.folder.name]


def test_queries_that_cannot_be_are_refused(index: Index, query: Matrix) -> None:
    with pytest.raises(BadQuery, match="25 dimensions, the index 24; encode it with made-up"):
        index.nearest(np.ones(25), 5)
    with pytest.raises(BadQuery, match="holds NaN"):
        index.nearest(np.full(WIDE, np.nan), 5)
    with pytest.raises(BadQuery, match="nothing but zeros"):
        index.nearest(np.zeros(WIDE), 5)
    with pytest.raises(BadQuery, match="301 works are asked for, of 300; ask for 1 to 300"):
        index.nearest(query, 301)
    with pytest.raises(BadQuery, match="0 works are asked for"):
        index.nearest(query, 0)


def test_what_is_no_index_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(BadIndex, match=f"there is no index in {tmp_path}"):
        Index.open(tmp_path)
    with pytest.raises(BadIndex, match="there is no index in"):
        Index.open(tmp_path / "nowhere")
    (tmp_path / "manifest.json").write_text("[]")
    with pytest.raises(BadIndex, match=r"manifest\.json is damaged; build it again"):
        Index.open(tmp_path)


def test_another_version_is_refused(index: Index) -> None:
    index.manifest.model_copy(update={"version": 2}).write(index.folder)
    with pytest.raises(BadIndex, match="is of version 2, not 1"):
        Index.open(index.folder)


def test_a_reader_keeps_its_index_while_another_takes_its_place(
    index: Index, vectors: Matrix, query: Matrix
) -> None:
    old = Index.open(index.folder)
    Index.build(-vectors, works(MANY, "new"), index.folder, kind="style", encoder=ENCODER)
    assert ids(old.nearest(query, 5)) == nearest(vectors, query, 5)
    assert old.works[17] == works(MANY)[17]
    assert ids(old.nearest(query, 5, {"school": "school 7"})) == nearest(
        vectors, query, 5, lambda row: row % 50 == 7
    )
    new = Index.open(index.folder)
    assert ids(new.nearest(-query, 1)) == [nearest(vectors, query, 1)[0].replace("w", "new")]


def test_whoever_opens_during_rebuilds_finds_one_whole_index(index: Index, vectors: Matrix) -> None:
    """Ten builds, each of another size, while readers open the folder without a pause."""
    stop, faults, seen = threading.Event(), [], set()

    def read() -> None:
        while not stop.is_set():
            found = Index.open(index.folder)
            many = len(found.works)
            seen.add(many)
            work, score = found.nearest(vectors[5], 1)[0]
            if (work.id, many) != (f"n{many}-5", found.manifest.works) or score < 0.999:
                faults.append((work.id, many, score))

    def build(many: int) -> None:
        Index.build(vectors[:many], works(many, f"n{many}-"), index.folder, kind="style", encoder=ENCODER)

    build(20)
    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for many in range(21, 31):
        build(many)
    stop.set()
    for reader in readers:
        reader.join()
    assert not faults
    assert seen


def test_many_threads_search_one_index(index: Index, vectors: Matrix) -> None:
    wrong = []

    def search(row: int) -> None:
        if ids(index.nearest(vectors[row], 3)) != nearest(vectors, vectors[row], 3):
            wrong.append(row)

    threads = [threading.Thread(target=search, args=(row,)) for row in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_of_two_that_build_into_one_folder_one_is_told_so(tmp_path: Path) -> None:
    folder, begun, go_on = tmp_path / "index", threading.Event(), threading.Event()

    def blocks() -> Iterator[Matrix]:
        begun.set()
        go_on.wait()
        yield clustered(30, 8)

    def build() -> None:
        Index.build(blocks(), works(30), folder, kind="style", encoder=ENCODER)

    other = threading.Thread(target=build)
    other.start()
    begun.wait()
    try:
        with pytest.raises(BadInput, match=f"another process is writing the index {folder}; wait"):
            Index.build(clustered(5, 8), works(5), folder, kind="style", encoder=ENCODER)
    finally:
        go_on.set()
        other.join()
    assert len(Index.open(folder).works) == 30
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_pictures_are_found_even_when_index_and_gallery_move(vectors: Matrix, tmp_path: Path) -> None:
    gallery, folder = tmp_path / "house" / "gallery", tmp_path / "house" / "index"
    (gallery / "images").mkdir(parents=True)
    index = Index.build(vectors, works(MANY), folder, kind="style", encoder=ENCODER, gallery=gallery)
    assert index.picture(index.works[0]) == gallery / "images" / "0.jpg"
    (tmp_path / "house").rename(tmp_path / "castle")
    moved = Index.open(tmp_path / "castle" / "index")
    assert moved.picture(moved.works[0]) == tmp_path / "castle" / "gallery" / "images" / "0.jpg"

    moved.add(clustered(1, WIDE, seed=3), works(1, "late"), tmp_path / "elsewhere")
    assert moved.picture(moved.works[MANY]) == tmp_path / "elsewhere" / "images" / "0.jpg"
    assert Path(Manifest.read(moved.folder).gallery) == Path("../gallery")


def test_without_a_gallery_no_picture_is_promised(index: Index) -> None:
    with pytest.raises(BadGallery, match="does not know where the pictures"):
        index.picture(index.works[0])


def test_the_catalogue_is_one_that_galleries_read(index: Index) -> None:
    assert catalogue.read(index.folder / "catalogue.csv") == works(MANY)
