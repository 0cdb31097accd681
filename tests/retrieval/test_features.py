import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from ground import canvas
from ground.canvas import Picture
from ground.errors import BadPicture, BadWeights, PentimentoError
from ground.files import sha256
from retrieval.features import features
from retrieval.store import Store
from tests.retrieval.painted import paint


class Colours:
    """An encoder in ten lines: the mean colour of each quarter of the picture, or of a random part of it."""

    name, weights_sha256, dimensions, shortest = "colours", "c" * 64, 12, 32

    def __init__(self) -> None:
        self.encoded = 0

    def prepare(self, picture: Picture, view: np.random.Generator | None = None) -> Tensor:
        top, left = view.integers(0, 8, 2) if view else (0, 0)
        return torch.from_numpy(picture.rgb[top : top + 24, left : left + 24].copy()).permute(2, 0, 1)

    def encode(self, batch: Tensor) -> Tensor:
        self.encoded += len(batch)
        return torch.nn.functional.adaptive_avg_pool2d(batch, 2).flatten(1)


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    return [paint(tmp_path / "pictures" / f"{number}.png", number) for number in range(40)]


def one_by_one(pictures: list[Path]) -> np.ndarray:
    encoder = Colours()
    rows = [encoder.encode(encoder.prepare(canvas.read(path, shortest=32))[None])[0] for path in pictures]
    return torch.stack(rows).numpy().astype(np.float16)


def test_every_picture_has_its_row(pictures: list[Path], tmp_path: Path) -> None:
    asked = [*pictures, pictures[3], pictures[0]]
    found = features(asked, Colours(), cache=tmp_path / "cache")
    assert found.dtype == np.float16
    assert found == pytest.approx(one_by_one(asked), abs=1e-3)
    assert features([], Colours(), cache=tmp_path / "cache").shape == (0, 12)


def test_what_was_seen_is_not_encoded_again(pictures: list[Path], tmp_path: Path) -> None:
    first, second = Colours(), Colours()
    before = features(pictures[:30], first, cache=tmp_path / "cache")
    copy = tmp_path / "copy.png"
    copy.write_bytes(pictures[0].read_bytes())
    steps: list[tuple[int, int]] = []
    after = features(
        [copy, *pictures], second, cache=tmp_path / "cache", progress=lambda *step: steps.append(step)
    )
    assert (first.encoded, second.encoded) == (30, 10)
    assert np.array_equal(after[1:31], before)
    assert np.array_equal(after[0], before[0])
    assert (steps[0], steps[-1]) == ((30, 40), (40, 40))


