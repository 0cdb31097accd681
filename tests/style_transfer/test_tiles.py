import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from style_transfer.tiles import STRIDE, Tile, tiles

sides = st.integers(16, 400)


@given(height=sides, width=sides, block=st.integers(1, 300), margin=st.integers(0, 8).map(lambda k: 16 * k))
def test_blocks_cover_every_position_of_every_layer_once(
    height: int, width: int, block: int, margin: int
) -> None:
    """Of layers at every stride, computed from the blocks with their margins by poolings that round down."""
    found = list(tiles(height, width, block, margin))
    for stride in (1, 2, 4, 8, 16):
        counted = np.zeros((height // stride, width // stride), int)
        for tile in found:
            outer = tuple(span.stop - span.start for span in tile.outer)
            tap = (outer[0] // stride, outer[1] // stride)
            rows, columns = tile.of_whole(tap, (outer[0], outer[1]))
            counted[rows, columns] += 1
        assert (counted == 1).all()


@given(height=sides, width=sides, block=st.integers(1, 300), margin=st.integers(0, 8).map(lambda k: 16 * k))
def test_blocks_lie_on_the_stride_and_carry_their_margin(
    height: int, width: int, block: int, margin: int
) -> None:
    for tile in tiles(height, width, block, margin):
        for inner, outer, length in zip(tile.inner, tile.outer, (height, width), strict=True):
            assert inner.start % STRIDE == 0
            assert inner.stop % STRIDE == 0 or inner.stop == length
            assert inner.stop - inner.start < max(block, STRIDE) + STRIDE
            assert (outer.start, outer.stop) == (
                max(0, inner.start - margin),
                min(length, inner.stop + margin),
            )


def test_a_block_as_large_as_the_picture_is_the_picture() -> None:
    (tile,) = tiles(70, 90, 112, 0)
    assert tile == Tile((slice(0, 70), slice(0, 90)), (slice(0, 70), slice(0, 90)), (True, True))


def test_a_picture_in_one_tile_may_have_layers_of_any_size() -> None:
    """A ResNet rounds up where poolings round down."""
    (tile,) = tiles(27, 33, 48, 0)
    assert tile.inside((7, 9), (27, 33)) == tile.of_whole((7, 9), (27, 33)) == (slice(0, 7), slice(0, 9))


def test_a_layer_that_no_pooling_gives_is_refused() -> None:
    first, *_ = tiles(64, 64, 32, 0)
    with pytest.raises(ValueError, match="no pooling takes 32 to 5"):
        first.inside((5, 5), (32, 32))
