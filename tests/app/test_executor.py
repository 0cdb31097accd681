"""The contract of every executor: what an order leaves in its folder, and how it ends when something happens to it."""

import json
import os
import resource
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from app.executor import (
    CHECKPOINT,
    CURVE,
    PAINTING,
    PREVIEW,
    Died,
    End,
    Executor,
    Order,
    Progress,
    Report,
)
from app.local import Local
from ground import canvas
from ground.files import sha256
from style_transfer import paint
from style_transfer.backbones import has_bf16
from tests.app import made
from tests.app.hands import Hands, LocalHands, RayHands, kill, until_ready

TOGETHER = {"size": 96, "coarsest": 96, "precision": "bf16", "steps": 30, "growth": 1}  # exact, if not quick
LONG = {"steps": 120, "growth": 1, "coarsest": 48}  # longer than a test takes to interfere


@pytest.fixture(scope="module", params=["local", pytest.param("ray", marks=pytest.mark.slow)])
def hands(request: pytest.FixtureRequest) -> Iterator[Hands]:
    """Every executor is tested by the same contract."""
    if request.param == "ray":
        pytest.importorskip("ray", reason="needs the ray extra")
    found: Hands = RayHands() if request.param == "ray" else LocalHands()
    yield found
    found.close()


@pytest.fixture(scope="module")
def shared(hands: Hands) -> Iterator[Any]:
    """Painting is what takes time to load: the tests that leave their executor whole share it."""
    executor = hands.begin()
    yield executor
    executor.close()


@pytest.fixture
def executor(hands: Hands) -> Iterator[Any]:
    fresh = hands.begin()
    yield fresh
    fresh.close()


@pytest.fixture
def local() -> Iterator[Local]:
    fresh = Local()
    yield fresh
    fresh.close()


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order("one", tmp_path / "out", made.facts(tmp_path), preview=0, checkpoint=0)


@pytest.fixture
def long(order: Order, tmp_path: Path) -> Order:
    return replace(order, facts=made.facts(tmp_path, **LONG))


def painted(executor: Executor, *orders: Order) -> list[Progress]:
    """What is reported of orders that all end well."""
    found, ends = parted(executor.paint(orders))
    assert sorted(ends, key=lambda end: end.order) == [End(id) for id in sorted(order.id for order in orders)]
    return found


def parted(reports: Iterator[Report]) -> tuple[list[Progress], list[End]]:
    found = list(reports)
    return [each for each in found if isinstance(each, Progress)], [e for e in found if isinstance(e, End)]


def stopped(reports: Iterator[Report]) -> list[Progress]:
    """What is reported of an order before it is stopped."""
    found, ends = parted(reports)
    assert [end.stopped for end in ends] == [True]
    return found


def until_death(reports: Iterator[Report]) -> list[Progress]:
    found: list[Report] = []
    with pytest.raises(Died):
        found.extend(reports)
    return parted(iter(found))[0]


def progress(reports: Iterator[Report]) -> Progress:
    """The next one."""
    report = next(reports)
    assert isinstance(report, Progress)
    return report


def first_saved(reports: Iterator[Report]) -> Progress:
    return next(report for report in reports if isinstance(report, Progress) and report.saved)


