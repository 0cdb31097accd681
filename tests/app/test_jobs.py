"""The queue under races, deaths and broken disks: no job is lost, doubled or reported on by the wrong hand."""

import multiprocessing
import os
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.job import Job, Key, Room, Wanted
from app.jobs import STRIKES, Jobs
from ground.errors import KeyReused, LeaseLost, QueueFull, Unavailable

SPAWN = multiprocessing.get_context("spawn")


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(tmp_path: Path, clock: Clock) -> Iterator[Jobs]:
    opened = Jobs(tmp_path / "jobs.sqlite", lease=10, now=clock)
    yield opened
    opened.close()


def wanted(number: int = 0, steps: int = 10, cost: float = 100, kin: str = "") -> Wanted:
    return Wanted({"number": number}, steps, cost, kin)


def added(jobs: Jobs, many: int = 1, client: str = "me", kin: str = "") -> list[Job]:
    return [jobs.add([wanted(number, kin=kin)], client)[0] for number in range(many)]


def claimed(jobs: Jobs) -> Job:
    (job,) = jobs.claim()
    return job


def now(jobs: Jobs, job: Job) -> Job:
    found = jobs.get(job.id)
    assert found
    return found


def kinds(jobs: Jobs, job: Job) -> list[str]:
    return [event.kind for event in jobs.events(job.id)]


class TestALife:
    def test_from_the_queue_to_the_end(self, jobs: Jobs, clock: Clock) -> None:
        [job] = added(jobs)
        assert (job.status, job.facts, job.step, job.steps) == ("queued", {"number": 0}, 0, 10)
        clock.time += 5
        held = claimed(jobs)
        assert (held.id, held.status, held.started) == (job.id, "running", 1005)
        jobs.report(held, "iterate", 3, {"total": 0.5})
        clock.time += 2
        jobs.end(held, "finished", data={"seconds": 2})
        ended = now(jobs, job)
        assert (ended.status, ended.step, ended.ended, ended.busy, ended.owner) == (
            "finished",
            3,
            1007,
            2,
            None,
        )
        assert kinds(jobs, job) == ["queued", "started", "iterate", "finished"]
        assert jobs.events(job.id)[2].data == {"step": 3, "steps": 10, "total": 0.5}

    def test_oldest_first_and_nothing_from_an_empty_queue(self, jobs: Jobs) -> None:
        ids = [job.id for job in added(jobs, 3)]
        assert [claimed(jobs).id for _ in ids] == ids
        assert not jobs.claim()

    def test_one_given_back_comes_first_again(self, jobs: Jobs) -> None:
        first, _ = added(jobs, 2)
        jobs.report(claimed(jobs), "iterate", 4, {})
        held = now(jobs, first)
        assert jobs.give_back(held).status == "queued"
        again = claimed(jobs)
        assert (again.id, again.step, again.strikes) == (first.id, 4, 0)

    def test_it_is_there_after_a_restart(self, jobs: Jobs, tmp_path: Path) -> None:
        [job] = added(jobs)
        jobs.close()
        reopened = Jobs(tmp_path / "jobs.sqlite")
        assert reopened.get(job.id) == job
        reopened.close()

    def test_events_have_one_rising_sequence_and_resume_anywhere(self, jobs: Jobs) -> None:
        mine, other = added(jobs, 2)
        for held in (claimed(jobs), claimed(jobs)):
            for step in range(3):
                jobs.report(held, "iterate", step, {})
        events = jobs.events(mine.id)
        sequences = [event.sequence for event in events]
        assert sequences == sorted(set(sequences))
        assert not set(sequences) & {event.sequence for event in jobs.events(other.id)}
        for cut in range(len(events)):
            assert jobs.events(mine.id, after=sequences[cut]) == events[cut + 1 :]

    def test_who_listens_is_told(self, jobs: Jobs) -> None:
        heard: list[int] = []
        jobs.told.append(lambda: heard.append(1))
        added(jobs)
        jobs.report(claimed(jobs), "iterate", 1, {})
        assert len(heard) == 3


