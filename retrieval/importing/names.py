"""Names of people, as tables and files spell them, in the order and the capitals that people use."""

import re

# Lower case within a name, unless it begins with them.
_PARTICLES = {
    *(
        "a",
        "af",
        "al",
        "and",
        "da",
        "dal",
        "dalle",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "dell",
        "della",
        "delle",
    ),
    *(
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "il",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "of",
    ),
    *("the", "ten", "ter", "van", "von", "y", "zu", "zum", "zur"),
}
_NUMERAL = re.compile("[ivx]+")
_RANK = re.compile(r"(.*?)(?: ?(the (?:Elder|Younger)|[IVX]+))?")


def person(name: str) -> str:
    """ "vincent-van-gogh" is Vincent van Gogh; a name that has capitals keeps them."""
    words = re.sub(r"[\s_-]+", " ", name).strip()
    return _capitalised(words) if words.islower() else words


def in_order(name: str) -> str:
    """ "RUYSDAEL, Salomon van" is Salomon van Ruysdael; "TENIERS, David the Younger" keeps his place."""
    last, _, first = name.partition(", ")
    if last.startswith("UNKNOWN"):
        return f"{person(last.lower())}, {first}".rstrip(", ")
    family = " ".join(_capitalised(word) if word.isupper() else word for word in last.split())
    family = family[:1].upper() + family[1:]
    rank = _RANK.fullmatch(first)
    parts = (rank[1], family, rank[2]) if rank else (first, family)
    return " ".join(part for part in parts if part)


def _capitalised(words: str) -> str:
    many = words.lower().split()
    return " ".join(_part(word, first=i == 0 and len(many) > 1) for i, word in enumerate(many))


def _part(word: str, first: bool) -> str:
    if _NUMERAL.fullmatch(word):
        return word.upper()
    if word in _PARTICLES and not first:
        return word
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word).replace("'S", "'s")