class TestAPainting:
    def test_is_the_one_that_the_engine_makes(self, shared: Any, order: Order, tmp_path: Path) -> None:
        reports = painted(shared, order)
        *_, last = paint(
            canvas.read(tmp_path / "content.png"), canvas.read(tmp_path / "style.png"), made.recipe()
        )
        assert last.painting
        assert [report.step for report in reports] == list(range(1, last.steps + 1))
        expected = np.round(last.painting.picture.rgb * 255)
        assert np.array_equal(np.round(made.pixels(order.folder / PAINTING) * 255), expected)
        curve = json.loads((order.folder / CURVE).read_text())
        assert curve == [list(losses) for losses in last.painting.curve]
        assert reports[-1].total == curve[-1][-1]

    def test_carries_its_recipe_and_its_works_but_no_path(
        self, shared: Any, order: Order, tmp_path: Path
    ) -> None:
        painted(shared, order)
        note = canvas.read_note(order.folder / PAINTING)
        assert note
        assert note["recipe"] == made.recipe().model_dump()
        assert note["content"]["work"] == {"id": "w1", "title": "A harbour"}
        assert note["styles"][0]["picture"]["file"] == "style.png"
        assert note["step"] == note["steps"] > 0
        assert str(tmp_path) not in json.dumps(note)

    def test_shows_previews_on_the_way(self, shared: Any, order: Order) -> None:
        sides = []
        for report in shared.paint([order]):
            if isinstance(report, End):
                break
            assert report.previewed
            sides.append(made.pixels(order.folder / PREVIEW).shape[0])
        assert set(sides) <= {32, 48}
        assert sides[-1] == 48

    def test_needs_no_checkpoint_when_it_is_done_sooner(self, shared: Any, order: Order) -> None:
        painted(shared, replace(order, checkpoint=1000))
        assert not (order.folder / CHECKPOINT).exists()

    def test_has_no_previews_where_nobody_looks(self, shared: Any, order: Order) -> None:
        reports = painted(shared, replace(order, preview=None, checkpoint=1000))
        assert not any(report.previewed for report in reports)
        assert reports[-1].step == sum(made.recipe().steps_at)
        assert (order.folder / PAINTING).exists()
        assert not (order.folder / PREVIEW).exists()

    def test_orders_follow_each_other_in_one_process(
        self, hands: Hands, shared: Any, order: Order, tmp_path: Path
    ) -> None:
        pid = hands.pid(shared)
        for optimiser in ("adam", "lbfgs"):
            painted(shared, replace(order, facts=made.facts(tmp_path, optimiser=optimiser)))
        assert hands.pid(shared) == pid
        assert shared.ready


class TestStopping:
    def test_a_cancelled_order_keeps_its_last_preview(self, shared: Any, long: Order) -> None:
        reports = shared.paint([replace(long, preview=1000)])
        assert progress(reports).step == 1
        before = made.pixels(long.folder / PREVIEW)
        shared.stop(long.id, cancel=True)
        *_, last = stopped(reports)
        assert last.step < 120
        assert last.previewed
        assert not np.array_equal(made.pixels(long.folder / PREVIEW), before)
        assert not (long.folder / PAINTING).exists()

    def test_a_stopped_order_goes_on_to_the_same_picture(
        self, shared: Any, long: Order, tmp_path: Path
    ) -> None:
        reports = shared.paint([replace(long, checkpoint=1000)])
        next(reports)
        shared.stop(long.id, cancel=False)
        *_, last = stopped(reports)
        assert last.saved
        resumed = painted(shared, replace(long, saved=last.step, checkpoint=1000))
        assert resumed[0].step == last.step + 1
        painted(shared, replace(long, folder=tmp_path / "whole", checkpoint=1000))
        assert np.array_equal(made.pixels(long.folder / PAINTING), made.pixels(tmp_path / "whole" / PAINTING))

    def test_a_stop_that_was_meant_for_another_order_is_none(self, shared: Any, order: Order) -> None:
        shared.stop("an earlier one", cancel=True)
        assert painted(shared, order)

    def test_who_leaves_the_loop_abandons_the_order(self, executor: Any, long: Order) -> None:
        reports = executor.paint([long])
        next(reports)
        reports.close()
        assert painted(executor, replace(long, facts=made.facts(long.folder.parent)))


