from collections import Counter

import pytest

from ground.errors import BadGallery
from retrieval.splitting import split
from retrieval.work import Work


def works(many: int) -> list[Work]:
    return [Work(id=f"work-{i}", file=f"{i}.jpg") for i in range(many)]


def test_the_shares_are_those_of_semart() -> None:
    assert Counter(work.split for work in split(works(21_372))) == {
        "train": 19_234,
        "validation": 1_069,
        "test": 1_069,
    }


def test_every_split_of_a_small_gallery_has_a_work() -> None:
    assert Counter(work.split for work in split(works(3))) == {"train": 1, "validation": 1, "test": 1}
    with pytest.raises(BadGallery, match="2 works cannot be split"):
        split(works(2))


def test_the_seed_decides_and_the_order_does_not() -> None:
    dealt = split(works(200), seed=1)
    assert [work.id for work in dealt] == [work.id for work in works(200)]
    assert dealt == split(list(reversed(works(200))), seed=1)[::-1]
    assert dealt != split(works(200), seed=2)


def test_new_works_move_few_of_the_others() -> None:
    before = {work.id: work.split for work in split(works(1000))}
    after = {work.id: work.split for work in split(works(1020))}
    assert sum(before[id] != after[id] for id in before) < 20
