import threading

import pytest

from retrieval.parallel import in_order


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(in_order(lambda each: each * each, range(500))) == [
        (each, each * each) for each in range(500)
    ]


def test_no_more_is_begun_than_was_allowed_ahead() -> None:
    begun: list[int] = []
    lock = threading.Lock()

    def begin(item: int) -> None:
        with lock:
            begun.append(item)

    for taken, _ in enumerate(in_order(begin, range(100), ahead=5)):
        assert len(begun) <= taken + 5


def test_a_failure_is_raised_in_its_turn_and_ends_the_rest() -> None:
    begun: list[int] = []

    def fail(item: int) -> int:
        begun.append(item)
        if item == 3:
            raise ValueError("three")
        return item

    results = in_order(fail, range(1000), ahead=4)
    assert [next(results) for _ in range(3)] == [(0, 0), (1, 1), (2, 2)]
    with pytest.raises(ValueError, match="three"):
        next(results)
    assert len(begun) < 20
