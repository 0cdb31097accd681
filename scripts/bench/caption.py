"""The captioning bench: Flickr8k's part in figures, attention against pooled, and how fast pictures are described."""

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from captioning.attributes import of_json
from captioning.captioner import Captioner
from captioning.choosing import Choice, weigh
from captioning.consistency import agreeing
from captioning.describer import Describer
from captioning.evaluation import Judged
from captioning.material import Material, look
from captioning.plan import Plan
from captioning.proof import proof
from captioning.voice import OwnVoice
from ground.files import data_folder, replacing_folder, sha256
from retrieval.encoders import ImageEncoder, image_encoder
from retrieval.features import features
from retrieval.gallery import Gallery
from retrieval.joint import JointSpace
from retrieval.manifest import Encoder
from retrieval.pairs import Pairs
from retrieval.plan import Plan as JointPlan
from retrieval.search import EMBEDDED
from retrieval.splitting import split
from retrieval.training import Training as JointTraining
from retrieval.work import SPLITS
from scripts.bench.mobilenet import TensorflowMobileNetGrid
from scripts.tutor import Tutor

SHARE = 0.1  # of the pictures for validation, and for test
BEAMS = (1, 3, 5)
RECIPE: dict[str, Any] = {
    "rule": "seed",
    "minimum": 2,
    "longest": 20,
    "titles": False,
    "hidden": 256,
    "embedding": 128,
    "learning_rate": 2e-3,
    "epochs": 30,
    "patience": 6,
    "alpha": 1.0,
}
# What a caption of Flickr8k mostly names.
ATTRIBUTES = {
    "who": {
        "values": {
            "dog": ["dog", "dogs", "puppy"],
            "man": ["man", "men", "guy"],
            "woman": ["woman", "women", "lady"],
            "child": ["child", "children", "boy", "girl", "kid", "baby", "toddler"],
        }
    },
    "where": {
        "values": {
            "snow": ["snow", "snowy", "ski"],
            "water": ["water", "pool", "ocean", "lake", "beach", "river", "wave"],
            "grass": ["grass", "grassy", "field", "lawn"],
            "street": ["street", "sidewalk", "road", "city"],
        }
    },
}


@dataclass(frozen=True)
class Variant:
    name: str
    encoder: str
    look: str
    attributes: bool = False


VARIANTS = (
    Variant("mobilenet attention", "mobilenet", "attention"),
    Variant("mobilenet pooled", "mobilenet", "merge"),
    Variant("slim attention", "slim", "attention"),
    Variant("slim pooled", "slim", "merge"),
    Variant("mobilenet attention with attributes", "mobilenet", "attention", attributes=True),
)


class Bench:
    """Captioners are kept in the data folder, with all that they hang on in their folder's name: what was learned once
    is judged again in seconds.
    """

    def __init__(self, gallery: Path, weights: Path, quick: bool) -> None:
        self._gallery = Gallery.open(gallery)
        works = self._gallery.works[: 40 if quick else None]
        dealt = split(works, 0, SHARE)
        self._parts = {name: [work for work in dealt if work.split == name] for name in SPLITS}
        self._weights, self._over = weights, {"epochs": 1, "views": 1} if quick else {"views": 4}
        hangs_on = [RECIPE, self._over, ATTRIBUTES, sha256(weights), [work.row() for work in dealt]]
        told = hashlib.sha256(json.dumps(hangs_on).encode()).hexdigest()
        self._home = data_folder() / "bench" / f"caption-{told[:12]}"
        self._seen: dict[tuple[str, int], dict[str, Material]] = {}

    def judged(self, variant: Variant, beam: int, name: str = "test", others: bool = True) -> Judged:
        voice, material = self.voice(variant), self._material(variant, 1)[name]
        told = _told(voice, material, beam)
        return Judged.of([each[0].text for each in told], material.texts, others=others)

    def voice(self, variant: Variant) -> OwnVoice:
        folder = self._home / variant.name.replace(" ", "-")
        encoder = self._encoder(variant.encoder)
        if not folder.is_dir():
            material = self._material(variant, self._over["views"])
            plan = Plan.named("stock", **{**RECIPE, **self._over, "look": variant.look})
            attributes = tuple(of_json(ATTRIBUTES, "the bench")) if variant.attributes else ()
            seen_by = Encoder(name=encoder.name, weights_sha256=encoder.weights_sha256)
            tutor = Tutor(plan, self._parts, material, seen_by, folder, attributes)
            for _ in tutor.epochs(resume=tutor.kept.is_file()):
                pass
            with replacing_folder(folder) as part:
                tutor.captioner().write(part)
            tutor.kept.unlink(missing_ok=True)
        return OwnVoice(Captioner.load(folder), encoder)

    def choosing(self, variant: Variant) -> dict[str, Any]:
        """Whether cosine and agreement help to choose among five beams, and what they make of the test."""
        voice, eyes = self.voice(variant), self._joint()
        found = {name: self._measured(voice, variant, eyes, name) for name in ("validation", "test")}
        texts = {name: self._material(variant, 1)[name].texts for name in found}
        weights, trials = weigh(found["validation"], texts["validation"])
        test = Choice(found["test"], texts["test"])
        quality = {
            "likelihood alone": float(test.quality({"likelihood": 1.0}).mean()),
            "with the weights": float(test.quality(weights).mean()),
            "the best of five, if one knew": float(np.mean([each.max() for each in test.qualities])),
        }
        return {
            "trials": {t.measure: t.as_json() for t in trials},
            "weights": weights,
            "test_rouge_l": quality,
        }

    def consistency(self, variant: Variant) -> dict[str, Any]:
        """How often attributes are right about the test's pictures, and what checking the captions by them is worth."""
        voice, material = self.voice(variant), self._material(variant, 1)["test"]
        told, known = voice.tell_of(_floats(material), BEAMS[1]), voice.attributes
        checked = [agreeing([c.words for c in each.candidates], each.traits, known) for each in told]
        before = Judged.of([each.candidates[0].text for each in told], material.texts, others=False)
        after = Judged.of([voice.written(words) for _, words, _ in checked], material.texts, others=False)
        truth = {each.name: [each.value(work) for work in self._parts["test"]] for each in known}
        hits = [
            trait.value == truth[trait.name][place]
            for place, each in enumerate(told)
            for trait in each.traits
            if truth[trait.name][place]
        ]
        return {
            "attributes_told": len(hits),
            "attributes_right": sum(hits),
            "another_beam": sum(place > 0 for place, _, _ in checked),
            "a_word_changed": sum(bool(corrected) for _, _, corrected in checked),
            "gain": after.versus(before),
        }

    def proof(self, variant: Variant) -> dict[str, Any]:
        material = self._material(variant, 1)["test"]
        said = [each[0].text for each in _told(self.voice(variant), material, 3)]
        return proof(said, material.texts)

    def _measured(self, voice: OwnVoice, variant: Variant, eyes: JointSpace, name: str) -> list[Any]:
        """Every picture's candidates with their cosine in a space that has seen the training pictures alone."""
        works = self._parts[name]
        rows = eyes.embed_features(features(self._gallery.pictures(works), image_encoder("vgg19-slim")))
        told = voice.tell_of(_floats(self._material(variant, 1)[name]), 5)
        describer = Describer(voice)
        ranked = [describer.ranked(each) for each in told]
        return [
            [
                replace(each, measures={**each.measures, "cosine": float(cosine)})
                for each, cosine in zip(some, _cosines(eyes, row, some), strict=True)
            ]
            for some, row in zip(ranked, rows, strict=True)
        ]

    def _joint(self) -> JointSpace:
        encoder = image_encoder("vgg19-slim")
        pairs = {
            name: Pairs.of(works, features(self._gallery.pictures(works), encoder))
            for name, works in self._parts.items()
        }
        plan = JointPlan.named("stock")
        training = JointTraining(
            plan, pairs["train"], pairs["validation"], (encoder.name, encoder.weights_sha256)
        )
        for _ in training:
            pass
        return training.space(correct=False)

    def _encoder(self, name: str) -> ImageEncoder:
        return (
            TensorflowMobileNetGrid(self._weights)
            if name == "mobilenet"
            else image_encoder("vgg19-slim-grid")
        )

    def _material(self, variant: Variant, views: int) -> dict[str, Material]:
        """Pooled before it is learned from: the places' mean is all that such a decoder looks at."""
        key = variant.encoder, views
        if key not in self._seen:
            self._seen[key] = look(self._gallery, self._parts, self._encoder(variant.encoder), views)
        found = self._seen[key]
        if variant.look == "attention":
            return found
        return {
            name: replace(each, views=each.views.mean(2, keepdims=True, dtype=np.float32).astype(np.float16))
            for name, each in found.items()
        }


