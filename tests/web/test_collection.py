"""The collection: found again, favoured, deleted and brought back, taken home, and painted from once more."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.app import made
from tests.app.serving import Served
from tests.web.browser import Watch, drops, faults, too_wide
from tests.web.conftest import SKETCH

pytestmark = pytest.mark.slow

Opened = Callable[..., tuple[Page, Watch]]
TITLES = ("Boats at evening", "A quiet harbour", "Émile's boats")


@pytest.fixture(scope="module")
def filled(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A studio with three paintings of its own."""
    served = Served(tmp_path_factory.mktemp("filled") / "data", preview=0.1)
    served.until_ready()
    for title in TITLES:
        painting = served.http.post("/v1/paintings", json={"title": title, "recipe": SKETCH}).json()
        served.until(painting, "finished")
    yield served
    served.ends(15)


@pytest.fixture
def page(opened: Opened, filled: Served) -> Page:
    """Everything is brought back first, whatever the test before it did."""
    for painting in filled.http.get("/v1/paintings?deleted=true").json()["paintings"]:
        filled.http.patch(painting["url"], json={"deleted": False})
    for painting in filled.http.get("/v1/paintings?favourite=true").json()["paintings"]:
        filled.http.patch(painting["url"], json={"favourite": False})
    page, _ = opened(filled.url)
    page.goto("/collection")
    return page


def titles(page: Page) -> Any:
    return page.locator(".tile cite")


def test_the_youngest_first(page: Page) -> None:
    expect(titles(page)).to_have_text(list(reversed(TITLES)))
    page.get_by_role("link", name="A quiet harbour").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A quiet harbour")


def test_searched_while_one_types(page: Page) -> None:
    page.get_by_role("searchbox").press_sequentially("emile")
    expect(titles(page)).to_have_text(["Émile's boats"])
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page).to_have_url(re.compile("q=emile"))
    page.get_by_role("searchbox").fill("zebra")
    expect(page.get_by_role("heading", name="Nothing hangs here by these words")).to_be_visible()
    assert not faults(page)
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("zebra")
    page.get_by_role("searchbox").fill("")
    expect(titles(page)).to_have_count(3)


def test_favourites(page: Page) -> None:
    heart = page.get_by_role("button", name="Favourite: A quiet harbour")
    heart.click()
    expect(heart).to_have_attribute("aria-pressed", "true")
    page.get_by_role("radio", name="Favourites").check()
    expect(titles(page)).to_have_text(["A quiet harbour"])
    page.get_by_role("button", name="Favourite: A quiet harbour").click()
    expect(page.get_by_role("heading", name="No favourites yet")).to_be_visible()


def test_deleted_and_taken_back_by_the_keyboard(page: Page) -> None:
    button = page.get_by_role("button", name="Delete Boats at evening")
    button.focus()
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_count(2)
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    assert not faults(page)
    page.keyboard.press("Enter")
    expect(titles(page)).to_have_text(list(reversed(TITLES)))
    expect(undo).to_have_count(0)


def test_brought_back_from_the_bin(page: Page) -> None:
    page.get_by_role("button", name="Delete Boats at evening").click()
    expect(titles(page)).to_have_count(2)
    page.get_by_role("radio", name="Bin").check()
    page.get_by_role("button", name="Bring back Boats at evening").click()
    expect(page.get_by_role("heading", name="The bin is empty")).to_be_visible()
    page.get_by_role("radio", name="All").check()
    expect(titles(page)).to_have_count(3)


def test_several_are_taken_home_and_deleted(page: Page) -> None:
    for title in TITLES[:2]:
        page.get_by_role("checkbox", name=f"Pick {title}").check()
    expect(page.get_by_text("2 paintings picked")).to_be_visible()
    assert not faults(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="ZIP").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as archive:
        assert len(archive.namelist()) == 3
    page.get_by_role("button", name="Delete", exact=True).click()
    expect(titles(page)).to_have_text(["Émile's boats"])
    page.get_by_role("button", name="Undo").click()
    expect(titles(page)).to_have_count(3)


def test_a_dropped_painting_brings_its_settings(page: Page, filled: Served, tmp_path: Path) -> None:
    painting = filled.http.get("/v1/paintings").json()["paintings"][0]
    for format, suffix in (("png", "png"), ("jpeg", "jpg")):
        file = tmp_path / f"painting.{suffix}"
        file.write_bytes(filled.http.get(painting["image"], params={"format": format}).content)
        page.goto("/collection")
        drops(page, "h1", file)
        page.wait_for_url("**/?*")
        expect(page.locator("#option-size")).to_have_value("64")
        expect(page.locator(f"#content-{painting['content']['id']}")).to_be_checked()


def test_another_picture_brings_nothing(page: Page, tmp_path: Path) -> None:
    drops(page, "h1", made.picture(tmp_path / "own.png", 1))
    expect(page.get_by_role("alert").get_by_text("was not painted here")).to_be_visible()


def test_what_is_being_painted_shows_itself(page: Page, filled: Served) -> None:
    asked = {"title": "A long one", "recipe": {**SKETCH, "steps": 3000, "growth": 1}}
    painting = filled.http.post("/v1/paintings", json=asked).json()
    page.reload()
    expect(page.locator(".tile").first).to_contain_text("being painted")
    filled.http.delete(painting["url"])
    expect(page.locator(".tile").first).to_contain_text("stopped")
    page.get_by_role("button", name="Delete A long one").click()
    expect(titles(page)).to_have_count(3)
    filled.http.delete(painting["url"], params={"forget": True})


def test_sheets_hang_apart(page: Page, filled: Served) -> None:
    asked = {"title": "A sheet", "contents": [1], "styles": [1, 2], "recipe": SKETCH}
    sheet = filled.http.post("/v1/variations", json=asked).json()
    page.reload()
    expect(titles(page)).to_have_count(3)
    page.get_by_role("radio", name="Sheets").check()
    expect(page.get_by_text("2 of 2 painted")).to_be_visible()
    assert not faults(page)
    page.get_by_role("button", name="Delete A sheet").click()
    expect(page.get_by_role("heading", name="No sheets yet")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("link", name="A sheet").click()
    page.wait_for_url(f"**/sheets/{sheet['id']}")
    for painting in sheet["paintings"]:
        filled.http.delete(painting["url"], params={"forget": True})


@pytest.mark.parametrize("width", [360, 800, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_every_hang_and_width(opened: Opened, filled: Served, width: int, scheme: str) -> None:
    page, _ = opened(
        filled.url, viewport={"width": width, "height": 800}, color_scheme=scheme, locale="es-ES"
    )
    page.goto("/collection")
    expect(page.get_by_role("heading", level=1)).to_have_text("La colección")
    assert too_wide(page) <= 0
    assert not faults(page)


def test_nothing_yet(opened: Opened, serve: Callable[..., Served]) -> None:
    page, _ = opened(serve(workers=0).url)
    page.goto("/collection")
    expect(page.get_by_role("heading", name="Nothing hangs here yet")).to_be_visible()
    assert not faults(page)
    page.get_by_role("link", name="Paint the first one").click()
    expect(page.get_by_role("button", name="Find paintings")).to_be_visible()
