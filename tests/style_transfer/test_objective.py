"""The whole objective, held against float64 numpy written from the formulas alone."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from ground.canvas import Picture
from style_transfer import Recipe, Style, paint
from style_transfer.backbones import UNITS, backbone, has_bf16
from style_transfer.engine import Run
from style_transfer.objective import OUTSIDE, Evaluation, Objective
from style_transfer.recipe import STYLE_LAYERS
from style_transfer.subject import prepared
from tests.style_transfer import formulas
from tests.style_transfer.made import RANDOM, batch, close, plain, some, vgg_state, written

CPU = torch.device("cpu")
CONTENT, STYLE, SEEN = some(48, 40, 1), some(48, 40, 2), some(48, 40, 3)
FIVE = ",".join(STYLE_LAYERS)

Taps = Mapping[str, np.ndarray]
Loss = Callable[[np.ndarray, np.ndarray], float]


def objective(
    recipe: Recipe,
    content: Picture = CONTENT,
    style: Picture | list[Style] = STYLE,
    weights: Path = RANDOM,
    block: int | None = None,
    edge: float = 1.0,
) -> Objective:
    network, subject = backbone(recipe, weights, CPU), prepared(content, style, recipe)
    regions = subject.regions(network, recipe, recipe.size, edge)
    return Objective(network, recipe, subject.content, regions, block)


def numpy_taps(
    state: dict[str, Tensor], entered: np.ndarray, gain: float = 1.0, pooling: str = "max"
) -> Taps:
    weights = {name: value.numpy() for name, value in state.items() if name[:7] <= "conv5_2"}
    return {name: gain * tap for name, tap in formulas.vgg(entered, weights, pooling).items()}


def style_sum(recipe: Recipe, seen: Taps, style: Taps, loss: Loss) -> float:
    return recipe.beta * sum(w * loss(seen[name], style[name]) for name, w in recipe.style_weights.items())


def first(recipe: Recipe, file: Path) -> tuple[float, float, float]:
    """The losses that the engine reports of the first picture it is given."""
    iterate = next(paint(CONTENT, STYLE, recipe, start=SEEN, weights=file, device=CPU))
    return iterate.content, iterate.style, iterate.total


SQUARE = [some(48, 48, seed) for seed in (1, 2, 3)]


@pytest.fixture(scope="module")
def oxford(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Tensor], Path]:
    """Random weights of the full width, and their file."""
    state = {name: value for name, value in vgg_state("vgg19").items() if name[:7] <= "conv5_2"}
    return state, written(state, tmp_path_factory.mktemp("oxford") / "w.safetensors")


@pytest.mark.parametrize("name", ["thesis-adam", "thesis-lbfgs"])
def test_the_thesiss_whole_objective_is_its_formula(
    name: str, oxford: tuple[dict[str, Tensor], Path]
) -> None:
    """The Oxford network's input, the thesis's N = 3 and M = width x height of the picture, its alpha and beta."""
    recipe = Recipe.named(name, backbone="vgg19-caffe", size=48, coarsest=48)
    state, file = oxford
    content, style, seen = (numpy_taps(state, formulas.for_caffe(picture.rgb)) for picture in SQUARE)
    wanted_content = recipe.alpha * formulas.content_sum(seen["conv5_2"], content["conv5_2"])
    wanted_style = recipe.beta * sum(
        formulas.style_gatys(seen[layer], style[layer], n=3, m=48 * 48) / 5
        for layer in ("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1")
    )
    found = objective(recipe, SQUARE[0], SQUARE[1], file)(batch(SQUARE[2]))
    assert found.content.item() == pytest.approx(wanted_content, rel=1e-4)
    assert found.style.item() == pytest.approx(wanted_style, rel=1e-4)
    assert found.total.item() == pytest.approx(wanted_content + wanted_style, rel=1e-4)
    assert wanted_content > 0.01 * wanted_style > 0 or wanted_style > 0.01 * wanted_content > 0


def test_the_papers_whole_objective_is_its_formula(oxford: tuple[dict[str, Tensor], Path]) -> None:
    """N and M of each layer, half the content's sum, on a picture that is no square."""
    recipe = plain(
        backbone="vgg19-caffe", units=255, start="picture", alpha=0.5, beta=1e3,
        content_layers="conv4_2", style_layers=FIVE, content_loss="sum", style_loss="paper",
    )  # fmt: skip
    state, file = oxford
    content, style, seen = (
        numpy_taps(state, formulas.for_caffe(picture.rgb)) for picture in (CONTENT, STYLE, SEEN)
    )

    def paper(x: np.ndarray, s: np.ndarray) -> float:
        return formulas.style_gatys(x, s, n=len(x), m=x[0].size)

    wanted_content = 0.5 * formulas.content_sum(seen["conv4_2"], content["conv4_2"])
    wanted_style = style_sum(recipe, seen, style, paper)
    assert first(recipe, file) == pytest.approx(
        (wanted_content, wanted_style, wanted_content + wanted_style), rel=1e-4
    )


