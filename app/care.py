"""Care of jobs while they are painted: leases are renewed, and the executor hears when one is to stop."""

import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from app.executor import Executor
from app.job import Job
from app.jobs import Jobs
from ground.errors import LeaseLost, Unavailable

log = logging.getLogger("pentimento.jobs")


@dataclass
class Charge:
    """One job in somebody's care, and what is known of it."""

    job: Job
    cancelled: bool = False
    too_long: bool = False
    over: bool = False

    @property
    def order(self) -> str:
        return self.job.owner or ""


class Care:
    def __init__(self, charges: Sequence[Charge], jobs: Jobs, executor: Executor, seconds: float) -> None:
        self.charges, self.jobs, self.executor, self.seconds = list(charges), jobs, executor, seconds
        self.over, self.nudged = threading.Event(), threading.Event()

    def run(self) -> None:
        begun = time.monotonic()
        ends = {charge.order: begun + self.seconds - charge.job.busy for charge in self.charges}
        while not self.over.is_set():
            for charge in self.charges:
                if not charge.over:
                    self._look(charge, time.monotonic() >= ends[charge.order])
            left = min(ends.values()) - time.monotonic()
            self.nudged.wait(min(self.jobs.lease / 3, left) if left > 0 else self.jobs.lease / 3)
            self.nudged.clear()

    def _look(self, charge: Charge, too_long: bool) -> None:
        try:
            if self.jobs.renew(charge.job) and not charge.cancelled:
                charge.cancelled = True
                self.executor.stop(charge.order, cancel=True)
        except LeaseLost:
            self.executor.stop(charge.order, cancel=True)
        except Unavailable as error:
            log.warning("a lease could not be renewed", extra={"job": charge.job.id, "error": str(error)})
        if too_long and not charge.too_long:
            charge.too_long = True
            self.executor.stop(charge.order, cancel=True)
