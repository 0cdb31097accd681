"""The recipe: everything that makes a painting, and the only place where a default or a bound stands."""

import math
import reprlib
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from ground.errors import BadRecipe
from ground.vgg import LAYERS

RESNET_LAYERS = ("conv1", "layer1", "layer2", "layer3", "layer4")
# What a ResNet takes for the layers that the named recipes name of a VGG.
RESNET = {"content_layers": {"layer3": 1.0}, "style_layers": dict.fromkeys(RESNET_LAYERS, 1.0)}
MOST_STEPS = 1_000_000  # of all scales together
STYLE_LAYERS = ("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1")


def _layer_weights(value: Any) -> Any:
    """Reads `conv1_1:2,conv4_1` as {"conv1_1": 2, "conv4_1": 1}, so that one line can carry it."""
    if not isinstance(value, str):
        return value
    pairs = (part.partition(":") for part in value.replace("=", ":").split(",") if part.strip())
    return {name.strip(): weight.strip() or 1 for name, _, weight in pairs}


def _whole(value: Any) -> Any:
    """A choice among numbers does not read text by itself."""
    return int(value) if isinstance(value, str) and value.strip().isdecimal() else value


Weight = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
LayerWeights = Annotated[dict[str, Weight], BeforeValidator(_layer_weights), Field(min_length=1)]


class Recipe(BaseModel):
    """One painting's settings. `Recipe.named("sketch", size=300)` starts from a named one."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, use_attribute_docstrings=True)

    name: str = Field("studio", max_length=80)
    """The named recipe that this one started from."""
    backbone: Literal["vgg19-slim", "vgg19", "vgg19-caffe", "resnet50"] = "vgg19-slim"
    """The network whose features are matched."""
    size: int = Field(512, ge=32, le=16384)
    """The painting's long side in pixels."""
    square: bool = False
    """Stretch both pictures to a square, as the thesis does."""

    alpha: float = Field(1.0, ge=0, le=1e12)
    """Weight of the content."""
    beta: float = Field(20.0, ge=0, le=1e12)
    """Weight of the style."""
    content_layers: LayerWeights = {"conv4_2": 1.0}
    """Layers that keep the content, each with its weight."""
    style_layers: LayerWeights = dict.fromkeys(STYLE_LAYERS, 1.0)
    """Layers that carry the style, each with its weight."""
    depth: float = Field(0.0, ge=-4, le=4)
    """Lean of the style: each block of layers weighs 2^depth times the one before it."""
    content_loss: Literal["relative", "mean", "sum"] = "relative"
    """Squared differences of features: against the content's own size, averaged, or summed (the thesis)."""
    style_loss: Literal["relative", "paper", "thesis", "wasserstein"] = "relative"
    """Gram matrices in shares of the style's own, in the paper's or the thesis's form, or Wasserstein-2 of moments."""
    edge: float = Field(0.2, ge=0, le=1)
    """How much the very edge counts for the style until the last scale; where it counts fully (1), colours gather."""
    smoothness: float = Field(0.0, ge=0, le=1e6)
    """Weight of the total variation."""
    units: Annotated[Literal[1, 255], BeforeValidator(_whole)] = 1
    """Brightness range that the losses are written for: 255 is the thesis's."""

    optimiser: Literal["adam", "lbfgs", "lbfgs-b"] = "lbfgs"
    """Adam, L-BFGS with a strong Wolfe search, or scipy's L-BFGS-B restarted every step (the thesis)."""
    steps: int = Field(45, ge=1, le=100_000)
    """Steps at the last and finest scale."""
    growth: float = Field(1.25, ge=1, le=4)
    """How many times more steps each coarser scale takes than the one after it."""
    learning_rate: float = Field(0.05, gt=0, le=1)
    """Adam's step, and how far L-BFGS may go at first, in brightness from 0 to 1."""
    averaging: float = Field(0.0, ge=0, lt=1)
    """Decay of Adam's running average of pictures, which is what is shown; 0 shows the last."""
    coarsest: int = Field(128, ge=32, le=16384)
    """Long side of the first and coarsest scale; at least `size` for a single scale."""
    ratio: float = Field(2.0, ge=1.05, le=4)
    """Largest step from one scale to the next."""

    start: Literal["content", "style", "noise", "picture"] = "content"
    """The first picture: the content, the style's colours at random, noise, or a picture that is given."""
    seed: int = Field(0, ge=0, le=2**63 - 1)
    """Seed of everything random."""
    colour: Literal["style", "content", "palette"] = "style"
    """Colours of the style, of the content (its chroma kept), or a palette: the style's matched to the content's."""
    style_size: float = Field(1.0, ge=0.1, le=8)
    """Size of the style picture against the painting: larger gives larger strokes."""
    pooling: Literal["max", "average"] = "max"
    """How the network halves its pictures."""
    padding: Literal["zeros", "replicate", "reflect"] = "reflect"
    """Beyond the edge: zeros; the edge repeated, for the first layer; or the picture mirrored, for all layers."""

    precision: Literal["auto", "fp32", "bf16"] = "auto"
    """Arithmetic of the convolutions; auto takes bf16 where the processor has it. Sums are fp32 always."""
    memory: int = Field(3000, ge=64, le=1_000_000)
    """Megabytes that a step may take; a larger picture is worked in tiles, with the same result."""

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        if self.alpha == 0 and self.beta == 0:
            raise ValueError("alpha and beta are both 0: nothing would be asked of the picture; raise one")
        known = RESNET_LAYERS if self.backbone == "resnet50" else LAYERS
        for layer in (*self.content_layers, *self.style_layers):
            if layer not in known:
                raise ValueError(f"{self.backbone} has no layer {layer!r}; it has {', '.join(known)}")
        if not any(self.content_layers.values()) or not any(self.style_layers.values()):
            raise ValueError("every weight of the content_layers or style_layers is 0; raise one")
        if sum(self.steps_at) > MOST_STEPS:
            raise ValueError(
                f"this recipe would take {sum(self.steps_at):.1e} steps in all; lower steps or growth"
            )
        if self.backbone == "resnet50" and self.units == 255:
            raise ValueError("units of 255 are the thesis's, for a VGG-19; use units=1 with resnet50")
        return self

    @classmethod
    def named(cls, name: str = "studio", **over: Any) -> "Recipe":
        """A named recipe, with any field over it."""
        if name not in RECIPES:
            raise BadRecipe(f"there is no recipe {name!r}", f"choose one of {', '.join(RECIPES)}")
        own = RECIPES[name]
        if over.get("backbone") == "resnet50":  # which has other layers than the recipe names
            own = {key: value for key, value in own.items() if key not in RESNET}
        return cls.checked({"name": name, **own, **over})

    @classmethod
    def checked(cls, fields: Mapping[str, Any]) -> "Recipe":
        """A recipe from plain values; what is wrong with them is told in one line."""
        usual = RESNET if fields.get("backbone") == "resnet50" else {}
        try:
            return cls.model_validate({**usual, **fields})
        except ValidationError as error:
            raise BadRecipe(*_explained(error)) from error

    @property
    def scales(self) -> list[int]:
        """Long sides from the coarsest to the painting's own, in equal ratios of at most `ratio`."""
        if self.coarsest >= self.size:
            return [self.size]
        many = math.ceil(math.log(self.size / self.coarsest) / math.log(self.ratio) - 1e-9)
        return [round(self.coarsest * (self.size / self.coarsest) ** (i / many)) for i in range(many + 1)]

    @property
    def steps_at(self) -> list[int]:
        """Steps of each scale, coarsest first."""
        many = len(self.scales)
        return [round(self.steps * self.growth ** (many - 1 - i)) for i in range(many)]

    @property
    def style_weights(self) -> dict[str, float]:
        """The style layers' weights, leant by depth and summing to one; none where no style is asked for."""
        if not self.beta:
            return {}
        even = _shares(self.style_layers)
        return _shares({layer: share * 2.0 ** (self.depth * _block(layer)) for layer, share in even.items()})

    @property
    def content_weights(self) -> dict[str, float]:
        """The content layers' weights, summing to one; none where no content is asked for."""
        if not self.alpha:
            return {}
        return _shares(self.content_layers)


