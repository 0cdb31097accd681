"""Tokens: how a text falls apart into words to learn, and how words become a sentence again.

seed    as the thesis of the seeds' captioners has it: lower case, no word under two letters, no numbers, no marks
prose   the same, but one-letter words, commas and the ends of sentences stay, so that what is written reads well
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

Rule = Literal["seed", "prose"]

MARKS = {",": ",", ";": ",", ":": ",", ".": ".", "!": ".", "?": "."}  # what each becomes in prose
_WORD = re.compile(r"[^\W_]+")
_WORD_OR_MARK = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:.!?]")


def tokens(text: str, rule: Rule = "seed") -> list[str]:
    if rule == "seed":
        found = _WORD.findall(_lower(text))
        return [word for word in found if len(word) > 1 and word.isalpha()]
    return _tidy(_prose(_lower(text)))


def sentence(words: Sequence[str], forms: Mapping[str, str] | None = None) -> str:
    """Words as a text that begins with a capital and ends with a full stop; `forms` are `usual_forms`."""
    text, begins = "", True
    for word in _tidy(words):
        if word in (",", "."):
            text += word
        else:
            shown = (forms or {}).get(word, word)
            text += (" " if text else "") + (shown[:1].upper() + shown[1:] if begins else shown)
        begins = word == "."
    return f"{text}." if text else ""


def usual_forms(texts: Iterable[str]) -> dict[str, str]:
    """Words that are mostly written otherwise than in lower case where no sentence begins: names, above all."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        begins = True
        for word in _WORD_OR_MARK.findall(unicodedata.normalize("NFC", text)):
            if not begins and word not in MARKS:
                seen[word.lower()][word] += 1
            begins = MARKS.get(word) == "."
    usual = {word: forms.most_common(1)[0][0] for word, forms in sorted(seen.items())}
    return {word: form for word, form in usual.items() if form != word}


def _lower(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().replace("’", "'")


def _prose(text: str) -> Iterator[str]:
    for word in _WORD_OR_MARK.findall(text):
        if word in MARKS:
            yield MARKS[word]
        elif not any(letter.isdigit() for letter in word):
            yield word


def _tidy(words: Iterable[str]) -> list[str]:
    """No mark at either end, and of several in a row the last."""
    kept: list[str] = []
    for word in words:
        if word in MARKS and (not kept or kept[-1] in MARKS):
            kept[-1:] = [word] if kept else []
        else:
            kept.append(word)
    return kept[:-1] if kept and kept[-1] in MARKS else kept
