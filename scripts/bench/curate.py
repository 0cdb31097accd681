"""Curating, measured: classes known and not, clusters, copies made and found again, and a gallery of WikiArt's size.

objects   a folder of a folder of pictures for each class: --pictures; with a MobileNetV2's --weights, its features too
copies    200 of somebody's --pictures, each copied in eight ways that no threshold was chosen with
large     80,000 made-up works, some of them copies, from features and fingerprints that are at hand
"""

import resource
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from curation import closed_set, open_set
from curation.closed_set import Lesson
from curation.clusters import clustered, count, directions
from curation.collection import open_collection
from curation.copies import OBJECT, Chance, Kind, copied
from curation.duplicates import Found, duplicates
from curation.files import File
from curation.fingerprint import MEASURES, SIDE, Fingerprints
from curation.groups import TIERS, Group, Tier
from curation.labels import Labels
from curation.looking import Looked, encoded, look
from curation.thresholds import Thresholds
from curation.views import Viewed
from ground.errors import BadInput
from retrieval.encoders import ImageEncoder, image_encoder
from retrieval.gallery import Gallery
from retrieval.vectors import Matrix
from retrieval.work import Work
from scripts.bench.clock import Clock
from scripts.bench.clustered import Clustered
from scripts.bench.mobilenet import TensorflowMobileNet

PARTS = ("objects", "copies", "large")
UNKNOWN = 2  # classes of the objects: the last ones by name
VIEWS = 2
SOURCES = 200
EVERY = 40  # of so many made-up works one is a copy

Grey = NDArray[np.uint8]


