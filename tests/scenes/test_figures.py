"""Figures, frames and streets: joints are where bodies have them, perspective runs together."""

import numpy as np
import pytest

from scenes.bodies import SITTING, STANDING, WALKING, Person, Pose
from scenes.brush import Canvas
from scenes.figures import figure
from scenes.frame import Frame
from scenes.fronts import Front, front
from scenes.stage import Stage
from scenes.town import Street, hang


@pytest.fixture
def stage() -> Stage:
    return Stage(Canvas(np.random.default_rng(1), 160, 160, (0.7, 0.7, 0.7)))


def test_a_standing_body_has_its_joints_in_order(stage: Stage) -> None:
    joints = figure(stage, 0.5, 0.95, 0.8, Person(), STANDING)
    head, neck, hip = (joints[name][1] for name in ("head", "neck", "hip"))
    assert 0.15 < head < neck < hip < 0.95
    assert joints["near_hand"][1] > joints["near_elbow"][1] > neck


def test_a_figure_facing_left_mirrors_one_facing_right(stage: Stage) -> None:
    pose = Pose(near_arm=(60, 90), turn=0.8)
    right = figure(stage, 0.5, 0.9, 0.6, Person(), pose)["near_hand"]
    left = figure(stage, 0.5, 0.9, 0.6, Person(), pose, facing=-1)["near_hand"]
    assert right[0] - 0.5 == pytest.approx(0.5 - left[0])
    assert right[1] == pytest.approx(left[1])


def test_a_seated_head_is_lower_than_a_standing_one(stage: Stage) -> None:
    standing = figure(stage, 0.5, 0.9, 0.6, Person(), WALKING)["head"][1]
    seated = figure(stage, 0.5, 0.9, 0.6, Person(), SITTING, hip=2.0)["head"][1]
    assert seated > standing + 0.1


def test_a_frame_reads_back_the_coordinates_it_gives(stage: Stage) -> None:
    frame = Frame(0.5, 0.5, 0.3, 0.4, -1.0)
    patch = stage.ellipse(*frame.at(0.4, -0.3), 0.03, 0.03)
    u, v = frame.grid(stage, patch)
    weight = patch.mask / patch.mask.sum()
    assert (u * weight).sum() == pytest.approx(0.4, abs=0.02)
    assert (v * weight).sum() == pytest.approx(-0.3, abs=0.02)


def test_far_points_of_a_street_run_to_its_vanishing_point() -> None:
    street = Street(0.6, 0.4)
    assert street.at(0.5, 1.0, 1e6) == pytest.approx((0.6, 0.4), abs=1e-5)
    assert street.at(0.5, 0.0, 1.0)[1] > street.y


def test_a_front_has_open_sky_over_its_roof_and_solid_walls() -> None:
    flat = front(np.random.default_rng(3), Front())
    assert flat[0, :3, 3].max() == 0
    assert flat[-60:, :, 3].min() > 0.99


def test_a_hung_front_fills_its_four_corners_and_no_more(stage: Stage) -> None:
    flat = np.ones((20, 20, 4), np.float32) * np.asarray([1, 0, 0, 1], np.float32)
    hang(stage, flat, [(0.25, 0.25), (0.75, 0.35), (0.75, 0.65), (0.25, 0.75)])
    assert stage.rgb[80, 80] == pytest.approx([1, 0, 0], abs=0.02)
    assert stage.rgb[44, 116] == pytest.approx([0.7] * 3)
