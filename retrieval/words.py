"""Words: how a text falls apart into them, and the ones that say nothing about a picture."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]{2,}")

# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})

# The closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries, and what tokenising
# leaves of "don't" and "we'll"; the particles of names, which would pass for words in a query that is not English;
# and Spanish ones that are no English words.
# scikit-learn's own list will not do: it also drops fire, mill, cry, thick and side.
_STOP_WORDS = """
the an this that these those such same other another each every either neither both all any some none no nor not
few many much more most less least several own only very too also just quite rather so than then as if else
me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
herself it its itself they them their theirs themselves one ones oneself who whom whose which what whatever
whichever whoever when whenever where wherever why how here there
and or but because since although though while whereas unless until whether yet
of in on at to by for from with without within into onto upon out off up down over under above below between
among amongst through throughout during before after against about around across along toward towards per via
am is are was were be been being do does did doing done have has had having can could shall should will would
may might must ought let lets cannot
again once ever never always often perhaps however therefore thus hence already
don didn doesn isn aren wasn weren hasn haven hadn couldn shouldn wouldn mustn needn mightn shan won ain ll ve re
de la le les du des el los las del di da della dei van von der den het en et und
un una unos unas que con por para desde hasta hacia se su sus al lo esta estos estas muy puede pueden
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def fold(text: str) -> str:
    """Lower case, without accents: `É` and `e` are one letter, `ß` is `ss`."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_PLAIN)


def all_words(text: str) -> list[str]:
    """Every run of two letters or more, folded; "still-life" is two."""
    return _WORD.findall(fold(text))


def words(text: str) -> list[str]:
    """The words that may say something about a picture, in their order."""
    return [word for word in all_words(text) if word not in STOP_WORDS]


def stem(word: str) -> str:
    """The word without its English inflection, roughly: a key that tulip, tulips and boat, boating share."""
    word = _singular(word)
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and re.search("[aeiouy]", rest):
            return _undoubled(rest).removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ses", "xes", "zes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(word: str) -> str:
    return word[:-1] if word[-1] == word[-2] and word[-1] not in "lsz" else word


def distance(one: str, other: str) -> int:
    """How many letters to insert, leave out, replace or swap with their neighbour to get from one to the other.

    Damerau (1964), each letter touched once at most.
    """
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, (above, diagonal) in enumerate(zip(rows[-1][1:], rows[-1], strict=False), 1):
            row.append(min(above + 1, row[-1] + 1, diagonal + (letter != other[j - 1])))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                row[j] = min(row[j], rows[-2][j - 2] + 1)
        rows.append(row)
    return rows[-1][-1]


def halves(word: str, least: int) -> list[tuple[str, str]]:
    """The ways to cut a word in two of at least `least` letters."""
    return [(word[:cut], word[cut:]) for cut in range(least, len(word) - least + 1)]
