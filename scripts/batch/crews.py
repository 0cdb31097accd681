"""The crews: who paints a batch, processes of this machine or actors of a Ray cluster."""

from collections.abc import Sequence

from app.executor import Executor
from app.local import several
from retrieval.parallel import workers as processors
from scripts.cluster import address

MOST = 4  # workers, when nobody says: each holds a network and a step's memory


def usual() -> int:
    """Small pictures gain little from a second thread, and all of a second process."""
    return min(MOST, processors())


def executors(workers: int, ray: str | None) -> Sequence[Executor]:
    if ray is not None:
        from app.ray_executor import RayExecutor  # ray is an extra

        return [RayExecutor(address(ray)) for _ in range(workers)]
    return several(workers)