class TestTogether:
    def test_kin_are_claimed_together_and_no_more_than_may(self, jobs: Jobs) -> None:
        first, other, second, third = (
            jobs.add([wanted(kin=kin)], "me")[0] for kin in ("sketch", "", "sketch", "sketch")
        )
        assert [job.id for job in jobs.claim(2)] == [first.id, second.id]
        assert [job.id for job in jobs.claim(2)] == [other.id]
        assert [job.id for job in jobs.claim(2)] == [third.id]

    def test_each_has_a_claim_of_its_own(self, jobs: Jobs, clock: Clock) -> None:
        added(jobs, 3, kin="sketch")
        first, second, third = jobs.claim(5)
        assert len({first.owner, second.owner, third.owner}) == 3
        jobs.cancel(second.id)
        assert [jobs.renew(job) for job in (first, second, third)] == [False, True, False]
        clock.time += 30
        for job, status in ((first, "finished"), (second, "cancelled")):
            jobs.end(job, status)
            assert now(jobs, job).status == status
        jobs.give_back(third)
        assert now(jobs, third).status == "queued"

    def test_what_has_begun_or_killed_is_claimed_alone(self, jobs: Jobs) -> None:
        killer, begun, *_ = added(jobs, 4, kin="sketch")
        held = jobs.claim(2)
        jobs.report(held[1], "iterate", 4, {}, saved=4)
        jobs.give_back(held[0], died=True)
        jobs.give_back(held[1])
        assert [[job.id for job in jobs.claim(5)] for _ in range(2)] == [[killer.id], [begun.id]]
        assert len(jobs.claim(5)) == 2

    def test_they_share_the_worker_s_time(self, jobs: Jobs, clock: Clock) -> None:
        added(jobs, 4, kin="sketch")
        held = jobs.claim(4)
        clock.time += 20
        for job in held:
            jobs.end(job, "finished")
            assert now(jobs, job).busy == 5
        assert jobs.pace() == pytest.approx(20 / 400)


class TestFairness:
    def test_a_batch_does_not_make_others_wait_for_all_of_it(self, jobs: Jobs) -> None:
        batch = jobs.add([wanted()] * 25, "many", together=True)
        first = claimed(jobs)
        one, two = added(jobs, 2, "few")
        order = [claimed(jobs).id for _ in range(4)]
        assert [first.id, *order] == [batch[0].id, one.id, batch[1].id, two.id, batch[2].id]

    def test_it_is_counted_in_work_and_not_in_paintings(self, jobs: Jobs) -> None:
        large = [jobs.add([wanted(cost=400)], "large")[0] for _ in range(2)]
        small = [jobs.add([wanted(cost=100)], "small")[0] for _ in range(6)]
        order = [claimed(jobs).id for _ in range(8)]
        places = [order.index(job.id) for job in large]
        assert places == [0, 5]
        assert [id for id in order if id not in {job.id for job in large}] == [job.id for job in small]

    def test_who_was_away_has_saved_up_nothing(self, jobs: Jobs) -> None:
        for _ in range(5):
            added(jobs, 1, "busy")
            jobs.end(claimed(jobs), "finished")
        old = added(jobs, 2, "busy")
        late = added(jobs, 2, "late")
        assert [claimed(jobs).id for _ in range(4)] == [old[0].id, late[0].id, old[1].id, late[1].id]

    def test_the_outlook_agrees_with_what_comes(self, jobs: Jobs) -> None:
        jobs.add([wanted()] * 25, "many", together=True)
        late = added(jobs, 3, "few")
        places = [jobs.ahead(job)[0] for job in late]
        assert jobs.backlog("few")[0] == jobs.ahead(late[-1])[0] + 2
        order = [claimed(jobs).id for _ in range(20)]
        assert places == [order.index(job.id) for job in late]

    def test_what_is_cancelled_is_not_paid_for(self, jobs: Jobs) -> None:
        for job in jobs.add([wanted()] * 25, "changing", together=True):
            jobs.cancel(job.id)
        added(jobs, 5, "other")
        (again,) = added(jobs, 1, "changing")
        assert again.id in [claimed(jobs).id for _ in range(2)]


