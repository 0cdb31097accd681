"""Word vectors: both kinds of text file, frozen or learned on, and files that are none."""

from pathlib import Path

import numpy as np
import pytest

from captioning.training import Training
from captioning.word_vectors import Vectors
from ground.errors import BadInput
from tests.captioning import made

GLOVE = "the 0.1 0.2 0.3\ndog 1 2 3\n. . 4 5 6\nboat -1 -2 -3\nunheard 7 8 9\n"
WANTED = {"dog", "boat", "snow"}


@pytest.mark.parametrize("header", ["", "5 3\n"])
def test_glove_and_word2vec_are_read(tmp_path: Path, header: str) -> None:
    file = tmp_path / "vectors.txt"
    file.write_text(header + GLOVE)
    found = Vectors.read(file, WANTED)
    assert found.dimensions == 3
    assert {word: vector.tolist() for word, vector in found.known.items()} == {
        "dog": [1, 2, 3],
        "boat": [-1, -2, -3],
    }


@pytest.mark.parametrize("frozen", [True, False])
def test_frozen_vectors_stay_and_others_learn(tmp_path: Path, frozen: bool) -> None:
    file = tmp_path / "vectors.txt"
    rng = np.random.default_rng(0)
    told = {word: rng.normal(size=10).round(3) for word in (*made.THINGS, "snow")}
    file.write_text("".join(f"{word} {' '.join(map(str, vector))}\n" for word, vector in told.items()))
    plan = made.plan(epochs=3, frozen=frozen, weight_decay=0.5)
    training = Training(plan, made.material(16), None, file)
    for _ in training:
        pass
    weights, place = training.decoder.words.weight.numpy(), training.vocabulary.number
    assert weights.shape[1] == 10
    same = [np.allclose(weights[place[word]], vector) for word, vector in told.items()]
    assert all(same) if frozen else not any(same)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("dog 1 2 3\nboat 1 2\n", "line 2 has not 3 numbers"),
        ("dog 1 2 3\nboat 1 2 x\n", "line 2"),
        ("dog 1 nan 3\n", "line 1"),
        ("cat 1 2 3\n", "none of the 3 words"),
        ("", "none of the 3 words"),
    ],
)
def test_files_that_are_none(tmp_path: Path, text: str, match: str) -> None:
    file = tmp_path / "vectors.txt"
    file.write_text(text)
    with pytest.raises(BadInput, match=match):
        Vectors.read(file, WANTED)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        Vectors.read(tmp_path / "none.txt", WANTED)
