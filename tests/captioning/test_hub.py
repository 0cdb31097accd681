"""Hub captioners: a tiny random BLIP in the real layout, and folders that are no model."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

from captioning.describer import Describer
from ground.canvas import Picture
from ground.errors import BadWeights, MissingExtra
from scripts.main import main
from tests.retrieval.painted import paint

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "[MASK]",
    *["a", "the", "dog", "runs", "in", "snow", "boat", "on", "lake", "red", "two", "men", "of", "and"],
]

needs_transformers = pytest.mark.skipif(
    importlib.util.find_spec("transformers") is None, reason="transformers is not installed"
)


@pytest.fixture(scope="module")
def blip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Saved as the hub's own are: configuration, safetensors, processor and tokenizer."""
    import torch
    import transformers as hf

    folder = tmp_path_factory.mktemp("blip")
    size = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    text = {"vocab_size": len(WORDS) + 1, "encoder_hidden_size": 16, "bos_token_id": 2, "pad_token_id": 0}
    text |= {"eos_token_id": 3, "sep_token_id": 3, "max_position_embeddings": 64, **size}
    torch.manual_seed(0)
    config = hf.BlipConfig(text_config=text, vision_config={"image_size": 32, "patch_size": 16, **size})
    network = hf.BlipForConditionalGeneration(config)
    with torch.no_grad():  # a network without opinions says nothing but unknown words
        network.text_decoder.cls.predictions.decoder.bias[5 : len(WORDS)] += 9
    network.save_pretrained(folder)
    images = hf.BlipImageProcessor(size={"height": 32, "width": 32})
    hf.BlipProcessor(
        images, hf.BertTokenizerFast(vocab={word: number for number, word in enumerate(WORDS)})
    ).save_pretrained(folder)
    return folder


@pytest.mark.slow
@needs_transformers
def test_a_model_of_the_hubs_layout_describes(blip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from captioning.hub import HubVoice

    describer = Describer(HubVoice(str(blip)), beam=2)
    drawn = np.random.default_rng(0).random((2, 40, 50, 3)).astype(np.float32)
    pictures = [Picture(drawn[0]), Picture(drawn[1], drawn[1, ..., 0])]
    found = describer.describe(pictures)
    assert [each.description for each in found] == [each.description for each in describer.describe(pictures)]
    for each in found:
        assert each.description[0].isupper()
        assert each.description.endswith(".")
        assert set(each.description.lower().strip(".").split()) <= set(WORDS)
        assert each.score < 0
        assert each.model == blip.name
    assert next(each.source for each in describer.describe(pictures[:1], "the dog runs in snow")) in (
        "captioner",
        "context",
    )


@pytest.mark.slow
@needs_transformers
def test_the_command_takes_it(blip: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["describe", str(paint(tmp_path / "one.png", 1)), "--hub", str(blip), "--json"])
    assert ended.value.code == 0
    [told] = json.loads(capsys.readouterr().out)
    assert told["model"] == blip.name


@pytest.mark.slow
@needs_transformers
@pytest.mark.parametrize("damage", ["no config", "no weights", "half the weights", "another's config"])
def test_a_folder_that_is_no_model(blip: Path, tmp_path: Path, damage: str) -> None:
    from captioning.hub import HubVoice

    for file in blip.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    weights, config = tmp_path / "model.safetensors", tmp_path / "config.json"
    match damage:
        case "no config":
            config.unlink()
        case "no weights":
            weights.unlink()
        case "half the weights":
            weights.write_bytes(weights.read_bytes()[: weights.stat().st_size // 2])
        case _:
            config.write_text(json.dumps({"model_type": "bert"}))
    with pytest.raises(BadWeights) as raised:
        HubVoice(str(tmp_path))
    assert "\n" not in str(raised.value)


@pytest.mark.slow
@needs_transformers
def test_nothing_is_fetched_unless_asked_for() -> None:
    from captioning.hub import HubVoice

    with pytest.raises(BadWeights, match="--download"):
        HubVoice("somebody/a-captioner-that-is-not-here")


def test_without_transformers_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from captioning import hub

    monkeypatch.setattr(hub, "find_spec", lambda name: None)
    with pytest.raises(MissingExtra, match="caption"):
        hub.HubVoice("anything")
