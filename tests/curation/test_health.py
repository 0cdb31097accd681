from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from curation.health import UNJUDGED, Health, health
from curation.looking import look
from retrieval.joint import JointSpace
from retrieval.search import EMBEDDED
from tests.curation.made import changed, drawn, gallery


def faults(found: Health) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for flag in found.flags:
        told.setdefault(flag.work.id, set()).add(flag.fault)
    return told


def noisy(number: int, size: tuple[int, int] = (400, 320)) -> Image.Image:
    grain = np.random.default_rng(number).integers(0, 40, (size[1], size[0], 3), dtype=np.uint8)
    return Image.fromarray(np.asarray(drawn(number, size), np.uint8) // 2 + grain)


def by_the_fire(image: Image.Image) -> Image.Image:
    """Nearly all of it in the dark."""
    night = image.point(lambda value: value // 10)
    night.paste(image.crop((140, 140, 190, 190)), (140, 140))
    return night


def test_each_fault_is_found_and_a_sound_picture_has_none(tmp_path: Path) -> None:
    made = gallery(
        tmp_path,
        [
            ("sound.png", noisy(1)),
            ("blurred.png", noisy(2).filter(ImageFilter.GaussianBlur(5))),
            ("dark.png", noisy(3).point(lambda value: value // 4)),
            ("night.png", by_the_fire(noisy(8))),
            ("tiny.png", noisy(4, (120, 90))),
            ("long.png", noisy(5, (900, 300))),
            ("blank.png", Image.new("RGB", (300, 300), "ivory")),
            ("damaged.png", noisy(6)),
            ("mute.png", noisy(7)),
        ],
    )
    (tmp_path / "images" / "damaged.png").write_bytes(b"none")
    made = changed(made, lambda work: replace(work, description="") if work.id == "mute" else work)
    found = health(look(made))
    assert faults(found) == {
        "blurred": {"blurred"},
        "dark": {"dark"},
        "tiny": {"tiny"},
        "long": {"odd shape"},
        "blank": {"blank"},
        "damaged": {"unreadable"},
        "mute": {"missing text"},
    }
    assert found.flags[0].fault == "unreadable"
    assert found.counts["wrong text"] == 0
    assert found.as_json()["flags"][-1]["detail"] == "no description"


def test_texts_are_not_missed_where_nobody_wrote_any(tmp_path: Path) -> None:
    made = changed(
        gallery(tmp_path, [("a.png", noisy(1))]), lambda work: replace(work, title="", description="")
    )
    found = health(look(made))
    assert found.flags == []
    assert found.remarks == ["No work has a text, so texts were not judged."]


@pytest.fixture(scope="module")
def space() -> JointSpace:
    return JointSpace.load(EMBEDDED / "joint")


def test_texts_that_changed_places_are_wrong(tmp_path: Path, space: JointSpace) -> None:
    """Pictures are put into the space by their own texts: then two texts change places."""
    told = [
        *("A ship in a storm", "Sunflowers in a vase", "Snowy mountains", "A cathedral in the morning"),
        *("Horses galloping", "A still life with lemons", "A bridge over a river", "Windmills by a canal"),
        *("A lighthouse at night", "Poppies in a field", "A forest in autumn", "A crowded market"),
    ]
    made = gallery(tmp_path, [(f"{row:02}.png", noisy(row, (260, 256))) for row in range(len(told))])
    seen = space.embed_texts(told, [""] * len(told))
    told[2], told[9] = told[9], told[2]
    made = changed(made, lambda work: replace(work, title=told[int(work.id)], description=""))
    found = health(look(made), space, seen)
    wrong = {flag.work.id for flag in found.flags if flag.fault == "wrong text"}
    assert wrong
    assert wrong <= {"02", "09"}
    assert health(look(made), space, seen[::-1].copy()).remarks == [UNJUDGED]
