import subprocess
import sys

import pytest

from style_transfer.backbones import backbone
from style_transfer.memory import SMALLEST, block_for
from style_transfer.tiles import STRIDE
from tests.style_transfer.made import RANDOM, plain

NETWORK = backbone(plain(), RANDOM)


def block(memory: int, size: tuple[int, int] = (2048, 1536), many: int = 1) -> int | None:
    return block_for(NETWORK, plain(memory=memory), size, many)


def test_what_fits_is_not_cut() -> None:
    assert block(64, (96, 96)) is None
    assert block(100_000) is None


def test_less_memory_means_smaller_blocks_down_to_a_floor() -> None:
    found = [block(memory) for memory in (64, 600, 900, 1200)]
    blocks = [side for side in found if side is not None]
    assert blocks == sorted(blocks)
    assert len(set(blocks)) == len(blocks) == 4
    assert blocks[0] == SMALLEST
    assert all(side % STRIDE == 0 for side in blocks)


def test_several_pictures_share_the_budget() -> None:
    size = (512, 512)
    assert block(300, size) is None
    assert block(300, size, many=5) is not None


def test_what_the_optimiser_remembers_is_counted() -> None:
    """The history of L-BFGS is many pictures, scipy's in double precision; Adam's means are few."""
    sizes = [
        block_for(NETWORK, plain(memory=2500, optimiser=optimiser), (2048, 1536)) or 2048
        for optimiser in ("adam", "lbfgs", "lbfgs-b")
    ]
    assert sizes[0] > sizes[1] > sizes[2]


def test_a_network_that_no_tile_is_exact_for_is_never_cut() -> None:
    recipe = plain(backbone="resnet50", content_layers="layer1", style_layers="layer1", memory=64)
    assert block_for(backbone(recipe, RANDOM), recipe, (4096, 4096)) is None


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="glibc is Linux's")
def test_the_allocator_keeps_memory_until_it_is_told_to_give_it_back() -> None:
    """In a process of its own: there is no telling it otherwise."""
    code = """
from style_transfer.memory import give_back_memory, keep_memory

def megabytes():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 >> 20

keep_memory()
before = megabytes()
blocks = [bytes(range(256)) * 4096 for _ in range(200)]
del blocks
kept = megabytes()
give_back_memory()
print(kept - before > 150, megabytes() - before < 50)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