FORMS: dict[str, Loss] = {
    "thesis": lambda x, s: formulas.style_gatys(x, s, n=3, m=48 * 40),
    "paper": lambda x, s: formulas.style_gatys(x, s, n=len(x), m=x[0].size),
    "relative": formulas.style_relative,
    "wasserstein": formulas.style_wasserstein,
}
CONTENT_FORMS: dict[str, Loss] = {
    "sum": formulas.content_sum,
    "mean": lambda x, c: float(((x - c) ** 2).mean()),
    "relative": lambda x, c: float(((x - c) ** 2).sum() / (c**2).sum()),
}


SLACK = {"thesis": 1e-4, "paper": 1e-4, "relative": 1e-4, "wasserstein": 2e-3}


@pytest.mark.parametrize("units", [1, 255])
@pytest.mark.parametrize("pooling", ["max", "average"])
@pytest.mark.parametrize(
    ("style_form", "content_form"),
    [("thesis", "sum"), ("paper", "mean"), ("relative", "relative"), ("wasserstein", "relative")],
)
def test_every_objective_is_its_formula(
    style_form: str, content_form: str, pooling: str, units: int, tmp_path: Path
) -> None:
    """Two content layers, three of style that lean to the deep, smoothness; and units of 255 as a gain."""
    recipe = plain(
        start="picture", alpha=2.0, beta=3.0, depth=1.0, smoothness=0.7,
        content_layers="conv2_2:1,conv4_2:3", style_layers="conv1_1,conv2_1:0.5,conv3_1",
        style_loss=style_form, content_loss=content_form, pooling=pooling, units=units,
    )  # fmt: skip
    state, gain = vgg_state("vgg19-slim"), UNITS if units == 255 else 1.0
    content, style, seen = (
        numpy_taps(state, formulas.for_torchvision(picture.rgb), gain, pooling)
        for picture in (CONTENT, STYLE, SEEN)
    )
    form = CONTENT_FORMS[content_form]
    wanted_content = 2.0 * (
        form(seen["conv2_2"], content["conv2_2"]) / 4 + form(seen["conv4_2"], content["conv4_2"]) * 3 / 4
    )
    wanted_style = style_sum(recipe, seen, style, FORMS[style_form])
    total = wanted_content + wanted_style + 0.7 * formulas.smoothness(SEEN.rgb)
    found = first(recipe, written(state, tmp_path / "w.safetensors"))
    # A silent channel's spread is noise in single precision, and Wasserstein takes its root.
    assert found == pytest.approx((wanted_content, wanted_style, total), rel=SLACK[style_form])


