from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch

from ground.canvas import Picture
from ground.errors import BadInput, BadPicture
from style_transfer import Style, colour
from style_transfer.backbones import VggBackbone, backbone
from style_transfer.pictures import resized
from style_transfer.regions import moments_of
from style_transfer.subject import Styles, Subject, prepared
from tests.style_transfer.made import RANDOM, batch, close, plain, some

CONTENT, STYLE, OTHER = some(48, 40, 1), some(30, 60, 2), some(50, 50, 3)
PAINTED = batch(some(48, 40, 4))


def grey(values: np.ndarray) -> Picture:
    return Picture(np.repeat(values[..., None], 3, 2).astype(np.float32))


def left(share: float, height: int = 48, width: int = 40) -> Picture:
    """White on the left, black on the right."""
    return grey(np.broadcast_to(np.arange(width) < share * width, (height, width)))


def test_pictures_are_prepared_at_the_paintings_size() -> None:
    subject = prepared(some(100, 200), some(300, 100, 2), plain(size=64))
    assert subject.size == (32, 64)
    assert subject.size_at(32, plain()) == (16, 32)
    assert subject.styles[0].shape == (1, 3, 64, 21)
    close(subject.content, resized(batch(some(100, 200)), (32, 64)).clamp(0, 1))


def test_a_square_painting_stretches_both_pictures_straight_to_it() -> None:
    """As the thesis does; not by way of a smaller picture of the right shape, which would blur."""
    recipe = plain(size=64, coarsest=64, square=True)
    content, style = some(100, 200), some(300, 100, 2)
    subject = prepared(content, style, recipe)
    close(subject.content, resized(batch(content), (64, 64)).clamp(0, 1))
    close(subject.styles[0], resized(batch(style), (64, 64)).clamp(0, 1))
    assert subject.size_at(48, recipe) == (48, 48)


def test_detail_is_what_a_smaller_picture_lacks() -> None:
    subject = prepared(CONTENT, STYLE, plain())
    detail = subject.detail((48, 40), (24, 20))
    smaller = resized(resized(subject.content, (24, 20)), (48, 40))
    close(smaller + detail, subject.content)
    assert float(detail.abs().mean()) > 0.02
    assert float(subject.detail((24, 20), (24, 20)).abs().max()) == 0


@pytest.mark.parametrize("styles", [STYLE, Style(STYLE), [Style(STYLE)], (Style(STYLE, 3.0),), [STYLE]])
def test_styles_come_alone_or_together(styles: Styles) -> None:
    subject = prepared(CONTENT, styles, plain())
    assert len(subject.styles) == 1
    close(subject.styles[0], resized(batch(STYLE), (24, 48)).clamp(0, 1))


def test_a_style_is_never_kept_larger_than_it_is_looked_at() -> None:
    large = some(200, 400, 5)
    assert prepared(CONTENT, large, plain()).styles[0].shape[2:] == (24, 48)
    assert prepared(CONTENT, large, plain(style_size=2.0)).styles[0].shape[2:] == (48, 96)
    assert prepared(CONTENT, some(20, 40, 5), plain(style_size=2.0)).styles[0].shape[2:] == (20, 40)


@pytest.mark.parametrize(("style_size", "side"), [(0.5, 24), (1.0, 48), (1.5, 72)])
def test_the_size_of_the_style_scales_its_strokes(style_size: float, side: int) -> None:
    recipe = plain(style_size=style_size)
    network, subject = backbone(recipe, RANDOM), prepared(CONTENT, OTHER, recipe)
    (region,) = subject.regions(network, recipe, 48)
    seen = resized(subject.styles[0], (side, side)).clamp(0, 1)
    wanted = moments_of(network, seen, ["conv1_1", "conv2_1", "conv3_1"])
    for layer, moments in region.wanted.items():
        close(moments.second, wanted[layer].second, rtol=1e-4)


