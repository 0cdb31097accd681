"""Attributes: what can be told of a picture apart from its caption, one value of several, and the words that name it.

They are written in a JSON file:

    {"kind": {"values": {"banner": ["banner", "banners"], "card": ["card", "cards"]}},
     "corners": {"of": ["kind", "card"], "values": {"round": ["rounded", "round"], "square": ["square"]}}}

An attribute `of` a kind of picture is asked of such pictures alone, by a classifier that has seen no others, as in the
seed of 2021. A work's value is what its catalogue has in the column of that name; else what its own texts name.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from captioning.material import texts
from captioning.tokens import tokens
from ground.errors import BadInput
from retrieval.work import Work

SHAPE = 'write it as {"NAME": {"values": {"VALUE": ["word", ...], ...}}, ...}'


@dataclass(frozen=True)
class Attribute:
    name: str
    values: Mapping[str, tuple[str, ...]]  # each with the words that name it, the one to say first
    of: tuple[str, str] | None = None  # the attribute and the value that a picture must have to be asked

    def named_in(self, words: Iterable[str]) -> Counter[str]:
        """How many words name each value; a word is whole or it is another word."""
        return Counter(self.value_of[word] for word in words if word in self.value_of)

    @property
    def value_of(self) -> dict[str, str]:
        return {word: value for value, words in self.values.items() for word in words}

    def value(self, work: Work) -> str | None:
        """A work's value, where it is known without a doubt."""
        told = work.row().get(self.name, "").strip().casefold()
        if told:
            return next((value for value in self.values if value.casefold() == told), None)
        counted = self.named_in(word for text in (work.title, *texts(work)) for word in tokens(text))
        best = counted.most_common(2)
        return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None

    def as_json(self) -> dict[str, Any]:
        values = {value: list(words) for value, words in self.values.items()}
        return {**({"of": list(self.of)} if self.of else {}), "values": values}


def read(file: Path) -> list[Attribute]:
    try:
        document = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadInput(
            f"the attributes {file} cannot be read ({error.strerror})", "give a JSON file"
        ) from error
    except ValueError as error:
        raise BadInput(f"the attributes {file} are no JSON ({error})", SHAPE) from error
    return of_json(document, str(file))


def of_json(document: Any, where: str) -> list[Attribute]:
    """The attributes of a document; those that hang on another come after it."""
    try:
        found = [_attribute(name, told) for name, told in document.items()]
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise BadInput(f"{where} holds no attributes ({error})", SHAPE) from error
    known: dict[str, Attribute] = {}
    for each in found:
        if len(each.values) < 2:
            raise BadInput(
                f"the attribute {each.name} in {where} has not two values", "give it another, or leave it out"
            )
        if each.of and each.of[1] not in (known[each.of[0]].values if each.of[0] in known else ()):
            raise BadInput(
                f"the attribute {each.name} in {where} is of {'='.join(each.of)}, which does not stand before it",
                "write that attribute and value first",
            )
        known[each.name] = each
    return found


def _attribute(name: str, told: Mapping[str, Any]) -> Attribute:
    values = {str(value): _words(value, words) for value, words in told["values"].items()}
    of = told.get("of")
    return Attribute(name, values, (str(of[0]), str(of[1])) if of else None)


def _words(value: str, words: Sequence[str]) -> tuple[str, ...]:
    """As tokens are: lower case. A value that no word is given for is named by itself."""
    if isinstance(words, str):
        raise ValueError(f"the words of {value} are no list")
    return tuple(str(word).lower() for word in words or [value])
