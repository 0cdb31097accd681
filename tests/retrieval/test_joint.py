import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from scipy import sparse

from ground.errors import BadInput, BadQuery, BadWeights
from retrieval.heads import Bags, Heads
from retrieval.joint import HEADS, WORDS, JointSpace
from retrieval.model_folder import MANIFEST
from retrieval.text import Rules, TextEncoder

TITLES = ["Boats in a harbour", "The harbour at night", "Tulips", "Night over mountains"]
DESCRIPTIONS = [
    "Two boats lie in the harbour at sea.",
    "A harbour under the moon; the sea is dark.",
    "A vase of tulips on a dark table.",
    "The moon stands over mountains.",
]


def space(tanh: bool = False, references: bool = False) -> JointSpace:
    encoder = TextEncoder.fit(TITLES, DESCRIPTIONS, Rules(1, 1))
    torch.manual_seed(0)
    heads = Heads(encoder.size, 12, 8, tanh).requires_grad_(False)
    heads.standardise(torch.randn(20, 12) * 3 + 1)
    plain = JointSpace(encoder, heads, "resnet50", "a" * 64)
    vectors = plain.embed_texts(TITLES, DESCRIPTIONS) if references else None
    return JointSpace(encoder, heads, "resnet50", "a" * 64, vectors)


@pytest.fixture(params=[False, True], ids=["linear", "tanh"])
def joint(request: pytest.FixtureRequest) -> JointSpace:
    return space(request.param)


@pytest.fixture
def pictures() -> np.ndarray:
    return np.random.default_rng(0).normal(1, 3, (5, 12)).astype(np.float16)


def test_both_sides_are_one_layer_and_a_norm(joint: JointSpace, pictures: np.ndarray) -> None:
    """Recomputed in float64 from the weights alone."""
    state = {name: value.double().numpy() for name, value in joint.heads.state_dict().items()}
    bend = np.tanh if joint.heads.tanh else (lambda x: x)
    rows = joint.text_encoder.transform(TITLES, DESCRIPTIONS).toarray().astype(np.float64)
    texts = bend(rows @ state["words.weight"] + state["words_bias"])
    standard = (pictures.astype(np.float64) - state["mean"]) / state["deviation"]
    seen = bend(standard @ state["pictures.weight"].T + state["pictures.bias"])
    for found, expected in (
        (joint.embed_texts(TITLES, DESCRIPTIONS), texts),
        (joint.embed_words(TITLES, DESCRIPTIONS), texts),
        (joint.embed_features(pictures), seen),
    ):
        assert found.dtype == np.float32
        np.testing.assert_allclose(
            found, expected / np.linalg.norm(expected, axis=1, keepdims=True), atol=1e-5
        )


def test_sparse_rows_give_what_a_dense_layer_gives_and_their_gradient() -> None:
    rng = np.random.default_rng(1)
    dense_rows = rng.random((9, 40), np.float32) * (rng.random((9, 40)) < 0.2)
    dense_rows[3] = 0
    rows = sparse.csr_matrix(dense_rows)
    torch.manual_seed(1)
    heads = Heads(40, 3, 4, tanh=True)
    heads.texts(Bags.of(rows)).square().sum(0)[0].backward()
    by_bags = heads.words.weight.grad
    assert by_bags is not None
    heads.words.weight.grad = None
    dense = (torch.from_numpy(dense_rows) @ heads.words.weight + heads.words_bias).tanh()
    torch.nn.functional.normalize(dense, dim=1).square().sum(0)[0].backward()
    torch.testing.assert_close(by_bags, heads.words.weight.grad, rtol=1e-4, atol=1e-6)


def test_words_say_nothing_before_they_are_learned() -> None:
    heads = Heads(100, 3, 16, tanh=False)
    loud = heads.words.weight.norm()
    heads.quieten()
    assert heads.words.weight.norm() < 0.05 * loud
    assert not heads.words_bias.any()


def test_a_feature_that_never_varies_is_no_division_by_zero() -> None:
    heads = Heads(3, 4, 2, tanh=False)
    heads.standardise(torch.tensor([[1.0, 5, 0, 2], [3, 5, 0, 1]]))
    assert torch.isfinite(heads.seen(torch.tensor([[2.0, 5, 0, 1], [9, 6, 1, 1]]))).all()


def test_why_adds_up_to_the_cosine(joint: JointSpace, pictures: np.ndarray) -> None:
    vectors = joint.embed_features(pictures)
    asked = ("Boats in the harbour", "moutains under the moon, xyzzy, and boats")
    cosines = vectors @ joint.embed_words([asked[0]], [asked[1]])[0]
    found = joint.why(*asked, vectors)
    assert len(found) == len(pictures)
    for why, cosine in zip(found, cosines, strict=True):
        assert {reason.word for reason in why.words} == {"boats", "harbour", "moutains", "moon"}
        shares = [reason.share for reason in why.words]
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) + why.leaning == pytest.approx(cosine, abs=1e-5)


