"""The pictures: a fixed split, the same batch for the same number, and spoiling that stays within bounds."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from ground.errors import BadPicture
from scripts.slim import pictures


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for number in range(24):
        folder = tmp_path / ("photos" if number % 2 else "paintings/images")
        folder.mkdir(parents=True, exist_ok=True)
        shade = np.full((200 + number, 260, 3), number * 10, np.uint8)
        Image.fromarray(shade).save(folder / f"{number:02}.jpg")
    return tmp_path


def test_the_split_is_fixed_and_nothing_is_on_both_sides(data: Path) -> None:
    learn, held = pictures.files(data)
    assert (learn, held) == pictures.files(data)
    assert len(set(learn) | set(held)) == 24
    assert {file.parent.name for file in held} == {"photos", "images"}
    assert len(held) == 6


def test_no_pictures_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadPicture, match="there are no pictures"):
        pictures.load(tmp_path)


def test_batches_are_square_bounded_and_repeatable(data: Path) -> None:
    learn = pictures.load(data).pictures
    for seed in range(6):
        batch = pictures.batch(learn, np.random.default_rng(seed))
        assert batch.shape[2] == batch.shape[3]
        assert batch.shape[2] in pictures.CROPS
        assert -0.06 < float(batch.min()) <= float(batch.max()) < 1.06
        assert torch.equal(batch, pictures.batch(learn, np.random.default_rng(seed)))


def test_a_crop_larger_than_its_picture_takes_what_there_is() -> None:
    chance = np.random.default_rng(0)
    assert pictures.crop(torch.zeros(3, 40, 90, dtype=torch.uint8), 192, chance).shape == (3, 192, 192)
