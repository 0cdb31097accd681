import pytest

from ground.errors import BadInput
from retrieval.plan import ENCODERS, PRESETS, Plan


def test_the_thesis_to_the_letter() -> None:
    plan = Plan.named("thesis")
    assert (plan.loss, plan.sampling, plan.margin) == ("cosine-margin", "thesis", 0.1)
    assert (plan.learning_rate, plan.batch, plan.epochs, plan.patience) == (1e-4, 28, 10, 0)
    assert (plan.dimensions, plan.tanh, plan.standardise, plan.quiet, plan.picture_dropout) == (
        128,
        True,
        False,
        False,
        0,
    )
    assert (plan.title_minimum, plan.description_minimum, plan.titles_too, plan.related) == (
        1,
        10,
        False,
        False,
    )
    assert ENCODERS["thesis"] == "resnet50-logits"
    assert Plan.named("thesis", dimensions=28).dimensions == 28


def test_the_stock_plan_is_that_of_the_defaults() -> None:
    assert Plan.named("stock") == Plan()
    assert Plan().loss == "cosine-margin"
    assert set(PRESETS) == set(ENCODERS)


@pytest.mark.parametrize(
    ("over", "why"),
    [
        ({"dimensions": 1}, "dimensions: Input should be greater than or equal to 2"),
        ({"batch": "many"}, "batch: Input should be a valid integer"),
        ({"loss": "triplet"}, "loss: Input should be 'cosine-margin' or 'info-nce'"),
        ({"learning_rate": float("nan")}, "learning_rate: "),
        ({"margin": 1}, "margin: "),
        ({"depth": 3}, "a plan has no setting 'depth'"),
        ({"sampling": "thesis", "loss": "info-nce"}, "goes with cosine-margin only"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_one_line(over: dict[str, object], why: str) -> None:
    with pytest.raises(BadInput) as error:
        Plan.named("stock", **over)
    assert why in str(error.value)
    assert "\n" not in str(error.value)


def test_an_unknown_preset() -> None:
    with pytest.raises(BadInput, match="there is no preset 'fast'; name one of stock, thesis"):
        Plan.named("fast")


def test_every_setting_is_described_in_one_line() -> None:
    for name, field in Plan.model_fields.items():
        assert field.description, name
        assert "\n" not in field.description
