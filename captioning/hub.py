"""Hub captioners: BLIP and its kin through transformers, from a local folder or by the hub's id.

Nothing is fetched unless that is asked for, and no code that comes with a model is ever run.
"""

from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from captioning.attributes import Attribute
from captioning.candidates import Candidate, windows
from captioning.tokens import tokens
from captioning.voice import Told
from ground.canvas import Picture
from ground.device import best_device
from ground.errors import BadWeights, MissingExtra

SHORTEST = 384  # what BLIP looks at
LONGEST = 60  # of its tokens, which are parts of words
BEAM = 3


class HubVoice:
    """BLIP, BLIP-2, GIT and encoder-decoders: whatever transformers calls a model from image and text to text."""

    shortest = SHORTEST
    attributes: tuple[Attribute, ...] = ()
    weights: Mapping[str, float] = {"likelihood": 1.0}

    def __init__(self, name: str, download: bool = False) -> None:
        if find_spec("transformers") is None:
            raise MissingExtra(
                "hub captioners need transformers", "install it: pip install pentimento[caption]"
            )
        self.name = name
        self._device = best_device()
        self._processor, self._model = _loaded(name, download)
        self._model.eval().to(self._device)

    @property
    def model(self) -> str:
        commit = getattr(self._model.config, "_commit_hash", None)
        called = Path(self.name).name if Path(self.name).is_dir() else self.name
        return f"{called} {commit[:8]}" if commit else called

    def written(self, words: Sequence[str]) -> str:
        return _sentence(" ".join(words))

    @torch.inference_mode()
    def tell(self, pictures: Sequence[Picture], beam: int | None = None, context: str = "") -> list[Told]:
        images = [_image(each) for each in pictures]
        pixels = self._processor(images=images, return_tensors="pt")["pixel_values"].to(self._device)
        beams = beam or BEAM
        found = self._model.generate(
            pixel_values=pixels,
            num_beams=beams,
            num_return_sequences=beams,
            do_sample=False,
            max_new_tokens=LONGEST,
            no_repeat_ngram_size=3,
            output_scores=True,
            return_dict_in_generate=True,
        )
        texts = self._processor.batch_decode(found.sequences, skip_special_tokens=True)
        scores = self._scores(found)
        own = [_candidate(text, score, "captioner") for text, score in zip(texts, scores, strict=True)]
        return [
            Told(
                [*_said(own[row * beams : (row + 1) * beams]), *self._around(pixels[row : row + 1], context)]
            )
            for row in range(len(pictures))
        ]

    def _scores(self, found: Any) -> list[float]:
        """The mean log-likelihood of a caption's tokens."""
        steps = self._model.compute_transition_scores(
            found.sequences,
            found.scores,
            getattr(found, "beam_indices", None),
            normalize_logits=found.get("beam_indices") is None,
        )
        said = torch.isfinite(steps) & (steps < 0)
        means: list[float] = (torch.where(said, steps, 0).sum(1) / said.sum(1).clamp(min=1)).tolist()
        return means

    def _around(self, pixels: torch.Tensor, context: str) -> list[Candidate]:
        """Windows of the text around the picture, scored as the model scores its own words."""
        return [_candidate(text, self._likelihood(pixels, text), "context") for text in windows(context)]

    def _likelihood(self, pixels: torch.Tensor, text: str) -> float:
        numbers = self._processor(text=text.lower(), return_tensors="pt")["input_ids"].to(self._device)
        found = self._model(pixel_values=pixels, input_ids=numbers, labels=numbers)
        return -float(found.loss)


def _loaded(name: str, download: bool) -> tuple[Any, Any]:
    from transformers import AutoModelForImageTextToText, AutoProcessor

    local = Path(name)
    if local.is_dir() and not (local / "config.json").is_file():
        raise BadWeights(
            f"{name} is no captioner's folder: it has no config.json", "give the folder of a whole model"
        )
    how: dict[str, Any] = {"local_files_only": local.is_dir() or not download, "trust_remote_code": False}
    try:
        with _quiet():
            processor = AutoProcessor.from_pretrained(name, **how)  # type: ignore[no-untyped-call]
            model = AutoModelForImageTextToText.from_pretrained(name, use_safetensors=True, **how)
    except (
        Exception
    ) as error:  # a folder that is no model, or a damaged one, makes transformers raise nearly anything
        reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
        mend = (
            "see that the folder is whole"
            if local.is_dir()
            else "give --download, or the folder that it lies in"
        )
        raise BadWeights(f"the captioner {name} cannot be loaded ({reason})", mend) from error
    return processor, model


@contextmanager
def _quiet() -> Any:
    """Without bars and remarks: stderr belongs to who called."""
    from transformers.utils import logging

    before = logging.get_verbosity()
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        logging.set_verbosity(before)


def _candidate(text: str, likelihood: float, source: str) -> Candidate:
    said = _sentence(text) if source == "captioner" else text
    return Candidate(tuple(tokens(text)), said, source, {"likelihood": likelihood})


def _said(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those that say anything at all; if none does, the first."""
    return [each for each in candidates if each.words] or list(candidates[:1])


def _sentence(text: str) -> str:
    text = " ".join(text.split()).strip(" .")
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _image(picture: Picture) -> Image.Image:
    rgb = picture.rgb
    if picture.alpha is not None:
        rgb = rgb * picture.alpha[..., None] + 1 - picture.alpha[..., None]
    return Image.fromarray((np.clip(rgb, 0, 1) * 255 + 0.5).astype(np.uint8))
