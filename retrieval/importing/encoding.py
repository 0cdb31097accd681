"""Text from bytes of an unknown encoding, and the mending of text that went through a wrong one."""

import codecs
import html
import re
import unicodedata

# A byte order mark names its encoding; the longer marks first, since UTF-32's begins like UTF-16's.
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# European letters and punctuation in UTF-8 begin with the bytes C2 to C5 and E2; these are those bytes as
# Windows-1252 and as the code page 437 of ZIP files show them.
_MANGLED = re.compile(r"[ÂÃÄÅ┬├─┼][^\x00-\x7f]|[âΓ][^\x00-\x7f]{2}")
LOST = "\ufffd"  # what some earlier programme wrote in the place of a character that it could not read


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: by its mark, as UTF-8, or as Windows-1252, latin-1's superset.

    A UTF-8 file with a few bytes of Windows-1252 in it is read as both; its name then says so.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        whole = len(_UTF8.findall(data))
        stray = sum(byte > 127 for byte in _UTF8.sub(b"", data))
    if whole > stray:
        return data.decode("utf-8", errors=_AS_WINDOWS), "utf-8 with stray windows-1252"
    return _windows(data), "windows-1252"


def mended(text: str) -> str:
    """UTF-8 that was once read as Windows-1252 or as code page 437 ("cafÃ©", "caf├⌐") set right."""
    return text if text.isascii() else _MANGLED.sub(_reread, text)


def clean(text: str) -> str:
    """One paragraph of plain text: entities read, tags, control characters and runs of spaces taken out."""
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return unicodedata.normalize("NFC", " ".join(_CONTROL.sub("", text).split()))


def _reread(found: re.Match[str]) -> str:
    for wrong in ("cp1252", "cp437"):
        try:
            return found[0].encode(wrong, errors=_AS_LATIN_1).decode("utf-8")
        except UnicodeError:
            continue
    return found[0]


def _windows(data: bytes) -> str:
    """Windows-1252, whose five unused bytes are taken for latin-1's so that no byte is lost."""
    return data.decode("cp1252", errors=_AS_LATIN_1)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _windows(error.object[error.start : error.end]), error.end


def _as_latin_1(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeDecodeError):
        return error.object[error.start : error.end].decode("latin-1"), error.end
    if isinstance(error, UnicodeEncodeError):
        return error.object[error.start : error.end].encode("latin-1"), error.end
    raise error


_AS_WINDOWS, _AS_LATIN_1 = "pentimento-windows-1252", "pentimento-latin-1"
codecs.register_error(_AS_WINDOWS, _as_windows)
codecs.register_error(_AS_LATIN_1, _as_latin_1)