class TestCancelling:
    def test_a_waiting_job_at_once(self, jobs: Jobs) -> None:
        [job] = added(jobs)
        cancelled = jobs.cancel(job.id)
        assert cancelled
        assert cancelled.status == "cancelled"
        assert not jobs.claim()
        assert kinds(jobs, job) == ["queued", "cancelled"]

    def test_a_running_job_when_its_worker_hears_of_it(self, jobs: Jobs) -> None:
        added(jobs)
        held = claimed(jobs)
        assert not jobs.renew(held)
        jobs.cancel(held.id)
        assert now(jobs, held).status == "running"
        assert jobs.renew(held)
        jobs.end(held, "cancelled")
        assert now(jobs, held).status == "cancelled"

    def test_twice_is_once_and_an_ended_job_stays(self, jobs: Jobs) -> None:
        first, second = added(jobs, 2)
        for _ in range(2):
            jobs.cancel(first.id)
        assert kinds(jobs, first) == ["queued", "cancelled"]
        jobs.end(claimed(jobs), "finished")
        jobs.cancel(second.id)
        assert now(jobs, second).status == "finished"
        assert jobs.cancel("nothing") is None

    @pytest.mark.parametrize("died", [False, True])
    def test_a_worker_that_is_lost_meanwhile_leaves_it_cancelled(self, jobs: Jobs, died: bool) -> None:
        added(jobs)
        held = claimed(jobs)
        jobs.cancel(held.id)
        assert jobs.give_back(held, died=died).status == "cancelled"
        assert kinds(jobs, held)[-1] == "cancelled"

    def test_so_does_a_lease_that_ends(self, jobs: Jobs, clock: Clock) -> None:
        added(jobs)
        held = claimed(jobs)
        jobs.cancel(held.id)
        clock.time += 11
        assert not jobs.claim()
        assert now(jobs, held).status == "cancelled"
        assert now(jobs, held).ended == clock.time


class TestLeases:
    def test_a_silent_worker_s_job_goes_back(self, jobs: Jobs, clock: Clock) -> None:
        added(jobs)
        held = claimed(jobs)
        clock.time += 10
        assert not jobs.claim()
        clock.time += 1
        assert claimed(jobs).id == held.id

    def test_renewing_and_reporting_keep_it(self, jobs: Jobs, clock: Clock) -> None:
        added(jobs)
        held = claimed(jobs)
        for keep in (lambda: jobs.renew(held), lambda: jobs.report(held, "iterate", 1, {})):
            clock.time += 9
            keep()
            assert not jobs.claim()

    def test_who_has_lost_it_can_do_nothing_more(self, jobs: Jobs, clock: Clock) -> None:
        added(jobs)
        lost = claimed(jobs)
        clock.time += 11
        successor = claimed(jobs)
        for attempt in (
            lambda: jobs.renew(lost),
            lambda: jobs.report(lost, "iterate", 9, {}),
            lambda: jobs.end(lost, "failed", "no"),
            lambda: jobs.give_back(lost, died=True),
        ):
            with pytest.raises(LeaseLost):
                attempt()
        assert now(jobs, lost) == successor

    def test_three_dead_workers_and_it_fails(self, jobs: Jobs) -> None:
        [job] = added(jobs)
        for _ in range(STRIKES):
            assert now(jobs, job).status == "queued"
            held = claimed(jobs)
            jobs.report(held, "iterate", held.step + 1, {})
            jobs.give_back(held, died=True)
        failed = now(jobs, job)
        assert failed.status == "failed"
        assert "the worker died while it painted this, 3 times" in failed.reason
        assert failed.ended
        assert jobs.events(job.id)[-1].data["reason"] == failed.reason
        assert not jobs.claim()

    def test_servers_that_are_killed_count_only_where_nothing_was_gained(
        self, jobs: Jobs, clock: Clock
    ) -> None:
        [job] = added(jobs)
        for step in range(5):
            jobs.report(claimed(jobs), "iterate", step + 1, {})
            clock.time += 11
            jobs.expire()
        assert (now(jobs, job).status, now(jobs, job).strikes) == ("queued", 0)
        for _ in range(STRIKES):
            claimed(jobs)
            clock.time += 11
            jobs.expire()
        assert now(jobs, job).status == "failed"
        assert kinds(jobs, job)[-1] == "failed"

    def test_alone_with_the_table_one_need_not_wait_for_them(self, jobs: Jobs) -> None:
        added(jobs)
        held = claimed(jobs)
        jobs.report(held, "iterate", 3, {})
        jobs.expire(every=True)
        assert (now(jobs, held).status, now(jobs, held).strikes) == ("queued", 0)