class TestDying:
    def test_a_killed_hand_is_said_and_the_next_goes_on(
        self, hands: Hands, executor: Any, shared: Any, long: Order, tmp_path: Path
    ) -> None:
        reports = executor.paint([long])
        saved = first_saved(reports)
        kill(hands, executor)
        *_, saved = [saved, *until_death(reports)]  # every report tells of a checkpoint
        resumed = painted(executor, replace(long, saved=saved.step, checkpoint=1000))
        assert saved.step < resumed[0].step <= 121
        painted(shared, replace(long, folder=tmp_path / "whole", checkpoint=1000))
        assert np.array_equal(made.pixels(long.folder / PAINTING), made.pixels(tmp_path / "whole" / PAINTING))

    def test_one_that_is_asked_to_end_keeps_what_it_has(self, local: Local, long: Order) -> None:
        reports = local.paint([replace(long, checkpoint=1000)])
        next(reports)
        os.kill(local.pid or 0, signal.SIGTERM)
        *_, last = stopped(reports)
        assert last.saved
        assert painted(local, replace(long, saved=last.step, checkpoint=1000))[-1].step == 120

    def test_an_idle_one_that_was_killed_is_replaced(self, hands: Hands, executor: Any, order: Order) -> None:
        painted(executor, order)
        kill(hands, executor)
        until_ready(executor, False)
        assert painted(executor, order)

    def test_closing_is_at_once(self, executor: Any, long: Order) -> None:
        reports = executor.paint([long])
        next(reports)
        threading.Thread(target=executor.close).start()
        with pytest.raises(Died):
            list(reports)


class TestTrouble:
    """A failure with a reason, after which the same hand paints on."""

    @pytest.fixture(autouse=True)
    def _paints_on(self, hands: Hands, shared: Any, order: Order, tmp_path: Path) -> Iterator[None]:
        pid = hands.pid(shared)
        yield
        painted(shared, replace(order, folder=tmp_path / "after", facts=made.facts(tmp_path / "again")))
        assert hands.pid(shared) == pid

    def fails(self, executor: Any, order: Order) -> str:
        _, (end,) = parted(executor.paint([order]))
        assert end.what
        assert not end.stopped
        assert "\n" not in end.reason
        assert str(order.folder.parent) not in end.reason
        return end.reason

    def test_a_picture_that_is_gone(self, shared: Any, order: Order, tmp_path: Path) -> None:
        (tmp_path / "style.png").unlink()
        assert "style.png is gone" in self.fails(shared, order)

    def test_a_picture_that_was_changed(self, shared: Any, order: Order, tmp_path: Path) -> None:
        made.picture(tmp_path / "content.png", 77)
        assert "no longer the one that was chosen" in self.fails(shared, order)

    def test_a_checkpoint_that_is_gone(self, shared: Any, order: Order) -> None:
        assert "checkpoint of this painting, of step 5, is gone" in self.fails(
            shared, replace(order, saved=5)
        )

    def test_a_checkpoint_that_is_damaged(self, shared: Any, order: Order) -> None:
        order.folder.mkdir()
        (order.folder / CHECKPOINT).write_bytes(b"moths")
        assert "not a whole checkpoint" in self.fails(shared, replace(order, saved=5))

    def test_a_folder_that_cannot_be_written(self, shared: Any, order: Order) -> None:
        order.folder.write_text("a file where a folder should be")
        assert "cannot" in self.fails(shared, order) or "could not" in self.fails(shared, order)

    def test_weights_that_are_missing(self, shared: Any, order: Order) -> None:
        assert "no weights file" in self.fails(shared, replace(order, weights=Path("/nowhere.safetensors")))


