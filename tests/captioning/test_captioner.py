"""A captioner: saved and loaded it says the same, and not one byte of it may differ."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from captioning.attributes import of_json
from captioning.captioner import Captioner, pooled
from captioning.traits import Traits
from ground.errors import BadWeights
from retrieval.work import Work
from tests.captioning import made

SEEN = made.seen(range(12), seed=5)


def said(captioner: Captioner) -> list[list[str]]:
    confidences = captioner.confidences(SEEN)
    return [[each.text for each in found] for found in captioner.candidates(SEEN, confidences, beam=2)]


def test_saved_and_loaded_it_says_the_same(captioner: Captioner, tmp_path: Path) -> None:
    captioner.save(tmp_path / "model")
    loaded = Captioner.load(tmp_path / "model")
    assert [found[0] for found in said(loaded)] == [found[0] for found in said(captioner)]
    assert loaded.titles(SEEN, loaded.confidences(SEEN)) == captioner.titles(
        SEEN, captioner.confidences(SEEN)
    )
    assert loaded.model.startswith("made ")
    assert (loaded.known(SEEN) == captioner.known(SEEN)).all()


def test_it_writes_sentences_and_titles(captioner: Captioner) -> None:
    assert {found[0] for found in said(captioner)} <= {
        text for number in range(12) for text in made.texts(number)
    }
    titles = captioner.titles(SEEN, captioner.confidences(SEEN))
    assert titles[:4] == ["The dog", "The boat", "The tree", "The house"]


def test_it_knows_what_it_does_not_know(captioner: Captioner) -> None:
    strange = np.random.default_rng(0).normal(size=SEEN.shape).astype(np.float32) * 3
    assert captioner.known(SEEN).mean() > 0.8
    assert captioner.known(strange).mean() < 0.2


def test_a_picture_that_is_there_twice_makes_no_other_strange(captioner: Captioner) -> None:
    once, twice = captioner.familiarised(SEEN), captioner.familiarised(np.concatenate([SEEN, SEEN]))
    assert twice.familiar == once.familiar
    assert np.array_equal(np.asarray(twice.references), np.asarray(once.references))


def test_any_text_has_a_likelihood(captioner: Captioner) -> None:
    one, none = SEEN[:1], captioner.confidences(SEEN[:1])
    right = captioner.likelihood(one, none, "One dog stands in the snow.")
    wrong = captioner.likelihood(one, none, "One tree stands in the water.")
    assert right is not None
    assert wrong is not None
    assert right > wrong
    assert captioner.likelihood(one, none, "quite unheard") is None
    [[best]] = captioner.candidates(one, none, beam=1)
    assert captioner.likelihood(one, none, best.text) == pytest.approx(best.measures["likelihood"], abs=1e-4)


def test_attributes_are_saved_too(captioner: Captioner, tmp_path: Path) -> None:
    attributes = of_json({"thing": {"values": {thing: [thing] for thing in made.THINGS}}}, "here")
    works = [Work(str(number), "f", description=made.texts(number)[0]) for number in range(48)]
    features = pooled(made.seen(range(48)))
    traits = Traits.fit(attributes, works, features)
    plain = replace(captioner, attributes=tuple(attributes), traits=traits)
    plain.save(tmp_path / "model")
    loaded = Captioner.load(tmp_path / "model")
    assert loaded.attributes == tuple(attributes)
    assert loaded.traits is not None
    told = [loaded.traits.told(row)[0].value for row in loaded.confidences(SEEN)]
    assert told == [made.THINGS[number % 4] for number in range(12)]


@pytest.mark.parametrize("name", ["captioner.safetensors", "words.json", "model.json"])
def test_a_damaged_or_missing_file_is_named(captioner: Captioner, tmp_path: Path, name: str) -> None:
    captioner.save(tmp_path / "model")
    file = tmp_path / "model" / name
    whole = file.read_bytes()
    file.write_bytes(whole[:-3] + b"xyz")
    with pytest.raises(BadWeights, match=name):
        Captioner.load(tmp_path / "model")
    file.unlink()
    with pytest.raises(BadWeights, match=r"missing|no captioner"):
        Captioner.load(tmp_path / "model")


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(BadWeights, match="no captioner"):
        Captioner.load(tmp_path)
