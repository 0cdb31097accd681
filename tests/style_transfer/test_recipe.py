import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ground.errors import BadRecipe
from ground.vgg import LAYERS
from style_transfer.recipe import RECIPES, RESNET_LAYERS, STYLE_LAYERS, Recipe

layer_weights = st.dictionaries(st.sampled_from(LAYERS), st.floats(0, 1e12), min_size=1, max_size=6).filter(
    lambda weights: any(weights.values())
)

fields = st.fixed_dictionaries(
    {"growth": st.floats(1, 1.1), "steps": st.integers(1, 100)},  # few enough steps for any number of scales
    optional={
        "size": st.integers(32, 16384),
        "coarsest": st.integers(32, 16384),
        "ratio": st.floats(1.1, 4),
        "alpha": st.floats(1e-9, 1e12),
        "beta": st.floats(1e-9, 1e12),
        "content_layers": layer_weights,
        "style_layers": layer_weights,
        "depth": st.floats(-4, 4),
        "optimiser": st.sampled_from(["adam", "lbfgs", "lbfgs-b"]),
        "start": st.sampled_from(["content", "style", "noise", "picture"]),
        "seed": st.integers(0, 2**63 - 1),
        "learning_rate": st.floats(0, 1, exclude_min=True),
        "averaging": st.floats(0, 1, exclude_max=True),
        "square": st.booleans(),
    },
)
named = st.builds(lambda name, over: Recipe.named(name, **over), st.sampled_from(sorted(RECIPES)), fields)


@given(named)
def test_scales_rise_to_the_size_in_steps_of_at_most_the_ratio(recipe: Recipe) -> None:
    scales = recipe.scales
    assert scales[-1] == recipe.size
    assert scales[0] == min(recipe.coarsest, recipe.size)
    assert all(a < b for a, b in pairwise(scales))
    assert all(b <= recipe.ratio * (a + 1) for a, b in pairwise(scales))


@given(named)
def test_every_scale_has_steps_and_the_last_as_many_as_asked(recipe: Recipe) -> None:
    steps = recipe.steps_at
    assert len(steps) == len(recipe.scales)
    assert steps[-1] == recipe.steps
    assert all(a >= b >= 1 for a, b in pairwise(steps))


@given(named)
def test_weights_are_positive_and_sum_to_one(recipe: Recipe) -> None:
    for weights in (recipe.style_weights, recipe.content_weights):
        assert sum(weights.values()) == pytest.approx(1)
        assert all(weight > 0 for weight in weights.values())


@given(named)
def test_a_recipe_comes_back_from_json_as_it_was(recipe: Recipe) -> None:
    assert Recipe.checked(json.loads(json.dumps(recipe.model_dump()))) == recipe
    assert Recipe.checked(json.loads(recipe.model_dump_json())) == recipe


@given(st.sampled_from(sorted(RECIPES)), fields)
def test_what_is_named_over_a_recipe_wins_and_the_rest_is_its_own(name: str, over: dict[str, Any]) -> None:
    recipe = Recipe.named(name, **over)
    assert recipe.name == name
    for key, value in {**RECIPES[name], **over}.items():
        assert getattr(recipe, key) == value


