"""What all pages share: a language, a theme, static files that can be kept, and problems as pages."""

import gzip
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.pages import static
from app.pages.strings import LANGUAGES, Strings, preferred, table
from tests.app.running import Running

KEY = "correct-horse-battery"
PLACEHOLDER = re.compile(r"\{\w+\}")


class Seen(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


class TestStrings:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_language_says_the_same_things(self, language: str) -> None:
        ours, english = table(language), table("en")
        assert list(ours) == list(english)
        for key, text in ours.items():
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(english[key])), key

    def test_plurals(self) -> None:
        say = Strings("es")
        assert say("time.seconds", n=1) == "1 segundo"
        assert say("time.seconds", n=3) == "3 segundos"

    @pytest.mark.parametrize(
        ("accept", "language"),
        [
            ("", "en"),
            ("es", "es"),
            ("es-AR,es;q=0.9,en;q=0.8", "es"),
            ("fr, en;q=0.4, es;q=0.7", "es"),
            ("de,*;q=0.5", "en"),
            ("es;q=0, en;q=0.1", "en"),
            ("es;q=much", "en"),
        ],
    )
    def test_the_browser_s_language(self, accept: str, language: str) -> None:
        assert preferred(accept) == language


class TestShell:
    def test_the_language_is_the_browser_s_until_one_is_chosen(self, running: Running) -> None:
        spanish = {"Accept-Language": "es-ES"}
        assert '<html lang="es"' in running.http.get("/", headers=spanish).text
        chosen = running.http.get("/language/en", params={"back": "/?title=a%20boat"}, headers=spanish)
        assert (chosen.status_code, chosen.headers["location"]) == (303, "/?title=a%20boat")
        cookie = {"Cookie": chosen.headers["set-cookie"].partition(";")[0]}
        running.http.cookies.clear()
        assert '<html lang="en"' in running.http.get("/", headers=spanish | cookie).text

    @pytest.mark.parametrize("back", ["https://elsewhere.org/", "//elsewhere.org", "/\\elsewhere.org", ""])
    def test_a_switch_leads_to_no_other_site(self, running: Running, back: str) -> None:
        answer = running.http.get("/language/es", params={"back": back})
        running.http.cookies.clear()
        assert answer.headers["location"] == "/"

    def test_the_theme_arrives_with_the_page(self, running: Running) -> None:
        assert 'data-theme="night"' in running.http.get("/", headers={"Cookie": "theme=night"}).text
        assert "data-theme" not in running.http.get("/", headers={"Cookie": 'theme="><script>'}).text

    def test_nothing_inline_and_nothing_from_elsewhere(self, running: Running) -> None:
        answer = running.http.get("/")
        assert "'unsafe" not in answer.headers["content-security-policy"]
        for tag, attributes in Seen(answer.text).tags:
            assert "style" not in attributes
            assert not any(name.startswith("on") for name in attributes)
            assert tag != "style"
            assert tag != "script" or attributes["src"]
            for name in ("src", "href"):
                assert not (attributes.get(name) or "").startswith(("http", "//"))

    def test_a_problem_is_a_page_for_who_reads_pages(self, running: Running) -> None:
        page = running.http.get("/nowhere", headers={"Accept": "text/html"})
        assert page.status_code == 404
        assert Strings("en")("problem.not-found") in page.text
        told = running.http.get("/nowhere")
        assert told.headers["content-type"] == "application/problem+json"


class TestStatic:
    def test_what_is_kept_for_ever_has_its_version_in_its_address(self, running: Running) -> None:
        url = static.url("css/base.css")
        now = running.http.get(url)
        assert "immutable" in now.headers["cache-control"]
        older = running.http.get(url.replace(static.version(), "0" * 12))
        assert (older.status_code, older.headers["cache-control"]) == (200, "no-cache")

    def test_gzipped_for_who_can_read_it(self, running: Running) -> None:
        url = static.url("css/base.css")
        with running.http.stream("GET", url, headers={"Accept-Encoding": "gzip"}) as answer:
            packed = b"".join(answer.iter_raw())
        plain = running.http.get(url, headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers
        assert gzip.decompress(packed) == plain.content
        assert len(packed) < len(plain.content) / 2

    @pytest.mark.parametrize("name", ["nothing.js", "..%2fserver.py", "%2e%2e%2f%2e%2e%2fserver.py", "css"])
    def test_nothing_else_is_served(self, running: Running, name: str) -> None:
        assert running.http.get(f"/static/{static.version()}/{name}").status_code == 404

    def test_the_modules_that_a_module_needs(self) -> None:
        assert {"js/elements/theme-switch.js", "js/words.js"} <= set(static.imported("js/shell.js"))

    def test_modules_name_only_what_there_is(self) -> None:
        for name in static.files():
            if name.endswith(".js"):
                for needed in static.imported(name):
                    assert needed in static.files(), f"{name} needs {needed}"


@pytest.fixture(scope="module")
def locked(indexes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    data = tmp_path_factory.mktemp("locked")
    with Running(data=data, indexes=indexes, workers=0, keys=[KEY]) as started:
        yield started


class TestEntrance:
    def enters(self, locked: Running, key: str) -> dict[str, str]:
        answer = locked.http.post("/enter", data={"key": key, "back": "/?title=a"})
        locked.http.cookies.clear()
        assert (answer.status_code, answer.headers["location"]) == (303, "/?title=a")
        assert {"HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
        return {"Accept": "text/html", "Cookie": answer.headers["set-cookie"].partition(";")[0]}

    def test_a_browser_is_asked_for_its_key_and_comes_back(self, locked: Running) -> None:
        asked = locked.http.get("/?title=a%20boat", headers={"Accept": "text/html"})
        assert asked.headers["location"] == "/enter?back=%2F%3Ftitle%3Da%2520boat"
        assert locked.http.get(asked.headers["location"]).status_code == 200
        headers = self.enters(locked, KEY)
        assert locked.http.get("/", headers=headers).status_code == 200
        assert locked.http.get("/v1/paintings", headers=headers).status_code == 200

    def test_a_key_that_does_not_fit(self, locked: Running) -> None:
        again = locked.http.get("/", headers=self.enters(locked, "wrong"))
        assert again.headers["location"].endswith("&wrong")
        assert Strings("en")("key.wrong") in locked.http.get(again.headers["location"]).text

    def test_programs_are_told_and_not_led(self, locked: Running) -> None:
        for headers in ({}, {"Accept": "text/html"}):
            assert locked.http.get("/v1/paintings", headers=headers).status_code == 401
