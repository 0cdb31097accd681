"""Training: how long it takes at SemArt's size, and what the stock plan is worth beside the thesis's.

python -m scripts.bench.train [time] [course] [folds --gallery DIR --weights FILE]

time     ten epochs on 19,000 works with SemArt's vocabularies and made-up features of 2048 numbers
course   a made-up SemArt of 5,000 works: the thesis's ten epochs as in its Table 2, and the other plans beside them
folds    described works of a folder and a MobileNetV2's features, in five folds: every work is judged once, among the
         others of its fold, by a model that saw neither; when to stop is told by a tenth of what is learned from
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from ground.errors import BadGallery
from retrieval.evaluation import Figures, Ranks, ranks_of_pictures
from retrieval.gallery import Gallery
from retrieval.importing import Import, import_gallery
from retrieval.pairs import Pairs, described
from retrieval.plan import Plan
from retrieval.study import encode
from retrieval.training import Training
from scripts.bench.mobilenet import TensorflowMobileNet
from scripts.bench.semart import SemArt, part
from scripts.hardware import hardware

MADE_UP = ("made up", "0" * 64)  # the picture encoder of features that no encoder made
FOLDS = 5
LIMIT = 90.0  # seconds for ten epochs

Found = TypeVar("Found")


@dataclass(frozen=True)
class Timing:
    plan: str
    works: int
    words: tuple[int, int]  # of the titles and of the descriptions
    seconds: float  # for ten epochs, each with its validation
    limit: float = LIMIT


@dataclass(frozen=True)
class Course:
    """A plan's epochs on the validation, and what its best is worth on the test."""

    plan: str
    epochs: list[dict[str, float]]
    test: dict[str, Any]


@dataclass(frozen=True)
class Folds:
    plan: str
    figures: dict[str, Any]
    gain: float  # in R@10 over the reference sampling
    gain_interval: tuple[float, float]


LARGE = SemArt(works=21_138, features=2048)  # nineteen thousand to learn from
MIDDLING = SemArt(works=5000, noise=1.5)
SMALL = SemArt(
    works=500, description_words=600, title_words=300, features=128, noise=1.5
)  # shows that it works


def figures(quick: bool = False) -> dict[str, Any]:
    large, middling = (SMALL, SMALL) if quick else (LARGE, MIDDLING)
    return {
        "time": [asdict(each) for each in timed(large)],
        "course": [asdict(each) for each in courses(middling)],
    }


def timed(made: SemArt) -> list[Timing]:
    train, validation, _ = _dealt(made)
    return [_timed(name, plan, train, validation) for name, plan in _plans(epochs=10, patience=0).items()]


def _timed(name: str, plan: Plan, train: Pairs, validation: Pairs) -> Timing:
    training = Training(plan, train, validation, MADE_UP)
    seconds = sum(epoch.seconds for epoch in training)
    words = training.text_encoder
    return Timing(
        name, len(train), (len(words.titles.words), len(words.descriptions.words)), round(seconds, 1)
    )


def courses(made: SemArt) -> list[Course]:
    train, validation, test = _dealt(made)
    return [_course(name, plan, train, validation, test) for name, plan in _plans(epochs=10).items()]


def _course(name: str, plan: Plan, train: Pairs, validation: Pairs, test: Pairs) -> Course:
    training = Training(plan, train, validation, MADE_UP)
    epochs = [{"epoch": epoch.number, **epoch.figures} for epoch in training]
    return Course(name, epochs, Figures.of(ranks_of_pictures(training.space(), test)).as_json())


def _plans(**stock: Any) -> dict[str, Plan]:
    return {
        "thesis": Plan.named("thesis"),
        "stock": Plan.named("stock", **stock),
        "stock, InfoNCE": Plan.named("stock", loss="info-nce", **stock),
    }


def _dealt(made: SemArt) -> tuple[Pairs, Pairs, Pairs]:
    """A twentieth for the validation and a twentieth for the test, as in SemArt."""
    pairs, held = made.pairs(), made.works // 20
    order = np.random.default_rng(made.seed).permutation(len(pairs))
    return part(pairs, order[2 * held :]), part(pairs, order[:held]), part(pairs, order[held : 2 * held])


def folded(source: Path, weights: Path) -> list[Folds]:
    """All plans on the same features and folds; the thesis's too may learn for as long as it gets better."""
    pairs = _read(source, weights)
    long = {"epochs": 200, "patience": 40}
    plans = {
        "thesis, 10 epochs": Plan.named("thesis"),
        "thesis, up to 200 epochs": Plan.named("thesis", **long),
        "stock, reference sampling": Plan.named("stock", sampling="thesis", batch=28, **long),
        "stock": Plan.named("stock"),
        "stock, InfoNCE": Plan.named("stock", loss="info-nce"),
    }
    ranks = {name: _joined(_judged(plan, pairs)) for name, plan in plans.items()}
    reference = ranks["thesis, up to 200 epochs"]
    return [_compared(name, each, reference) for name, each in ranks.items()]


