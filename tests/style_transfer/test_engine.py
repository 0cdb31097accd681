import math
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ground.canvas import Picture
from ground.errors import BadCheckpoint, BadInput, BadPicture
from style_transfer import RECIPES, Iterate, Recipe, Style, checkpoint, paint, paint_many, resume
from style_transfer.backbones import backbone
from style_transfer.engine import Run
from style_transfer.memory import block_for
from style_transfer.subject import prepared
from tests.style_transfer.made import RANDOM, last, painting, plain, some, vgg_state, written

CONTENT, STYLE = some(48, 40, 1), some(30, 60, 2)
OPTIMISERS: dict[str, dict[str, Any]] = {
    "adam": {"averaging": 0.9},
    "lbfgs": {"learning_rate": 0.05},
    "lbfgs-b": {"steps": 1, "size": 48},
}


def done(recipe: Recipe, content: Picture = CONTENT, style: Any = STYLE, **more: Any) -> Picture:
    return painting(paint(content, style, recipe, weights=RANDOM, **more)).picture


def ladder(optimiser: str, **over: Any) -> Recipe:
    """Three scales of two steps each."""
    settings = {"size": 64, "coarsest": 32, "ratio": 1.5, "steps": 2, **OPTIMISERS[optimiser], **over}
    return plain(optimiser=optimiser, **settings)


def test_a_stream_of_iterates_ends_in_the_painting() -> None:
    recipe = ladder("adam", growth=1.5)
    content = some(48, 96, 1)
    iterates = list(paint(content, STYLE, recipe, weights=RANDOM))
    assert recipe.scales == [32, 45, 64]
    assert recipe.steps_at == [4, 3, 2]
    assert [iterate.step for iterate in iterates] == list(range(1, 10))
    assert [iterate.scale for iterate in iterates] == [1, 1, 1, 1, 2, 2, 2, 3, 3]
    assert {iterate.size for iterate in iterates} == {(16, 32), (22, 45), (32, 64)}
    assert {(iterate.steps, iterate.scales) for iterate in iterates} == {(9, 3)}
    assert all(iterate.painting is None for iterate in iterates[:-1])
    assert all(a.seconds < b.seconds for a, b in pairwise(iterates))
    assert all(i.total == pytest.approx(i.content + i.style, rel=1e-5) for i in iterates)
    result = iterates[-1].painting
    assert result is not None
    assert result.picture.rgb.shape == (32, 64, 3)
    assert result.recipe == recipe
    assert [row.step for row in result.curve] == list(range(1, 10))
    assert result.curve[-1].total == iterates[-1].total
    assert result.evaluations == 10
    assert "RANDOM" in result.network


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_painting_lowers_the_loss_and_stays_a_picture(optimiser: str) -> None:
    recipe = plain(
        optimiser=optimiser,
        **{**OPTIMISERS[optimiser], "steps": {"adam": 12, "lbfgs": 4, "lbfgs-b": 1}[optimiser]},
    )
    for iterate in paint(CONTENT, STYLE, recipe, weights=RANDOM):
        seen = iterate.picture()
        assert seen.rgb.dtype == np.float32
        assert seen.rgb.shape == (48, 40, 3)
        assert 0 <= seen.rgb.min() <= seen.rgb.max() <= 1
    assert iterate.painting is not None
    np.testing.assert_array_equal(iterate.painting.picture.rgb, seen.rgb)
    first = next(paint(CONTENT, STYLE, plain(alpha=1.0), weights=RANDOM))
    assert iterate.total < 0.7 * first.total


def test_a_painting_s_losses_are_those_of_the_picture_that_is_shown() -> None:
    """Averaged, clamped, and judged anew as a picture that is given."""
    recipe = plain(averaging=0.9, steps=4)
    end = last(paint(CONTENT, STYLE, recipe, weights=RANDOM))
    assert end.painting is not None
    again = next(paint(CONTENT, STYLE, plain(start="picture"), start=end.painting.picture, weights=RANDOM))
    assert end.painting.losses.total == pytest.approx(again.total, rel=1e-5)
    assert end.painting.losses.step == end.step


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_the_same_again_gives_the_same_bytes(optimiser: str) -> None:
    recipe = ladder(optimiser, start="noise", seed=5, smoothness=0.1)
    first, second = done(recipe), done(recipe)
    np.testing.assert_array_equal(first.rgb, second.rgb)
    other = done(ladder(optimiser, start="noise", seed=6, smoothness=0.1))
    assert not np.array_equal(first.rgb, other.rgb)


