"""Every manner makes a picture of its own of a scene, whole, the same again, and unlike the other manners'."""

import numpy as np
import pytest

from scenes.manners.manner import MANNERS
from scenes.noise import Field
from scenes.scene import all_scenes

SIDE = 144


@pytest.fixture(scope="module")
def boats() -> Field:
    return next(scene for scene in all_scenes() if scene.id == "sailing-at-sunset").draw(size=SIDE)


def make(name: str, scene: Field) -> Field:
    return np.asarray(MANNERS[name].filter(scene, np.random.default_rng(7)), np.float32)


@pytest.fixture(scope="module")
def made(boats: Field) -> dict[str, Field]:
    return {name: make(name, boats) for name in MANNERS}


@pytest.mark.parametrize("name", MANNERS)
def test_it_fills_the_picture(made: dict[str, Field], name: str) -> None:
    picture = made[name]
    assert picture.shape == (96, SIDE, 3)
    assert np.isfinite(picture).all()
    assert picture.min() >= 0
    assert picture.max() <= 1
    assert picture.std() > 0.05


@pytest.mark.parametrize("name", ["Mosaic", "Woodcut", "Pastel"])
def test_it_is_the_same_again(boats: Field, made: dict[str, Field], name: str) -> None:
    assert np.array_equal(make(name, boats), made[name])


def test_no_two_are_alike(made: dict[str, Field]) -> None:
    names = list(made)
    for at, name in enumerate(names):
        for other in names[at + 1 :]:
            assert abs(made[name] - made[other]).mean() > 0.02, f"{name} looks like {other}"


@pytest.mark.parametrize("name", ["Engraving", "Ink wash", "Charcoal", "Woodcut"])
def test_prints_and_drawings_in_black_have_no_colour_of_their_own(made: dict[str, Field], name: str) -> None:
    picture = made[name]
    assert np.abs(picture - picture.mean(axis=2, keepdims=True)).max() < 0.12


def test_each_says_what_it_is() -> None:
    for manner in MANNERS.values():
        assert manner.told.endswith(".")
        assert manner.technique
        assert manner.school
