"""The contract of every executor: what an order leaves in its folder, and how it ends when something happens to it."""

import json
import os
import resource
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.executor import CHECKPOINT, CURVE, PAINTING, PREVIEW, Died, Order, Progress, Stopped
from app.local import Local
from ground import canvas
from ground.errors import PentimentoError
from style_transfer import paint
from tests.app import made

LONG = {"steps": 120, "growth": 1, "coarsest": 48}  # longer than a test takes to interfere


@pytest.fixture(scope="module")
def shared() -> Iterator[Local]:
    """Painting is what takes time to load: the tests that leave their executor whole share it."""
    executor = Local()
    yield executor
    executor.close()


@pytest.fixture
def executor() -> Iterator[Local]:
    fresh = Local()
    yield fresh
    fresh.close()


@pytest.fixture
def order(tmp_path: Path) -> Order:
    return Order("one", tmp_path / "out", made.facts(tmp_path), preview=0, checkpoint=0)


@pytest.fixture
def long(order: Order, tmp_path: Path) -> Order:
    return replace(order, facts=made.facts(tmp_path, **LONG))


def painted(executor: Local, order: Order) -> list[Progress]:
    return list(executor.paint(order))


def until(end: type[PentimentoError], reports: Iterator[Progress]) -> list[Progress]:
    """What is reported before it ends so."""
    found = []
    try:
        for report in reports:
            found.append(report)
    except end:
        return found
    pytest.fail(f"it did not end as {end.__name__}")


def first_saved(reports: Iterator[Progress]) -> Progress:
    return next(report for report in reports if report.saved)


class TestAPainting:
    def test_is_the_one_that_the_engine_makes(self, shared: Local, order: Order, tmp_path: Path) -> None:
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
        self, shared: Local, order: Order, tmp_path: Path
    ) -> None:
        painted(shared, order)
        note = canvas.read_note(order.folder / PAINTING)
        assert note
        assert note["recipe"] == made.recipe().model_dump()
        assert note["content"]["work"] == {"id": "w1", "title": "A harbour"}
        assert note["styles"][0]["picture"]["file"] == "style.png"
        assert note["step"] == note["steps"] > 0
        assert str(tmp_path) not in json.dumps(note)

    def test_shows_previews_on_the_way(self, shared: Local, order: Order) -> None:
        sides = []
        for report in shared.paint(order):
            assert report.previewed
            sides.append(made.pixels(order.folder / PREVIEW).shape[0])
        assert set(sides) <= {32, 48}
        assert sides[-1] == 48

    def test_needs_no_checkpoint_when_it_is_done_sooner(self, shared: Local, order: Order) -> None:
        painted(shared, replace(order, checkpoint=1000))
        assert not (order.folder / CHECKPOINT).exists()

    def test_orders_follow_each_other_in_one_process(
        self, shared: Local, order: Order, tmp_path: Path
    ) -> None:
        pid = shared.pid
        for optimiser in ("adam", "lbfgs"):
            painted(shared, replace(order, facts=made.facts(tmp_path, optimiser=optimiser)))
        assert shared.pid == pid
        assert shared.ready


class TestStopping:
    def test_a_cancelled_order_keeps_its_last_preview(self, shared: Local, long: Order) -> None:
        reports = shared.paint(replace(long, preview=1000))
        assert next(reports).step == 1
        before = made.pixels(long.folder / PREVIEW)
        shared.stop(long.id, cancel=True)
        *_, last = until(Stopped, reports)
        assert last.step < 120
        assert last.previewed
        assert not np.array_equal(made.pixels(long.folder / PREVIEW), before)
        assert not (long.folder / PAINTING).exists()

    def test_a_stopped_order_goes_on_to_the_same_picture(
        self, shared: Local, long: Order, tmp_path: Path
    ) -> None:
        reports = shared.paint(replace(long, checkpoint=1000))
        next(reports)
        shared.stop(long.id, cancel=False)
        *_, last = until(Stopped, reports)
        assert last.saved
        resumed = painted(shared, replace(long, saved=last.step, checkpoint=1000))
        assert resumed[0].step == last.step + 1
        painted(shared, replace(long, folder=tmp_path / "whole", checkpoint=1000))
        assert np.array_equal(made.pixels(long.folder / PAINTING), made.pixels(tmp_path / "whole" / PAINTING))

    def test_a_stop_that_was_meant_for_another_order_is_none(self, shared: Local, order: Order) -> None:
        shared.stop("an earlier one", cancel=True)
        assert painted(shared, order)

    def test_who_leaves_the_loop_abandons_the_order(self, executor: Local, long: Order) -> None:
        reports = executor.paint(long)
        next(reports)
        reports.close()
        assert not executor.ready
        assert painted(executor, replace(long, facts=made.facts(long.folder.parent)))