def test_stopping_the_loop_stops_the_work() -> None:
    iterates = paint(CONTENT, STYLE, plain(steps=100_000), weights=RANDOM)
    assert [next(iterates).step for _ in range(3)] == [1, 2, 3]
    iterates.close()  # type: ignore[attr-defined]
    assert list(iterates) == []


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_every_named_recipe_paints_and_the_same_again(name: str) -> None:
    """As it stands, but for its size and its patience."""
    recipe = Recipe.named(name, size=40, coarsest=32, steps=1, growth=1.0)
    first, second = done(recipe), done(recipe)
    np.testing.assert_array_equal(first.rgb, second.rgb)
    assert np.abs(first.rgb.mean() - CONTENT.rgb.mean()) < 0.3


# Starts


@pytest.mark.parametrize("start", ["content", "picture", "noise", "style"])
def test_a_painting_starts_where_the_recipe_says(start: str) -> None:
    """With a step too small to see, what is shown is where it started."""
    recipe = plain(start=start, learning_rate=1e-9, steps=1)
    given = some(20, 30, 9)
    found = done(recipe, start=given)
    assert (np.abs(found.rgb - CONTENT.rgb).max() < 1e-6) == (start == "content")
    if start == "noise":
        assert abs(float(found.rgb.mean()) - 0.5) < 0.02
    if start == "style":
        assert np.abs(found.rgb.mean((0, 1)) - STYLE.rgb.mean((0, 1))).max() < 0.05


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_scales_alone_lose_nothing_of_the_content(optimiser: str) -> None:
    """Without a style the content comes back sharp through three scales: its detail is put back at each."""
    recipe = ladder(optimiser, beta=0.0, size=48)
    found = done(recipe)
    assert np.abs(found.rgb - CONTENT.rgb).mean() < 0.005


# Checkpoints


@pytest.mark.parametrize("optimiser", OPTIMISERS)
def test_a_resumed_painting_is_bit_for_bit_the_uninterrupted_one(optimiser: str, tmp_path: Path) -> None:
    """Stopped after every step, those at the edges of scales and the very last too."""
    recipe = ladder(optimiser, smoothness=0.1)
    alpha = np.linspace(0, 1, 48 * 40, dtype=np.float32).reshape(48, 40)
    content, style = Picture(CONTENT.rgb, alpha), [Style(STYLE, 0.7), Style(some(40, 40, 3), 0.3)]
    for iterate in paint(content, style, recipe, weights=RANDOM):
        iterate.save(tmp_path / f"{iterate.step}")
    whole = iterate.painting
    assert whole is not None
    for step in range(1, iterate.steps + 1):
        resumed = list(resume(tmp_path / f"{step}", weights=RANDOM))
        assert [i.step for (i,) in resumed] == (list(range(step + 1, iterate.steps + 1)) or [iterate.steps])
        again = resumed[-1][0].painting
        assert again is not None
        np.testing.assert_array_equal(again.picture.rgb, whole.picture.rgb)
        assert again.picture.alpha is not None
        assert whole.picture.alpha is not None
        np.testing.assert_array_equal(again.picture.alpha, whole.picture.alpha)
        assert (again.curve, again.evaluations, again.recipe) == (whole.curve, whole.evaluations, recipe)


@pytest.mark.parametrize(
    "over", [{"start": "noise", "colour": "content"}, {"start": "picture", "colour": "palette"}]
)
def test_masks_colours_and_starts_survive_a_checkpoint(over: dict[str, Any], tmp_path: Path) -> None:
    recipe, mask = ladder("adam", **over), Picture(some(20, 20, 8).rgb)
    styles = [Style(STYLE, 1.0, mask), Style(some(40, 40, 3))]
    for iterate in paint(CONTENT, styles, recipe, start=some(50, 50, 9), weights=RANDOM):
        if iterate.step == 3:
            iterate.save(tmp_path / "run")
    assert iterate.painting is not None
    again = last(resume(tmp_path / "run", weights=RANDOM))[0].painting
    assert again is not None
    np.testing.assert_array_equal(again.picture.rgb, iterate.painting.picture.rgb)


