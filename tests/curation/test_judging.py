import numpy as np
import pytest

from curation.judging import Judgement

# Three classes of 3, 2 and 1 works; said: a a b | b b | a.
JUDGED = Judgement(
    ("a", "b", "c"),
    np.array([0, 0, 0, 1, 1, 2]),
    np.array(
        [[0.9, 0.1, 0], [0.6, 0.3, 0.1], [0.2, 0.7, 0.1], [0.1, 0.8, 0.1], [0.3, 0.5, 0.2], [0.5, 0.2, 0.3]],
        np.float32,
    ),
)


def test_counts_are_those_by_hand() -> None:
    assert JUDGED.confusion.tolist() == [[2, 1, 0], [0, 2, 0], [1, 0, 0]]
    a, b, c = JUDGED.classes
    assert (a["precision"], a["recall"], a["works"]) == (pytest.approx(2 / 3), pytest.approx(2 / 3), 3)
    assert (b["precision"], b["recall"]) == (pytest.approx(2 / 3), 1)
    assert b["f1"] == pytest.approx(0.8)
    assert (c["precision"], c["recall"], c["f1"]) == (0, 0, 0)
    assert JUDGED.mean(weighted=False)["f1"] == pytest.approx((2 / 3 + 0.8 + 0) / 3)
    assert JUDGED.mean(weighted=True)["f1"] == pytest.approx((3 * 2 / 3 + 2 * 0.8) / 6)
    assert JUDGED.accuracy == pytest.approx(4 / 6)


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    for row, name in enumerate(JUDGED.names):
        own, others = (
            JUDGED.probabilities[JUDGED.truth == row, row],
            JUDGED.probabilities[JUDGED.truth != row, row],
        )
        right = np.mean([(o > e) + (o == e) / 2 for o in own for e in others])
        assert JUDGED.curves[name]["auc"] == pytest.approx(right)


def test_a_class_without_works_has_no_curve_and_no_part_in_the_means() -> None:
    judged = Judgement(("a", "b", "never"), JUDGED.truth[:5], JUDGED.probabilities[:5])
    assert list(judged.curves) == ["a", "b"]
    assert judged.mean(weighted=False)["recall"] == pytest.approx((2 / 3 + 1) / 2)
    assert judged.as_json()["auc"].keys() == {"a", "b", "macro"}