class TestKeys:
    def test_the_same_key_and_body_are_the_same_job(self, jobs: Jobs) -> None:
        [first] = jobs.add([wanted()], "me", key=Key("k", "body"))
        [again] = jobs.add([wanted()], "me", key=Key("k", "body"))
        assert again == first
        assert len(jobs.listed()) == 1

    def test_a_batch_too(self, jobs: Jobs) -> None:
        batch = jobs.add([wanted(0), wanted(1)], "me", key=Key("k", "body"), together=True)
        assert {job.batch for job in batch} != {None}
        assert jobs.add([wanted(0), wanted(1)], "me", key=Key("k", "body"), together=True) == batch

    def test_another_body_is_refused(self, jobs: Jobs) -> None:
        jobs.add([wanted()], "me", key=Key("k", "body"))
        with pytest.raises(KeyReused, match="'k'"):
            jobs.add([wanted()], "me", key=Key("k", "other"))

    def test_keys_are_each_client_s_own(self, jobs: Jobs) -> None:
        [mine] = jobs.add([wanted()], "me", key=Key("k", "body"))
        [yours] = jobs.add([wanted()], "you", key=Key("k", "other"))
        assert mine.id != yours.id

    def test_a_full_queue_still_answers_a_known_key(self, jobs: Jobs) -> None:
        room = Room(queue=1)
        [first] = jobs.add([wanted()], "me", room, Key("k", "body"))
        assert jobs.add([wanted()], "me", room, Key("k", "body")) == [first]


class TestRoom:
    def test_a_full_queue(self, jobs: Jobs) -> None:
        room = Room(queue=2, client=5)
        for client in ("me", "you"):
            jobs.add([wanted()], client, room)
        with pytest.raises(QueueFull, match="2 paintings wait"):
            jobs.add([wanted()], "them", room)
        jobs.end(claimed(jobs), "finished")
        jobs.add([wanted()], "them", room)

    def test_one_client_s_share(self, jobs: Jobs) -> None:
        room = Room(queue=5, client=1)
        jobs.add([wanted()], "me", room)
        with pytest.raises(QueueFull, match="of yours"):
            jobs.add([wanted()], "me", room)
        jobs.add([wanted()], "you", room)

    def test_a_batch_comes_in_whole_or_not_at_all(self, jobs: Jobs) -> None:
        with pytest.raises(QueueFull):
            jobs.add([wanted()] * 3, "me", Room(queue=2))
        assert jobs.listed() == []


