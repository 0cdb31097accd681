"""Consistency: a caption that says nothing against the picture's attributes.

A beam that agrees comes before one that does not. Where none does, the one wrong word of the best is changed, and
said to be; where more than one is wrong, the caption is left as it is. Words are changed whole: "square" in "squares"
is another word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from captioning.attributes import Attribute
from captioning.traits import Trait

Words = tuple[str, ...]

SURE = 0.85  # an attribute less sure than this changes no word


@dataclass(frozen=True)
class Fault:
    place: int
    right: str  # the word that would agree


def faults(words: Words, traits: Sequence[Trait], attributes: Sequence[Attribute]) -> list[Fault]:
    """The words that name another value of an attribute than the picture's, where none names its own."""
    by_name = {each.name: each for each in attributes}
    return [
        fault
        for trait in traits
        if trait.name in by_name and not by_name[trait.name].named_in(words)[trait.value]
        for fault in _against(words, trait.value, by_name[trait.name])
    ]


def agreeing(
    captions: Sequence[Words], traits: Sequence[Trait], attributes: Sequence[Attribute]
) -> tuple[int, Words, tuple[str, ...]]:
    """Which of the captions, the best first, what it says now, and the words that were put right in it."""
    sure = [trait for trait in traits if trait.confidence >= SURE]
    wrong = [faults(words, sure, attributes) for words in captions]
    for place, found in enumerate(wrong):
        if not found:
            return place, captions[place], ()
    if len(wrong[0]) == 1:
        [fault] = wrong[0]
        words = (*captions[0][: fault.place], fault.right, *captions[0][fault.place + 1 :])
        return 0, words, (fault.right,)
    return 0, captions[0], ()


def _against(words: Words, value: str, attribute: Attribute) -> Iterator[Fault]:
    """The right word takes the wrong one's place in its own list: "banners" becomes "cards", not "card"."""
    own = attribute.values[value]
    for place, word in enumerate(words):
        other = attribute.value_of.get(word)
        if other is not None and other != value:
            forms = attribute.values[other]
            rank = forms.index(word)
            yield Fault(place, own[rank] if len(own) == len(forms) else own[0])


def agreement(words: Words, traits: Sequence[Trait], attributes: Sequence[Attribute]) -> float:
    """From -1, where the words contradict every attribute, to 1, where they name each as it is."""
    by_name = {each.name: each for each in attributes}
    named = [(trait, by_name[trait.name].named_in(words)) for trait in traits if trait.name in by_name]
    right = sum(trait.confidence for trait, found in named if found[trait.value])
    wrong = sum(trait.confidence for trait, found in named if found and not found[trait.value])
    return (right - wrong) / len(named) if named else 0.0
