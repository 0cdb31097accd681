import numpy as np
import pytest

from curation.closed_set import Lesson
from curation.open_set import ACCEPTED, REST, WAYS, study, threshold, two_stages
from ground.errors import BadGallery, BadInput
from tests.curation.made import blobs

FEATURES, LABELS = blobs([40, 40, 30, 30, 30], dimensions=24)
LESSON = Lesson(FEATURES, LABELS)


def test_three_ways_tell_the_known_from_the_unknown() -> None:
    found = study(LESSON, ["d", "e"])
    assert [each.way for each in found] == list(WAYS)
    for each in found:
        assert each.judgement.names == ("a", "b", "c", REST)
        assert np.allclose(each.judgement.probabilities.sum(1), 1, atol=1e-5)
        assert set(each.unseen) == {"d", "e"}
        assert each.seen > 0.9
        told = each.as_json()
        assert told["auroc"]["held_out_classes"] == pytest.approx(np.mean(list(each.unseen.values())))
    assert min(each.judgement.mean(weighted=True)["f1"] for each in found[:2]) > 0.9
    assert min(found[2].unseen.values()) > 0.9  # examples of one unknown class say little of another


def test_two_stages_multiply() -> None:
    """P(C) = P(C | known) P(known): the ratios of the classes are those of the second stage alone."""
    classes = np.where(LABELS.of < 3, LABELS.of, 3)
    probabilities, known = two_stages(LESSON, np.arange(170), classes, 3)(FEATURES)
    assert np.allclose(probabilities[:, :3].sum(1), known, atol=1e-5)
    assert np.allclose(probabilities[:, 3], 1 - known, atol=1e-5)


def test_the_threshold_lets_so_many_of_the_known_pass_without_an_example_of_the_rest() -> None:
    features, labels = blobs([300, 300, 200], dimensions=24)
    lesson, rows = Lesson(features, labels), np.arange(800)
    learned = (rows % 2 == 0) & (labels.of < 2)
    model = threshold(lesson, rows[learned], labels.of[learned], 2)
    probabilities, _ = model(features[(rows % 2 == 1) & (labels.of < 2)])
    passed = (probabilities[:, -1] < 0.5).mean()
    assert abs(passed - ACCEPTED) < 0.06
    strangers, _ = model(features[labels.of == 2])
    assert (strangers[:, -1] > 0.5).mean() > 0.8


def test_what_cannot_be_studied_is_refused() -> None:
    with pytest.raises(BadInput, match="no work has the label 'z'"):
        study(LESSON, ["z"])
    with pytest.raises(BadGallery, match="4 of 5 classes are unknown"):
        study(LESSON, ["a", "b", "c", "d"])
