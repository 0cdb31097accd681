"""The hands that the executors' contract is tested on, and what can happen to them."""

import os
import signal
import threading
from typing import Any, Protocol

from app.executor import Executor
from app.local import Local

PATIENCE = 120.0


class Hands(Protocol):
    def begin(self) -> Any:
        """An executor."""
        ...

    def pid(self, executor: Any) -> int:
        """Of the process that paints."""
        ...

    def close(self) -> None: ...


class LocalHands:
    def begin(self) -> Local:
        return Local()

    def pid(self, executor: Local) -> int:
        return executor.pid or 0

    def close(self) -> None:
        pass


class RayHands:
    """A cluster on this machine: a head that does not paint, and two nodes that do."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster

        head = {"num_cpus": 0, "object_store_memory": 100 * 2**20, "include_dashboard": False}
        self.cluster = Cluster(initialize_head=True, head_node_args=head)
        self.nodes = [self._node(), self._node()]

    def _node(self) -> Any:
        return self.cluster.add_node(num_cpus=2, object_store_memory=100 * 2**20)

    def begin(self) -> Any:
        from app.ray_executor import RayExecutor

        return RayExecutor(self.cluster.address)

    def pid(self, executor: Any) -> int:
        return int(self._where(executor)["Pid"])

    def kill_node(self, executor: Any) -> None:
        """The whole machine on which the executor's actor is; another comes in its place."""
        id = self._where(executor)["Address"]["NodeID"]
        node = next(node for node in self.nodes if node.node_id == id)
        self.cluster.remove_node(node, allow_graceful=False)
        self.nodes = [*(each for each in self.nodes if each is not node), self._node()]

    def close(self) -> None:
        import ray

        ray.shutdown()
        self.cluster.shutdown()

    def _where(self, executor: Any) -> dict[str, Any]:
        from ray._private.state import actors

        until_ready(executor)
        found: dict[str, Any] = actors(executor._actor._actor_id.hex())
        return found


def until_ready(executor: Executor, ready: bool = True) -> None:
    """Nothing tells of it, so it is asked for; an event that nobody sets paces that."""
    pace = threading.Event()
    for _ in range(int(PATIENCE * 20)):
        if executor.ready == ready:
            return
        pace.wait(0.05)
    raise AssertionError(f"the executor's readiness is not {ready}")


def kill(hands: Hands, executor: Any) -> None:
    os.kill(hands.pid(executor), signal.SIGKILL)
