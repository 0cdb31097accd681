"""WikiArt in its common layouts: folders of styles with `artist_title-year.jpg`, a table, or both.

The table may be Kaggle's `classes.csv` (filename, artist, genre, description...), the numbered classes of
`wclasses.csv` and `style_train.csv`, or any with columns like artist, style, genre, title and date.
"""

import re
from pathlib import Path

from retrieval.importing.columns import SPLITS
from retrieval.importing.folder import scan_pictures, usable_tables
from retrieval.importing.names import person
from retrieval.importing.pictures import Finder, Tree, spelled
from retrieval.importing.scan import Candidate, Scan

RIGHTS = {"source": "WikiArt", "licence": "non-commercial research only", "credit": "WikiArt"}
# Folders that only hold the collection together; every other one is named for what is in it.
_HOLDERS = re.compile(
    r"(wiki ?art|images?|img|imgs|pictures?|paintings?|data(set)?|jpe?gs?|resized|raw|all|\d+)+"
)
_YEAR = re.compile(
    r"(?P<title>.*?)(?:^|[-_ ,(]+)(?:c(?:irca|a)?[-_. ]*)?(?P<year>1\d{3}|20[0-2]\d)"
    r"(?:[-_ ]+(?P<until>1\d{3}|20[0-2]\d))?\)?(?:[-_ ]\d{1,2}|[-_ ]?\(\d{1,2}\))?"
)
_ONLY_YEAR = re.compile(r"(c(irca|a)?[-.]?)?\d{4}(-\d{1,4})?")
_NUMBER = re.compile(r"\d+(\.0)?")
_LIST = re.compile(r"\[.*\]")

Fields = dict[str, str]


def scan_wikiart(folder: Path, tree: Tree) -> Scan:
    scan = Scan("wikiart", folder)
    finder = Finder(tree)
    scan_pictures(scan, tree, finder, usable_tables(scan, tree, finder), told_by_path, _mend)
    return scan


def told_by_path(path: Path) -> Fields:
    """Style, artist, title and year as a picture's folders and name tell them."""
    folders = [spelled(part) for part in path.parts[:-1]]
    split = next((SPLITS[name.lower()] for name in folders if name.lower() in SPLITS), "")
    kinds = [name for name in folders if name.lower() not in SPLITS and not _HOLDERS.fullmatch(name.lower())]
    name = spelled(path.stem)
    artist, rest = _parted(name, kinds)
    if kinds and _slug(kinds[-1]) == _slug(artist):
        kinds.pop()  # the folder of an artist, not of a style
    title, year = _dated(rest)
    style = _words(kinds[0]) if kinds else ""
    return {**RIGHTS, "style": style, "artist": person(artist), "title": title, "date": year, "split": split}


def _parted(name: str, folders: list[str]) -> tuple[str, str]:
    """The artist and the rest: parted by the first underscore, or where the artist's folder says.

    Names whose words are parted by underscores too ("vincent_van_gogh_the-night-cafe") end where the first
    hyphen begins the title, or before the last part.
    """
    for folder in reversed(folders):
        if _slug(name).startswith(f"{_slug(folder)}-"):
            known = len(_slug(folder).split("-"))
            return folder, "-".join(re.split(r"[\s_-]+", name)[known:])
    parts = [part for part in name.split("_") if part]
    if len(parts) < 2:
        return "", name
    undated = [part for part in parts if not _ONLY_YEAR.fullmatch(part)] or parts
    if "-" in parts[0] or len(undated) <= 2:
        return parts[0], "-".join(parts[1:])
    title = next((i for i, part in enumerate(undated) if "-" in part), len(undated) - 1)
    return "_".join(parts[:title]), "-".join(parts[title:])


def _dated(slug: str) -> tuple[str, str]:
    """Title and year; a work that is called by its year keeps it for a title, a mere number is none."""
    found = _YEAR.fullmatch(slug)
    if slug.replace("_", "-").startswith(
        "not-detected"
    ):  # what WikiArt's files are called for want of a title
        return "", found["year"] if found else ""
    if not found:
        return _sentence(slug) if re.search(r"[^\W\d]", slug) else "", ""
    year = found["year"] + (f"-{found['until']}" if found["until"] else "")
    return _sentence(found["title"] or slug), year


def _sentence(slug: str) -> str:
    words = _words(slug)
    return words[:1].upper() + words[1:]


def _words(slug: str) -> str:
    return re.sub(r"[\s_-]+", " ", slug).strip()


def _slug(text: str) -> str:
    return re.sub(r"[\s_-]+", "-", text.casefold()).strip("-")


def _mend(candidate: Candidate) -> None:
    """WikiArt's tables hold lists, class numbers and slugs; what those do not tell is left to the path."""
    fields, extra = candidate.fields, candidate.extra
    for name in ("artist", "style", "title"):
        value = _plain_list(fields.get(name, ""))
        if _NUMBER.fullmatch(value):
            extra[f"{name}_class"], value = value, ""
        fields[name] = value
    if " " not in fields.get(
        "description", " "
    ):  # Kaggle's `description` is the title and the year as a slug
        title, year = _dated(fields.pop("description"))
        fields["title"] = fields["title"] or title
        fields["date"] = fields.get("date") or year
    fields["artist"] = person(fields["artist"])
    fields["style"] = fields["style"].replace("_", " ")


def _plain_list(text: str) -> str:
    """ "['Cubism', 'Orphism']" is Cubism, Orphism."""
    if not _LIST.fullmatch(text):
        return text
    return ", ".join(part.strip(" '\"") for part in text[1:-1].split(","))
