from dataclasses import replace

import numpy as np
import pytest

from curation.classifiers import CLASSIFIERS
from curation.closed_set import Lesson, study
from curation.labels import Labels
from ground.errors import BadInput
from tests.curation.made import blobs, works


@pytest.mark.parametrize("kind", CLASSIFIERS)
def test_classes_are_learned_and_a_rare_one_counts_as_much(kind: str) -> None:
    features, labels = blobs([60, 30, 8])
    found = study(Lesson(features, labels), works(98), kind)
    assert found.judgement.mean(weighted=False)["f1"] > 0.9
    assert found.judgement.classes[2]["recall"] >= 0.75
    assert np.allclose(found.probabilities.sum(1), 1, atol=1e-5)
    assert len(found.judgement.truth) == 98


def test_nobody_is_judged_by_who_has_seen_it() -> None:
    """Labels that say nothing are guessed no better than by chance; who has seen them knows them by heart."""
    features, _ = blobs([100], dimensions=200)
    labels = Labels.named(np.random.default_rng(0).choice(["a", "b"], 100).tolist())
    lesson = Lesson(features, labels, [features + 0.001])
    assert study(lesson, works(100)).judgement.accuracy < 0.7
    model = lesson.taught(CLASSIFIERS["logistic"](), np.arange(100))
    assert (model.probabilities(features).argmax(1) == labels.of).mean() > 0.9


def test_the_gallerys_own_test_is_what_is_judged_by() -> None:
    features, labels = blobs([20, 20])
    dealt = [replace(work, split="test" if row % 4 == 0 else "train") for row, work in enumerate(works(40))]
    found = study(Lesson(features, labels), dealt)
    assert len(found.judgement.truth) == 10
    assert found.probabilities.shape == (40, 2)


def test_works_without_a_label_are_told_by_all_that_have_one() -> None:
    features, labels = blobs([20, 20])
    partly = Labels(labels.names, np.where(np.arange(40) % 5 == 0, -1, labels.of))
    found = study(Lesson(features, partly), works(40))
    told = found.predictions(works(40), partly)
    assert len(found.judgement.truth) == 32
    right = [
        each["class"] == labels.names[of]
        for each, of in zip(told, labels.of, strict=True)
        if not each["label"]
    ]
    assert len(right) == 8
    assert np.mean(right) > 0.9
    assert sum(told[0]["probabilities"].values()) == pytest.approx(1, abs=1e-3)


def test_an_unknown_classifier_is_refused() -> None:
    features, labels = blobs([5, 5])
    with pytest.raises(BadInput, match="no classifier 'forest'; give --with logistic or head"):
        study(Lesson(features, labels), works(10), "forest")