def _block(layer: str) -> int:
    return RESNET_LAYERS.index(layer) if layer in RESNET_LAYERS else int(layer[4]) - 1


def _shares(weights: Mapping[str, float]) -> dict[str, float]:
    """Weights as shares of one, without those that are nothing beside the others."""
    most = max(weights.values())  # divided by first: the sum of the smallest floats would be no float
    whole = sum(weight / most for weight in weights.values())
    return {layer: weight / most / whole for layer, weight in weights.items() if weight / most / whole}


def _explained(error: ValidationError) -> tuple[str, str]:
    """The first fault of a recipe, as what is wrong and the mend."""
    fault = error.errors()[0]
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"a recipe has no key {key!r}", f"it has {', '.join(Recipe.model_fields)}"
    if fault["type"] == "value_error":
        what, _, mend = fault["msg"].removeprefix("Value error, ").partition("; ")
        return what, mend
    return f"recipe: {key} cannot be {reprlib.repr(fault['input'])}", fault["msg"].lower()


# Named recipes: only what differs from the defaults above.
RECIPES: dict[str, dict[str, Any]] = {
    "studio": {},
    "sketch": {"size": 256, "steps": 25},
    # The thesis's first experiment. Adam's own settings are not in its text: see docs/thesis-versus-code.md.
    "thesis-adam": {
        "size": 224,
        "square": True,
        "alpha": 1e3,
        "beta": 1e-2,
        "content_layers": {"conv5_2": 1.0},
        "content_loss": "sum",
        "style_loss": "thesis",
        "units": 255,
        "optimiser": "adam",
        "learning_rate": 0.02,
        "steps": 1000,
        "coarsest": 224,
        "padding": "zeros",
        "precision": "fp32",
    },
    # Its second: scipy's fmin_l_bfgs_b, ten times, twenty evaluations each.
    "thesis-lbfgs": {
        "size": 500,
        "square": True,
        "alpha": 0.025,
        "beta": 1.0,
        "content_layers": {"conv5_2": 1.0},
        "content_loss": "sum",
        "style_loss": "thesis",
        "units": 255,
        "optimiser": "lbfgs-b",
        "steps": 10,
        "coarsest": 500,
        "padding": "zeros",
        "precision": "fp32",
    },
}
