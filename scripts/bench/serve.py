"""The studio under load: how soon it answers while it paints, what it loses, what it keeps of memory, how it starts."""

import json
import os
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from scripts.serving import started

CLIENTS = 8
RATE = 10.0  # suggestions a second
THINGS = ("boat", "mountain", "lake", "garden", "lovers", "harbour", "village", "tulips", "storm", "horses")
TIMES = ("at dawn", "at evening", "in autumn", "under a moon", "in the snow", "on a sunny day", "in the rain")
TINY = {"name": "sketch", "size": 96, "coarsest": 96, "steps": 3}


@dataclass(frozen=True)
class Scope:
    seconds: float = 60.0  # of suggestions, and of jobs that are looked at
    jobs: int = 1000
    sketches: int = 200
    starts: int = 5


QUICK = Scope(2.0, 40, 20, 1)


class Client:
    """One connection that is kept, as browsers keep theirs."""

    def __init__(self, url: str) -> None:
        self.connection = HTTPConnection(urlsplit(url).netloc, timeout=120)

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        told = None if body is None else json.dumps(body).encode()
        self.connection.request(method, path, told, {"Content-Type": "application/json", **headers})
        answer = self.connection.getresponse()
        found = answer.read()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path} was answered with {answer.status}: {found.decode()[:200]}")
        return json.loads(found)


PARTS = ("busy", "submissions", "memory", "start")


def figures(scope: Scope, parts: Sequence[str] = PARTS) -> dict[str, Any]:
    of = {"busy": _busy, "submissions": _submissions, "memory": _memory, "start": _start}
    return {part: of[part](scope) for part in parts}


def _busy(scope: Scope) -> dict[str, Any]:
    """While one painting is made on the same processors."""
    with started() as studio:
        job = _painting(Client(studio.url))
        return {
            "suggestions": _suggestions(studio.url, scope.seconds),
            "a job": _looks(studio.url, job, scope.seconds),
        }


def _painting(client: Client) -> str:
    """One that outlasts what is measured meanwhile; its address, once it is being made."""
    recipe = {"name": "studio", "size": 512, "coarsest": 512, "steps": 100_000}
    url: str = client.ask("POST", "/v1/paintings", {"title": "A boat on a lake", "recipe": recipe})["url"]
    while client.ask("GET", url)["step"] < 3:
        time.sleep(0.1)
    return url


def _suggestions(url: str, seconds: float) -> dict[str, float]:
    """Other words each time, so that nothing is answered from memory."""
    client, number = Client(url), count()

    def ask() -> None:
        place = next(number)
        words = f"{THINGS[place % len(THINGS)]} {TIMES[place % len(TIMES)]}"
        client.ask("POST", "/v1/suggestions", {"title": words, "description": f"A picture, number {place}"})

    for _ in range(5):  # connections and caches of the first
        ask()
    return _quantiles(_paced(ask, seconds))


def _looks(url: str, job: str, seconds: float) -> dict[str, float]:
    client = Client(url)
    return _quantiles(_paced(lambda: client.ask("GET", job), seconds))


def _paced(ask: Callable[[], None], seconds: float) -> list[float]:
    """Milliseconds from when each was due: one that comes late because of the one before has waited too."""
    took, begun = [], time.perf_counter()
    for number in range(round(seconds * RATE)):
        due = begun + number / RATE
        time.sleep(max(0.0, due - time.perf_counter()))
        ask()
        took.append((time.perf_counter() - due) * 1000)
    return took


def _quantiles(took: Sequence[float]) -> dict[str, float]:
    ordered = sorted(took)
    return {
        "p50 ms": round(ordered[len(ordered) // 2], 1),
        "p99 ms": round(ordered[int(len(ordered) * 0.99)], 1),
        "requests": len(ordered),
    }


def _submissions(scope: Scope) -> dict[str, float]:
    with started(workers=0, queue=scope.jobs * 2, jobs_a_client=scope.jobs * 2) as studio:
        return _submitted(studio.url, scope.jobs)


def _submitted(url: str, jobs: int) -> dict[str, float]:
    """Each sent twice under one key, as a client does that has heard no answer."""
    numbers, alone = iter(range(jobs)), threading.Lock()

    def submit(_: int) -> list[str]:
        client = Client(url)
        ids: list[str] = []
        while True:
            with alone:
                number = next(numbers, None)
            if number is None:
                return ids
            body = {"title": f"{THINGS[number % len(THINGS)]} {number}", "recipe": TINY}
            for _ in range(2):
                ids.append(
                    client.ask("POST", "/v1/paintings", body, **{"Idempotency-Key": f"{number}"})["id"]
                )

    begun = time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as pool:
        told = [id for some in pool.map(submit, range(CLIENTS)) for id in some]
    seconds = time.perf_counter() - begun
    there = _listed(Client(url))
    return {
        "asked": jobs,
        "lost": len(set(told) - set(there)),
        "doubled": len(there) - jobs,
        "a second": round(2 * jobs / seconds),
    }


def _listed(client: Client) -> list[str]:
    ids: list[str] = []
    after = ""
    while True:
        page = client.ask("GET", f"/v1/paintings?limit=200{after}")
        ids += [each["id"] for each in page["paintings"]]
        if not page["next"]:
            return ids
        after = f"&after={page['next']}"


def _memory(scope: Scope) -> dict[str, Any]:
    """Of the server and its worker together, after a tenth of the sketches and after all of them."""
    seen, done = [], 0
    with started() as studio:
        for many in (scope.sketches // 10, scope.sketches - scope.sketches // 10):
            _sketch(Client(studio.url), many)
            seen.append(sum(map(_resident, _family(studio.pid))) / 2**20)
            done += many
    return {
        "sketches": done,
        "first MB": round(seen[0]),
        "last MB": round(seen[1]),
        "growth": round(seen[1] / seen[0] - 1, 3),
    }


def _sketch(client: Client, many: int) -> None:
    """Asked for in tens, so that some are painted together and some alone."""
    for begun in range(0, many, 10):
        some = [
            client.ask(
                "POST",
                "/v1/paintings",
                {"title": THINGS[each % 10], "style_rank": 1 + each % 5, "recipe": TINY},
            )
            for each in range(begun, min(begun + 10, many))
        ]
        while any(client.ask("GET", each["url"])["status"] in ("queued", "running") for each in some):
            time.sleep(0.05)
        assert all(client.ask("GET", each["url"])["status"] == "finished" for each in some)


def _family(pid: int) -> list[int]:
    """A process and all that came from it."""
    children = (task / "children" for task in Path(f"/proc/{pid}/task").iterdir())
    own = [int(child) for file in children for child in file.read_text().split()]
    return [pid, *(each for child in own for each in _family(child))]


def _resident(pid: int) -> int:
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _start(scope: Scope) -> dict[str, float]:
    """From the start of the process until all is ready."""
    seconds = []
    for _ in range(scope.starts):
        with started() as studio:
            seconds.append(studio.seconds)
    return {"seconds": round(median(seconds), 2), "quickest": round(min(seconds), 2)}