class TestLooking:
    def test_pages_of_a_list(self, jobs: Jobs) -> None:
        made = added(jobs, 5)
        page = jobs.listed(limit=2)
        rest = jobs.listed(before=page[-1].sequence)
        assert [*page, *rest] == made[::-1]

    def test_filters(self, jobs: Jobs) -> None:
        batch = jobs.add([wanted(), wanted()], "me", together=True)
        [other] = added(jobs, client="you")
        jobs.cancel(other.id)
        assert jobs.listed(client="you") == jobs.listed(status="cancelled") == [now(jobs, other)]
        assert jobs.listed(batch=batch[0].batch) == batch[::-1]
        assert jobs.get(other.id, client="me") is None

    def test_what_comes_before(self, jobs: Jobs) -> None:
        first, second, third = (jobs.add([wanted(cost=100)], "me")[0] for _ in range(3))
        assert jobs.ahead(first) == (0, 100)
        assert jobs.ahead(third) == (2, 300)
        jobs.report(claimed(jobs), "iterate", 5, {})
        assert jobs.ahead(third) == (2, 250)
        jobs.cancel(second.id)
        assert jobs.ahead(third) == (1, 150)

    def test_the_pace_is_that_of_finished_paintings(self, jobs: Jobs, clock: Clock) -> None:
        assert jobs.pace() is None
        added(jobs, 2)
        for seconds in (10, 30):
            held = claimed(jobs)
            clock.time += seconds
            jobs.end(held, "finished")
        assert jobs.pace() == pytest.approx(0.2)

    def test_news_of_all_jobs_resume_anywhere(self, jobs: Jobs) -> None:
        first, second = added(jobs, 2)
        jobs.end(claimed(jobs), "finished")
        news = jobs.news()
        assert [(event.job, event.kind) for event in news] == [
            (first.id, "queued"),
            (second.id, "queued"),
            (first.id, "started"),
            (first.id, "finished"),
        ]
        assert jobs.news(after=news[1].sequence) == news[2:]
        assert jobs.open() == 1

    def test_counts(self, jobs: Jobs) -> None:
        added(jobs, 3)
        jobs.end(claimed(jobs), "failed", "it is dark")
        claimed(jobs)
        assert jobs.counts() == {"queued": 1, "running": 1, "finished": 0, "failed": 1, "cancelled": 0}

    def test_deleting_forgets_events_and_keys_but_never_a_live_job(self, jobs: Jobs, clock: Clock) -> None:
        [job] = jobs.add([wanted()], "me", key=Key("k", "body"))
        assert not jobs.delete(job.id)
        jobs.cancel(job.id)
        clock.time += 1
        assert jobs.ended_before(clock.time) == [job.id]
        assert jobs.delete(job.id)
        assert jobs.events(job.id) == []
        assert jobs.add([wanted()], "me", key=Key("k", "other"))[0].id != job.id


