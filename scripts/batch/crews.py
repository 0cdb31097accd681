"""The crews: who paints a batch, processes of this machine or actors of a Ray cluster."""

import os
from collections.abc import Sequence

from app.executor import Executor
from app.local import Local
from retrieval.parallel import workers as processors
from scripts.cluster import address

THREADS = "OMP_NUM_THREADS"  # read by torch as a process starts


def executors(workers: int, ray: str | None) -> Sequence[Executor]:
    if ray is not None:
        from app.ray_executor import RayExecutor  # ray is an extra

        return [RayExecutor(address(ray)) for _ in range(workers)]
    if workers > 1:  # each with its share of the processors, or all would wait for all
        os.environ.setdefault(THREADS, str(max(1, processors() // workers)))
    return [Local() for _ in range(workers)]