def _read(source: Path, weights: Path) -> Pairs:
    """The described works of a gallery, or of any folder that can be imported as one."""
    encoder = TensorflowMobileNet(weights)
    with tempfile.TemporaryDirectory() as folder:
        try:
            gallery = Gallery.open(source)
        except BadGallery:
            import_gallery(
                Import("folder", source, Path(folder) / "gallery", in_place=True, described_only=True)
            )
            gallery = Gallery.open(Path(folder) / "gallery")
        works = [work for work in described(gallery.works) if work.description]
        return encode(gallery, {"all": works}, encoder, views=4)["all"]


def _judged(plan: Plan, pairs: Pairs) -> Iterator[Ranks]:
    order = np.random.default_rng(0).permutation(len(pairs))
    for fold in range(FOLDS):
        test = order[fold::FOLDS]
        rest = np.delete(order, slice(fold, None, FOLDS))
        nested = len(rest) // 10
        training = Training(plan, part(pairs, rest[nested:]), part(pairs, rest[:nested]), MADE_UP)
        for _ in training:
            pass
        yield ranks_of_pictures(training.space(), part(pairs, test))


def _joined(ranks: Iterator[Ranks]) -> Ranks:
    each = list(ranks)
    above, equal = (np.concatenate([getattr(one, name) for one in each]) for name in ("above", "equal"))
    return Ranks(above, equal, max(one.gallery for one in each))


def _compared(name: str, ranks: Ranks, reference: Ranks) -> Folds:
    """The gain's interval is that of the difference work by work: both were asked the same."""
    gains = ranks.recall(10) - reference.recall(10)
    rng = np.random.default_rng(0)
    drawn = gains[rng.integers(len(gains), size=(2000, len(gains)))].mean(axis=1)
    low, high = np.percentile(drawn, (2.5, 97.5))
    return Folds(name, Figures.of(ranks).as_json(), float(gains.mean()), (float(low), float(high)))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "parts", nargs="*", default=[], help="time, course, folds; all that can be, unless named"
    )
    parser.add_argument("--gallery", type=Path, metavar="DIR", help="described works, for the folds")
    parser.add_argument("--weights", type=Path, metavar="FILE", help="MobileNetV2's weights, for the folds")
    asked = parser.parse_args(arguments)
    parts = asked.parts or ["time", "course", *(["folds"] if asked.gallery and asked.weights else [])]
    found: dict[str, Any] = {"hardware": hardware()}
    if "time" in parts:
        found["time"] = [asdict(each) for each in _told(timed(LARGE), _timing_lines)]
    if "course" in parts:
        found["course"] = [asdict(each) for each in _told(courses(MIDDLING), _course_lines)]
    if "folds" in parts:
        if not (asked.gallery and asked.weights):
            parser.error("folds needs --gallery and --weights")
        found["folds"] = [asdict(each) for each in _told(folded(asked.gallery, asked.weights), _fold_lines)]
    print(json.dumps(found, indent=1))


def _told(found: list[Found], lines: Callable[[list[Found]], Iterator[str]]) -> list[Found]:
    for line in lines(found):
        print(line, file=sys.stderr)
    print(file=sys.stderr)
    return found


def _timing_lines(timings: list[Timing]) -> Iterator[str]:
    yield f"{'ten epochs':<28}{'works':>8}{'words':>16}{'seconds':>10}{'limit':>8}"
    for each in timings:
        words = " + ".join(f"{many:,}" for many in each.words)
        yield f"{each.plan:<28}{each.works:>8,}{words:>16}{each.seconds:>10.1f}{each.limit:>8.0f}"


def _course_lines(courses: list[Course]) -> Iterator[str]:
    """The validation's R@10 epoch by epoch, and the test's figures."""
    yield f"{'R@10 after epoch':<28}" + "".join(f"{number:>6}" for number in range(1, 11))
    for each in courses:
        yield f"{each.plan:<28}" + "".join(f"{epoch['recall_at_10']:6.2f}" for epoch in each.epochs)
    yield _heading(f"test, {courses[0].test['gallery']} works")
    yield from (_row(each.plan, each.test) for each in courses)


def _fold_lines(folds: list[Folds]) -> Iterator[str]:
    first = folds[0].figures
    yield (
        _heading(f"{first['queries']} works, {first['gallery']} a fold")
        + "   R@10 over the reference sampling"
    )
    for each in folds:
        low, high = each.gain_interval
        yield f"{_row(each.plan, each.figures)}   {each.gain:+.3f} [{low:+.3f}, {high:+.3f}]"


def _heading(title: str) -> str:
    return f"{title:<28}{'MR':>18}{'R@1':>19}{'R@5':>19}{'R@10':>19}"


def _row(name: str, figures: dict[str, Any]) -> str:
    shown = [f"{figures['median_rank']:>5g} {_interval(figures, 'median_rank', '4.1f'):>12}"]
    for k in (1, 5, 10):
        shown.append(f"{figures[f'recall_at_{k}']:>7.3f} {_interval(figures, f'recall_at_{k}', '.2f'):>11}")
    return f"{name:<28}{''.join(shown)}"


def _interval(figures: dict[str, Any], name: str, form: str) -> str:
    low, high = figures["intervals"][name]
    return f"[{low:{form}}, {high:{form}}]"


if __name__ == "__main__":
    main()
