import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import safetensors.torch

from ground import canvas, weights
from ground.errors import BadIndex, BadPicture, BadQuery, BadWeights
from retrieval.index import Index
from retrieval.joint import JointSpace
from retrieval.search import Search
from tests.retrieval.indexed import NOUNS, House, build, picture_vector
from tests.retrieval.painted import paint


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return build(tmp_path_factory.mktemp("house"))


@pytest.fixture
def search(house: House) -> Search:
    return house.search()


@pytest.fixture
def moved(house: House, tmp_path: Path) -> House:
    """The same indexes, to be broken."""
    shutil.copytree(house.indexes, tmp_path / "indexes")
    return replace(house, indexes=tmp_path / "indexes")


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


def test_words_find_their_picture_and_say_why(search: Search) -> None:
    for number, noun in enumerate(NOUNS):
        first = search.suggest(f"An {noun}", "somewhere")[0]
        assert first.work.id == str(number)
        assert first.score == pytest.approx(1, abs=1e-3)
        assert first.why == [noun]


def test_where_nothing_can_be_kept_the_same_is_found(
    search: Search, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PENTIMENTO_DATA", str(tmp_path / "file"))
    found = search.suggest("Bridge", content=1)
    monkeypatch.undo()
    assert found == search.suggest("Bridge", content=1)


def test_the_shape_that_others_rely_on(search: Search) -> None:
    suggestions = search.suggest("Bridge", "a bridge to the island", content=3, styles=2)
    document = json.loads(json.dumps({"suggestions": [each.as_json() for each in suggestions]}))
    assert [each["rank"] for each in document["suggestions"]] == [1, 2, 3]
    first = document["suggestions"][0]
    assert set(first) == {"rank", "score", "work", "styles", "why"}
    assert (first["work"]["id"], first["work"]["title"], first["work"]["artist"]) == (
        "1",
        "The bridge",
        "Nobody",
    )
    assert first["why"][0] == "bridge"
    assert [set(style) for style in first["styles"]] == [{"rank", "score", "work"}] * 2
    scores = [each["score"] for each in document["suggestions"]]
    assert scores == sorted(scores, reverse=True)


def test_each_content_has_the_styles_nearest_to_its_picture(search: Search, house: House) -> None:
    style_vectors = [picture_vector(house.styles / "images" / f"{number}.png") for number in range(14)]
    for suggestion in search.suggest("The candle", content=4, styles=6):
        own = picture_vector(search.picture(suggestion.work))
        cosines = np.array([cosine(own, vector) for vector in style_vectors])
        found = [int(match.work.id) - 100 for match in suggestion.styles]
        assert [match.rank for match in suggestion.styles] == [1, 2, 3, 4, 5, 6]
        assert [match.score for match in suggestion.styles] == pytest.approx(
            np.sort(cosines)[::-1][:6], abs=1e-3
        )
        assert cosines[found] == pytest.approx([match.score for match in suggestion.styles], abs=1e-3)


def test_styles_for_a_work_its_file_and_its_picture_agree(search: Search, house: House) -> None:
    work = search.content.works[4]
    path = house.gallery / "images" / "4.png"
    expected = [match.work.id for match in search.styles_for(work)]
    assert len(expected) == 5
    assert [match.work.id for match in search.styles_for(path)] == expected
    from_memory = search.styles_for(canvas.read(path, shortest=search.encoder.shortest))
    assert [match.work.id for match in from_memory] == expected
    of_style = search.styles_for(search.style.works[3], k=1)[0]
    assert of_style.work == search.style.works[3]
    assert of_style.score == pytest.approx(1, abs=1e-3)


def test_filters_for_contents_and_for_styles(search: Search) -> None:
    found = search.suggest("The garden", where={"style": "baroque"}, style_where={"style": "impressionism"})
    assert [each.work.style for each in found] == ["Baroque"] * 5
    assert {style.work.style for each in found for style in each.styles} == {"Impressionism"}
    assert search.suggest("The garden", where={"style": "Cubism"}) == []
    assert all(not each.styles for each in search.suggest("The garden", style_where={"style": "Cubism"}))
    assert all(not each.styles for each in search.suggest("The garden", styles=0))


def test_more_on_demand(search: Search) -> None:
    whole = search.suggest("The eagle and the forest", content=10, styles=0)
    pages = [
        search.suggest("The eagle and the forest", content=4, styles=0, offset=offset)
        for offset in (0, 4, 8, 12)
    ]
    assert [each for page in pages for each in page] == whole
    assert [each.rank for each in whole] == list(range(1, 11))
    assert pages[3] == []
    assert search.styles_for(whole[0].work, 3, offset=2) == search.styles_for(whole[0].work, 5)[2:]


def test_diversity_keeps_the_first_and_passes_over_copies(
    search: Search, house: House, tmp_path: Path
) -> None:
    copies = [replace(search.content.works[2], id=f"copy{number}") for number in range(6)]
    shutil.copytree(house.indexes, tmp_path / "indexes")
    index = Index.open(tmp_path / "indexes" / "content")
    own = index.contents.take(np.array([2]))
    index.add(np.repeat(own, 6, axis=0), copies, house.gallery)
    crowded = Search.open(tmp_path / "indexes")

    plain = crowded.suggest("The candle", styles=0)
    assert {each.work.title for each in plain} == {"The candle"}
    diverse = crowded.suggest("The candle", styles=0, diversity=0.7)
    assert diverse[0] == plain[0]
    assert len({each.work.title for each in diverse}) == 5
    score = {work.title: cosine for work, cosine in index.nearest(own[0], 16)}
    assert [each.score for each in diverse] == pytest.approx(
        [score[each.work.title] for each in diverse], abs=1e-3
    )
    pages = [
        crowded.suggest("The candle", content=2, styles=0, diversity=0.7, offset=offset) for offset in (0, 2)
    ]
    assert [each.work.id for page in pages for each in page] == [each.work.id for each in diverse[:4]]


def test_hubness_moves_ranks_but_not_scores(house: House, tmp_path: Path) -> None:
    search = house.search()
    plain = search.suggest("The dolphin", content=10, styles=0)
    second = search.joint.embed_words([plain[1].work.title], [""])
    search.joint = replace(search.joint, references=np.repeat(second, 3, axis=0))
    corrected = search.suggest("The dolphin", content=10, styles=0)
    score = {each.work.id: each.score for each in plain}
    assert {each.work.id: each.score for each in corrected} == score
    place = [each.work.id for each in corrected].index(plain[1].work.id)
    assert place > 1


def test_as_many_as_there_are_and_no_more(search: Search) -> None:
    assert len(search.suggest("The anchor", content=10, styles=14)[0].styles) == 14
    with pytest.raises(BadQuery, match=r"11 works are asked for, and .*content holds 10; ask for 10 at most"):
        search.suggest("The anchor", content=11)
    with pytest.raises(BadQuery, match=r"15 works are asked for, and .*style holds 14"):
        search.suggest("The anchor", styles=15)


@pytest.mark.parametrize(
    ("wish", "complaint"),
    [
        ({"content": 0}, "0 works are asked for"),
        ({"styles": -1}, "-1 works are asked for"),
        ({"offset": -1}, "offset of -1"),
        ({"diversity": 1.5}, "diversity of 1.5"),
        ({"diversity": float("nan")}, "diversity of nan"),
        ({"where": {"size": "large"}}, "cannot be filtered by 'size'"),
    ],
)
def test_wishes_that_cannot_be(wish: dict[str, float], complaint: str, search: Search) -> None:
    with pytest.raises(BadQuery, match=complaint):
        search.suggest("The anchor", **wish)  # type: ignore[arg-type]


def test_words_that_nobody_taught(search: Search) -> None:
    with pytest.raises(BadQuery):
        search.suggest("Xyzzy", "qwertz plugh")


def test_a_picture_that_cannot_be_read(search: Search, tmp_path: Path) -> None:
    with pytest.raises(BadPicture):
        search.styles_for(tmp_path / "nothing.png")


def test_a_small_gallery_gives_all_that_it_has(house: House, tmp_path: Path) -> None:
    shutil.copytree(house.indexes, tmp_path / "indexes")
    for kind in ("content", "style"):
        index = Index.open(tmp_path / "indexes" / kind)
        index.remove([work.id for work in index.works[3:]])
    found = Search.open(tmp_path / "indexes").suggest("The bridge")
    assert len(found) == 3
    assert [len(each.styles) for each in found] == [3, 3, 3]


def test_an_index_of_another_joint_model_is_refused(moved: House) -> None:
    space = JointSpace.load(moved.indexes / "joint")
    replace(space, references=np.eye(16, dtype=np.float32)).save(moved.indexes / "joint")
    with pytest.raises(BadIndex, match=r"content was made with another joint model than .*joint"):
        moved.search()


def test_indexes_that_changed_places_are_refused(moved: House) -> None:
    (moved.indexes / "content").rename(moved.indexes / "aside")
    (moved.indexes / "style").rename(moved.indexes / "content")
    (moved.indexes / "aside").rename(moved.indexes / "style")
    with pytest.raises(BadIndex, match="content is an index of kind style, not content"):
        moved.search()


@pytest.mark.parametrize("missing", ["content", "style", "joint"])
def test_a_folder_that_lacks_a_part_is_refused(missing: str, moved: House) -> None:
    shutil.rmtree(moved.indexes / missing)
    with pytest.raises((BadIndex, BadWeights), match=missing):
        moved.search()


def test_other_weights_than_the_index_was_made_with_are_refused(house: House, tmp_path: Path) -> None:
    other = tmp_path / "other.safetensors"
    state = safetensors.torch.load_file(weights.BUNDLED / "vgg19-slim.safetensors")
    safetensors.torch.save_file({name: value + 1e-3 for name, value in state.items()}, other)
    search = Search.open(house.indexes, other)
    with pytest.raises(BadIndex, match=r"style was made with other weights of vgg19-slim .*--weights FILE"):
        search.suggest("The bridge")


def test_an_encoder_that_is_not_here_is_named(moved: House) -> None:
    style = Index.open(moved.indexes / "style")
    encoder = style.manifest.encoder.model_copy(update={"name": "resnet152"})
    style.manifest.model_copy(update={"encoder": encoder}).write(style.folder)
    search = Search.open(moved.indexes)
    assert len(search.suggest("The bridge", styles=0)) == 5
    with pytest.raises(
        BadIndex, match=r"style needs the encoder resnet152, which is not here .*--weights FILE"
    ):
        search.suggest("The bridge")


def test_a_picture_from_elsewhere(search: Search, tmp_path: Path) -> None:
    matches = search.styles_for(paint(tmp_path / "mine.png", 103), k=2)
    assert matches[0].work.id == "103"
    assert matches[0].score == pytest.approx(1, abs=1e-3)
