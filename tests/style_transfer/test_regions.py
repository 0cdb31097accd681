from itertools import product

import pytest
import torch

from style_transfer.backbones import backbone
from style_transfer.pictures import resized_mask
from style_transfer.regions import Region, cut, eased, mask_in, moments_of, shape
from tests.style_transfer.made import RANDOM, batch, close, plain, some

DEEP = plain(style_layers="conv1_1,conv2_1,conv3_1,conv4_1,conv5_1")
LAYERS = list(DEEP.style_weights)
NETWORK = backbone(DEEP, RANDOM)


def test_moments_summed_tile_by_tile_are_the_whole_pictures() -> None:
    picture = batch(some(211, 158))
    whole, tiled = moments_of(NETWORK, picture, LAYERS), moments_of(NETWORK, picture, LAYERS, block=64)
    assert len(cut(NETWORK, (211, 158), LAYERS, 64)) == 12
    for layer in LAYERS:
        close(tiled[layer].first, whole[layer].first, rtol=1e-4)
        close(tiled[layer].second, whole[layer].second, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("size", [(48, 64), (47, 95), (31, 79), (211, 158), (16, 17)])
def test_a_tiles_mask_is_its_part_of_the_layers_own(size: tuple[int, int]) -> None:
    """Odd sizes too, where poolings round down and a layer's side times its stride is not the picture's."""
    mask = torch.rand(size, generator=torch.Generator().manual_seed(0))
    region = Region({}, mask)
    for tile, stride in product(cut(NETWORK, size, LAYERS, 32), (1, 2, 4, 8, 16)):
        outer = tuple(span.stop - span.start for span in tile.outer)
        tap = torch.zeros(1, 1, outer[0] // stride, outer[1] // stride)
        whole = resized_mask(mask, (size[0] // stride, size[1] // stride))
        part = mask_in(region, tile, tap, (outer[0], outer[1]), size)
        assert part is not None
        assert torch.equal(part, whole[*tile.of_whole(shape(tap), (outer[0], outer[1]))])


def test_a_region_knows_its_share() -> None:
    mask = torch.zeros(10, 10)
    mask[:3] = 1
    assert Region({}).share == 1
    assert Region({}, mask).share == pytest.approx(0.3)
    assert Region({}).mask_at((5, 5)) is None


def test_a_network_that_no_tile_is_exact_for_is_not_cut() -> None:
    network = backbone(plain(backbone="resnet50", content_layers="conv1", style_layers="conv1"), RANDOM)
    assert len(cut(network, (300, 300), ["conv1"], 64)) == 1


@pytest.mark.parametrize("size", [(48, 48), (20, 90), (33, 17)])
def test_places_at_the_edges_count_less_and_all_together_as_much(size: tuple[int, int]) -> None:
    counts = eased(size, 0.2)
    assert counts.shape == size
    assert float(counts.mean()) == pytest.approx(1, rel=1e-5)
    middle = float(counts[size[0] // 2, size[1] // 2])
    for edge in (counts[0], counts[-1], counts[:, 0], counts[:, -1]):
        assert float(edge.max()) < 0.8 * middle
    assert torch.equal(counts, counts.flip(0, 1))


def test_where_edges_count_fully_all_places_count_alike() -> None:
    assert torch.equal(eased((20, 30), 1.0), torch.ones(20, 30))
