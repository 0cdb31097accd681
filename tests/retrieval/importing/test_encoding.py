import pytest

from retrieval.importing.encoding import clean, decoded, mended

TEXT = "title\nL'Arlésienne – Čapek"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_text_with_a_mark_or_in_utf_8_is_read(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding))[0] == TEXT


def test_windows_1252_is_told_from_utf_8() -> None:
    text = "Csontváry – “Cedar” marqués"
    assert decoded(text.encode("cp1252")) == (text, "windows-1252")


def test_the_bytes_that_windows_1252_leaves_unused_are_not_lost() -> None:
    assert decoded(b"caf\xe9 \x81")[0] == "café \x81"


def test_a_few_stray_bytes_do_not_spoil_a_utf_8_file() -> None:
    data = "Čapek ěščř ž".encode() + b" caf\xe9"
    assert decoded(data) == ("Čapek ěščř ž café", "utf-8 with stray windows-1252")


@pytest.mark.parametrize("wrong", ["cp1252", "cp437", "latin-1"])
@pytest.mark.parametrize("text", ["Café – Noël", "Gérôme", "à l’eau", "Beksiński", "ÁÍÝ"])
def test_mangled_utf_8_is_set_right(wrong: str, text: str) -> None:
    try:
        mangled = text.encode().decode(wrong)
    except UnicodeDecodeError:
        pytest.skip("this text cannot be mangled so")
    assert mended(mangled) == text


@pytest.mark.parametrize(
    "text", ["Café", "naïve “quoted” façade", "Ünlü Şair", "CAFÉ…", "«À bas»", "Ελλάδα", "日本"]
)
def test_right_text_is_left_alone(text: str) -> None:
    assert mended(text) == text


def test_clean_leaves_one_plain_paragraph() -> None:
    assert clean("<p>Rain &amp; wind,\r\n\n a <em>storm</em>\x00 \ud800.</p>") == "Rain & wind, a storm ."
    assert clean("if 3 < 4 and 5 > 2") == "if 3 < 4 and 5 > 2"
    assert clean("e\u0301te\u0301") == "été"