@pytest.mark.parametrize("style_form", FORMS)
def test_the_slope_is_that_of_finite_differences(style_form: str, tmp_path: Path) -> None:
    """Against differences of the float64 formulas, along four directions of the pixels."""
    recipe = plain(
        alpha=0.5, style_loss=style_form, smoothness=0.1, content_loss="relative",
        style_layers="conv1_1,conv2_1,conv3_1", content_layers="conv3_2",
        beta=1.0 if style_form in ("relative", "wasserstein") else 100.0,
    )  # fmt: skip
    state, random = vgg_state("vgg19-slim"), np.random.default_rng(0)
    content, style = (
        numpy_taps(state, formulas.for_torchvision(picture.rgb)) for picture in (CONTENT, STYLE)
    )

    def wanted(rgb: np.ndarray) -> float:
        seen = numpy_taps(state, formulas.for_torchvision(rgb))
        loss = 0.5 * CONTENT_FORMS["relative"](seen["conv3_2"], content["conv3_2"])
        loss += style_sum(recipe, seen, style, FORMS[style_form]) + 0.1 * formulas.smoothness(rgb)
        return loss

    found = objective(recipe, weights=written(state, tmp_path / "w.safetensors"))(batch(SEEN))
    slope = found.slope[0].permute(1, 2, 0).double().numpy()
    ways = [slope / np.abs(slope).max(), *(random.normal(size=slope.shape) for _ in range(3))]
    for way in ways:
        h = 1e-6
        difference = (wanted(SEEN.rgb + h * way) - wanted(SEEN.rgb - h * way)) / (2 * h)
        assert (slope * way).sum() == pytest.approx(difference, rel=5e-3, abs=1e-5 * np.abs(slope).sum())


def alike(a: Evaluation, b: Evaluation, rtol: float = 1e-5) -> None:
    for name in ("content", "style", "total"):
        close(getattr(a, name), getattr(b, name), rtol=rtol)
    close(a.slope, b.slope, rtol=1e-3, atol=rtol * 10 * float(b.slope.abs().max()))


def halves(height: int, width: int) -> list[Picture]:
    """A soft mask and its opposite, neither on any stride."""
    ramp = np.clip((np.arange(width) - 0.37 * width) / 20 + np.linspace(0, 1, height)[:, None], 0, 1)
    mask = np.repeat(ramp[..., None], 3, 2).astype(np.float32)
    return [Picture(mask), Picture(1 - mask)]


@pytest.mark.parametrize(
    ("size", "many", "style_form", "masked", "padding"),
    [
        ((211, 158), 12, "relative", True, "replicate"),
        ((95, 121), 4, "relative", False, "reflect"),
        ((95, 121), 4, "paper", True, "zeros"),
        ((95, 121), 4, "wasserstein", False, "zeros"),
    ],
)
def test_tiled_is_the_same_as_untiled(
    size: tuple[int, int], many: int, style_form: str, masked: bool, padding: str
) -> None:
    """At odd sizes, with the deepest layers, by blocks of 64 whose edges fall anywhere."""
    recipe = plain(size=max(size), coarsest=max(size), style_layers=FIVE, content_layers="conv4_2,conv5_2",
                   style_loss=style_form, smoothness=0.1, padding=padding)  # fmt: skip
    styles, masks = (some(120, 150, 2), some(90, 100, 3)), halves(*size)
    asked = [Style(style, mask=mask if masked else None) for style, mask in zip(styles, masks, strict=True)]
    whole, tiled = (objective(recipe, some(*size, 1), asked, block=block, edge=0.3) for block in (None, 64))
    assert (len(whole.tiles), len(tiled.tiles)) == (1, many)
    seen = batch(some(*size, 4))
    alike(tiled(seen), whole(seen), rtol=1e-3 if style_form == "wasserstein" else 1e-5)


@pytest.mark.parametrize(
    ("over", "rtol"),
    [({}, 1e-5), ({"beta": 0}, 1e-5), ({"alpha": 0}, 1e-5), ({"style_loss": "wasserstein"}, 1e-3)],
)
def test_a_batch_is_judged_as_its_pictures_alone(over: dict[str, Any], rtol: float) -> None:
    """One content for all; both losses, or one of them alone."""
    asked = objective(plain(smoothness=0.1, **over))
    seen = torch.cat([batch(some(48, 40, seed)) for seed in (4, 5, 6)])
    together = asked(seen)
    for i in range(3):
        alone = asked(seen[i : i + 1])
        alike(Evaluation(*(values[i : i + 1] for values in together)), alone, rtol)


def test_nothing_is_asked_of_an_edge_that_does_not_count() -> None:
    asked = objective(plain(alpha=0, style_layers="conv1_1", style_loss="paper"), edge=0.0)
    slope = asked(batch(SEEN)).slope.abs().sum((0, 1))
    inside = slope[16:-16, 16:-16].mean()
    assert slope[0].mean() < 0.3 * inside
    assert slope[:, -1].mean() < 0.3 * inside