@pytest.mark.parametrize("optimiser", ["adam", "lbfgs"])
def test_several_paintings_resume_together(optimiser: str, tmp_path: Path) -> None:
    pairs = [(CONTENT, some(40, 40, seed)) for seed in (2, 3)]
    for iterates in paint_many(pairs, ladder(optimiser), weights=RANDOM):
        if iterates[0].step == 2:
            iterates[0].save(tmp_path / "run")
    again = last(resume(tmp_path / "run", weights=RANDOM))
    for before, after in zip(iterates, again, strict=True):
        assert before.painting is not None
        assert after.painting is not None
        np.testing.assert_array_equal(before.painting.picture.rgb, after.painting.picture.rgb)


@pytest.mark.parametrize("optimiser", ["adam", "lbfgs"])
def test_one_of_several_goes_on_alone(optimiser: str, tmp_path: Path) -> None:
    pairs = [(CONTENT, some(40, 40, seed)) for seed in (2, 3)]
    for iterates in paint_many(pairs, ladder(optimiser), weights=RANDOM):
        if iterates[0].step == 4:
            iterates[1].save(tmp_path / "run", alone=True)
    (again,) = last(resume(tmp_path / "run", weights=RANDOM))
    assert again.painting is not None
    assert iterates[1].painting is not None
    assert again.total == pytest.approx(iterates[1].total, rel=1e-3)
    difference = np.abs(iterates[1].painting.picture.rgb - again.painting.picture.rgb)
    assert difference.mean() < 1e-4
    assert difference.max() < 0.02


def test_a_resumed_run_can_be_saved_again(tmp_path: Path) -> None:
    iterates = paint(CONTENT, STYLE, ladder("adam"), weights=RANDOM)
    next(iterates).save(tmp_path / "first")
    next(resume(tmp_path / "first", weights=RANDOM))[0].save(tmp_path / "second")
    again = last(resume(tmp_path / "second", weights=RANDOM))[0].painting
    assert again is not None
    np.testing.assert_array_equal(again.picture.rgb, last(iterates).painting.picture.rgb)  # type: ignore[union-attr]


def test_a_checkpoint_keeps_a_word_of_its_writers(tmp_path: Path) -> None:
    iterate = next(paint(CONTENT, STYLE, plain(), weights=RANDOM))
    iterate.save(tmp_path / "run", {"content": "café.jpg", "numbers": [1, 2]})
    assert checkpoint.load(tmp_path / "run")[1]["about"] == {"content": "café.jpg", "numbers": [1, 2]}


def test_a_checkpoint_of_other_weights_is_refused(tmp_path: Path) -> None:
    """Of another file, of a file of the same name with other weights in it; the same weights may move."""
    for name, seed in (("a", 0), ("b", 1)):
        (tmp_path / name).mkdir()
        written(vgg_state("vgg19-slim", seed), tmp_path / name / "w.safetensors")
    ours, others = tmp_path / "a" / "w.safetensors", tmp_path / "b" / "w.safetensors"
    next(paint(CONTENT, STYLE, plain(), weights=ours)).save(tmp_path / "run")
    for weights in (others, RANDOM):
        with pytest.raises(BadCheckpoint, match=r"other weights .*; give the same --weights") as caught:
            next(resume(tmp_path / "run", weights=weights))
        assert "\n" not in str(caught.value)
    moved = ours.rename(tmp_path / "moved.safetensors")
    assert next(resume(tmp_path / "run", weights=moved))[0].step == 2


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    next(paint(CONTENT, STYLE, plain(), weights=RANDOM)).save(tmp_path / "run")
    data = bytearray((tmp_path / "run").read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "run").write_bytes(data)
    with pytest.raises(BadCheckpoint, match="damaged"):
        next(resume(tmp_path / "run", weights=RANDOM))


# Batches


def together(pairs: list[tuple[Picture, Any]], recipe: Recipe) -> list[Iterate]:
    return last(paint_many(pairs, recipe, weights=RANDOM))


@pytest.mark.parametrize(
    "over", [{}, {"colour": "content"}, {"start": "noise"}, {"beta": 0.0, "start": "noise"}, {"edge": 0.2}]
)
def test_five_styles_at_once_are_as_one_by_one(over: dict[str, Any]) -> None:
    """One content and five styles of five shapes, through two scales, with averaging and smoothness."""
    recipe = plain(size=48, coarsest=32, steps=3, averaging=0.9, smoothness=0.1, **over)
    styles = [some(30 + 7 * i, 60 - 5 * i, 10 + i) for i in range(5)]
    for style, iterate in zip(styles, together([(CONTENT, s) for s in styles], recipe), strict=True):
        alone = last(paint(CONTENT, style, recipe, weights=RANDOM))
        assert iterate.painting is not None
        assert alone.painting is not None
        assert iterate.total == pytest.approx(alone.total, rel=1e-3)
        assert iterate.content == pytest.approx(alone.content, rel=1e-3)
        difference = np.abs(iterate.painting.picture.rgb - alone.painting.picture.rgb)
        assert difference.mean() < 1e-4
        assert difference.max() < 0.02