def test_a_style_larger_than_the_painting_is_seen_within_the_budget_too() -> None:
    """A painting of 64 pixels fits whole, its style of 512 does not: the network never sees that much at once."""
    shallow = {"content_layers": "conv2_1", "style_layers": "conv1_1,conv2_1"}
    small, large = (plain(size=64, style_size=8.0, memory=memory, **shallow) for memory in (64, 4000))
    network, style = backbone(small, RANDOM), some(512, 512, 2)
    seen: list[int] = []
    assert isinstance(network, VggBackbone)
    network.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0][0, 0].numel()))
    (whole,) = prepared(CONTENT, style, large).regions(network, large, 64)
    assert seen == [512 * 512]
    (tiled,) = prepared(CONTENT, style, small).regions(network, small, 64)
    assert max(seen[1:]) < 512 * 512
    for layer in whole.wanted:
        close(tiled.wanted[layer].second, whole.wanted[layer].second, rtol=1e-4)


def test_a_mask_puts_each_style_in_its_place_and_the_rest_shares_what_is_left() -> None:
    recipe = plain()
    network = backbone(recipe, RANDOM)
    styles = [Style(STYLE, mask=left(0.25)), Style(OTHER, 1.0), Style(STYLE, 3.0)]
    first, rest = prepared(CONTENT, styles, recipe).regions(network, recipe, 48)
    assert first.share == pytest.approx(0.25, abs=0.01)
    assert rest.share == pytest.approx(0.75, abs=0.01)
    assert first.mask is not None
    assert rest.mask is not None
    close(first.mask + rest.mask, torch.ones(48, 40))
    unmasked = [Style(OTHER, 1.0), Style(STYLE, 3.0)]
    (mixed,) = prepared(CONTENT, unmasked, recipe).regions(network, recipe, 48)
    for layer in mixed.wanted:
        close(rest.wanted[layer].second, mixed.wanted[layer].second)


def test_a_mask_that_covers_all_leaves_nothing_to_the_others() -> None:
    recipe = plain()
    styles = [Style(STYLE, mask=left(1.0)), Style(OTHER)]
    regions = prepared(CONTENT, styles, recipe).regions(backbone(recipe, RANDOM), recipe, 48)
    assert [region.share for region in regions] == [1.0]


def test_a_style_of_no_weight_is_left_out_mask_and_all() -> None:
    subject = prepared(CONTENT, [Style(STYLE, 0.0, left(0.5)), Style(OTHER)], plain())
    assert len(subject.styles) == len(subject.masks) == len(subject.shares) == 1
    assert subject.masks == [None]


def test_what_no_mask_covers_is_the_contents_own() -> None:
    subject = prepared(CONTENT, [Style(STYLE, mask=left(0.5))], plain())
    found = subject.finished(PAINTED, plain())
    np.testing.assert_array_equal(found.rgb[:, 22:], CONTENT.rgb[:, 22:])
    close(found.rgb[:, :18], PAINTED[0].permute(1, 2, 0)[:, :18], atol=1e-5)


def test_a_style_without_a_mask_paints_everywhere() -> None:
    subject = prepared(CONTENT, [Style(STYLE, mask=left(0.5)), Style(OTHER)], plain())
    close(subject.finished(PAINTED, plain()).rgb, PAINTED[0].permute(1, 2, 0))


def test_masks_of_any_size_and_depth_of_grey_are_read() -> None:
    half = grey(np.full((7, 9), 0.5))
    subject = prepared(CONTENT, [Style(STYLE, mask=half)], plain())
    found = subject.finished(PAINTED, plain()).rgb
    close(found, 0.5 * CONTENT.rgb + 0.5 * PAINTED[0].permute(1, 2, 0).numpy(), atol=1e-5)


def test_transparency_is_kept_at_every_size() -> None:
    alpha = np.clip(np.linspace(-0.5, 1.5, 40), 0, 1)[None].repeat(48, 0).astype(np.float32)
    subject = prepared(Picture(CONTENT.rgb, alpha), STYLE, plain())
    full = subject.finished(PAINTED, plain()).alpha
    half = subject.finished(resized(PAINTED, (24, 20)), plain()).alpha
    np.testing.assert_array_equal(full, alpha)
    assert half is not None
    close(half, alpha.reshape(24, 2, 20, 2).mean((1, 3)), atol=0.05)
    assert prepared(CONTENT, STYLE, plain()).finished(PAINTED, plain()).alpha is None


