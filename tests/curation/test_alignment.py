import numpy as np
import pytest
from PIL import Image, ImageOps

from curation.alignment import Place, places
from curation.fingerprint import Fingerprinter, Fingerprints
from ground.canvas import Picture
from tests.curation.made import drawn


def prints(*images: Image.Image) -> Fingerprints:
    encoder = Fingerprinter()
    rows = [encoder.prepare(Picture(np.asarray(image, np.float32) / 255)).half().numpy() for image in images]
    return Fingerprints.of(np.stack(rows))


def place(one: Image.Image, other: Image.Image) -> Place:
    [(pair, found)] = places(prints(one, other), [(0, 1)])
    assert pair == (0, 1)
    return found


@pytest.mark.parametrize("share", [0.5, 0.62, 0.8])
@pytest.mark.parametrize("turned", [False, True])
def test_a_crop_is_found_with_its_size_and_its_side(share: float, turned: bool) -> None:
    whole = drawn(5)
    width, height = (round(side * share) for side in whole.size)
    part = whole.crop((30, 40, 30 + width, 40 + height))
    found = place(ImageOps.mirror(part) if turned else part, whole)
    assert found.score > 0.7
    assert found.ground == 1
    assert found.mirrored is turned
    assert found.scale == pytest.approx(share, abs=0.05)


def test_the_same_picture_agrees_wholly_and_another_hardly() -> None:
    assert place(drawn(5), drawn(5)).score > 0.99
    assert max(place(drawn(5), drawn(number)).score for number in range(6, 16)) < 0.5


def test_two_crops_that_overlap_little_are_not_one_picture() -> None:
    whole = drawn(5)
    assert place(whole.crop((0, 0, 180, 280)), whole.crop((180, 0, 360, 280))).score < 0.5


def test_plain_pictures_agree_with_nothing() -> None:
    assert place(Image.new("RGB", (100, 100), "white"), drawn(5)).score < 0.5


def test_a_framed_and_a_stretched_picture_are_the_same_one() -> None:
    whole = drawn(5)
    assert place(ImageOps.expand(whole, 40, (90, 60, 30)), whole).score > 0.7
    assert place(whole.resize((240, 240)), whole).score > 0.9


def page(number: int) -> Image.Image:
    """Lines of print, each number with its own words, all at the same height."""
    chance = np.random.default_rng(number)
    grey = np.full((280, 360), 240, np.uint8)
    for line in range(20, 260, 14):
        grey[line : line + 7, 30:330] = chance.integers(20, 240, (1, 150), np.uint8).repeat(2, 1)
    return Image.fromarray(grey).convert("RGB")


def test_two_pages_of_print_or_two_horizons_are_two_pictures() -> None:
    assert place(page(1), page(2)).score < 0.5
    assert place(page(1), page(1).resize((180, 140))).score > 0.8
    sea = np.full((280, 360, 3), 200, np.uint8)
    sea[140:] = 60
    seas = [
        Image.fromarray((sea + np.random.default_rng(each).integers(0, 12, sea.shape)).astype(np.uint8))
        for each in (1, 2)
    ]
    assert place(*seas).score < 0.5
