"""Feature matching: nothing to mend where slim is the teacher, and the measure is a relative error."""

import pytest
import torch
from torch import Tensor

from ground.vgg import WIDTHS, Vgg19, normalise
from scripts.slim import matching
from scripts.slim.teacher import STYLE, TAUGHT, Teacher
from scripts.slim.whitening import WhiteAdam, moments

BF16 = 2e-3  # what rounding alone costs, summed over depth


@pytest.mark.parametrize("led", [True, False])
def test_a_twin_of_the_teacher_has_no_error(
    teacher: Teacher, twin: Vgg19, pictures: Tensor, led: bool
) -> None:
    measure = matching.Measure.of(teacher, [pictures])
    with torch.no_grad():
        feature, style = matching.errors(twin, teacher, measure, pictures, led)
    assert list(feature) == list(TAUGHT)
    assert list(style) == ([] if led else list(STYLE))
    assert float(feature["conv1_1"]) < 1e-6
    assert max(float(error) for error in [*feature.values(), *style.values()]) < BF16


def test_a_slim_that_sees_nothing_is_off_by_all_there_is(teacher: Teacher, pictures: Tensor) -> None:
    """Black slim: every Gram is off by itself, and features by their second moment over their variance."""
    slim = Vgg19(WIDTHS["vgg19-slim"], padding="reflect")
    for parameter in slim.parameters():
        parameter.data.zero_()
    measure = matching.Measure.of(teacher, [pictures])
    with torch.no_grad():
        feature, style = matching.errors(slim, teacher, measure, pictures, led=False)
    assert [float(error) for error in style.values()] == pytest.approx([1.0] * 5)
    assert min(float(error) for error in feature.values()) > 0.9


def test_gram_is_the_mean_of_outer_products() -> None:
    features = torch.arange(24, dtype=torch.float32).view(1, 2, 3, 4)
    places = [features[0, :, y, x] for y in range(3) for x in range(4)]
    assert torch.allclose(matching.gram(features)[0], sum(torch.outer(p, p) for p in places) / 12)


@pytest.mark.slow
def test_whitened_adam_begins_with_slim_and_brings_it_nearer(teacher: Teacher, pictures: Tensor) -> None:
    torch.manual_seed(0)
    slim = Vgg19(WIDTHS["vgg19-slim"], padding="reflect")
    drawn = slim.get_submodule("conv3_2").weight.detach().clone()
    measure = matching.Measure.of(teacher, [pictures])
    adam = WhiteAdam(slim, moments(teacher, [(normalise(pictures), pictures)]), measure.size)
    assert torch.allclose(slim.get_submodule("conv3_2").weight, drawn / 10, atol=1e-4)

    def errors() -> dict[str, Tensor]:
        return matching.errors(slim, teacher, measure, pictures, led=True)[0]

    before = {tap: error.item() for tap, error in errors().items()}
    for _ in range(10):
        lost = torch.stack([*errors().values()]).sum()
        adam.step(list(torch.autograd.grad(lost, adam.parameters())), 0.4)
    after = {tap: error.item() for tap, error in errors().items()}
    assert all(after[tap] < 0.6 * before[tap] for tap in TAUGHT), (before, after)
