"""Filling: only what has no description is described, in columns of its own, and whatever ends it costs nothing."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from captioning.describer import Describer
from captioning.filling import JOURNAL, fill, review, undescribed
from ground.errors import BadGallery, BadInput
from ground.lock import alone
from retrieval import catalogue
from retrieval.gallery import Gallery
from retrieval.pairs import described
from retrieval.work import CAPTIONER, MachineText, Work
from tests.captioning.told import ColourVoice

FILLS = {"red": (200, 20, 20), "green": (20, 200, 20), "dark": (10, 10, 30), "told": (20, 20, 200)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    works = []
    for name, colour in FILLS.items():
        (tmp_path / "images").mkdir(exist_ok=True)
        Image.fromarray(np.full((32, 32, 3), colour, np.uint8)).save(tmp_path / "images" / f"{name}.png")
        works.append(Work(name, f"images/{name}.png"))
    works[3] = Work("told", "images/told.png", "Blue", "A field by a person.", text_by="person")
    Gallery(tmp_path, works).save()
    return tmp_path


def works(folder: Path) -> dict[str, Work]:
    return {work.id: work for work in Gallery.open(folder).works}


def test_it_fills_what_has_no_description(folder: Path) -> None:
    found = fill(folder, Describer(ColourVoice()))
    assert [work.id for work in found.described] == ["red", "green", "dark"]
    now = works(folder)
    text = now["red"].machine
    assert text is not None
    assert (text.title, text.description) == ("In red", "A red field, seen from above.")
    assert (text.model, text.score, text.review) == ("colours 1", "-1", "unreviewed")
    assert len(text.date) == len("2026-01-01")
    assert now["told"] == Work("told", "images/told.png", "Blue", "A field by a person.", text_by="person")
    assert now["red"].description == now["red"].title == now["red"].text_by == ""
    assert not (folder / JOURNAL).exists()


def test_machine_text_is_shown_searched_and_labelled(folder: Path) -> None:
    fill(folder, Describer(ColourVoice()))
    told = works(folder)["red"].told
    assert (told.title, told.description, told.text_by) == (
        "In red",
        "A red field, seen from above.",
        CAPTIONER,
    )
    assert {work.id for work in described(Gallery.open(folder).works)} == {"red", "green", "told"}


def test_what_is_doubtful_waits_for_somebody(folder: Path) -> None:
    assert fill(folder, Describer(ColourVoice())).doubtful == 1
    dark = works(folder)["dark"]
    assert dark.machine is not None
    assert dark.machine.review == "doubtful"
    assert dark.told.description == ""
    review(folder, ["dark"], "accepted")
    assert works(folder)["dark"].told.text_by == CAPTIONER
    review(folder, ["dark"], "rejected")
    assert works(folder)["dark"].told.description == ""


def test_done_once_there_is_nothing_left_to_do(folder: Path) -> None:
    fill(folder, Describer(ColourVoice()))
    before = (folder / "catalogue.csv").read_bytes()
    voice = ColourVoice()
    assert fill(folder, Describer(voice)).described == []
    assert voice.looked_at == 0
    assert (folder / "catalogue.csv").read_bytes() == before


def test_again_leaves_what_people_have_judged(folder: Path) -> None:
    fill(folder, Describer(ColourVoice()))
    review(folder, ["red"], "accepted")
    assert [work.id for work in undescribed(Gallery.open(folder), again=True)] == ["green", "dark"]


class Stopped(ColourVoice):
    def tell(self, *_: object, **__: object) -> list[object]:  # type: ignore[override]
        raise KeyboardInterrupt


def test_stopped_it_goes_on_where_it_was(folder: Path) -> None:
    """A process that was killed leaves its journal, with a line half-written."""
    text = MachineText("T", "D by the machine before.", "colours 1", "2026-01-01", "-1")
    lines = [json.dumps(["red", vars(text)]), json.dumps(["green", vars(text)])[:30]]
    (folder / JOURNAL).write_text("\n".join(lines))
    with pytest.raises(KeyboardInterrupt):
        fill(folder, Describer(Stopped()))
    assert works(folder)["red"].machine == text  # what had been done is kept even now
    voice = ColourVoice()
    found = fill(folder, Describer(voice))
    assert (voice.looked_at, [work.id for work in found.described]) == (2, ["green", "dark"])


def test_another_models_journal_is_not_taken_for_its_own(folder: Path) -> None:
    text = MachineText("T", "D", "another model", "2026-01-01", "-1")
    (folder / JOURNAL).write_text(json.dumps(["red", vars(text)]) + "\n")
    fill(folder, Describer(ColourVoice()))
    machine = works(folder)["red"].machine
    assert machine is not None
    assert machine.model == "colours 1"


def test_a_picture_that_cannot_be_read_stops_nothing(folder: Path) -> None:
    (folder / "images" / "red.png").write_bytes(b"no picture")
    found = fill(folder, Describer(ColourVoice()))
    assert list(found.unreadable) == ["red"]
    assert [work.id for work in found.described] == ["green", "dark"]


def test_one_process_at_a_time(folder: Path) -> None:
    with alone(folder / ".describing.lock", "describing"), pytest.raises(BadInput, match="another process"):
        fill(folder, Describer(ColourVoice()))


@pytest.mark.parametrize(("id", "verdict"), [("told", "accepted"), ("nobody", "accepted"), ("red", "fine")])
def test_reviews_that_cannot_be(folder: Path, id: str, verdict: str) -> None:
    fill(folder, Describer(ColourVoice()))
    with pytest.raises(BadGallery):
        review(folder, [id], verdict)


def test_the_columns_are_its_own_and_an_odd_review_is_refused(folder: Path) -> None:
    file = folder / "catalogue.csv"
    header = file.read_text().splitlines()[0]
    assert "machine" not in header
    fill(folder, Describer(ColourVoice()))
    columns = file.read_text().splitlines()[0].split(",")
    assert columns[-6:] == [
        f"machine_{name}" for name in ("title", "description", "model", "date", "score", "review")
    ]
    file.write_text(file.read_text().replace("unreviewed", "liked"))
    with pytest.raises(BadGallery, match="machine_review"):
        catalogue.read(file)