class TestTogether:
    @pytest.fixture
    def several(self, tmp_path: Path) -> list[Order]:
        """Of two contents and three styles, in three manners of stopping."""
        return [
            Order(f"order{n}", tmp_path / f"out{n}", each, preview=0, checkpoint=0)
            for n, each in enumerate(made.several(tmp_path, 3, **TOGETHER))
        ]

    def test_each_is_as_it_would_be_alone(self, shared: Any, several: list[Order], tmp_path: Path) -> None:
        quick = [replace(each, checkpoint=1000) for each in several]
        reports = painted(shared, *quick)
        assert {each.order for each in reports} == {each.id for each in several}
        for order in quick:
            painted(shared, replace(order, folder=tmp_path / "alone"))
            assert_alike(order.folder, tmp_path / "alone")
            note = canvas.read_note(order.folder / PAINTING)
            assert note
            assert note["styles"][0]["picture"] == order.facts["style"]["source"]

    def test_each_is_stopped_by_itself(self, shared: Any, several: list[Order], tmp_path: Path) -> None:
        """One is cancelled, one is kept and goes on alone; the third does not notice."""
        cancelled, kept, third = (replace(each, checkpoint=1000) for each in several)
        reports = shared.paint([cancelled, kept, third])
        first = progress(reports)
        shared.stop(cancelled.id, cancel=True)
        shared.stop(kept.id, cancel=False)
        found, ends = parted(reports)
        assert [end.order for end in ends][-1] == third.id
        assert {end.order: (end.stopped, end.what) for end in ends} == {
            cancelled.id: (True, ""),
            kept.id: (True, ""),
            third.id: (False, ""),
        }
        last = {report.order: report for report in (first, *found)}
        assert last[cancelled.id].previewed
        assert not (cancelled.folder / PAINTING).exists()
        assert last[kept.id].saved
        painted(shared, replace(kept, saved=last[kept.id].step))
        for order in (kept, third):
            painted(shared, replace(order, folder=tmp_path / order.id))
            assert_alike(order.folder, tmp_path / order.id)

    def test_one_s_fault_is_not_the_others(self, shared: Any, several: list[Order]) -> None:
        gone, unwritable, well = several
        Path(gone.facts["style"]["file"]).unlink()
        unwritable.folder.write_text("a file where a folder should be")
        _, ends = parted(shared.paint(several))
        assert {end.order: bool(end.what) for end in ends} == {
            gone.id: True,
            unwritable.id: True,
            well.id: False,
        }
        assert (well.folder / PAINTING).is_file()

    def test_all_go_on_when_their_hand_was_killed(
        self, hands: Hands, executor: Any, shared: Any, several: list[Order], tmp_path: Path
    ) -> None:
        reports = executor.paint(several)
        saved = {each.order: each for each in [first_saved(reports) for _ in several]}
        kill(hands, executor)
        saved |= {each.order: each for each in until_death(reports)}
        for order in several:
            assert saved[order.id].saved
            painted(executor, replace(order, saved=saved[order.id].step, checkpoint=1000))
            painted(shared, replace(order, folder=tmp_path / order.id, checkpoint=1000))
            assert_alike(order.folder, tmp_path / order.id)

    def test_what_is_not_of_one_size_after_all_is_painted_one_by_one(
        self, shared: Any, order: Order, tmp_path: Path
    ) -> None:
        narrow = made.facts(tmp_path / "narrow")
        made.narrow(Path(narrow["content"]["file"]))
        narrow["content"]["source"]["sha256"] = sha256(Path(narrow["content"]["file"]))
        other = replace(order, id="two", folder=tmp_path / "two", facts=narrow)
        painted(shared, order, other)
        sizes = [made.pixels(each.folder / PAINTING).shape for each in (order, other)]
        assert sizes == [(48, 48, 3), (48, 32, 3)]


def assert_alike(some: Path, other: Path) -> None:
    """To the bit, where the processor has the arithmetic of which that is promised."""
    first, second = (made.pixels(folder / PAINTING) for folder in (some, other))
    assert np.abs(first - second).mean() < (1e-9 if has_bf16(torch.device("cpu")) else 0.05)


def test_a_full_disk(local: Local, order: Order) -> None:
    """As near as a test comes without one of its own: the system lets no file grow."""
    painted(local, order)
    resource.prlimit(local.pid or 0, resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
    _, (end,) = parted(local.paint([replace(order, id="two")]))
    assert "written" in end.reason or "kept" in end.reason
    resource.prlimit(local.pid or 0, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    painted(local, replace(order, id="three"))
