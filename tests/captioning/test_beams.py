"""Beam search: nothing is said twice, everything ends, and a wide enough beam finds the likeliest caption."""

from itertools import pairwise, product

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from captioning.beams import Said, Wish, search
from captioning.decoders import Decoder, Shape
from tests.captioning import made

WORDS, END, START = range(1, 5), 5, 6


def decoder(seed: int) -> Decoder:
    """Of four words, with opinions strong enough to want to say one of them again and again."""
    torch.manual_seed(seed)
    network = Decoder(Shape("merge", 8, made.CHANNELS, 8, 6)).eval()
    with torch.no_grad():
        network.words.weight.mul_(6)
        network.bias[END] = -3
    return network


def said(seed: int, wish: Wish, pictures: int = 2) -> list[list[Said]]:
    network = decoder(seed)
    memory, state = network.remember(torch.from_numpy(made.seen(range(pictures))), torch.zeros(pictures, 0))
    return search(network, memory, state, START, END, wish)


def likelihood(network: Decoder, numbers: tuple[int, ...]) -> float:
    memory, state = network.remember(torch.from_numpy(made.seen([0])), torch.zeros(1, 0))
    with torch.inference_mode():
        logits, _ = network(memory, state, torch.tensor([[START, *numbers]]))
    scores = logits[0].log_softmax(-1)
    return sum(float(scores[place, number]) for place, number in enumerate([*numbers, END]))


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 999), beam=st.integers(1, 4), longest=st.integers(1, 12), repeat=st.integers(1, 4))
def test_nothing_comes_twice_and_everything_ends(seed: int, beam: int, longest: int, repeat: int) -> None:
    for captions in said(seed, Wish(beam, longest, repeat=repeat)):
        assert 1 <= len(captions) <= beam
        for each in captions:
            numbers = each.numbers
            assert 1 <= len(numbers) <= longest
            assert set(numbers) <= set(WORDS)
            assert all(one != next_ for one, next_ in pairwise(numbers))
            runs = [numbers[place : place + repeat] for place in range(len(numbers) - repeat + 1)]
            assert len(runs) == len(set(runs))


@pytest.mark.parametrize("seed", range(5))
def test_a_wide_beam_finds_the_likeliest_of_all(seed: int) -> None:
    """Among all captions of up to three words that may be said, counted one by one."""
    network = decoder(seed)
    allowed = [
        numbers
        for length in (1, 2, 3)
        for numbers in product(WORDS, repeat=length)
        if all(one != next_ for one, next_ in pairwise(numbers))
    ]
    best = max(allowed, key=lambda numbers: likelihood(network, numbers))
    found = said(seed, Wish(beam=80, longest=3, alpha=0))[0][0]
    assert found.numbers == best
    assert found.likelihood == pytest.approx(likelihood(network, best), abs=1e-4)


def test_greedy_takes_the_likeliest_next_word() -> None:
    network = decoder(3)
    found = said(3, Wish(beam=1, longest=6))[0][0]
    memory, state = network.remember(torch.from_numpy(made.seen([0])), torch.zeros(1, 0))
    logits, _ = network(memory, state, torch.tensor([[START]]))
    first = logits[0, 0].detach().clone()
    first[[0, END, START, 7]] = float("-inf")
    assert found.numbers[0] == int(first.argmax())


def test_pictures_do_not_disturb_each_other() -> None:
    wish = Wish(beam=3, longest=8)
    together = said(1, wish, 4)
    assert [each[0].numbers for each in together[:2]] == [each[0].numbers for each in said(1, wish, 2)]


def test_captions_come_best_first() -> None:
    wish = Wish(beam=4, longest=8, alpha=0.7)
    for captions in said(2, wish):
        scores = [each.score(wish.alpha) for each in captions]
        assert scores == sorted(scores, reverse=True)


def test_where_nothing_else_may_come_the_end_does() -> None:
    for captions in said(0, Wish(beam=2, longest=9, shortest=9, repeat=1)):
        assert [len(each.numbers) for each in captions] == [4, 4]  # every word once
