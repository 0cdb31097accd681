"""Attributes: read from a file, known of works by their catalogue or by their own words, told by small classifiers."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from captioning.attributes import Attribute, of_json, read
from captioning.traits import Traits, out_of_fold
from ground.errors import BadInput
from retrieval.work import Work

KIND = {"values": {"banner": ["banner", "banners"], "card": ["card", "cards"]}}
CORNERS = {"of": ["kind", "card"], "values": {"round": ["rounded", "round"], "square": ["square"]}}


def both() -> tuple[Attribute, Attribute]:
    kind, corners = of_json({"kind": KIND, "corners": CORNERS}, "here")
    return kind, corners


def test_they_are_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "attributes.json"
    file.write_text(json.dumps({"kind": KIND, "corners": CORNERS}))
    assert read(file) == list(both())
    assert {each.name: each.as_json() for each in both()} == {"kind": KIND, "corners": CORNERS}


@pytest.mark.parametrize(
    ("document", "match"),
    [
        ([], "holds no attributes"),
        ({"kind": {}}, "holds no attributes"),
        ({"kind": {"values": {"a": "word", "b": []}}}, "no list"),
        ({"kind": {"values": {"one": ["one"]}}}, "two values"),
        ({"corners": CORNERS, "kind": KIND}, "before it"),
        ({"kind": KIND, "corners": {**CORNERS, "of": ["kind", "flag"]}}, "before it"),
    ],
)
def test_files_that_are_none(document: Any, match: str) -> None:
    with pytest.raises(BadInput, match=match):
        of_json(document, "here")


def test_no_json_and_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text("{")
    with pytest.raises(BadInput, match="no JSON"):
        read(tmp_path / "bad.json")


@pytest.mark.parametrize(
    ("work", "value"),
    [
        (Work("w", "f", description="Two banners, and a banner beside a card."), "banner"),
        (Work("w", "f", title="A card", other_descriptions=("one more card",)), "card"),
        (Work("w", "f", description="A card and a banner."), None),
        (Work("w", "f", description="Bannerless cardinals."), None),
        (Work("w", "f", description="A card.", extra={"kind": "Banner"}), "banner"),
        (Work("w", "f", description="A card.", extra={"kind": "flag"}), None),
        (Work("w", "f", description="A card.", text_by="captioner"), None),
    ],
)
def test_a_works_value(work: Work, value: str | None) -> None:
    assert both()[0].value(work) == value


def shop(many: int = 60) -> tuple[list[Work], np.ndarray]:
    """Banners and cards, of which the cards are round or square; each shows in features of its own."""
    rng = np.random.default_rng(0)
    works, rows = [], []
    for number in range(many):
        card, is_round = number % 2, number // 2 % 2
        corners = ("rounded" if is_round else "square") if card else ""
        works.append(Work(str(number), "f", description=f"One {'card' if card else 'banner'} {corners}"))
        rows.append([card, is_round, *rng.normal(size=6) * 0.2])
    return works, np.array(rows, np.float32)


def test_classifiers_tell_each_kind_its_own() -> None:
    works, features = shop()
    traits = Traits.fit(both(), works, features)
    told = [{each.name: each.value for each in traits.told(row)} for row in traits.confidences(features)]
    for work, found in zip(works, told, strict=True):
        assert found["kind"] in work.description
        assert ("corners" in found) == (found["kind"] == "card")
        if "corners" in found:
            assert both()[1].values[found["corners"]][0] in work.description
    for row in traits.confidences(features):
        assert all(0.6 <= each.confidence <= 1 for each in traits.told(row))


def test_out_of_fold_no_picture_is_told_by_who_has_seen_it() -> None:
    """Labels by lot: who has learned them by heart knows them, who has not cannot."""
    rng = np.random.default_rng(1)
    features = rng.normal(size=(60, 200)).astype(np.float32)
    works = [Work(str(n), "f", description=rng.choice(["banner", "card"])) for n in range(60)]
    traits = Traits.fit(both()[:1], works, features)
    away = out_of_fold(both()[:1], works, features, traits)

    def right(confidences: np.ndarray) -> float:
        told = [traits.told(row) for row in confidences]
        pairs = [(found[0].value, work) for found, work in zip(told, works, strict=True) if found]
        return float(np.mean([value in work.description for value, work in pairs]))

    assert right(traits.confidences(features)) > 0.9
    assert right(away) < 0.75


def test_values_that_too_few_works_have_are_not_learned() -> None:
    works, features = shop(8)
    assert [each.attribute.name for each in Traits.fit(both(), works, features).classifiers] == ["kind"]
    assert Traits.fit(both(), works[:2], features[:2]).classifiers == ()