def test_keeping_the_contents_colours_keeps_its_chroma() -> None:
    """The network sees greys; what is shown has the content's chroma at every pixel."""
    recipe = plain(colour="content")
    subject = prepared(CONTENT, STYLE, recipe)
    assert torch.equal(subject.content[:, 0], subject.content[:, 2])
    assert torch.equal(subject.styles[0][:, 0], subject.styles[0][:, 2])
    found = batch(subject.finished(PAINTED, recipe))
    original = batch(CONTENT)
    close(found - colour.luminance(found), original - colour.luminance(original), atol=1e-6)
    assert not np.allclose(found, original, atol=0.05)


def test_the_contents_palette_is_put_on_the_style_beforehand() -> None:
    subject = prepared(CONTENT, STYLE, plain(colour="palette"))
    close(subject.styles[0].mean((0, 2, 3)), subject.content.mean((0, 2, 3)), atol=0.01)
    assert subject.content.equal(subject.original)


@pytest.mark.parametrize("start", [None, OTHER])
def test_a_subject_is_packed_and_unpacked_whole(start: Picture | None) -> None:
    alpha = np.linspace(0, 1, 48 * 40, dtype=np.float32).reshape(48, 40)
    styles = [Style(STYLE, 2.0, left(0.3)), Style(OTHER, 1 / 3)]
    subject = prepared(Picture(CONTENT.rgb, alpha), styles, plain(colour="content"), start)
    other = prepared(OTHER, STYLE, plain())
    packed = {**subject.packed(0), **other.packed(1)}
    again = Subject.unpacked(packed, 0)
    assert again.shares == subject.shares
    assert [mask is None for mask in again.masks] == [False, True]
    assert again.packed(0).keys() == subject.packed(0).keys()
    assert all(torch.equal(value, again.packed(0)[name]) for name, value in subject.packed(0).items())
    assert Subject.unpacked(packed, 1).packed(1).keys() == other.packed(1).keys()


def broken(value: float) -> Picture:
    rgb = CONTENT.rgb.copy()
    rgb[3, 4, 1] = value
    return Picture(rgb)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: prepared(CONTENT, [], plain()), "no style was given; give at least one"),
        (lambda: prepared(CONTENT, Style(STYLE, -1.0), plain()), "weight cannot be negative"),
        (lambda: prepared(CONTENT, Style(STYLE, float("nan")), plain()), "weight cannot be"),
        (lambda: prepared(CONTENT, [Style(STYLE, 0.0), Style(OTHER, 0.0)], plain()), "every style's weight is 0"),
        (lambda: prepared(CONTENT, Style(STYLE, mask=left(0)), plain()), "black everywhere.*; paint some of it"),
        (lambda: prepared(CONTENT, STYLE, plain(start="picture")), "none was given; give one, or set start="),
        (lambda: prepared(broken(np.nan), STYLE, plain()), "content .*no numbers"),
        (lambda: prepared(CONTENT, broken(np.inf), plain()), "style .*no numbers"),
        (lambda: prepared(some(16, 400), STYLE, plain(size=64)), "size=64 .* 64 x 3 pixels.*; set size to at least"),
    ],
)  # fmt: skip
def test_what_cannot_be_painted_is_refused_in_one_line(make: Callable[[], Any], complaint: str) -> None:
    with pytest.raises(BadInput, match=complaint) as caught:
        make()
    assert "\n" not in str(caught.value)


def test_the_size_that_the_mend_names_is_enough() -> None:
    narrow = some(20, 410)
    with pytest.raises(BadPicture, match="set size to at least") as caught:
        prepared(narrow, STYLE, plain(size=64))
    enough = int(caught.value.mend.split("at least ")[1].split(",")[0])
    assert min(prepared(narrow, STYLE, plain(size=enough)).size) >= 16
    with pytest.raises(BadPicture):
        prepared(narrow, STYLE, plain(size=enough - 30))


def test_no_scale_is_too_small_for_the_network() -> None:
    """A narrow picture's coarse scales are as coarse as its short side allows, in its own proportions."""
    recipe = plain(size=400, coarsest=32)
    subject = prepared(some(40, 400), STYLE, recipe)
    sizes = [subject.size_at(longest, recipe) for longest in recipe.scales]
    assert sizes[0] == (16, 160)
    assert sizes[-1] == (40, 400)
    assert all(min(size) >= 16 for size in sizes)
