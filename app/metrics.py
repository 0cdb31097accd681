"""Metrics: counters and times of this process, in Prometheus' text format."""

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter

BUCKETS = (0.005, 0.01, 0.03, 0.1, 0.15, 0.5, 1.0, 5.0, 30.0)  # seconds


class Metrics:
    def __init__(self) -> None:
        self._alone = threading.Lock()
        self._counts: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
        self._sums: defaultdict[str, float] = defaultdict(float)
        self._buckets: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (len(BUCKETS) + 1))

    def count(self, name: str, many: int = 1, **labels: str) -> None:
        with self._alone:
            self._counts[name, tuple(sorted(labels.items()))] += many

    def time(self, stage: str, seconds: float) -> None:
        with self._alone:
            self._sums[stage] += seconds
            place = next((i for i, most in enumerate(BUCKETS) if seconds <= most), len(BUCKETS))
            self._buckets[stage][place] += 1

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        begun = perf_counter()
        try:
            yield
        finally:
            self.time(stage, perf_counter() - begun)

    def text(self, gauges: Mapping[str, float]) -> str:
        with self._alone:
            return "\n".join([*_gauges(gauges), *self._counters(), *self._histograms(), ""])

    def _counters(self) -> Iterator[str]:
        for name in sorted({name for name, _ in self._counts}):
            yield f"# TYPE pentimento_{name}_total counter"
            for (each, labels), many in sorted(self._counts.items()):
                if each == name:
                    yield f"pentimento_{name}_total{_labels(labels)} {many}"

    def _histograms(self) -> Iterator[str]:
        name = "pentimento_stage_seconds"
        yield f"# TYPE {name} histogram"
        for stage, counts in sorted(self._buckets.items()):
            below = 0
            for most, many in zip([*map(str, BUCKETS), "+Inf"], counts, strict=True):
                below += many
                yield f"{name}_bucket{_labels((('stage', stage), ('le', most)))} {below}"
            yield f"{name}_sum{_labels((('stage', stage),))} {self._sums[stage]:.6f}"
            yield f"{name}_count{_labels((('stage', stage),))} {below}"


def _gauges(gauges: Mapping[str, float]) -> Iterator[str]:
    typed: set[str] = set()
    for name, value in gauges.items():
        bare = name.partition("{")[0]
        if bare not in typed:
            typed.add(bare)
            yield f"# TYPE pentimento_{bare} gauge"
        yield f"pentimento_{name} {value:g}"


def _labels(labels: tuple[tuple[str, str], ...]) -> str:
    if not labels:
        return ""
    escaped = (
        (name, value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")) for name, value in labels
    )
    return "{" + ",".join(f'{name}="{value}"' for name, value in escaped) + "}"
