"""Encoders against torchvision's own forward pass, with random weights saved as torchvision saves them."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image
from torch import Tensor, nn
from torchvision import models, transforms

from ground import canvas
from ground.errors import BadWeights
from ground.files import sha256
from ground.vgg import WIDTHS, Vgg19, normalise
from retrieval.encoders import ImageEncoder, image_encoder
from tests.retrieval.painted import paint

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


@pytest.fixture(autouse=True)
def _quiet() -> None:
    torch.manual_seed(7)
    torch.set_num_threads(1)


def saved(name: str, folder: Path) -> tuple[nn.Module, Path]:
    """The network with random weights, its batch norms not left at nought and one, and its file."""
    model = models.get_model(name, weights=None).eval()
    for key, value in model.state_dict().items():
        if "running" in key:
            value.uniform_(0.5, 1.5)
    file = folder / f"{name}.pth"
    torch.save(model.state_dict(), file)
    return model, file


def fed_to(layer: nn.Module, model: nn.Module, batch: Tensor) -> Tensor:
    seen: list[Tensor] = []
    hook = layer.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    with torch.inference_mode():
        model(batch)
    hook.remove()
    return seen[0]


def encoded(encoder: ImageEncoder, picture: Path) -> Tensor:
    return encoder.encode(encoder.prepare(canvas.read(picture, shortest=encoder.shortest))[None])[0]


@pytest.mark.parametrize(("name", "layer"), [("resnet18", "fc"), ("mobilenet_v3_small", "classifier.3")])
def test_pooled_is_what_the_last_layer_is_fed(tmp_path: Path, name: str, layer: str) -> None:
    model, file = saved(name, tmp_path)
    encoder = image_encoder(name, file)
    batch = torch.rand(2, 3, 224, 224)
    expected = fed_to(model.get_submodule(layer), model, normalise(batch))
    assert (encoder.name, encoder.dimensions, encoder.weights_sha256) == (
        name,
        expected.shape[1],
        sha256(file),
    )
    torch.testing.assert_close(encoder.encode(batch), expected, rtol=1e-4, atol=1e-4)


def test_a_network_that_ends_in_a_convolution_is_pooled_too(tmp_path: Path) -> None:
    model, file = saved("squeezenet1_1", tmp_path)
    batch = torch.rand(1, 3, 224, 224)
    expected = fed_to(model.get_submodule("classifier.1"), model, normalise(batch)).mean((2, 3))
    torch.testing.assert_close(
        image_encoder("squeezenet1_1", file).encode(batch), expected, rtol=1e-4, atol=1e-4
    )


def test_pictures_are_prepared_as_torchvision_prepares_them(tmp_path: Path) -> None:
    model, file = saved("resnet18", tmp_path)
    picture = paint(tmp_path / "a.png", 1, size=(400, 300))
    preset = models.ResNet18_Weights.DEFAULT.transforms()
    with Image.open(picture) as image:
        expected = fed_to(model.get_submodule("fc"), model, preset(image)[None])[0]
    torch.testing.assert_close(
        encoded(image_encoder("resnet18", file), picture), expected, rtol=1e-3, atol=1e-3
    )


def test_logits_are_the_last_layer_of_the_thesis_joint_space(tmp_path: Path) -> None:
    model, file = saved("resnet18", tmp_path)
    picture = paint(tmp_path / "a.png", 2, size=(300, 400))
    thesis = transforms.Compose(
        [
            transforms.Resize(256),
            transforms.CenterCrop(224),
            transforms.ToTensor(),
            transforms.Normalize(MEAN, DEVIATION),
        ]
    )
    with Image.open(picture) as image, torch.inference_mode():
        expected = model(thesis(image)[None])[0]
    encoder = image_encoder("resnet18-logits", file)
    assert encoder.dimensions == 1000
    torch.testing.assert_close(encoded(encoder, picture), expected, rtol=1e-3, atol=1e-3)


def test_the_thesis_style_search_sees_blue_first_less_caffes_mean(tmp_path: Path) -> None:
    model, file = saved("resnet18", tmp_path)
    picture = paint(tmp_path / "a.png", 3, size=(512, 300))
    with Image.open(picture) as image:
        square = transforms.CenterCrop(256)(transforms.Resize(256)(image))
    values = np.asarray(square, np.float64)[:, :, ::-1] / 255 - np.array([103.939, 116.779, 123.68]) / 255
    batch = torch.from_numpy(values.transpose(2, 0, 1).astype(np.float32))[None]
    expected = fed_to(model.get_submodule("fc"), model, batch)[0]
    torch.testing.assert_close(
        encoded(image_encoder("resnet18-thesis", file), picture), expected, rtol=1e-3, atol=1e-3
    )


def test_slim_pools_mean_and_maximum(tmp_path: Path) -> None:
    network = Vgg19(WIDTHS["vgg19-slim"], padding="reflect").eval()
    torch.save(network.state_dict(), tmp_path / "slim.pth")
    encoder = image_encoder("vgg19-slim", tmp_path / "slim.pth")
    batch = torch.rand(2, 3, 64, 64)
    found = encoder.encode(batch)
    assert found.shape == (2, encoder.dimensions)
    with torch.inference_mode():
        deep = network(normalise(batch), ["conv5_3"])["conv5_3"]
    expected = deep.numpy().reshape(2, 128, -1)
    assert found[:, -256:-128].numpy() == pytest.approx(expected.mean(2), rel=1e-3, abs=1e-5)
    assert found[:, -128:].numpy() == pytest.approx(expected.max(2), rel=1e-3, abs=1e-5)


def test_the_bundled_slim_tells_things_by_their_kind_not_their_colours(tmp_path: Path) -> None:
    """Stripes are nearer to stripes of other colours than to spots of the same."""
    encoder = image_encoder("vgg19-slim")
    across, down = np.mgrid[:256, :256]
    stripes, spots = (across // 16 % 2)[..., None], ((across // 16 + down // 16) % 2)[..., None]
    red, blue = np.array([0.8, 0.2, 0.1]), np.array([0.1, 0.2, 0.8])
    drawn = [stripes * red, stripes * blue, spots * red, spots * blue]
    vectors = encoder.encode(
        torch.stack([encoder.prepare(canvas.Picture(each.astype(np.float32))) for each in drawn])
    )
    alike = torch.nn.functional.cosine_similarity(vectors[:, None], vectors[None], dim=-1)
    assert alike[0, 1] > alike[0, 2]
    assert alike[3, 2] > alike[3, 1]


def test_random_views_are_seeded_parts_of_the_middle(tmp_path: Path) -> None:
    _, file = saved("resnet18", tmp_path)
    encoder = image_encoder("resnet18-logits", file)
    seen = canvas.read(paint(tmp_path / "a.png", 4, size=(512, 256)), shortest=encoder.shortest)
    middle = torch.from_numpy(seen.rgb[:, 128:384].copy()).permute(2, 0, 1)
    views = [encoder.prepare(seen, np.random.default_rng(number)) for number in range(12)]
    assert torch.equal(views[3], encoder.prepare(seen, np.random.default_rng(3)))
    assert len({view.numpy().tobytes() for view in views}) == 12
    mirrored = 0
    for view in views:
        ways = [part for part in (view, view.flip(2)) if _lies_in(middle, part)]
        assert ways
        mirrored += not _lies_in(middle, view)
    assert 0 < mirrored < 12


def _lies_in(square: Tensor, part: Tensor) -> bool:
    return any(
        torch.equal(square[:, top : top + 224, left : left + 224], part)
        for top, left in np.ndindex(33, 33)
        if torch.equal(square[:, top, left], part[:, 0, 0])
    )


def test_small_wide_and_clear_pictures_fill_the_frame(tmp_path: Path) -> None:
    _, file = saved("resnet18", tmp_path)
    encoder = image_encoder("resnet18", file)
    for size in ((20, 30), (900, 40), (256, 256)):
        seen = canvas.read(paint(tmp_path / "a.png", 5, size=size), shortest=encoder.shortest)
        assert encoder.prepare(seen).shape == (3, 224, 224)
    clear = canvas.Picture(np.zeros((300, 300, 3), np.float32), np.zeros((300, 300), np.float32))
    torch.testing.assert_close(encoder.prepare(clear), torch.ones(3, 224, 224))


def test_weights_that_do_not_fit_are_refused_by_the_first_key(tmp_path: Path) -> None:
    model, _ = saved("resnet18", tmp_path)
    state = model.state_dict()
    wrong = {
        "conv1.weight is missing": {key: value for key, value in state.items() if key != "conv1.weight"},
        "layer9.weight is none of its layers": {**state, "layer9.weight": torch.zeros(1)},
        r"fc.weight is of shape \(27, 512\)": {**state, "fc.weight": torch.zeros(27, 512)},
    }
    for complaint, changed in wrong.items():
        torch.save(changed, tmp_path / "wrong.pth")
        with pytest.raises(BadWeights, match=f"wrong.pth does not fit resnet18: {complaint}"):
            image_encoder("resnet18", tmp_path / "wrong.pth")
    with pytest.raises(BadWeights, match="does not fit vgg19-slim"):
        image_encoder("vgg19-slim", tmp_path / "resnet18.pth")


def test_weights_of_older_days_still_fit(tmp_path: Path) -> None:
    model, _ = saved("resnet18", tmp_path)
    old = {key: value for key, value in model.state_dict().items() if not key.endswith("num_batches_tracked")}
    torch.save(old, tmp_path / "old.pth")
    batch = torch.rand(1, 3, 224, 224)
    found = image_encoder("resnet18-logits", tmp_path / "old.pth").encode(batch)
    with torch.inference_mode():
        torch.testing.assert_close(found, model(normalise(batch)), rtol=1e-4, atol=1e-4)


def test_torchvisions_own_cache_is_used_under_its_own_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    _, file = saved("resnet18", tmp_path)
    (tmp_path / "hub" / "checkpoints").mkdir(parents=True)
    file.rename(tmp_path / "hub" / "checkpoints" / "resnet18-f37072fd.pth")
    encoder = image_encoder("resnet18")
    assert encoder.weights_sha256 == sha256(tmp_path / "hub" / "checkpoints" / "resnet18-f37072fd.pth")


@pytest.mark.parametrize(
    ("name", "near"), [("resnet51", "resnet50"), ("resnet50-pooled", "resnet50"), ("vgg19slim", "vgg19-slim")]
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, near: str) -> None:
    with pytest.raises(BadWeights, match=f"no picture encoder '{name}'; .*{near}"):
        image_encoder(name)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "dimensions"),
    [
        ("resnet50", 2048),
        ("resnet50-logits", 1000),
        ("resnet152-thesis", 2048),
        ("densenet121", 1024),
        ("vit_b_16", 768),
        ("regnet_x_400mf", 400),
        ("inception_v3", 2048),
        ("vgg19", 4096),
    ],
)
def test_every_kind_of_classifier_encodes(tmp_path: Path, name: str, dimensions: int) -> None:
    _, file = saved(name.partition("-")[0], tmp_path)
    encoder = image_encoder(name, file)
    assert encoder.dimensions == dimensions
    assert encoded(encoder, paint(tmp_path / "a.png", 6, size=(300, 280))).shape == (dimensions,)
