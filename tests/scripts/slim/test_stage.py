"""A stage that is stopped goes on where it was, to the bit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from scripts.slim import stage as stages
from scripts.slim.stage import Stage

STEPS = 12


class Task:
    """A line fitted to noise by Adam, its rate falling: everything that a checkpoint must bring back shows."""

    def __init__(self, folder: Path) -> None:
        torch.manual_seed(0)
        self.line = torch.nn.Linear(3, 2)
        self.adam = torch.optim.Adam(self.line.parameters())
        self.stage = Stage("fit", folder, STEPS, True, {"line": self.line, "adam": self.adam})
        self.stage.resume()

    def run(self, power_cut: int | None = None) -> list[torch.Tensor]:
        self.stage.run(self.lessons(power_cut), self.learn, lambda: {"judged": True})
        return [parameter.detach() for parameter in self.line.parameters()]

    def lessons(self, power_cut: int | None) -> Iterator[torch.Tensor]:
        for step in range(self.stage.step, 10**6):
            if step == power_cut:
                raise KeyboardInterrupt
            yield torch.randn(4, 3, generator=torch.Generator().manual_seed(step))

    def learn(self, lesson: torch.Tensor) -> float:
        self.adam.param_groups[0]["lr"] = 0.1 * (1 - self.stage.progress)
        self.adam.zero_grad()
        lost = (self.line(lesson) - 1).square().mean()
        lost.backward()
        self.adam.step()
        return float(lost.detach())


def test_a_stopped_stage_ends_where_one_in_a_piece_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stages, "SAVE_EVERY", 0.0)
    (tmp_path / "whole").mkdir()
    (tmp_path / "cut").mkdir()
    whole = Task(tmp_path / "whole").run()
    with pytest.raises(KeyboardInterrupt):
        Task(tmp_path / "cut").run(power_cut=5)
    again = Task(tmp_path / "cut")
    assert again.stage.step == 5
    assert all(torch.equal(*pair) for pair in zip(whole, again.run(), strict=True))
    assert again.stage.step == STEPS


def test_a_stage_that_is_done_does_nothing_more(tmp_path: Path) -> None:
    done = Task(tmp_path).run()
    log = (tmp_path / "log.jsonl").read_text()
    assert all(torch.equal(*pair) for pair in zip(done, Task(tmp_path).run(), strict=True))
    assert (tmp_path / "log.jsonl").read_text() == log
