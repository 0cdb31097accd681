"""The stage: shapes cover what they should, light falls from its side, dabs stay within."""

import numpy as np
import pytest

from scenes.brush import Canvas
from scenes.shapes import Dab, Lamp, curve, inflate
from scenes.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage(Canvas(np.random.default_rng(1), 120, 160, (0.5, 0.5, 0.5)))


def test_an_ellipse_covers_its_area(stage: Stage) -> None:
    patch = stage.ellipse(0.6, 0.5, 0.3, 0.2)
    assert patch.mask.sum() == pytest.approx(np.pi * 0.3 * 0.2 * 120**2, rel=0.02)


def test_a_shape_beyond_the_edge_is_cropped_to_the_picture(stage: Stage) -> None:
    patch = stage.ellipse(0.0, 0.0, 0.4, 0.4)
    assert (patch.y, patch.x) == (0, 0)
    assert patch.mask.sum() == pytest.approx(np.pi * 0.4**2 * 120**2 / 4, rel=0.05)


@pytest.mark.parametrize("side", [-1.0, 1.0])
def test_a_rounded_shape_is_brighter_towards_the_lamp(stage: Stage, side: float) -> None:
    stage.light = Lamp((side * 0.7, -0.3, 0.6))
    stage.form(stage.ellipse(0.66, 0.5, 0.3, 0.3), (0.6, 0.5, 0.4), texture=0.0)
    middle = stage.rgb[60]
    left, right = middle[48:58].mean(), middle[100:110].mean()
    assert (right - left) * side > 0.1


def test_dabs_within_a_shape_leave_the_rest_alone(stage: Stage) -> None:
    before = stage.rgb.copy()
    patch = stage.ellipse(0.4, 0.4, 0.1, 0.1)
    stage.dabs([Dab(0.4, 0.4, 1.0, 0.5, 0.3, "#ff0000")], patch)
    cover = np.zeros(before.shape[:2], bool)
    cover[patch.window] = patch.mask > 0
    assert np.array_equal(stage.rgb[~cover], before[~cover])
    assert stage.rgb[48, 48, 0] > 0.9


def test_free_dabs_change_nothing_they_do_not_touch(stage: Stage) -> None:
    stage.rgb[:] = np.random.default_rng(2).random(stage.rgb.shape)
    before = stage.rgb.copy()
    stage.dabs([Dab(0.2, 0.2, 0.05, 0.05, 0.0, "#00ff00")])
    assert np.array_equal(stage.rgb[60:], before[60:])
    assert not np.array_equal(stage.rgb[:60], before[:60])


def test_a_shadow_only_darkens(stage: Stage) -> None:
    before = stage.rgb.copy()
    stage.cast(stage.ellipse(0.6, 0.4, 0.15, 0.15), 0.1, 0.05, 0.02, 0.8)
    assert (stage.rgb <= before + 1e-6).all()
    assert (before - stage.rgb).max() > 0.2


def test_a_curve_passes_through_its_points() -> None:
    corners = [(0.0, 0.0), (1.0, 0.2), (0.8, 1.0)]
    path = np.asarray(curve(corners))
    for corner in corners:
        assert np.hypot(*(path - corner).T).min() < 1e-9


def test_a_pillow_is_highest_in_its_middle() -> None:
    mask = np.zeros((41, 41), np.float32)
    mask[5:36, 5:36] = 1
    height = inflate(mask, 15)
    assert height[20, 20] == pytest.approx(height.max(), rel=0.01)
    assert height[20, 8] < height[20, 14] < height[20, 20]
