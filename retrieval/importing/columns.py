"""Columns: which column of somebody's table holds which field of a work."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

# In order of preference: what stands first is taken, and the others are kept as `extra`. The names are those
# of SemArt, WikiArt's tables, the Met, Cleveland, Chicago and SMK, and their Spanish forms.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "file": (
        *(
            "file",
            "image file",
            "file name",
            "filename",
            "image",
            "image name",
            "image path",
            "image filename",
        ),
        *(
            "path",
            "file path",
            "filepath",
            "relative path",
            "picture",
            "img",
            "img path",
            "photo",
            "thumbnail",
        ),
        *("imagen", "archivo", "image url", "images web url", "primary image", "image id"),
    ),
    "title": (
        *(
            "title",
            "titles",
            "work title",
            "artwork title",
            "painting title",
            "painting name",
            "artwork",
            "name",
        ),
        *("painting", "label", "titulo"),
    ),
    "description": (
        *("description", "descriptions", "caption", "captions", "text", "long text", "wall description"),
        *("short description", "summary", "comment", "descripcion", "texto"),
    ),
    "artist": (
        *(
            "artist",
            "artist display name",
            "artist name",
            "author",
            "creator",
            "creators",
            "painter",
            "maker",
        ),
        *("artist title", "artist display", "autor", "artista", "pintor"),
    ),
    "date": (
        *(
            "date",
            "object date",
            "creation date",
            "date display",
            "year",
            "completion year",
            "completitionyear",
        ),
        *("completion", "date created", "dated", "object end date", "fecha", "ano"),
    ),
    "technique": ("technique", "medium", "medium display", "media", "material", "materials", "tecnica"),
    "style": (
        "style",
        "styles",
        "style title",
        "movement",
        "art movement",
        "estilo",
        "genre",
        "genres",
        "class",
    ),
    "school": (
        "school",
        "culture",
        "nationality",
        "artist nationality",
        "country",
        "place of origin",
        "escuela",
    ),
    "timeframe": ("timeframe", "time frame", "period", "century", "epoca"),
    "source": ("source", "museum", "gallery", "institution", "repository", "collection", "museo"),
    "licence": ("licence", "license", "rights", "share license status", "copyright", "licencia"),
    "credit": ("credit", "credit line", "creditline", "credits"),
    "page": ("page", "url", "link", "link resource", "page url", "landing page", "web page", "api link"),
    "split": ("split", "subset", "partition", "set"),
    "text_by": ("text by",),
    "other_descriptions": ("other descriptions",),
}
# Where no column names the pictures, their files may be called by the work's number.
NUMBERS = ("id", "object id", "objectid", "accession number", "object number", "number", "artwork id", "ids")
SPLITS = {
    **dict.fromkeys(("train", "training", "trn", "tr"), "train"),
    **dict.fromkeys(("validation", "val", "valid", "dev"), "validation"),
    **dict.fromkeys(("test", "testing", "tst", "te"), "test"),
}


def plain(name: str) -> str:
    """A header as it is compared: lower case, no accents, words parted by single spaces."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall("[a-z0-9]+", letters))


def known(columns: Sequence[str]) -> int:
    """How many fields of a work these columns hold: the right delimiter gives the most."""
    return len(matched(columns)) + any(plain(column) in NUMBERS for column in columns)


def matched(columns: Sequence[str]) -> dict[str, str]:
    """For each field of a work that is there, its column."""
    by_name = {plain(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for field, names in SYNONYMS.items():
        for name in names:
            if name in by_name and by_name[name] not in found.values():
                found[field] = by_name[name]
                break
    return found


def naming(columns: Sequence[str]) -> list[str]:
    """The columns that may name the pictures, the likeliest first."""
    by_name = {plain(column): column for column in reversed(columns)}
    likely = [by_name[name] for name in (*SYNONYMS["file"], *NUMBERS) if name in by_name]
    return list(dict.fromkeys([*likely, *columns]))
