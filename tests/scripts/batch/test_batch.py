"""`pentimento batch` as a user meets it: what it makes, what it finds made already, and how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest

from ground import canvas
from ground.files import sha256
from ground.lock import alone
from scripts.batch import verb
from scripts.batch.work import FOLDER
from scripts.main import main
from tests.scripts.batch.here import SMALL, Here, written

TWO = ("title,description", "Red boats,in a harbour", "A green forest,")


class Studio:
    """The command, painting in this process."""

    def __init__(self, folder: Path, indexes: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.out, self.indexes, self.capsys = folder, folder / "out", indexes, capsys
        self.here = Here()

    def run(self, prompts: Path, *more: str) -> tuple[int, str, str]:
        """Exit code, stdout and stderr."""
        usual = ["--out", str(self.out), "--indexes", str(self.indexes), *SMALL]
        with pytest.raises(SystemExit) as exit_:
            main(["batch", str(prompts), *usual, *more])
        out, err = self.capsys.readouterr()
        return int(exit_.value.code or 0), out, err

    def report(self, prompts: Path, *more: str) -> dict[str, Any]:
        code, out, _ = self.run(prompts, *more, "--json")
        document: dict[str, Any] = json.loads(out)
        return document | {"code": code}

    def prompts(self, *lines: str) -> Path:
        return written(self.folder / "prompts.csv", *lines)

    def manifest(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.out / "manifest.jsonl").read_text().splitlines()]

    def pictures(self) -> set[str]:
        return {file.name for file in self.out.glob("*.png")}


@pytest.fixture
def studio(
    tmp_path: Path, indexes: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Studio:
    found = Studio(tmp_path, indexes, capsys)
    monkeypatch.setattr(verb, "executors", lambda workers, ray: [found.here])
    return found


def alike(one: Path, other: Path) -> bool:
    """But for what several pictures in one optimisation round otherwise than one alone."""
    return bool(abs(canvas.read(one).rgb - canvas.read(other).rgb).max() <= 3 / 255)


def test_every_row_is_painted_in_all_its_variations(studio: Studio) -> None:
    report = studio.report(studio.prompts(*TWO), "--contents", "2", "--styles", "2")
    assert (report["code"], report["paintings"], report["made"], report["kept"]) == (0, 8, 8, 0)
    lines = studio.manifest()
    places = [(line["row"], line["content"]["rank"], line["style"]["rank"]) for line in lines]
    assert places == [(row, content, style) for row in (1, 2) for content in (1, 2) for style in (1, 2)]
    assert studio.pictures() == {line["file"] for line in lines}
    line = lines[0]
    assert line["file"] == "0001-red-boats-c1s1.png"
    assert (line["title"], line["description"], line["seed"]) == ("Red boats", "in a harbour", 0)
    assert line["sha256"] == sha256(studio.out / line["file"])
    assert line["recipe"]["size"] == 48
    assert line["losses"]["total"] > 0 < line["seconds"]
    assert {"id", "title", "artist", "sha256"} <= line["content"].keys() & line["style"].keys()
    note = canvas.read_note(studio.out / line["file"])
    assert note
    assert note["recipe"] == line["recipe"]


def test_a_painting_of_a_batch_paints_itself_again(studio: Studio) -> None:
    """From pictures of a gallery that only the painting's note leads to."""
    studio.run(studio.prompts(*TWO), "--name", "deep/er/{row}")
    painting, again = studio.out / "deep/er/1.png", studio.folder / "again.png"
    with pytest.raises(SystemExit) as exit_:
        main(["paint", "--from-picture", str(painting), "--out", str(again), "--quiet"])
    assert not exit_.value.code
    assert alike(again, painting)


def test_a_second_run_paints_nothing(studio: Studio) -> None:
    prompts = studio.prompts(*TWO)
    studio.run(prompts)
    before = {
        file: file.stat().st_mtime_ns for file in studio.out.rglob("*") if file.suffix in (".png", ".html")
    }
    manifest = studio.manifest()
    report = studio.report(prompts)
    assert (report["code"], report["made"], report["kept"]) == (0, 0, 2)
    assert len(studio.here.painted) == 2
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert studio.manifest() == manifest


