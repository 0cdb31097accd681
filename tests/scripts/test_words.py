"""Painting from words: the works that are suggested are the works that are painted from, and named."""

from pathlib import Path

import numpy as np
import pytest

from ground import canvas
from ground.canvas import Picture
from retrieval.embedding import Embedding
from retrieval.gallery import Gallery
from retrieval.heads import Heads
from retrieval.index import Index
from retrieval.joint import JointSpace
from retrieval.search import Search
from retrieval.text import Rules, TextEncoder
from retrieval.work import Work
from scripts.main import main

TITLES = ("Red boats in a harbour", "Blue hills at evening", "A green forest", "Yellow flowers in a vase")
QUICK = ("--weights", "random", "--set", "size=32", "--set", "coarsest=32", "--set", "steps=2")


@pytest.fixture(scope="module")
def indexes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four works, and a joint space that has learned nothing: what counts here is who is asked, not the answer."""
    folder = tmp_path_factory.mktemp("indexes")
    gallery = _gallery(folder / "gallery")
    encoder = Embedding.of_manners("vgg19-slim").pictures
    text = TextEncoder.fit(TITLES, TITLES, Rules(1, 1, None))
    heads = Heads(text.size, encoder.dimensions, 8, tanh=False)
    JointSpace(text, heads, encoder.name, encoder.weights_sha256).save(folder / "joint")
    for embedding in (Embedding.of_contents(folder / "joint"), Embedding.of_manners("vgg19-slim")):
        Index.build(
            embedding.vectors(gallery.pictures(), lambda done, total: None),
            gallery.works,
            folder / embedding.kind,
            kind=embedding.kind,
            encoder=embedding.encoder,
            gallery=gallery.folder,
        )
    return folder


def _gallery(folder: Path) -> Gallery:
    works = []
    for number, title in enumerate(TITLES):
        blotches = np.random.default_rng(number).random((6, 6, 3)).repeat(8, 0).repeat(8, 1)
        canvas.write(folder / "images" / f"{number}.png", Picture(blotches.astype(np.float32)))
        works.append(
            Work(id=f"w{number}", file=f"images/{number}.png", title=title, artist=f"Painter {number}")
        )
    gallery = Gallery(folder, works)
    gallery.save()
    return gallery


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def paint(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exit_:
        main(["paint", *QUICK, *arguments])
    return int(exit_.value.code or 0)


@pytest.mark.parametrize(("content_rank", "style_rank"), [(1, 1), (2, 3)])
def test_the_suggested_works_are_painted_from_and_named(
    indexes: Path, content_rank: int, style_rank: int, capsys: pytest.CaptureFixture[str]
) -> None:
    suggestion = Search.open(indexes).suggest("Boats at evening")[content_rank - 1]
    ranks = ("--content-rank", str(content_rank), "--style-rank", str(style_rank))
    assert paint("--title", "Boats at evening", *ranks, "--indexes", str(indexes), "--out", "a.png") == 0
    note = canvas.read_note(Path("a.png"))
    assert note is not None
    assert note["content"]["work"]["id"] == suggestion.work.id
    assert note["styles"][0]["picture"]["work"]["id"] == suggestion.styles[style_rank - 1].work.id
    out = capsys.readouterr().out
    assert f"after {suggestion.work.title}, {suggestion.work.artist}" in out
    assert f"in the manner of {suggestion.styles[style_rank - 1].work.title}" in out


def test_a_style_of_one_s_own_for_a_content_that_was_found(indexes: Path) -> None:
    canvas.write(Path("mine.png"), Picture(np.random.default_rng(9).random((40, 40, 3)).astype(np.float32)))
    words = ("--description", "a forest", "--style", "mine.png", "--indexes", str(indexes))
    assert paint(*words, "--out", "a.png") == 0
    note = canvas.read_note(Path("a.png"))
    assert note is not None
    assert note["content"]["work"]["id"]
    assert note["styles"][0]["picture"]["file"] == "mine.png"
    assert note["styles"][0]["picture"]["work"] is None


def test_painted_again_it_still_names_its_works(indexes: Path) -> None:
    assert paint("--title", "Hills", "--indexes", str(indexes), "--out", "a.png") == 0
    assert paint("--from-picture", "a.png", "--out", "b.png") == 0
    assert canvas.read_note(Path("a.png")) == canvas.read_note(Path("b.png"))


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--title", " "), "--description"),
        (("--title", "Boats", "--content-rank", "9"), "rank"),
        (("--title", "Boats", "--style-rank", "0"), "style-rank"),
        (("--title", "Boats", "--content", "mine.png"), "--content"),
        (("--title", "Boats", "--indexes", "nowhere"), "nowhere"),
    ],
)
def test_words_that_lead_nowhere(
    indexes: Path, arguments: tuple[str, ...], names: str, capsys: pytest.CaptureFixture[str]
) -> None:
    where = () if "--indexes" in arguments else ("--indexes", str(indexes))
    assert paint(*arguments, *where, "--out", "a.png") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert names in said.err
    assert not Path("a.png").exists()
