"""Decoders: taught in one pass as they speak in steps, and moved by the picture and by its attributes."""

from typing import get_args

import pytest
import torch
from torch import Tensor

from captioning.decoders import Decoder, Look, Shape
from tests.captioning import made

LOOKS = get_args(Look)
SHAPE = {"numbers": 11, "channels": made.CHANNELS, "hidden": 8, "embedding": 6}


def decoder(look: Look, **over: object) -> Decoder:
    torch.manual_seed(0)
    return Decoder(Shape(look, **{**SHAPE, **over})).eval()


def seen(many: int = 3) -> Tensor:
    return torch.from_numpy(made.seen(range(many)))


NONE = torch.zeros(3, 0)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("tied", [True, False])
def test_one_pass_says_what_single_steps_say(look: Look, tied: bool) -> None:
    network, given = decoder(look, tied=tied), torch.tensor([[9, 3, 4], [9, 1, 0], [9, 5, 2]])
    memory, state = network.remember(seen(), NONE)
    whole, _ = network(memory, state, given)
    for place in range(given.shape[1]):
        step, state = network(memory, state, given[:, place : place + 1])
        torch.testing.assert_close(step[:, 0], whole[:, place])


@pytest.mark.parametrize("look", LOOKS)
def test_padding_behind_a_caption_changes_nothing(look: Look) -> None:
    network = decoder(look)
    memory, state = network.remember(seen(), NONE)
    short, _ = network(memory, state, torch.tensor([[9, 3], [9, 1], [9, 5]]))
    long, _ = network(memory, state, torch.tensor([[9, 3, 0, 0], [9, 1, 0, 0], [9, 5, 0, 0]]))
    torch.testing.assert_close(long[:, :2], short)


@pytest.mark.parametrize("look", LOOKS)
def test_the_picture_matters(look: Look) -> None:
    network = decoder(look)
    memory, state = network.remember(seen(), NONE)
    found, _ = network(memory, state, torch.tensor([[9]] * 3))
    assert not torch.allclose(found[0], found[1])


def test_only_attention_sees_what_is_where() -> None:
    """Two pictures with the same things in other places: pooled they are one."""
    one = torch.randn(1, made.CELLS, made.CHANNELS)
    both = torch.cat([one, one * torch.tensor([2.0, 0.0, 1.0, 1.0]).view(1, -1, 1)])
    both[1] += (both[0].mean(0) - both[1].mean(0))[None]
    words = torch.tensor([[9, 3]] * 2)
    for look, differs in (("merge", False), ("attention", True)):
        network = decoder(look)
        memory, state = network.remember(both, NONE[:2])
        found, _ = network(memory, state, words)
        assert torch.allclose(found[0], found[1], atol=1e-5) != differs


def test_a_confident_attribute_speaks_for_the_words_that_name_it() -> None:
    network = decoder("merge", attributes=2)
    network.names = torch.zeros(2, SHAPE["numbers"])
    network.names[1, 4] = 1
    torch.nn.init.zeros_(network.moods.weight)
    scores = []
    for confidence in (0.0, 0.6, 0.9):
        memory, state = network.remember(seen(1), torch.tensor([[0.0, confidence]]))
        found, _ = network(memory, state, torch.tensor([[9]]))
        scores.append(found[0, 0])
    assert scores[0][4] < scores[1][4] < scores[2][4]
    others = torch.arange(SHAPE["numbers"]) != 4
    torch.testing.assert_close(scores[0][others], scores[2][others])


def test_attributes_set_the_first_state() -> None:
    network = decoder("merge", attributes=2)
    _, plain = network.remember(seen(1), torch.tensor([[0.0, 0.0]]))
    _, moved = network.remember(seen(1), torch.tensor([[0.0, 1.0]]))
    assert not torch.allclose(plain.hidden, moved.hidden)
