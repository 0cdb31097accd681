"""The teacher: the 16x-pruned VGG-19 of "Collaborative Distillation" (Wang et al., CVPR 2020), conv1_1 to conv5_1."""

from pathlib import Path

import torch
from torch import Tensor, nn

from ground.errors import BadWeights
from ground.vgg import DEVIATION, LAYERS, MEAN, WIDTHS, Vgg19

TAUGHT = LAYERS[: LAYERS.index("conv5_1") + 1]
STYLE = ("conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1")


class Teacher(nn.Module):
    """Its taps for RGB in [0, 1]; `full[tap]` is the 1x1 map to the unpruned network's channels."""

    def __init__(self, state: dict[str, Tensor]) -> None:
        super().__init__()
        self.colours = nn.Conv2d(3, 3, 1)
        self.network = Vgg19(WIDTHS["vgg19-slim"], last=TAUGHT[-1], padding="reflect")
        self.colours.load_state_dict({part: state[f"conv0.{part}"] for part in ("weight", "bias")})
        self.network.load_state_dict(
            {
                f"{name}.{part}": state[f"{_theirs(name)}.{part}"]
                for name in TAUGHT
                for part in ("weight", "bias")
            }
        )
        self.full = {tap: state[f"{_theirs(tap)}_aux.weight"].flatten(1) for tap in STYLE}
        self.requires_grad_(False).eval()

    def forward(self, rgb: Tensor, taps: tuple[str, ...]) -> dict[str, Tensor]:
        return self.network(self.colours(rgb), taps)  # type: ignore[no-any-return]

    def as_vgg(self) -> dict[str, Tensor]:
        """The same network as weights for slim's shape: its colours folded into a conv1_1 of normalised input."""
        state = dict(self.network.state_dict())
        colours, shift = (self.colours.state_dict()[part].squeeze() for part in ("weight", "bias"))
        mean, deviation = torch.tensor(MEAN), torch.tensor(DEVIATION)
        kernel = state["conv1_1.weight"]
        entered = shift + colours @ mean  # what the first layer is given for the mean colour
        state["conv1_1.weight"] = torch.einsum("ocyx,cr,r->oryx", kernel, colours, deviation).contiguous()
        state["conv1_1.bias"] = state["conv1_1.bias"] + torch.einsum("ocyx,c->o", kernel, entered)
        return state

    @staticmethod
    def read(file: Path) -> "Teacher":
        try:
            saved = torch.load(file, map_location="cpu", weights_only=True)
            return Teacher(saved["model"])
        except (OSError, KeyError, RuntimeError) as error:
            raise BadWeights(
                f"{file} is not the teacher", "give the encoder vgg19_16x_encoder.pth"
            ) from error


def _theirs(name: str) -> str:
    """conv3_2 is conv32 there."""
    return name.replace("_", "")
