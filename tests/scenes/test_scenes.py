"""The catalogue as a whole: every scene draws, the same each time, and has words of its own."""

from itertools import chain

import numpy as np
import pytest

from scenes.scene import Scene, all_scenes

SCENES = all_scenes()
THUMBNAIL = 72


def named(scene: Scene) -> str:
    return scene.id


def test_ids_and_titles_are_each_their_own() -> None:
    assert len({scene.id for scene in SCENES}) == len(SCENES) >= 95
    assert len({scene.title for scene in SCENES}) == len(SCENES)


def test_no_two_descriptions_in_the_catalogue_are_alike() -> None:
    sentences = list(chain.from_iterable(scene.descriptions for scene in SCENES))
    assert len(set(sentences)) == len(sentences) == 3 * len(SCENES)


@pytest.mark.parametrize("scene", SCENES, ids=named)
def test_words_say_something(scene: Scene) -> None:
    assert all(len(sentence.split()) >= 5 and sentence[-1] in ".!?" for sentence in scene.descriptions)
    assert len(set(scene.tags)) == len(scene.tags) >= 3


@pytest.mark.parametrize("scene", SCENES[::40], ids=named)
def test_the_same_seed_gives_the_same_pixels(scene: Scene) -> None:
    first, again = (
        scene.draw(np.random.default_rng(5), THUMBNAIL),
        scene.draw(np.random.default_rng(5), THUMBNAIL),
    )
    assert np.array_equal(first, again)
    assert not np.array_equal(first, scene.draw(np.random.default_rng(6), THUMBNAIL))


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES, ids=named)
def test_every_scene_draws(scene: Scene) -> None:
    picture = scene.draw(size=THUMBNAIL)
    assert picture.dtype == np.float32
    assert max(picture.shape[:2]) == THUMBNAIL
    assert picture.shape[1] / picture.shape[0] == pytest.approx(scene.aspect, abs=0.04)
    assert picture.min() >= 0
    assert picture.max() <= 1
    assert picture.std() > 0.04