def test_some_of_a_batch_are_judged_by_what_is_asked_of_them() -> None:
    """Three contents and three styles; the first and the last are asked after."""
    recipe = plain(smoothness=0.1)
    network = backbone(recipe, RANDOM, CPU)
    subjects = [prepared(some(48, 40, seed), some(40, 40, 10 + seed), recipe) for seed in (1, 2, 3)]
    asked = Run(network, recipe, subjects)._objective()
    seen = torch.cat([batch(some(48, 40, seed)) for seed in (4, 5, 6)])
    rows = [0, 2]
    whole = Evaluation(*(values[rows] for values in asked(seen)))
    alike(asked.only(rows)(seen[rows]), whole, rtol=1e-5)


def test_the_content_costs_nothing_where_it_is_the_picture() -> None:
    found = objective(plain())(batch(CONTENT))
    assert found.content.item() == 0
    assert found.style.item() > 0


def test_the_style_costs_nothing_where_it_is_the_picture() -> None:
    found = objective(plain(alpha=0), style=STYLE)(batch(STYLE))
    assert found.style.item() < 1e-10


def test_several_styles_mix_their_moments_not_their_covariances() -> None:
    """Two styles side by side in one picture are the mixture of both in equal shares."""
    flat = [Picture(np.full((48, 48, 3), value, np.float32)) for value in (0.2, 0.8)]
    layers = {"style_layers": "conv1_1", "padding": "replicate", "alpha": 0}
    mixed = objective(plain(**layers), some(48, 48), [Style(flat[0], 2.0), Style(flat[1], 2.0)])
    sides = torch.cat([torch.full((1, 3, 4800, 24), 0.2), torch.full((1, 3, 4800, 24), 0.8)], 3)[:, :, :48]
    parted = torch.where(torch.arange(48) < 24, 0.2, 0.8).expand(1, 3, 48, 48)
    assert torch.equal(sides, parted)
    assert mixed(parted).style.item() < 0.01 * mixed(torch.full((1, 3, 48, 48), 0.5)).style.item()


def test_a_masks_black_part_is_asked_nothing_of_the_style() -> None:
    """The style's slope vanishes beyond what the layers see around the mask."""
    mask = np.zeros((48, 96, 3), np.float32)
    mask[:, :32] = 1
    recipe = plain(size=96, coarsest=96, alpha=0, style_layers="conv1_1,conv2_1")
    slope = objective(recipe, some(48, 96), [Style(STYLE, mask=Picture(mask))])(batch(some(48, 96, 3))).slope
    assert float(slope[..., :24].abs().min(1).values.mean()) > 0
    assert float(slope[..., 48:].abs().max()) == 0


def test_lbfgs_pays_for_leaving_the_range_and_adam_is_clamped() -> None:
    beyond = batch(SEEN) * 1.5 - 0.25
    excess = (beyond - beyond.clamp(0, 1)).square().sum() / beyond.numel()
    free, bound = (objective(plain(optimiser=optimiser))(beyond) for optimiser in ("adam", "lbfgs"))
    assert (bound.total - free.total).item() == pytest.approx(OUTSIDE * float(excess), rel=1e-3)
    assert torch.equal(bound.slope.sign()[beyond > 1.1], torch.ones_like(bound.slope)[beyond > 1.1])


@pytest.mark.skipif(not has_bf16(CPU), reason="this processor has no bf16 arithmetic to compare")
@pytest.mark.parametrize("style_form", ["relative", "wasserstein"])
def test_half_precision_is_close(style_form: str) -> None:
    over = {"style_loss": style_form, "style_layers": FIVE, "content_layers": "conv4_2"}
    full, half = (
        objective(plain(precision=precision, size=96, coarsest=96, **over), some(96, 80), some(96, 80, 2))(
            batch(some(96, 80, 3))
        )
        for precision in ("fp32", "bf16")
    )
    assert half.total.item() == pytest.approx(full.total.item(), rel=0.02)
    assert half.style.item() == pytest.approx(full.style.item(), rel=0.02)
    cosine = torch.nn.functional.cosine_similarity(half.slope.flatten(), full.slope.flatten(), dim=0)
    assert float(cosine) > 0.9