class TestDying:
    def test_a_killed_hand_is_said_and_the_next_goes_on(
        self, executor: Local, shared: Local, long: Order, tmp_path: Path
    ) -> None:
        reports = executor.paint(long)
        saved = first_saved(reports)
        os.kill(executor.pid or 0, signal.SIGKILL)
        *_, saved = [saved, *until(Died, reports)]  # every report tells of a checkpoint
        resumed = painted(executor, replace(long, saved=saved.step, checkpoint=1000))
        assert saved.step < resumed[0].step <= 121
        painted(shared, replace(long, folder=tmp_path / "whole", checkpoint=1000))
        assert np.array_equal(made.pixels(long.folder / PAINTING), made.pixels(tmp_path / "whole" / PAINTING))

    def test_one_that_is_asked_to_end_keeps_what_it_has(self, executor: Local, long: Order) -> None:
        reports = executor.paint(replace(long, checkpoint=1000))
        next(reports)
        os.kill(executor.pid or 0, signal.SIGTERM)
        *_, last = until(Stopped, reports)
        assert last.saved
        assert painted(executor, replace(long, saved=last.step, checkpoint=1000))[-1].step == 120

    def test_an_idle_one_that_was_killed_is_replaced(self, executor: Local, order: Order) -> None:
        painted(executor, order)
        os.kill(executor.pid or 0, signal.SIGKILL)
        executor._process.join()
        assert not executor.ready
        assert painted(executor, order)

    def test_closing_is_at_once(self, executor: Local, long: Order) -> None:
        reports = executor.paint(long)
        next(reports)
        threading.Thread(target=executor.close).start()
        with pytest.raises(Died):
            list(reports)


class TestTrouble:
    """A failure with a reason, after which the same hand paints on."""

    @pytest.fixture(autouse=True)
    def _paints_on(self, shared: Local, order: Order, tmp_path: Path) -> Iterator[None]:
        pid = shared.pid
        yield
        painted(shared, replace(order, folder=tmp_path / "after", facts=made.facts(tmp_path / "again")))
        assert shared.pid == pid

    def fails(self, executor: Local, order: Order) -> str:
        with pytest.raises(PentimentoError) as caught:
            painted(executor, order)
        assert not isinstance(caught.value, Died | Stopped)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    def test_a_picture_that_is_gone(self, shared: Local, order: Order, tmp_path: Path) -> None:
        (tmp_path / "style.png").unlink()
        assert "style.png is gone" in self.fails(shared, order)

    def test_a_picture_that_was_changed(self, shared: Local, order: Order, tmp_path: Path) -> None:
        made.picture(tmp_path / "content.png", 77)
        assert "no longer the one that was chosen" in self.fails(shared, order)

    def test_a_checkpoint_that_is_gone(self, shared: Local, order: Order) -> None:
        assert "checkpoint of this painting, of step 5, is gone" in self.fails(
            shared, replace(order, saved=5)
        )

    def test_a_checkpoint_that_is_damaged(self, shared: Local, order: Order) -> None:
        order.folder.mkdir()
        (order.folder / CHECKPOINT).write_bytes(b"moths")
        assert "not a whole checkpoint" in self.fails(shared, replace(order, saved=5))

    def test_a_folder_that_cannot_be_written(self, shared: Local, order: Order) -> None:
        order.folder.write_text("a file where a folder should be")
        assert "cannot" in self.fails(shared, order) or "could not" in self.fails(shared, order)

    def test_weights_that_are_missing(self, shared: Local, order: Order) -> None:
        assert "no weights file" in self.fails(shared, replace(order, weights=Path("/nowhere.safetensors")))


def test_a_full_disk(executor: Local, order: Order) -> None:
    """As near as a test comes without one of its own: the system lets no file grow."""
    painted(executor, order)
    resource.prlimit(executor.pid or 0, resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
    with pytest.raises(PentimentoError) as caught:
        painted(executor, replace(order, id="two"))
    assert not isinstance(caught.value, Died)
    assert "written" in str(caught.value) or "kept" in str(caught.value)
    resource.prlimit(
        executor.pid or 0, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    )
    painted(executor, replace(order, id="three"))
