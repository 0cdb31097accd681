"""Choosing: windows of context compete, and a measure is given weight only where it is seen to help."""

import numpy as np
import pytest

from captioning.candidates import Candidate, windows
from captioning.choosing import Choice, weigh

RIGHT, WRONG = "two dogs play in the snow", "a red boat lies on water"


def test_windows_of_ten_words_share_three() -> None:
    words = [f"word{chr(97 + number)}" for number in range(24)]
    found = [window.split() for window in windows(" ".join(words))]
    assert found == [words[0:10], words[7:17], words[14:24]]
    assert [len(each.split()) for each in windows(" ".join(words[:12]))] == [10, 5]
    assert windows("Two dogs\n in  snow") == ["Two dogs in snow"]


@pytest.mark.parametrize("text", ["", "  \n", "1 2 3 , ."])
def test_a_context_without_words_gives_no_window(text: str) -> None:
    assert windows(text) == []


def candidates(knows: float, seed: int = 0, many: int = 60) -> list[list[Candidate]]:
    """A right and a wrong caption for each picture, equally likely; `knows` is how well the cosine tells them apart."""
    rng = np.random.default_rng(seed)
    return [
        [
            Candidate(
                tuple(text.split()),
                text,
                "captioner",
                {
                    "likelihood": rng.normal(),
                    "cosine": knows * (text == RIGHT) + rng.normal(),
                    "agreement": 0.0,
                },
            )
            for text in (RIGHT, WRONG)
        ]
        for _ in range(many)
    ]


def test_a_measure_that_tells_is_given_weight() -> None:
    weights, trials = weigh(candidates(knows=4), [[RIGHT]] * 60)
    assert set(weights) == {"likelihood", "cosine"}
    cosine, agreement = trials
    assert cosine.helps
    assert cosine.p < 0.05
    assert cosine.interval[0] > 0
    assert cosine.effect > 0.2
    assert not agreement.helps
    assert agreement.weight == 0


@pytest.mark.parametrize("seed", range(4))
def test_a_measure_that_tells_nothing_is_given_none(seed: int) -> None:
    weights, trials = weigh(candidates(knows=0, seed=seed), [[RIGHT]] * 60)
    assert weights == {"likelihood": 1.0}
    assert trials[0].tried > 0  # what was tried is reported all the same


def test_a_measure_that_misleads_is_given_none() -> None:
    assert weigh(candidates(knows=-3), [[RIGHT]] * 60)[0] == {"likelihood": 1.0}


def test_of_a_few_pictures_nothing_is_asked() -> None:
    assert weigh(candidates(knows=9, many=6), [[RIGHT]] * 6) == ({"likelihood": 1.0}, [])


def test_the_weights_choose() -> None:
    choice = Choice(candidates(knows=50), [[RIGHT]] * 60)
    assert choice.quality({"cosine": 1.0}).mean() == pytest.approx(1)
    assert choice.quality({"cosine": -1.0}).mean() < 0.5
