from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from curation.duplicates import Found, matches
from curation.groups import Group
from curation.thresholds import Thresholds
from retrieval.gallery import Gallery
from retrieval.work import Work
from tests.curation.made import changed, drawn, found, gallery, saved, seen

STRANGERS = [(f"stranger-{number}.png", drawn(100 + number)) for number in range(6)]


def kept(group: Group) -> tuple[str, str, set[str]]:
    return group.tier, group.keep.id, {work.id for work in group.works}


def best_described(work: Work) -> Work:
    wordy = work.id in ("whole-picture", "stranger-0")
    return replace(work, description="What is to be seen, at some length." if wordy else "Seen.")


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """A work and five copies, a pair with the same bytes, and strangers."""
    folder = tmp_path_factory.mktemp("copied")
    whole, large = drawn(1), drawn(2, (720, 560))
    made = gallery(
        folder,
        [
            ("whole-picture.png", whole),
            ("mirrored.png", ImageOps.mirror(whole)),
            ("cropped.png", whole.crop((40, 30, 310, 240))),
            ("both.png", ImageOps.mirror(whole).crop((60, 20, 330, 230))),
            ("large.png", large),
            ("small.png", large.resize((240, 187))),
            *STRANGERS,
        ],
    )
    saved(whole, folder / "images" / "squeezed.jpg", quality=20)
    (folder / "images" / "again.png").write_bytes((folder / "images" / "stranger-0.png").read_bytes())
    first = replace(made.works[1], title="Copy", description="")
    more = [
        replace(first, id=name.split(".")[0], file=f"images/{name}") for name in ("squeezed.jpg", "again.png")
    ]
    return found(changed(Gallery(folder, [*made.works, *more]), best_described))


def test_copies_are_found_and_strangers_left_alone(copied: Found) -> None:
    groups = [kept(group) for group in copied.groups]
    assert ("bytes", "stranger-0", {"stranger-0", "again"}) in groups
    assert (
        "picture",
        "whole-picture",
        {"whole-picture", "mirrored", "cropped", "both", "squeezed"},
    ) in groups
    assert ("picture", "large", {"large", "small"}) in groups
    assert not {"stranger-1", "stranger-2", "stranger-3"} & {id for *_, ids in groups for id in ids}


def test_a_group_tells_why_in_the_shape_that_others_rely_on(copied: Found) -> None:
    told = next(group.as_json() for group in copied.groups if group.keep.id == "whole-picture")
    assert told["keep"] == told["works"][0] == "whole-picture"
    assert told["tier"] == "picture"
    assert "mirrored" in told["why"]
    assert any("cropped" in why for why in told["why"])
    assert copied.as_json()["thresholds"]["alignment"] == Thresholds().alignment


def test_a_new_picture_is_compared_with_those_that_are_there(copied: Found, tmp_path: Path) -> None:
    known, vectors = seen(copied.looked.gallery)
    for image, expected in ((drawn(2).resize((300, 230)), []), (ImageOps.mirror(drawn(1)), "picture")):
        alone, own = seen(gallery(tmp_path / str(image.size), [("new.png", image)]))
        links = matches(known.joined(alone), np.concatenate([vectors, own]), Thresholds.of("vgg19-slim"))
        ids = {known.works[min(link.one, link.other)].id for link in links if link.tier != "object"}
        if expected:
            assert {"whole-picture", "mirrored"} <= ids
            assert links[0].tier == "bytes"  # it is `mirrored` itself
        else:
            assert "whole-picture" not in ids


def test_protected_works_are_kept_and_never_spare(tmp_path: Path) -> None:
    made = gallery(
        tmp_path, [("small.png", drawn(1).resize((180, 140))), ("large.png", drawn(1)), *STRANGERS[:2]]
    )
    (tmp_path / "safe").mkdir()
    (tmp_path / "images" / "small.png").rename(tmp_path / "safe" / "small.png")
    made = changed(made, lambda work: replace(work, file="safe/small.png") if work.id == "small" else work)
    [group] = found(made).groups
    assert kept(group) == ("picture", "large", {"large", "small"})
    [group] = found(made, [tmp_path / "safe"]).groups
    assert group.keep.id == "small"
    assert [work.id for work in group.spare] == ["large"]
    [group] = found(made, [tmp_path]).groups
    assert group.spare == []


def test_of_equals_the_best_described_is_kept(tmp_path: Path) -> None:
    made = gallery(
        tmp_path, [("a.png", drawn(1)), ("b.png", drawn(1)), ("c.png", drawn(1)), ("d.png", drawn(3))]
    )
    texts = {"a": "", "b": "Short.", "c": "A long and careful description."}
    made = changed(made, lambda work: replace(work, description=texts.get(work.id, "Else."), artist=""))
    [group] = found(made).groups
    assert kept(group) == ("bytes", "c", {"a", "b", "c"})
    machine = changed(made, lambda work: replace(work, text_by="captioner" if work.id == "c" else "person"))
    assert found(machine).groups[0].keep.id == "b"


def test_copies_across_a_split_are_named(tmp_path: Path) -> None:
    made = gallery(tmp_path, [("one.png", drawn(1)), ("two.png", ImageOps.mirror(drawn(1))), *STRANGERS[:2]])
    made = changed(made, lambda work: replace(work, split="test" if work.id == "two" else "train"))
    [leak] = found(made).leaks
    assert leak.splits == ["test", "train"]
    assert found(made).as_json()["across_splits"][0]["works"] == [work.id for work in leak.works]


def test_all_equal_one_alone_and_plain_pictures(tmp_path: Path) -> None:
    equal = found(gallery(tmp_path / "equal", [(f"{row}.png", drawn(1)) for row in range(4)]))
    assert [kept(group)[0] for group in equal.groups] == ["bytes"]
    assert len(equal.groups[0].works) == 4
    assert found(gallery(tmp_path / "alone", [("1.png", drawn(1))])).groups == []
    plain = [(f"{shade}.png", Image.new("RGB", (80, 80 + shade), (shade,) * 3)) for shade in (40, 41, 200)]
    assert [g for g in found(gallery(tmp_path / "plain", plain)).groups if g.tier == "picture"] == []


def test_a_damaged_picture_is_named_and_the_others_compared(tmp_path: Path) -> None:
    made = gallery(
        tmp_path, [("a.png", drawn(1)), ("b.png", drawn(1)), ("c.png", drawn(2)), ("d.png", drawn(3))]
    )
    (tmp_path / "images" / "c.png").write_bytes(b"none")
    body = (tmp_path / "images" / "d.png").read_bytes()
    (tmp_path / "images" / "d.png").write_bytes(body[: len(body) // 2])
    told = found(made).as_json()
    assert [set(group["works"]) for group in told["groups"]] == [{"a", "b"}]
    assert set(told["unreadable"]) == {"c", "d"}