@pytest.mark.parametrize("harm", ["deleted", "cut short", "painted over", "unlisted"])
def test_only_what_is_missing_or_harmed_is_made_again(studio: Studio, harm: str) -> None:
    prompts = studio.prompts(*TWO)
    studio.run(prompts)
    victim, other = (studio.out / line["file"] for line in studio.manifest())
    whole = studio.folder / "whole.png"
    whole.write_bytes(victim.read_bytes())
    match harm:
        case "deleted":
            victim.unlink()
        case "cut short":
            victim.write_bytes(victim.read_bytes()[:200])
        case "painted over":
            victim.write_bytes(other.read_bytes())
        case "unlisted":
            (studio.out / "manifest.jsonl").write_text(json.dumps(studio.manifest()[1]) + '\n{"file": "00')
    report = studio.report(prompts)
    assert (report["code"], report["made"] + report["kept"]) == (0, 2)
    assert alike(victim, whole)
    assert [line["file"] for line in studio.manifest()] == [victim.name, other.name]
    assert len(studio.here.painted) == (3 if harm in ("cut short", "painted over") else 2)


def test_rows_may_be_added_changed_and_moved(studio: Studio) -> None:
    studio.run(studio.prompts(*TWO))
    studio.run(studio.prompts(TWO[0], "Blue hills,at evening", *TWO[1:], "Red boats,in a harbour"))
    assert len(studio.here.painted) == 3  # what only moved, or stands twice, is not painted again
    lines = {line["file"]: line["sha256"] for line in studio.manifest()}
    assert lines["0002-red-boats-c1s1.png"] == lines["0004-red-boats-c1s1.png"]
    studio.run(studio.prompts(TWO[0], "Blue hills,at night", *TWO[1:]))
    assert len(studio.here.painted) == 4


def test_bad_rows_are_skipped_and_told(studio: Studio) -> None:
    prompts = studio.prompts(
        "title,size,mood", "Red boats,,gay", "Xqzv plmk,,", "Hills,7,", "A green forest,,"
    )
    code, out, err = studio.run(prompts)
    assert code == 1
    assert studio.pictures() == {"0001-red-boats-c1s1.png", "0004-a-green-forest-c1s1.png"}
    assert "none of these words is known here: xqzv, plmk" in err
    assert "row 3: recipe: size cannot be '7'" in err
    assert "mood" in err
    assert "2 rows were skipped: 2, 3" in out


@pytest.mark.parametrize("lines", [("title,mood", "Red boats,gay"), ("title", "Red boats", "Xqzv")])
def test_strict_paints_nothing_beside_a_fault(studio: Studio, lines: tuple[str, ...]) -> None:
    code, out, err = studio.run(studio.prompts(*lines), "--strict")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert not studio.out.exists()


def test_a_painting_that_fails_stops_no_other(studio: Studio) -> None:
    """And is tried again by the next run."""
    prompts = studio.prompts("title,backbone", "Red boats,", "A green forest,vgg19")
    report = studio.report(prompts)
    assert (report["code"], report["made"]) == (1, 1)
    [failed] = report["failed"]
    assert failed["file"] == "0002-a-green-forest-c1s1.png"
    assert "vgg19" in failed["reason"]
    assert [line["row"] for line in studio.manifest()] == [1]
    assert (studio.out / "sheets" / "0002-a-green-forest.html").is_file()
    report = studio.report(prompts)
    assert (report["code"], report["made"], report["kept"], len(report["failed"])) == (1, 0, 1, 1)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (("--set", "sise=3"), "no key 'sise'"),
        (("--recipe", "skech"), "no recipe 'skech'"),
        (("--name", "{title}"), "2 paintings would be called"),
        (("--name", "../{row}"), "cannot name pictures"),
        (("--weights", "nowhere.pth"), "there is no file nowhere.pth"),
        (("--contents", "99"), "99 works are asked for"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(
    studio: Studio, more: tuple[str, ...], says: str
) -> None:
    code, out, err = studio.run(studio.prompts("title", "Red boats", "Red boats"), *more)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert says in err
    assert not studio.out.exists()


def test_a_folder_of_other_things_is_left_alone(studio: Studio) -> None:
    studio.out.mkdir()
    (studio.out / "0001-red-boats-c1s1.png").write_text("mine")
    code, _, err = studio.run(studio.prompts(*TWO))
    assert code == 2
    assert "is no batch's folder" in err
    assert [file.read_text() for file in studio.out.iterdir()] == ["mine"]


def test_two_processes_do_not_work_on_one_batch(studio: Studio) -> None:
    studio.run(studio.prompts(*TWO))
    with alone(studio.out / FOLDER / "lock", "working"):
        code, _, err = studio.run(studio.prompts(*TWO))
    assert code == 2
    assert "another process is working on the batch" in err


def test_half_written_files_are_swept(studio: Studio) -> None:
    prompts = studio.prompts(*TWO)
    studio.run(prompts)
    half = studio.out / ".0001-red-boats-c1s1.png.1.a.part"
    half.write_bytes(b"half")
    studio.run(prompts)
    assert not half.exists()
