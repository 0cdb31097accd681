from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from ground.canvas import Picture
from ground.errors import BadGallery
from retrieval.gallery import Gallery
from retrieval.live import live_features
from retrieval.plan import Plan
from retrieval.study import deal, encode
from retrieval.work import Work
from tests.retrieval.painted import paint


class Corner:
    """An encoder that tells the mean colour of a picture's corner: of a random place, for a view."""

    name, weights_sha256, dimensions, shortest = "corner", "a" * 64, 3, 32

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        top, left = view.integers(0, 20, 2) if view else (0, 0)
        return torch.from_numpy(np.ascontiguousarray(picture.rgb[top : top + 8, left : left + 8]))

    def encode(self, batch: Tensor) -> Tensor:
        return batch.mean((1, 2))


def works(many: int, **over: str) -> list[Work]:
    return [Work(f"{n}", f"images/{n}.png", f"Boat {n}", "A boat at sea", **over) for n in range(many)]


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    for number in range(5):
        paint(tmp_path / "images" / f"{number}.png", number)
    return Gallery(tmp_path, works(5))


def test_the_gallerys_own_split() -> None:
    some = works(6)
    names = ["train", "validation", "test", "train", "validation", "test"]
    parts = deal([replace(work, split=name) for work, name in zip(some, names, strict=True)], Plan())
    assert {name: [work.id for work in part] for name, part in parts.items()} == {
        "train": ["0", "3"],
        "validation": ["1", "4"],
        "test": ["2", "5"],
    }


def test_a_gallery_without_a_split_is_dealt_by_the_seed() -> None:
    parts = deal(works(100), Plan())
    assert {name: len(part) for name, part in parts.items()} == {"train": 90, "validation": 5, "test": 5}
    assert parts == deal(works(100), Plan())
    assert parts != deal(works(100), Plan(seed=1))


def test_works_without_words_are_left_out() -> None:
    parts = deal([*works(50), Work("x", "x.png"), Work("y", "y.png", "The")], Plan())
    assert sum(map(len, parts.values())) == 50


def test_all_works_are_learned_from_where_descriptions_are_held_back() -> None:
    some = [*works(5, split="train"), replace(works(1)[0], id="v", split="validation")]
    some += [replace(work, id=f"t{work.id}", split="test") for work in works(2)]
    parts = deal(some, Plan(hold_back="descriptions"))
    assert {name: len(part) for name, part in parts.items()} == {"train": 6, "test": 2}


@pytest.mark.parametrize(
    ("some", "why"),
    [
        (works(12), "1 described works are too few for the validation split"),
        (works(1, split="train"), "1 described works are too few for the train split"),
        ([Work("x", "x.png", split="train")] * 3, "0 described works are too few for the train split"),
        (works(2), "2 works cannot be split"),
    ],
)
def test_too_few_works(some: list[Work], why: str) -> None:
    with pytest.raises(BadGallery, match=why):
        deal(some, Plan())


def test_each_part_gets_its_own_pictures(gallery: Gallery) -> None:
    pairs = encode(gallery, {"train": gallery.works[3:], "test": gallery.works[:3]}, Corner())
    whole = encode(gallery, {"all": gallery.works}, Corner())["all"].features
    np.testing.assert_array_equal(pairs["train"].features, whole[3:])
    np.testing.assert_array_equal(pairs["test"].features, whole[:3])
    assert pairs["train"].titles == ["Boat 3", "Boat 4"]


def test_live_features_see_another_view_every_epoch_and_the_same_for_the_same_chance(
    gallery: Gallery,
) -> None:
    pictures, seen = gallery.pictures(), list[tuple[int, int]]()
    first = live_features(pictures, Corner(), (7, 1), lambda done, total: seen.append((done, total)))
    assert first.dtype == np.float16
    assert seen[-1] == (5, 5)
    np.testing.assert_array_equal(first, live_features(pictures, Corner(), (7, 1)))
    for chance in ((7, 2), (8, 1)):
        assert (first != live_features(pictures, Corner(), chance)).any(axis=1).all()