class TestRaces:
    def test_threads_claim_each_job_once(self, jobs: Jobs) -> None:
        ids = {job.id for job in added(jobs, 60, kin="sketch")}
        with ThreadPoolExecutor(8) as pool:
            found = [job.id for some in pool.map(lambda _: jobs.claim(2), range(80)) for job in some]
        assert len(found) == 60
        assert set(found) == ids

    def test_processes_claim_each_job_once(self, jobs: Jobs, tmp_path: Path) -> None:
        jobs.now = time.time
        ids = {job.id for job in added(jobs, 40, kin="sketch")}
        gate, told = SPAWN.Barrier(3), SPAWN.Queue()
        hands = [SPAWN.Process(target=_claim_all, args=(jobs.table.file, gate, told)) for _ in range(3)]
        for hand in hands:
            hand.start()
        found = [told.get(timeout=120) for _ in hands]
        for hand in hands:
            hand.join()
        assert sorted(id for some in found for id in some) == sorted(ids)

    def test_the_same_key_at_once_from_everywhere(self, jobs: Jobs) -> None:
        gate = threading.Barrier(8)

        def submit(_: int) -> str:
            gate.wait()
            return jobs.add([wanted()], "me", key=Key("k", "body"))[0].id

        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(submit, range(8)))) == 1
        assert len(jobs.listed()) == 1

    def test_cancel_against_claim_leaves_no_job_between(self, jobs: Jobs) -> None:
        """Whoever is first: either it never runs, or its worker hears of it."""
        for _ in range(30):
            (job,) = added(jobs, 1)  # alone: a claim that comes too late must not find another
            gate = threading.Barrier(2)

            def cancel(id: str = job.id, gate: threading.Barrier = gate) -> None:
                gate.wait()
                jobs.cancel(id)

            other = threading.Thread(target=cancel)
            other.start()
            gate.wait()
            some = jobs.claim()
            other.join()
            for held in some:
                assert jobs.renew(held)
                jobs.end(held, "cancelled")
            assert now(jobs, job).status == "cancelled"
            assert kinds(jobs, job).count("cancelled") == 1

    def test_two_processes_may_open_a_new_table_at_once(self, tmp_path: Path) -> None:
        def opened(_: int) -> None:
            Jobs(tmp_path / "new.sqlite").close()

        with ThreadPoolExecutor(8) as pool:
            list(pool.map(opened, range(8)))

    def test_killed_while_it_writes_a_process_leaves_a_sound_table(self, jobs: Jobs) -> None:
        ready = SPAWN.Event()
        writer = SPAWN.Process(target=_add_for_ever, args=(jobs.table.file, ready))
        writer.start()
        assert ready.wait(120)
        os.kill(writer.pid or 0, signal.SIGKILL)
        writer.join()
        [(sound,)] = jobs.table.read("PRAGMA integrity_check")
        assert sound == "ok"
        assert len(jobs.listed(limit=10**6)) >= 20
        assert added(jobs)


class TestTrouble:
    def test_a_full_disk_is_said_and_nothing_is_lost(self, jobs: Jobs) -> None:
        [job] = added(jobs)
        held = claimed(jobs)
        [(pages,)] = jobs.table.read("PRAGMA page_count")
        jobs.table.read(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Unavailable, match="full"):
            jobs.add([Wanted({"much": "x" * 100_000}, 1, 1)], "me")
        jobs.table.read(f"PRAGMA max_page_count = {pages + 1000}")
        assert jobs.listed() == [held]
        jobs.end(held, "finished")
        assert now(jobs, job).status == "finished"

    def test_a_table_that_may_only_be_read(self, jobs: Jobs) -> None:
        added(jobs)
        jobs.table.read("PRAGMA query_only = 1")
        with pytest.raises(Unavailable, match="see that its folder can be written"):
            jobs.claim()
        assert len(jobs.listed()) == 1

    def test_a_folder_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "data").write_text("")
        with pytest.raises(Unavailable, match="data"):
            Jobs(tmp_path / "data" / "jobs.sqlite")

    def test_a_file_that_is_no_table(self, tmp_path: Path) -> None:
        (tmp_path / "jobs.sqlite").write_bytes(b"a shopping list" * 500)
        with pytest.raises(Unavailable, match="not a database"):
            Jobs(tmp_path / "jobs.sqlite")

    def test_a_table_of_the_future(self, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / "jobs.sqlite") as connection:
            connection.execute("PRAGMA user_version = 99")
        connection.close()
        with pytest.raises(Unavailable, match="another version"):
            Jobs(tmp_path / "jobs.sqlite")


def _claim_all(file: Path, gate: "threading.Barrier", told: "multiprocessing.Queue[list[str]]") -> None:
    jobs = Jobs(file)
    gate.wait()
    found = []
    while some := jobs.claim(3):
        found += [job.id for job in some]
    told.put(found)
    jobs.close()


def _add_for_ever(file: Path, ready: "threading.Event") -> None:
    jobs = Jobs(file)
    for number in range(10**9):
        jobs.add([wanted(number)], "me")
        if number == 20:
            ready.set()
