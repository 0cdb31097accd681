import numpy as np
import pytest

from curation.thresholds import Thresholds, choose, read
from ground.errors import BadInput

SCORES = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4])


def test_the_threshold_lies_between_the_last_that_passes_and_the_next() -> None:
    found = choose(SCORES, np.array([True, True, True, False, False, False]))
    assert found.threshold == pytest.approx(0.65)
    assert (found.precision, found.recall, found.pairs) == (1, 1, 6)


def test_recall_is_given_up_for_precision() -> None:
    same = np.array([True, True, False, True, False, False])
    assert choose(SCORES, same).threshold == pytest.approx(0.75)
    lax = choose(SCORES, same, precision=0.7)
    assert lax.threshold == pytest.approx(0.55)
    assert (lax.precision, lax.recall) == (0.75, 1)


def test_equal_scores_pass_together() -> None:
    found = choose(np.array([0.9, 0.5, 0.5, 0.1]), np.array([True, True, False, False]))
    assert found.threshold == pytest.approx(0.7)


def test_pairs_of_both_kinds_are_needed() -> None:
    with pytest.raises(BadInput, match="no pair is labelled different"):
        choose(SCORES, np.ones(6, bool))


def test_an_encoder_without_a_stock_threshold_calls_nothing_one_object() -> None:
    unknown = Thresholds.of("resnet50")
    assert unknown.cosine > 1
    assert read(unknown.as_json()) == unknown
    assert read(Thresholds.of("vgg19-slim").as_json()).cosine < 1
    with pytest.raises(BadInput, match="no thresholds"):
        read({"alignment": 0.5})
