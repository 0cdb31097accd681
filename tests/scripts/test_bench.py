"""The bench: its formulas are the engine's, its loop is a plain one, its short form says all that it has to say."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from ground import canvas, weights
from ground.canvas import Picture
from scripts.bench import manners, processes, style, textbook
from scripts.bench.judge import CONTENT, STYLE, Judge
from scripts.bench.report import table
from scripts.main import main
from style_transfer import Recipe
from style_transfer.backbones import backbone
from style_transfer.objective import Objective
from style_transfer.regions import Region, moments_of

CPU = torch.device("cpu")
RANDOM = Path(weights.RANDOM)
TINY = style.Scope(
    backbones=(style.SLIM,),
    size=48,
    evaluations=3,
    turns=1,
    betas=(20,),
    sizes=(48,),
    sketch=48,
    large=64,
    large_steps=1,
    large_budget=64,
    pairs=2,
)


def picture(seed: int, size: tuple[int, int] = (40, 48)) -> Tensor:
    return torch.rand((1, 3, *size), generator=torch.Generator().manual_seed(seed))


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    for seed in range(6):
        rgb = np.ascontiguousarray(picture(seed)[0].permute(1, 2, 0).numpy())
        canvas.write(folder / f"{seed}.png", Picture(rgb, None))
    return folder


def engines(recipe: Recipe, content: Tensor, painted: Tensor, wanted: Tensor) -> float:
    """What the engine says that a picture loses."""
    network = backbone(recipe, None, CPU)
    region = Region(moments_of(network, wanted, list(recipe.style_weights)))
    return float(Objective(network, recipe, content, [region])(painted).total)


@pytest.mark.parametrize("ratio", [1e-3, 1e-4])
def test_gatys_losses_are_the_papers(ratio: float) -> None:
    """Half the engine's sum of squares, the paper's style with a fifth for each layer, both from 0 to 255."""
    recipe = Recipe.named(
        precision="fp32",
        alpha=ratio / 2,
        beta=1,
        content_loss="sum",
        style_loss="paper",
        units=255,
        content_layers={CONTENT: 1},
        style_layers=dict.fromkeys(STYLE, 1),
    )
    network, _ = textbook.network(recipe, None, CPU)
    content, painted, wanted = picture(0), picture(1), picture(2, (48, 36))
    loss = textbook.gatys(network, content, wanted, ratio)(painted)
    assert float(loss) == pytest.approx(engines(recipe, content, painted, wanted), rel=1e-4)


def test_studios_own_losses_are_studios() -> None:
    recipe = Recipe.named("studio", precision="fp32", depth=0.5)
    network, _ = textbook.network(recipe, None, CPU)
    content, painted, wanted = picture(0), picture(1), picture(2, (48, 36))
    loss = textbook.relative(network, content, wanted, recipe)(painted)
    assert float(loss) == pytest.approx(engines(recipe, content, painted, wanted), rel=1e-4)


def test_the_judge_weighs_what_it_says() -> None:
    recipe = Recipe.named("studio", precision="fp32", content_layers={CONTENT: 1})
    network, _ = textbook.network(recipe, None, CPU)
    judge = Judge(network, picture(0), picture(2))
    found = judge(picture(1))
    total = recipe.alpha * found.content + recipe.beta * found.style
    assert total == pytest.approx(engines(recipe, picture(0), picture(1), picture(2)), rel=1e-4)
    assert judge(picture(0)).content == 0
    assert judge(picture(2)).style == pytest.approx(0, abs=1e-9)
    assert judge(picture(1) * 3) == judge((picture(1) * 3).clamp(0, 1))


def test_the_textbook_loop_stops_when_told_and_keeps_its_best() -> None:
    seen: list[tuple[float, Tensor]] = []

    def loss(painted: Tensor) -> Tensor:
        found = (painted - 0.25).square().sum() + (20 * painted).sin().sum()
        seen.append((float(found.detach()), painted.detach().clone()))
        return found

    done = textbook.loop(loss, picture(0), 7)
    assert done.evaluations == 7 == len(seen)
    _, best = min(seen, key=lambda each: each[0])
    assert torch.equal(done.picture, best.clamp(0, 1))


def test_the_short_form_says_everything(pictures: Path) -> None:
    parts = tuple(part for part in style.PARTS if part not in ("start", "memory", "gpu"))
    found = style.figures(TINY, RANDOM, pictures, parts)
    assert set(found) == {"weights of vgg19", "pictures", *parts}
    assert found["weights of vgg19"] == "random"
    contest = found["contest"][style.SLIM]
    assert len(contest["textbook"]) == 3
    for mark in contest["textbook"].values():
        assert {"content", "style", "seconds", "cpu seconds"} <= set(mark)
    against = contest["studio"]["beta 20"]["against"]
    assert set(against) == set(contest["textbook"])
    assert all(set(each) == {"style", "style at no higher content"} for each in against.values())
    assert sum(found["profile"][style.SLIM].values()) == pytest.approx(1, abs=0.01)
    assert f"{style.SLIM} textbook fp32" in found["steps"]["48"]
    assert found["manners"]["pairs"] == 2
    assert set(found["manners"][manners.STUDIO]["strokes"]) == {"at 384", "at 192", "at 96"}
    assert max(found["manners"]["the content itself"]["forms"].values()) == 0
    assert found["batch"]["styles"] == 5
    assert {"ratio", "cpu ratio"} <= set(found["batch"])
    assert found["sketch"]["seconds"] > 0
    json.dumps(found)
    assert "Gatys, alpha/beta 0.001" in table(found)


def test_a_real_process_starts_and_its_memory_is_its_own(pictures: Path) -> None:
    """A parent's record of memory must not be taken for the child's."""
    content, wanted = sorted(pictures.iterdir())[:2]
    assert processes.start(content, wanted, 48, 1)["seconds"] > 0
    ballast = np.ones(2**30 // 8)  # a gigabyte
    found = processes.peak(content, wanted, {"size": 48, "steps": 1})
    assert 50 < found < ballast.nbytes / 2**20 + 50


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["speed"], "there is no bench 'speed'"),
        (["style", "--only", "colour"], "no part 'colour'"),
        (["style", "--only", "sketch", "--pictures", "tests/scripts"], "holds 0 pictures"),
    ],
)
def test_what_is_not_there_is_refused(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bench", *arguments])
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


def test_what_lacks_its_data_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["bench", "slim", "--json"])
    assert ended.value.code == 0
    assert "not run" in json.loads(capsys.readouterr().out)["slim"]