keys = st.sampled_from([*Recipe.model_fields, "nonsense"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=4,
)


@given(st.dictionaries(keys, anything, max_size=4))
def test_anything_at_all_makes_a_recipe_or_one_line(given_fields: dict[str, Any]) -> None:
    try:
        recipe = Recipe.checked(given_fields)
    except BadRecipe as error:
        said = str(error)
    else:
        said = f"{recipe.scales} {recipe.steps_at} {recipe.style_weights} {recipe.content_weights}"
    assert said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("over", "complaint"),
    [
        ({"sise": 300}, "a recipe has no key 'sise'; it has name, backbone, size"),
        ({"size": 0}, "size cannot be 0; .*greater than or equal to 32"),
        ({"size": 20_000}, "size cannot be 20000"),
        ({"size": 300.5}, "size cannot be 300.5"),
        ({"size": "large"}, "size cannot be 'large'"),
        ({"steps": -1}, "steps cannot be -1; .*greater than or equal to 1"),
        ({"steps": 0}, "steps cannot be 0"),
        ({"alpha": -1}, "alpha cannot be -1"),
        ({"alpha": float("nan")}, "alpha cannot be nan; .*finite"),
        ({"beta": float("inf")}, "beta cannot be inf; .*finite"),
        ({"alpha": 0, "beta": 0}, "alpha and beta are both 0"),
        ({"learning_rate": 0}, "learning_rate cannot be 0"),
        ({"averaging": 1}, "averaging cannot be 1"),
        ({"smoothness": float("nan")}, "smoothness cannot be nan"),
        ({"seed": -1}, "seed cannot be -1"),
        ({"seed": 2**63}, "seed cannot be"),
        ({"optimiser": "sgd"}, "optimiser cannot be 'sgd'; .*adam"),
        ({"backbone": "vgg16"}, "backbone cannot be 'vgg16'; .*vgg19"),
        ({"style_loss": "gram"}, "style_loss cannot be 'gram'"),
        ({"content_loss": None}, "content_loss cannot be None"),
        ({"units": 100}, "units cannot be 100"),
        ({"memory": 1}, "memory cannot be 1"),
        ({"style_size": 0}, "style_size cannot be 0"),
        ({"depth": 5}, "depth cannot be 5"),
        ({"colour": "grey"}, "colour cannot be 'grey'"),
        ({"start": "black"}, "start cannot be 'black'"),
        ({"precision": "fp16"}, "precision cannot be 'fp16'"),
        ({"content_layers": {}}, "content_layers cannot be {}"),
        ({"content_layers": ""}, "content_layers cannot be"),
        ({"content_layers": 5}, "content_layers cannot be 5"),
        ({"content_layers": {"conv6_1": 1}}, "vgg19-slim has no layer 'conv6_1'; it has conv1_1, conv1_2"),
        ({"style_layers": "conv1_1,relu"}, "no layer 'relu'"),
        ({"style_layers": "conv1_1:x"}, "style_layers.conv1_1 cannot be 'x'"),
        ({"style_layers": "conv1_1:nan"}, "style_layers.conv1_1 cannot be 'nan'"),
        ({"style_layers": {"conv1_1": -1}}, "style_layers.conv1_1 cannot be -1"),
        ({"style_layers": "conv1_1:0,conv2_1:0"}, "every weight of the .*style_layers is 0"),
        ({"content_layers": "layer3"}, "vgg19-slim has no layer 'layer3'"),
        ({"backbone": "resnet50", "content_layers": "conv4_2"}, "resnet50 has no layer 'conv4_2'; it has conv1,"),
        ({"backbone": "resnet50", "style_layers": "conv1,conv1_1"}, "resnet50 has no layer 'conv1_1'"),
        ({"backbone": "resnet50", "units": 255}, "use units=1 with resnet50"),
        ({"ratio": 1}, "ratio cannot be 1"),
        ({"ratio": 1 + 1e-12}, "ratio cannot be"),
        ({"growth": 4, "ratio": 1.1, "coarsest": 32, "size": 16384}, "steps in all; lower"),
        ({"name": "x" * 100}, "name cannot be"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_in_one_line(over: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadRecipe, match=complaint) as caught:
        Recipe.checked(over)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_long_wrong_value_is_not_repeated_in_full() -> None:
    with pytest.raises(BadRecipe, match="size cannot be 'xxx") as caught:
        Recipe.checked({"size": "x" * 10_000})
    assert len(str(caught.value)) < 300


def test_an_unknown_recipe_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        BadRecipe, match="there is no recipe 'oil'; choose one of studio, sketch, thesis-adam"
    ):
        Recipe.named("oil")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("conv1_1", {"conv1_1": 1}),
        ("conv1_1:2,conv4_1", {"conv1_1": 2, "conv4_1": 1}),
        (" conv1_1 = 0.5 , conv2_1: 3 ,", {"conv1_1": 0.5, "conv2_1": 3}),
        ("conv5_1:1e-3", {"conv5_1": 1e-3}),
        ("conv5_1:", {"conv5_1": 1}),
    ],
)
def test_layers_and_their_weights_fit_in_one_line(line: str, wanted: dict[str, float]) -> None:
    assert Recipe.named(style_layers=line).style_layers == wanted
    assert Recipe.named(content_layers=line).content_layers == wanted