def figures(gallery: Path | None, weights: Path | None, quick: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = {"describing": describing(8 if quick else 64)}
    if gallery is None or weights is None:
        return found | {
            "flickr8k": "not run: it needs --pictures (a gallery of Flickr8k) and --weights (of MobileNetV2)"
        }
    return found | {"flickr8k": _flickr(Bench(gallery, weights, quick))}


def _flickr(bench: Bench) -> dict[str, Any]:
    captions: dict[str, Any] = {}
    compared: dict[str, Judged] = {}
    for variant in VARIANTS:
        for beam in BEAMS:
            judged = bench.judged(variant, beam)
            captions[f"{variant.name}, beam {beam}"] = judged.as_json()
            if beam == BEAMS[1]:
                compared[variant.name] = judged
    pairs = (
        ("mobilenet attention", "mobilenet pooled"),
        ("slim attention", "slim pooled"),
        ("mobilenet attention with attributes", "mobilenet attention"),
    )
    return {
        "captions": captions,
        "against": {f"{one} against {other}": compared[one].versus(compared[other]) for one, other in pairs},
        "choosing": bench.choosing(VARIANTS[-1]),
        "consistency": bench.consistency(VARIANTS[-1]),
        "proof": bench.proof(VARIANTS[0]),
    }


def describing(many: int) -> dict[str, Any]:
    """Pictures a second from files to words, greedy, by what comes with the code."""
    gallery = Gallery.open(EMBEDDED / "gallery" / "contents")
    pictures = gallery.pictures()[:many]
    describer = Describer.embedded(beam=1)
    list(describer.files(pictures[:4]))
    begun, used = time.perf_counter(), time.process_time()
    list(describer.files(pictures))
    seconds, processor = time.perf_counter() - begun, time.process_time() - used
    return {
        "pictures": len(pictures),
        "pictures_a_second": round(len(pictures) / seconds, 1),
        "pictures_a_second_of_the_processor": round(len(pictures) / processor, 1),
    }


def _told(voice: OwnVoice, material: Material, beam: int) -> list[Any]:
    seen = _floats(material)
    confidences = voice.captioner.confidences(seen)
    return [
        each
        for start in range(0, len(seen), 32)
        for each in voice.captioner.candidates(
            seen[start : start + 32], confidences[start : start + 32], beam
        )
    ]


def _floats(material: Material) -> np.ndarray:
    return np.asarray(material.seen, np.float32)


def _cosines(space: JointSpace, row: np.ndarray, candidates: Sequence[Any]) -> np.ndarray:
    texts = [each.text for each in candidates]
    found: np.ndarray = space.embed_texts([""] * len(texts), texts) @ row
    return found