def test_why_names_the_word_that_stands_for_the_picture() -> None:
    joint = space()
    joint.heads.words.weight.mul_(0.01)
    place = joint.text_encoder.descriptions.place["moon"] + len(joint.text_encoder.titles.words)
    joint.heads.words.weight[place] = torch.eye(8)[0]
    moonlit = np.eye(8, dtype=np.float32)[:1]
    [why] = joint.why("", "tulips and boats under the moon", moonlit)
    assert why.words[0].word == "moon"
    without = moonlit[0] @ joint.embed_words([""], ["tulips and boats"])[0]
    whole = moonlit[0] @ joint.embed_words([""], ["tulips and boats under the moon"])[0]
    assert without < 0.5 * whole


def test_words_not_understood_are_refused(joint: JointSpace) -> None:
    with pytest.raises(BadQuery, match="are empty"):
        joint.embed_words(["Boats", ""], ["", ""])
    with pytest.raises(BadQuery, match="qwerty"):
        joint.why("qwerty", "", np.eye(8, dtype=np.float32))


def test_features_that_do_not_fit_are_refused(joint: JointSpace) -> None:
    with pytest.raises(
        BadInput, match=r"\(3, 11\) do not fit.*12 a picture; encode the pictures with resnet50"
    ):
        joint.embed_features(np.zeros((3, 11), np.float16))
    with pytest.raises(BadInput, match="do not fit"):
        joint.embed_features(np.zeros(12, np.float16))
    for bad in (np.nan, np.inf):
        with pytest.raises(BadInput, match="NaN or infinite"):
            joint.embed_features(np.full((2, 12), bad, np.float16))


def test_no_pictures_are_no_rows(joint: JointSpace) -> None:
    assert joint.embed_features(np.empty((0, 12), np.float16)).shape == (0, 8)


def test_hubness_is_half_the_mean_cosine_with_the_nearest_texts() -> None:
    joint, vectors = space(references=True), np.eye(8, dtype=np.float32)
    assert joint.references is not None
    expected = (vectors @ joint.references.T).mean(1) / 2  # four texts, fewer than the ten nearest
    np.testing.assert_allclose(joint.hubness(vectors), expected, atol=1e-6)
    assert space().hubness(vectors).tolist() == [0] * 8


@pytest.mark.parametrize("references", [False, True])
def test_saved_and_loaded_it_is_the_same(references: bool, pictures: np.ndarray, tmp_path: Path) -> None:
    joint = space(references=references)
    joint.save(tmp_path / "model")
    again = JointSpace.load(tmp_path / "model")
    assert (again.image_encoder_name, again.weights_sha256, again.dimensions) == ("resnet50", "a" * 64, 8)
    np.testing.assert_array_equal(
        again.embed_words(["Boats"], ["sea"]), joint.embed_words(["Boats"], ["sea"])
    )
    vectors = joint.embed_features(pictures)
    np.testing.assert_array_equal(again.embed_features(pictures), vectors)
    np.testing.assert_allclose(
        again.hubness(vectors), joint.hubness(vectors), atol=1e-3
    )  # kept in half precision


@pytest.mark.parametrize("name", [MANIFEST, HEADS, WORDS])
def test_one_flipped_byte_is_refused_by_name(name: str, tmp_path: Path) -> None:
    space().save(tmp_path / "model")
    whole = (tmp_path / "model" / name).read_bytes()
    for at in np.random.default_rng(0).choice(len(whole), 12, replace=False):
        broken = bytearray(whole)
        broken[at] ^= 1
        (tmp_path / "model" / name).write_bytes(broken)
        with pytest.raises(BadWeights, match=name.replace(".", r"\.")):
            JointSpace.load(tmp_path / "model")


@pytest.mark.parametrize("name", [HEADS, WORDS])
def test_a_missing_file_is_named(name: str, tmp_path: Path) -> None:
    space().save(tmp_path / "model")
    (tmp_path / "model" / name).unlink()
    with pytest.raises(BadWeights, match=f"{name} is missing"):
        JointSpace.load(tmp_path / "model")


def test_what_is_no_joint_model(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path, tmp_path / "none", tmp_path / "file"):
        with pytest.raises(BadWeights, match="there is no joint model"):
            JointSpace.load(folder)
    (tmp_path / MANIFEST).write_text(json.dumps({"kind": "joint"}))
    with pytest.raises(BadWeights, match=r"model\.json is damaged"):
        JointSpace.load(tmp_path)


def test_a_model_is_replaced_whole(tmp_path: Path) -> None:
    space().save(tmp_path / "model")
    (tmp_path / "model" / "old").write_text("")
    space(tanh=True).save(tmp_path / "model")
    assert sorted(file.name for file in (tmp_path / "model").iterdir()) == sorted([MANIFEST, HEADS, WORDS])
    assert [file.name for file in tmp_path.iterdir()] == ["model"]
    shutil.copytree(tmp_path / "model", tmp_path / "moved")
    assert JointSpace.load(tmp_path / "moved").heads.tanh