def test_the_cache_is_in_the_data_folder(
    pictures: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PENTIMENTO_DATA", str(tmp_path / "data"))
    features(pictures[:1], Colours())
    assert [path.suffix for path in (tmp_path / "data" / "features").iterdir()] == [".sqlite"]


def test_other_weights_views_and_pictures_are_other_features(pictures: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    features(pictures, Colours(), cache=cache)
    retrained, viewed, repainted = Colours(), Colours(), Colours()
    retrained.weights_sha256 = "d" * 64
    features(pictures, retrained, cache=cache)
    features(pictures, viewed, cache=cache, views=3)
    paint(pictures[0], 999)
    features(pictures, repainted, cache=cache)
    assert (retrained.encoded, viewed.encoded, repainted.encoded) == (40, 120, 1)


def test_views_are_averaged_and_the_same_in_any_company(pictures: list[Path], tmp_path: Path) -> None:
    together = features(pictures, Colours(), views=4, cache=tmp_path / "one")
    alone = features(pictures[7:8], Colours(), views=4, cache=tmp_path / "two")
    assert together[7] == pytest.approx(alone[0], abs=1e-3)
    encoder, seen = Colours(), canvas.read(pictures[7], shortest=32)
    seed = int(sha256(pictures[7])[:16], 16)
    views = torch.stack([encoder.prepare(seen, np.random.default_rng([seed, number])) for number in range(4)])
    assert alone[0] == pytest.approx(encoder.encode(views).mean(0).numpy(), abs=1e-3)
    assert not np.allclose(together, features(pictures, Colours(), cache=tmp_path / "one"), atol=1e-2)


def test_who_stops_loses_no_finished_batch(pictures: list[Path], tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done >= 16:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        features(pictures, Colours(), cache=tmp_path / "cache", progress=stop)
    rest = Colours()
    found = features(pictures, rest, cache=tmp_path / "cache")
    assert rest.encoded == 24
    assert found == pytest.approx(one_by_one(pictures), abs=1e-3)


KILLED = """
import os, signal, sys
from pathlib import Path
from retrieval.features import features
from tests.retrieval.test_features import Colours
def stop(done, total):
    if done >= 16: os.kill(os.getpid(), signal.SIGKILL)
features(sorted(Path(sys.argv[1]).iterdir()), Colours(), cache=Path(sys.argv[2]), progress=stop)
"""


def test_a_killed_process_loses_no_finished_batch(pictures: list[Path], tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(pictures[0].parent), str(tmp_path / "cache")]
    root = Path(__file__).parents[2]
    killed = subprocess.run(command, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    rest = Colours()
    features(pictures, rest, cache=tmp_path / "cache")
    assert rest.encoded == 24


def test_a_bad_picture_is_named_and_the_others_are_kept(pictures: list[Path], tmp_path: Path) -> None:
    pictures[35].write_bytes(b"no picture")
    with pytest.raises(BadPicture, match=r"35\.png"):
        features(pictures, Colours(), cache=tmp_path / "cache")
    with pytest.raises(BadPicture, match=r"gone\.png cannot be read"):
        features([tmp_path / "gone.png"], Colours(), cache=tmp_path / "cache")
    rest = Colours()
    features(pictures[:32], rest, cache=tmp_path / "cache")
    assert rest.encoded == 0


def test_values_that_are_no_numbers_are_not_stored(pictures: list[Path], tmp_path: Path) -> None:
    class Broken(Colours):
        def encode(self, batch: Tensor) -> Tensor:
            return super().encode(batch) * 1e6

    with pytest.raises(BadWeights, match="colours gives values that are no numbers"):
        features(pictures, Broken(), cache=tmp_path / "cache")
    sound = Colours()
    features(pictures, sound, cache=tmp_path / "cache")
    assert sound.encoded == 40


def test_many_may_write_and_read_at_once(tmp_path: Path) -> None:
    failed: list[Exception] = []

    def write(writer: int) -> None:
        try:
            store = Store(tmp_path, Colours(), 1)
            for batch in range(10):
                names = [f"{writer}-{batch}-{number}" for number in range(16)]
                store.put({name: np.full(12, writer, np.float16) for name in names})
                assert {name for name, row in store.get(names) if (row == writer).all()} == set(names)
            store.close()
        except Exception as error:
            failed.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert not failed
    store = Store(tmp_path, Colours(), 1)
    assert (
        len(list(store.get([f"{a}-{b}-{c}" for a in range(8) for b in range(10) for c in range(16)]))) == 1280
    )
    store.close()


def test_a_row_of_another_length_is_computed_anew(pictures: list[Path], tmp_path: Path) -> None:
    before = features(pictures[:4], Colours(), cache=tmp_path)
    (file,) = tmp_path.glob("*.sqlite")
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("UPDATE features SET vector = x'00ff' WHERE picture = ?", (sha256(pictures[2]),))
    connection.close()
    again = Colours()
    assert np.array_equal(features(pictures[:4], again, cache=tmp_path), before)
    assert again.encoded == 1


def test_a_damaged_store_is_named(pictures: list[Path], tmp_path: Path) -> None:
    features(pictures[:4], Colours(), cache=tmp_path)
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"no database at all " * 100)
    with pytest.raises(PentimentoError, match=f"{file.name} cannot be used .*deleted"):
        features(pictures[:4], Colours(), cache=tmp_path)
