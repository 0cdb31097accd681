"""The crew: executors with a foreman each, who work off a table of jobs until they are told to leave."""

import time
from collections.abc import Sequence

from app.executor import Executor
from app.foreman import Foreman, Workshop
from app.jobs import Jobs

GRACE = 2.5  # seconds that paintings have to reach a checkpoint when the crew stops


class Crew:
    def __init__(self, jobs: Jobs, executors: Sequence[Executor], workshop: Workshop) -> None:
        self.executors = list(executors)
        self.foremen = [Foreman(jobs, executor, workshop) for executor in executors]
        for foreman in self.foremen:
            jobs.told.append(foreman.ring)

    @property
    def ready(self) -> int:
        """How many would begin at once."""
        return sum(executor.ready for executor in self.executors)

    def start(self) -> None:
        for foreman in self.foremen:
            foreman.start()

    def cancel(self, id: str) -> None:
        """What the table says already is heard of at once."""
        for foreman in self.foremen:
            foreman.cancel(id)

    def leave(self) -> None:
        """Take no more work, and keep what is being painted; returns at once."""
        for foreman in self.foremen:
            foreman.leave()

    def stop(self) -> None:
        """A step that takes longer than the grace is given up: its painting goes on from the last checkpoint."""
        self.leave()
        ends = time.monotonic() + GRACE
        for foreman in self.foremen:
            foreman.join(max(0.0, ends - time.monotonic()))
        for executor in self.executors:
            executor.close()
        for foreman in self.foremen:
            foreman.join(1)
