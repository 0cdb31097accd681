"""BLEU and ROUGE-L: by hand, and what pycocoevalcap says of the same captions."""

import numpy as np
import pytest

from captioning.evaluation import Judged
from captioning.metrics import Counts, rouge_l
from captioning.outside import outside
from ground.errors import BadGallery

Captions = tuple[list[list[str]], list[list[list[str]]]]


@pytest.fixture(params=range(4))
def drawn(request: pytest.FixtureRequest) -> Captions:
    rng = np.random.default_rng(request.param)

    def words() -> list[str]:
        return rng.choice(list("abcdefg"), rng.integers(4, 12)).tolist()

    return [words() for _ in range(30)], [[words() for _ in range(rng.integers(1, 6))] for _ in range(30)]


def test_they_are_what_the_coco_evaluation_gives(drawn: Captions) -> None:
    bleu = pytest.importorskip("pycocoevalcap.bleu.bleu")
    rouge = pytest.importorskip("pycocoevalcap.rouge.rouge")
    captions, references = drawn
    truth = {place: [" ".join(each) for each in some] for place, some in enumerate(references)}
    said = {place: [" ".join(words)] for place, words in enumerate(captions)}
    found = Counts.of(captions, references).scores()
    theirs = bleu.Bleu(4).compute_score(truth, said, verbose=0)[0]
    assert [found[f"bleu_{n}"] for n in (1, 2, 3, 4)] == pytest.approx(theirs, abs=1e-4)
    assert found["rouge_l"] == pytest.approx(rouge.Rouge().compute_score(truth, said)[0])


def test_by_hand() -> None:
    found = Counts.of([["the", "the", "cat"]], [[["the", "cat", "sat"], ["a", "cat"]]]).scores()
    assert found["bleu_1"] == pytest.approx(2 / 3)  # "the" counts once
    assert found["bleu_2"] == pytest.approx((2 / 3 * 1 / 2) ** 0.5)
    assert found["bleu_3"] == 0
    short = Counts.of([["cat"]], [[["the", "cat", "sat"]]]).scores()
    assert short["bleu_1"] == pytest.approx(np.exp(1 - 3))
    assert rouge_l(["the", "cat", "sat"], [["the", "cat", "sat"]]) == pytest.approx(1)
    assert rouge_l([], [["cat"]]) == rouge_l(["dog"], [["cat"]]) == 0


def test_nothing_said_is_worth_nothing() -> None:
    assert set(Counts.of([[], []], [[["a"]], [["b"]]]).scores().values()) == {0.0}


def test_every_figure_lies_in_its_interval(drawn: Captions) -> None:
    captions, references = (
        [" ".join(words * 2) for words in drawn[0]],
        [[" ".join(words)] for words in drawn[0]],
    )
    judged = Judged.of(captions, references, others=False)
    for name, (low, high) in judged.intervals.items():
        assert low <= judged[name] <= high, name


def test_what_cannot_be_run_says_so_and_has_no_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("captioning.outside.find_spec", lambda name: None)
    found = outside([["a", "dog"]], [[["a", "dog"]]])
    assert all(isinstance(each, str) and each.startswith("not run: ") for each in found.values())


def test_without_java_meteor_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("captioning.outside.shutil.which", lambda name: None)
    found = outside([["two", "dogs"], ["red", "boat"]], [[["two", "dogs"]], [["blue", "boat"]]])
    assert found["meteor"] == "not run: there is no Java"
    assert isinstance(found["spice"], str)


def test_nothing_to_judge_is_refused() -> None:
    with pytest.raises(BadGallery):
        Judged.of([], [])