def test_depth_leans_the_style_towards_deep_layers() -> None:
    """Each block weighs 2^depth times the one before it."""
    leant = Recipe.named(depth=1.0, style_layers=",".join(STYLE_LAYERS)).style_weights
    assert list(leant.values()) == pytest.approx([w / 31 for w in (1, 2, 4, 8, 16)])
    raised = Recipe.named(depth=-2.0, style_layers="conv1_1:1,conv1_2:3,conv3_4:16").style_weights
    assert list(raised.values()) == pytest.approx([w / 5 for w in (1, 3, 1)])


def test_layers_of_weight_nothing_are_not_looked_at() -> None:
    recipe = Recipe.named(content_layers="conv4_2,conv5_4:0", style_layers="conv1_1,conv5_1:0")
    assert recipe.content_weights == {"conv4_2": 1}
    assert recipe.style_weights == {"conv1_1": 1}


def test_nothing_is_asked_of_a_side_without_weight() -> None:
    assert Recipe.named(alpha=0).content_weights == {}
    assert Recipe.named(beta=0).style_weights == {}


@pytest.mark.parametrize("name", ["studio", "sketch"])
def test_a_resnet_has_its_own_layers_where_none_are_named(name: str) -> None:
    for recipe in (Recipe.named(name, backbone="resnet50"), Recipe.checked({"backbone": "resnet50"})):
        assert recipe.content_layers == {"layer3": 1}
        assert recipe.style_layers == dict.fromkeys(RESNET_LAYERS, 1)
    own = Recipe.named(name, backbone="resnet50", style_layers="layer1:2")
    assert own.style_layers == {"layer1": 2}


def test_a_recipe_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Recipe.named().size = 100


def test_every_field_says_what_it_is_in_a_line() -> None:
    for name, field in Recipe.model_fields.items():
        assert field.description, name
        assert "\n" not in field.description
        assert field.default is not None


def test_the_thesiss_recipes_are_the_thesiss() -> None:
    """Its figures, which no tuning may touch."""
    adam, lbfgs = Recipe.named("thesis-adam"), Recipe.named("thesis-lbfgs")
    for recipe, size in ((adam, 224), (lbfgs, 500)):
        assert recipe.scales == [recipe.size] == [size]
        assert recipe.square
        assert recipe.content_weights == {"conv5_2": 1}
        assert recipe.style_weights == pytest.approx(dict.fromkeys(STYLE_LAYERS, 1 / 5))
        assert (recipe.content_loss, recipe.style_loss, recipe.units) == ("sum", "thesis", 255)
        assert (recipe.start, recipe.pooling, recipe.padding) == ("content", "max", "zeros")
        assert (recipe.smoothness, recipe.averaging, recipe.colour) == (0, 0, "style")
        assert (recipe.precision, recipe.style_size) == ("fp32", 1)
    assert (adam.alpha, adam.beta, adam.optimiser, adam.steps) == (1e3, 1e-2, "adam", 1000)
    assert (lbfgs.alpha, lbfgs.beta, lbfgs.optimiser, lbfgs.steps) == (0.025, 1, "lbfgs-b", 10)
    assert adam.learning_rate == 0.02