def test_several_contents_at_once_are_as_one_by_one() -> None:
    recipe = plain(steps=3)
    alpha = np.linspace(0, 1, 48 * 40, dtype=np.float32).reshape(48, 40)
    contents = [some(48, 40, 5), Picture(some(48, 40, 6).rgb, alpha)]
    for content, iterate in zip(contents, together([(c, STYLE) for c in contents], recipe), strict=True):
        alone = done(recipe, content)
        assert iterate.painting is not None
        assert np.abs(iterate.painting.picture.rgb - alone.rgb).mean() < 1e-4
        assert (iterate.painting.picture.alpha is None) == (content.alpha is None)


def test_several_styles_may_be_mixed_in_each_of_a_batch() -> None:
    recipe = plain(steps=2)
    mixed = [Style(some(40, 40, 3), 0.3), Style(some(40, 40, 4), 0.7)]
    first, second = together([(CONTENT, mixed), (CONTENT, STYLE)], recipe)
    assert first.total == pytest.approx(last(paint(CONTENT, mixed, recipe, weights=RANDOM)).total, rel=1e-3)
    assert second.total == pytest.approx(last(paint(CONTENT, STYLE, recipe, weights=RANDOM)).total, rel=1e-3)


# Tiles


@pytest.mark.parametrize("masked", [False, True])
def test_a_painting_made_in_tiles_is_the_same(masked: bool) -> None:
    """At 400 x 301 the least budget cuts it by itself, an ample one does not."""
    layers = {"content_layers": "conv3_1", "style_layers": "conv1_1,conv2_1"}
    small, large = (plain(size=400, coarsest=400, steps=2, memory=memory, **layers) for memory in (64, 4000))
    content, mask = some(400, 301, 1), Picture(np.tri(400, 301, dtype=np.float32)[..., None].repeat(3, 2))
    network = backbone(small, RANDOM)
    assert block_for(network, small, (400, 301)) is not None
    assert block_for(network, large, (400, 301)) is None
    style = [Style(STYLE, mask=mask)] if masked else STYLE
    tiled, whole = done(small, content, style), done(large, content, style)
    assert np.abs(tiled.rgb - whole.rgb).mean() < 1e-5
    assert np.quantile(np.abs(tiled.rgb - whole.rgb), 0.999) < 1e-3


# Colours, masks, alpha


def test_the_contents_colours_are_kept_to_the_end() -> None:
    found, luma = done(plain(colour="content", steps=6)), np.array([0.299, 0.587, 0.114])
    chroma, wanted = (rgb - (rgb @ luma)[..., None] for rgb in (found.rgb, CONTENT.rgb))
    np.testing.assert_allclose(chroma, wanted, atol=1e-5)
    assert np.abs(found.rgb - CONTENT.rgb).max() > 0.02


def test_a_masked_style_leaves_the_rest_untouched() -> None:
    mask = np.zeros((48, 40, 3), np.float32)
    mask[:, :16] = 1
    found = done(plain(steps=6), CONTENT, [Style(STYLE, mask=Picture(mask))])
    np.testing.assert_array_equal(found.rgb[:, 24:], CONTENT.rgb[:, 24:])
    assert np.abs(found.rgb[:, :16] - CONTENT.rgb[:, :16]).mean() > 0.02


def test_two_styles_go_each_where_the_mask_says() -> None:
    """A dark style on the left, a light one on the right."""
    mask = np.zeros((64, 64, 3), np.float32)
    mask[:, :32] = 1
    dark, light = (Picture(some(64, 64, seed).rgb * 0.3 + base) for seed, base in ((2, 0.0), (3, 0.7)))
    recipe = plain(size=64, coarsest=64, steps=25, alpha=0.0, style_layers="conv1_1,conv2_1")
    found = done(recipe, some(64, 64, 1), [Style(dark, mask=Picture(mask)), Style(light)])
    assert found.rgb[:, 34:].mean() - found.rgb[:, :30].mean() > 0.25


