"""Recognition: what is folded into slim is what was learned, at the size of conv5_1; a tenth is held out."""

import numpy as np
import torch
import torch.nn.functional as F

from ground.vgg import WIDTHS, Vgg19
from scripts.slim import recognition
from scripts.slim.recognition import UNTAUGHT, Recogniser


def test_folding_keeps_the_function_and_gives_every_layer_the_size_of_conv5_1() -> None:
    torch.manual_seed(1)
    slim, recogniser = Vgg19(WIDTHS["vgg19-slim"]), Recogniser(128, 5)
    conv5_1 = F.relu(torch.randn(40, 128, 6, 6)) * 3
    for _ in range(3):
        recogniser(conv5_1)  # gives the batch norms something to remember
    for norm in recogniser.norms:
        torch.nn.init.uniform_(norm.weight, 0.5, 2.0)
        torch.nn.init.normal_(norm.bias)
    recogniser.fold(slim, conv5_1)
    learned = folded = conv5_1
    with torch.no_grad():
        for name, (convolution, norm) in zip(UNTAUGHT, recogniser.layers(), strict=True):
            learned = F.relu(norm(convolution(learned)))
            folded = F.relu(slim.get_submodule(name)(folded))
            assert abs(float(folded.square().mean() / conv5_1.square().mean()) - 1) < 1e-3
            assert float(F.cosine_similarity(learned.flatten(), folded.flatten(), dim=0)) > 1 - 1e-5


def test_a_tenth_of_each_class_is_held_out_the_same_each_time() -> None:
    classes = torch.arange(3).repeat(100)
    learn, held = recognition.split(classes)
    assert classes[held].bincount().tolist() == [10, 10, 10]
    assert sorted([*learn.tolist(), *held.tolist()]) == list(range(300))
    assert torch.equal(held, recognition.split(classes)[1])


def test_batches_go_on_where_they_were() -> None:
    whole = recognition.batches(300, 0)
    first = [next(whole) for _ in range(5)]
    assert torch.equal(next(recognition.batches(300, 4)), first[4])
    assert len(torch.cat(first[:2]).unique()) == 2 * recognition.BATCH


def test_views_are_enlarged_and_only_learned_ones_are_changed() -> None:
    things = torch.randint(0, 256, (6, 3, 64, 64), dtype=torch.uint8)
    plain = [recognition.view(things, None) for _ in range(2)]
    changed = recognition.view(things, np.random.default_rng(0))
    assert torch.equal(*plain)
    assert changed.shape == plain[0].shape == (6, 3, recognition.SIDE, recognition.SIDE)
    assert not torch.allclose(changed, plain[0])
