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