def figures(
    parts: Sequence[str], pictures: Path | None, weights: Path | None, quick: bool = False
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in parts:
        if part == "large":
            found[part] = large(400 if quick else 80_000, 64 if quick else 1280)
        elif pictures is None:
            found[part] = f"not run: {part} needs --pictures"
        elif part == "objects":
            found[part] = objects(pictures, weights)
        else:
            found[part] = copies(pictures, 4 if quick else SOURCES)
    return found


def objects(folder: Path, weights: Path | None) -> dict[str, Any]:
    """Everything that has labels to be judged by, with each encoder at hand."""
    looked = look(open_collection(folder))
    labels = Labels.read(looked.works).checked()
    encoders: list[ImageEncoder] = [image_encoder("vgg19-slim")]
    encoders += [TensorflowMobileNet(weights)] if weights else []
    return {"works": labels.counts(), **{each.name: _objects(looked, labels, each) for each in encoders}}


def _objects(looked: Looked, labels: Labels, encoder: ImageEncoder) -> dict[str, Any]:
    views = [encoded(looked, Viewed(encoder, number)) for number in range(VIEWS)]
    plain = Lesson(encoded(looked, encoder), labels)
    many = replace(plain, views=views)
    closed = {
        f"{kind}{', with views' if lesson.views else ''}": _closed(lesson, looked.works, kind)
        for kind in ("logistic", "head")
        for lesson in (plain, many)
    }
    ways = [_way(each) for each in open_set.study(plain, labels.names[-UNKNOWN:])]
    return {
        "closed set": closed,
        "open set": {each.pop("way"): each for each in ways},
        "clusters": _clusters(plain),
    }


def _closed(lesson: Lesson, works: Sequence[Work], kind: str) -> dict[str, float]:
    judged = closed_set.study(lesson, works, kind).judgement
    weighted, areas = judged.mean(weighted=True), judged.as_json()["auc"]
    return {
        **_rounded(weighted),
        "macro f1": round(judged.mean(weighted=False)["f1"], 3),
        "auc": round(areas["macro"], 4),
    }


def _way(found: open_set.Openness) -> dict[str, Any]:
    areas = {
        "auroc": round(found.seen, 3),
        "auroc, classes held out": round(float(np.mean(list(found.unseen.values()))), 3),
    }
    return {"way": found.way, **_rounded(found.judgement.mean(weighted=True)), **areas}


def _clusters(lesson: Lesson) -> dict[str, Any]:
    """Of all the classes; none of their names is used, but how many they are."""
    points, many = directions(lesson.features), len(lesson.labels.names)
    number = count(points)
    told: dict[str, Any] = {"counted": {"by silhouette": number.best, "by the elbow": number.elbow}}
    for method in ("kmeans", "agglomerative", "hdbscan"):
        found = clustered(points, method, None if method == "hdbscan" else many)
        against = found.against(lesson.labels)
        told[method] = {"clusters": found.many} | {
            name: round(against[name], 3) for name in ("ari", "v_measure")
        }
    return told


def _rounded(figures: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in figures.items()}


def _same(image: Image.Image, chance: Chance) -> Image.Image:
    return image


def _part(share: float, turned: bool = False, size: float = 1) -> Kind:
    """A crop of that share of each side, from anywhere."""

    def change(image: Image.Image, chance: Chance) -> Image.Image:
        image = ImageOps.mirror(image) if turned else image
        width, height = (round(side * share) for side in image.size)
        left, top = chance.integers(image.width - width + 1), chance.integers(image.height - height + 1)
        cut = image.crop((int(left), int(top), int(left) + width, int(top) + height))
        return cut.resize((round(width * size), round(height * size)))

    return Kind(change, 75)


COPIES: dict[str, tuple[Tier, Kind | None]] = {
    "same bytes": ("bytes", None),
    "recompressed (JPEG 15)": ("picture", Kind(_same, 15)),
    "scaled to 40 %": ("picture", _part(1, size=0.4)),
    "mirrored": ("picture", _part(1, turned=True)),
    "cropped to 85 % of a side": ("picture", _part(0.85)),
    "cropped to 65 % of a side": ("picture", _part(0.65)),
    "mirrored, cropped to 75 %, scaled": ("picture", _part(0.75, turned=True, size=0.7)),
    "turned and seen askew": ("object", OBJECT["seen otherwise"]),
}


def copies(folder: Path, many: int) -> dict[str, Any]:
    """Sources, their copies and all other pictures of the folder in one collection."""
    pictures = look(open_collection(folder)).paths()
    if len(pictures) < 2 * many:
        raise BadInput(f"{folder} holds {len(pictures)} pictures", f"give a folder of {2 * many} at least")
    with tempfile.TemporaryDirectory() as room:
        for row, picture in enumerate(pictures):
            source = row % (len(pictures) // many) == 0 and row // (len(pictures) // many) < many
            _hang(picture, row, Path(room), COPIES if source else {})
        looked = look(open_collection(Path(room)))
        encoder = image_encoder("vgg19-slim")
        with Clock() as clock:
            found = duplicates(looked, encoded(looked, encoder), Thresholds.of(encoder.name))
        return {"pictures": len(looked), **_judged(found, many), "search": clock.took.told()}


def _hang(picture: Path, row: int, room: Path, kinds: dict[str, tuple[Tier, Kind | None]]) -> None:
    """The name before the dash tells what is a copy of what, for the judge alone."""
    shutil.copy(picture, room / f"{row:05}-source{picture.suffix.lower()}")
    for number, (_, kind) in enumerate(kinds.values()):
        if kind is None:
            shutil.copy(picture, room / f"{row:05}-{number}{picture.suffix.lower()}")
        else:
            copied(picture, kind, 1000 + row, room / f"{row:05}-{number}.jpg")


def _judged(found: Found, many: int) -> dict[str, Any]:
    """Precision: pairs of a group that are copies of one picture. Recall: copies grouped with their source."""
    told: dict[str, Any] = {}
    for tier in TIERS:
        groups = [group for group in found.groups if group.tier == tier]
        pairs = sum(len(group.works) * (len(group.works) - 1) // 2 for group in groups)
        right = sum(_right(group) for group in groups)
        precision = round(right / pairs, 4) if pairs else None
        told[tier] = {"groups": len(groups), "pairs": pairs, "precision": precision, "recall": {}}
    for number, (name, (wanted, _)) in enumerate(COPIES.items()):
        surer = TIERS[: TIERS.index(wanted) + 1]  # what a surer tier has found is found
        hits = _hits([group for group in found.groups if group.tier in surer], number)
        told[wanted]["recall"][name] = round(hits / many, 3)
    return told


def _right(group: Group) -> int:
    sources = Counter(_source(work) for work in group.works)
    return sum(many * (many - 1) // 2 for many in sources.values())


def _hits(groups: Sequence[Group], number: int) -> int:
    """How many copies of one kind stand in a group with their source."""
    found = set()
    for group in groups:
        ids = {Path(work.id).stem for work in group.works}
        found |= {id for id in ids if id.endswith(f"-{number}") and f"{id.partition('-')[0]}-source" in ids}
    return len(found)


def _source(work: Work) -> str:
    return work.id.partition("-")[0]


@dataclass(frozen=True)
class Planted:
    looked: Looked
    vectors: Matrix
    pairs: set[tuple[int, int]]


def large(works: int, dimensions: int) -> dict[str, Any]:
    """From what is kept of every picture: no file is opened."""
    made = _planted(works, dimensions)
    with Clock() as clock:
        found = duplicates(made.looked, made.vectors, replace(Thresholds.of("vgg19-slim"), cosine=0.97))
    groups = [{int(work.id) for work in group.works} for group in found.groups if group.tier != "object"]
    pairs = {(min(ids), max(ids)) for ids in groups if len(ids) == 2}
    per = 1e6 if sys.platform != "darwin" else 1e9
    return {
        "works": works,
        "dimensions": dimensions,
        "copies": len(made.pairs),
        "recall": round(len(pairs & made.pairs) / len(made.pairs), 4),
        "precision": round(len(pairs & made.pairs) / max(1, len(groups)), 4),
        **clock.took.told(),
        "memory, GB, with what is searched": round(
            resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per, 2
        ),
    }


def _planted(works: int, dimensions: int) -> Planted:
    """Every so many works one is a copy of the one before: mirrored, cropped, or its very bytes."""
    chance = np.random.default_rng(0)
    vectors = Clustered(works, dimensions).vectors()
    greys = _clouds(works, chance)
    measures = np.ones((works, len(MEASURES)), np.float32)
    entries = [Work(str(row), f"{row}.jpg") for row in range(works)]
    files = [File(str(row), 1, 64, 64) for row in range(works)]
    pairs = set()
    for number, row in enumerate(range(EVERY, works, EVERY)):
        pairs.add((row - 1, row))
        change = _CHANGES[number % len(_CHANGES)]
        greys[row] = change(greys[row - 1])
        if change is _again:
            files[row], vectors[row] = files[row - 1], vectors[row - 1]
        else:  # the features of a copy are a little moved
            vectors[row] = _unit(vectors[row - 1] + 0.25 * _unit(chance.standard_normal(dimensions)))
    looked = Looked(Gallery(Path("made up"), entries), entries, files, Fingerprints(greys, measures), {})
    return Planted(looked, vectors, pairs)


def _clouds(works: int, chance: Chance) -> Grey:
    """Blotches of several sizes, as different from each other as pictures are."""
    greys = np.empty((works, SIDE, SIDE), np.uint8)
    for row in range(works):
        layers = [
            np.asarray(
                Image.fromarray(chance.integers(0, 256, (n, n), np.uint8)).resize((SIDE, SIDE)), np.float32
            )
            / n
            for n in (4, 8, 16, 32)
        ]
        sum_ = np.sum(layers, 0)
        greys[row] = 255 * (sum_ - sum_.min()) / np.ptp(sum_)
    return greys


def _mirror(grey: Grey) -> Grey:
    return grey[:, ::-1]


def _crop(grey: Grey) -> Grey:
    return np.asarray(Image.fromarray(grey).crop((6, 8, 58, 60)).resize((SIDE, SIDE)))


def _again(grey: Grey) -> Grey:
    return grey


_CHANGES = (_mirror, _crop, _again)


def _unit(vector: NDArray[Any]) -> NDArray[np.float32]:
    return np.asarray(vector / np.linalg.norm(vector), np.float32)
