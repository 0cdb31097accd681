"""The health of a collection: what is the matter with which work, and how that was seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from curation.fingerprint import MEASURES, Fingerprints
from curation.looking import Looked
from curation.texts import Misfit, Text, misfits
from ground.errors import BadQuery
from retrieval.joint import JointSpace
from retrieval.vectors import Matrix
from retrieval.work import Work

SMALL = 256  # pixels of the short side: what networks look at, and little to paint from
NARROW = 2.5  # times as long as wide
EVEN, DIM = 0.02, 0.35  # contrast of a blank picture; lights of a dark one: a fire at night is none
SOFT = 0.33  # sharpness; the softest of 500 sharp pictures has .36, the sharpest of 200 blurred by two pixels .30


@dataclass(frozen=True)
class Flag:
    work: Work
    fault: str
    detail: str
    value: float | None = None

    def as_json(self) -> dict[str, Any]:
        return {
            "work": self.work.id,
            "file": self.work.file,
            **{k: v for k, v in asdict(self).items() if k != "work"},
        }


@dataclass(frozen=True)
class Health:
    works: int
    flags: list[Flag]
    remarks: list[str]  # what could not be judged, and why

    @property
    def counts(self) -> dict[str, int]:
        return {fault: sum(flag.fault == fault for flag in self.flags) for fault in FAULTS}

    def as_json(self) -> dict[str, Any]:
        flags = [flag.as_json() for flag in self.flags]
        return {"works": self.works, "counts": self.counts, "flags": flags, "remarks": self.remarks}


# In the order in which they are told: what is worse comes first.
FAULTS: Mapping[str, str] = {
    "unreadable": "The file is missing, damaged, or no picture.",
    "blank": "Nothing is to be seen.",
    "blurred": "No detail is left, even at the size that networks look at.",
    "dark": "Hardly any light.",
    "tiny": f"Fewer than {SMALL} pixels on the short side.",
    "odd shape": f"More than {NARROW:g} times as long as wide.",
    "wrong text": "The text fits another picture far better.",
    "missing text": "Nothing says what is to be seen.",
}


def health(looked: Looked, space: JointSpace | None = None, seen: Matrix | None = None) -> Health:
    """Whether texts fit is judged where a joint space is given, and the pictures as vectors of it."""
    works = looked.gallery.works
    flags = [*_unreadable(looked), *_pictures(looked)]
    remarks = []
    if any(work.told.title or work.told.description for work in works):
        flags += [Flag(work, "missing text", _lacking(work)) for work in works if _lacking(work)]
        if space is not None and seen is not None:
            wrong = _wrong_texts(looked, space, seen)
            flags += wrong or []
            remarks += [UNJUDGED] if wrong is None else []
    else:
        remarks.append("No work has a text, so texts were not judged.")
    order = {fault: place for place, fault in enumerate(FAULTS)}
    return Health(len(works), sorted(flags, key=lambda flag: order[flag.fault]), remarks)


UNJUDGED = "Whether texts fit was not judged: there are too few, or the joint model does not know such texts."


def _unreadable(looked: Looked) -> Iterator[Flag]:
    for work in looked.gallery.works:
        if work.id in looked.faults:
            yield Flag(work, "unreadable", looked.faults[work.id])


def _pictures(looked: Looked) -> Iterator[Flag]:
    """A blank picture is neither blurred nor dark besides."""
    for row, work in enumerate(looked.works):
        size = looked.files[row]
        seen = looked.prints.only([row])
        faults = list(_faults(seen))
        if min(size.width, size.height) < SMALL:
            faults.append(("tiny", f"{size.width} x {size.height} pixels", min(size.width, size.height)))
        yield from (Flag(work, *fault) for fault in faults)


def _faults(seen: Fingerprints) -> Iterator[tuple[str, str, float]]:
    told: dict[str, float] = {name: float(seen.measure(name)[0]) for name in MEASURES}
    shape = max(told["aspect"], 1 / told["aspect"])
    if told["contrast"] < EVEN:
        yield "blank", f"contrast {told['contrast']:.3f}", told["contrast"]
    else:
        if told["sharpness"] < SOFT:
            yield "blurred", f"sharpness {told['sharpness']:.2f}", told["sharpness"]
        if (lights := told["highlight"]) < DIM:
            yield "dark", f"lights {lights:.2f}, mean brightness {told['brightness']:.2f}", lights
    if shape > NARROW:
        yield "odd shape", f"{shape:.1f} to 1", shape


def _lacking(work: Work) -> str:
    shown = work.told
    title, description = shown.title.strip(), "".join((shown.description, *shown.other_descriptions)).strip()
    if not (title or description):
        return "neither title nor description"
    return "" if title and description else f"no {'description' if title else 'title'}"


def _wrong_texts(looked: Looked, space: JointSpace, seen: Matrix) -> list[Flag] | None:
    rows = [row for row, work in enumerate(looked.works) if _understood(space, work)]
    if not rows:
        return None
    told = [Text.of(looked.works[row]) for row in rows]
    texts = space.embed_texts([text.title for text in told], [text.description for text in told])
    found = misfits(texts, seen[rows])
    if found is None:
        return None
    return [_wrong(looked.works, rows, each) for each in found]


def _wrong(works: Sequence[Work], rows: Sequence[int], found: Misfit) -> Flag:
    other = works[rows[found.other]]
    detail = f"cosine {found.own:.2f} with its own picture, {found.better:.2f} with that of {other.title or other.id}"
    return Flag(works[rows[found.row]], "wrong text", detail, found.own)


def _understood(space: JointSpace, work: Work) -> bool:
    try:
        space.embed_words([work.told.title], [work.told.description])
    except BadQuery:
        return False
    return True
