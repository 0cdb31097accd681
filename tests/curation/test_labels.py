import numpy as np
import pytest

from curation.labels import Labels, folds
from ground.errors import BadGallery
from retrieval.work import Work


def of(*labels: str) -> list[Work]:
    return [
        Work(f"{row}", "x.png", style=label, extra={"subject": label}) for row, label in enumerate(labels)
    ]


@pytest.mark.parametrize("column", ["style", "subject"])
def test_labels_come_from_any_column(column: str) -> None:
    labels = Labels.read(of("b", "a", "", "b"), column)
    assert labels.names == ("a", "b")
    assert labels.of.tolist() == [1, 0, -1, 1]
    assert labels.counts() == {"a": 1, "b": 2}


@pytest.mark.parametrize(
    ("labels", "complaint"),
    [
        (("a", "a", "a"), "all labelled works are 'a'"),
        (("a", "b", "b"), "the class 'a' has 1 work"),
        (("", "", ""), "no work has a label"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(labels: tuple[str, ...], complaint: str) -> None:
    with pytest.raises(BadGallery, match=complaint):
        Labels.read(of(*labels), "style").checked()


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BadGallery, match=r"no work has a column 'genre'; give --label with one of .*subject"):
        Labels.read(of("a", "b"), "genre")


def test_folds_deal_every_class_out_evenly() -> None:
    classes = np.repeat([0, 1, 2], [50, 7, 2])
    fold = folds(classes, 5)
    for each in range(3):
        dealt = np.bincount(fold[classes == each], minlength=5)
        assert dealt.max() - dealt.min() <= 1
    assert np.bincount(fold).max() - np.bincount(fold).min() <= 2
    assert (folds(classes, 5, seed=1) != fold).any()
