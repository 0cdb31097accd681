import csv
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageOps

from curation.collection import open_collection
from curation.report import tables
from curation.survey import Survey, survey
from ground.errors import BadGallery
from retrieval.encoders import image_encoder
from tests.curation.made import changed, drawn, gallery

EVIL = "</script><script>alert(1)</script><b>"


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> Survey:
    pictures = [(f"{row}.png", drawn(row, (260, 256))) for row in range(6)]
    made = gallery(
        tmp_path_factory.mktemp("g"), [*pictures, ("copy.png", ImageOps.mirror(drawn(0, (260, 256))))]
    )
    made = changed(
        made, lambda work: replace(work, title=EVIL, description="" if work.id == "1" else "Told.")
    )
    return survey(made, image_encoder("vgg19-slim"))


def test_the_page_needs_nothing_but_itself_and_trusts_no_title(surveyed: Survey) -> None:
    html = surveyed.report("All").html()
    assert "<script>alert" not in html
    assert not re.findall(r'(?:src|href)="(?!data:)', html)
    assert "url(" not in html
    assert html.count("data:image/webp") >= 4  # the atlas, two copies, one without a text


def test_the_map_holds_every_work_and_its_place(surveyed: Survey) -> None:
    html = surveyed.report("All").html()
    told = json.loads(re.findall(r'application/json">(.*?)</script>', html)[0])
    assert [work["id"] for work in told["works"]] == [*"012345", "copy"]
    assert {name: len(places) for name, places in told["maps"].items()} == {"t-SNE": 7, "PCA": 7}
    assert all(0 <= x <= 1 and 0 <= y <= 1 for places in told["maps"].values() for x, y in places)
    assert told["works"][0]["title"] == EVIL


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def test_tables_have_a_row_a_work(surveyed: Survey, tmp_path: Path) -> None:
    tables.of_groups(surveyed.groups(), tmp_path / "groups.csv")
    tables.of_health(surveyed.health, tmp_path / "health.csv")
    groups = rows(tmp_path / "groups.csv")
    assert {row["work"] for row in groups if row["tier"] == "picture"} == {"0", "copy"}
    assert sum(row["keep"] == "yes" for row in groups if row["tier"] == "picture") == 1
    [flag] = rows(tmp_path / "health.csv")
    assert (flag["work"], flag["fault"]) == ("1", "missing text")


def test_a_folder_of_pictures_is_a_collection_and_an_empty_one_is_none(tmp_path: Path) -> None:
    (tmp_path / "cats").mkdir()
    drawn(1, (40, 30)).save(tmp_path / "cats" / "tom.png")
    [work] = open_collection(tmp_path).works
    assert (work.id, work.extra["folder"]) == ("cats/tom.png", "cats")
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadGallery, match="neither a catalogue nor pictures"):
        open_collection(tmp_path / "empty")


def test_one_work_is_reported_without_a_map(tmp_path: Path) -> None:
    alone = survey(gallery(tmp_path, [("a.png", drawn(1))]), image_encoder("vgg19-slim"))
    assert "<work-map" not in alone.report("One").html()