def test_the_contents_transparency_is_the_paintings() -> None:
    alpha = np.zeros((96, 80), np.float32)
    alpha[20:60, 10:70] = 1
    found = done(plain(), Picture(some(96, 80, 1).rgb, alpha))
    assert found.alpha is not None
    assert found.alpha.shape == found.rgb.shape[:2] == (48, 40)
    assert found.alpha[12:28, 7:33].min() > 0.99
    assert found.alpha[:8].max() < 0.01
    assert done(plain()).alpha is None


# Faults


@pytest.mark.parametrize(
    ("optimiser", "style_loss"),
    [("adam", "relative"), ("adam", "paper"), ("adam", "wasserstein"), ("lbfgs", "wasserstein"), ("lbfgs-b", "thesis")],
)  # fmt: skip
def test_weights_that_overflow_are_told_and_the_picture_stays(
    optimiser: str, style_loss: str, tmp_path: Path
) -> None:
    file = written(vgg_state("vgg19-slim", scale=1e12), tmp_path / "huge.safetensors")
    recipe = plain(optimiser=optimiser, steps=3, style_loss=style_loss)
    iterates = list(paint(CONTENT, STYLE, recipe, weights=file))
    assert not math.isfinite(iterates[0].total)
    assert all("taken back" in i.note or "begun afresh" in i.note for i in iterates)
    assert iterates[-1].painting is not None
    np.testing.assert_allclose(iterates[-1].painting.picture.rgb, CONTENT.rgb, atol=1e-6)


def test_a_resnet_paints_too() -> None:
    """At an odd size, with a mask: its layers round up where a VGG's round down."""
    over = {"backbone": "resnet50", "content_layers": "layer1", "style_layers": "conv1,layer1"}
    recipe = plain(size=45, coarsest=45, steps=8, start="noise", alpha=0.01, **over)
    styles = [Style(STYLE, mask=Picture(some(20, 20, 8).rgb)), Style(some(40, 40, 3))]
    iterates = list(paint(CONTENT, styles, recipe, weights=RANDOM))
    assert iterates[-1].total < 0.5 * iterates[0].total


def test_a_narrow_picture_is_painted_at_every_scale() -> None:
    deep = plain(size=200, coarsest=32, steps=1, style_layers="conv1_1,conv5_1")
    sizes = [i.size for i in paint(some(20, 200, 1), some(10, 300, 2), deep, weights=RANDOM)]
    assert sizes[0] == (16, 160)
    assert sizes[-1] == (20, 200)


def test_what_cannot_be_painted_together_is_refused() -> None:
    mask = Picture(np.ones((9, 9, 3), np.float32))
    for pairs, recipe, complaint in (
        ([], plain(), "no paintings"),
        ([(CONTENT, STYLE)] * 2, plain(optimiser="lbfgs-b"), "lbfgs-b works on one picture at a time"),
        ([(CONTENT, STYLE), (some(48, 48), STYLE)], plain(), "must be of one size"),
        (
            [(CONTENT, Style(STYLE, mask=mask)), (CONTENT, STYLE)],
            plain(),
            "with masks cannot be made together",
        ),
    ):
        with pytest.raises(BadInput, match=complaint):
            next(paint_many(pairs, recipe, weights=RANDOM))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "style", "over", "complaint"),
    [
        (some(16, 600), STYLE, {}, "less than the network sees; set size to at least"),
        (CONTENT, [], {}, "no style was given"),
        (CONTENT, Style(STYLE, -2.0), {}, "weight cannot be negative"),
        (CONTENT, STYLE, {"start": "picture"}, "starts from a picture and none was given"),
    ],
)
def test_bad_input_ends_before_the_first_step(
    content: Picture, style: Any, over: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(BadInput, match=complaint) as caught:
        next(paint(content, style, plain(**over), weights=RANDOM))
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, BadPicture) == ("network sees" in complaint)


def test_edges_count_less_until_the_last_scale() -> None:
    """There, a scale that is begun well and is nearly all of the work, the loss is the plain one."""
    recipe = plain(size=64, coarsest=32, ratio=2.0, steps=1, edge=0.2)
    run = Run(backbone(recipe, RANDOM), recipe, [prepared(CONTENT, STYLE, recipe)])
    (coarse,) = run._objective().regions
    assert coarse.mask is not None
    assert float(coarse.mask.amin()) < 0.5 * float(coarse.mask.amax())
    list(run.iterates())
    (fine,) = run._objective().regions
    assert fine.mask is None
