"""From the bytes of a text file to its text, whichever of Japan's encodings it is in.

What identifies an encoding for certain is asked first: a byte order mark, the escapes of ISO-2022-JP, valid
UTF-8. The rest may be valid in several encodings at once; the right one is the one whose result looks like
Japanese. On sentences of Wikipedia, cut to 20 to 400 characters, this erred less often than chardet; what it
cannot tell apart is UTF-16 of a few characters without a mark and without a line end.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ISO_2022_JP_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\(D|\([BIJ])")
_LEGACY = ("cp932", "euc_jp")
_UTF_16 = ("utf-16-le", "utf-16-be")

_ASCII = re.compile(r"[\t-\r -~]")
# Kana, punctuation, full-width forms and the symbols that Japanese texts use.
_JAPANESE = re.compile(r"[　-〕〜ぁ-ゖ゛-ゞァ-ヿ！-～￥―‐…‥※“”‘’○●◎□■△▲▽▼◇◆☆★→←↑↓×÷Α-Ωα-ω∀-⊿①-⑳Ⅰ-Ⅻⅰ-ⅻ㈀-㏿]")
_KANJI = re.compile(r"[々一-鿿]")
_HALF_WIDTH = re.compile(r"[｡-ﾟ]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_SAMPLE = 2000  # characters judged at the beginning, in the middle and at the end
_ENOUGH = 0.6  # of what a wholly Japanese text scores


class NotTextError(Exception):
    """The bytes are no text at all: a picture, an archive, a program."""


class UnknownEncodingError(Exception):
    """The bytes are in no encoding known here, or damaged.

    ``line`` is the number (from 1) of the first damaged line, where the rest is UTF-8; else None.
    """

    def __init__(self, line: int | None = None) -> None:
        super().__init__(line)
        self.line = line


def decode(data: bytes) -> str:
    """The whole text of ``data``, without byte order mark; nothing is replaced or left out.

    Raises NotTextError or UnknownEncodingError.
    """
    text = _certain(data)
    return _checked(_likeliest(data) if text is None else text)


def decode_english(data: bytes) -> str:
    """As ``decode``, for English: what is not Unicode is taken for Windows' Western encoding first."""
    text = _certain(data)
    if text is None and b"\x00" not in data and not _looks_binary(data):
        text = _try(data, "cp1252")
    return _checked(_likeliest(data) if text is None else text)


def _checked(text: str) -> str:
    text = text.removesuffix("\x1a")  # the end-of-file mark of DOS
    # A stray control character is a blemish; many of them, or a single NUL, are no text.
    if "\x00" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise NotTextError
    return text


def _certain(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise UnknownEncodingError from error
    if b"\x00" in data:  # no other encoding has them: here it is UTF-16 or no text
        return None
    if _ISO_2022_JP_ESCAPE.search(data) and data.isascii():
        text = _try(data, "iso2022_jp_ext")
        if text is not None:
            return text
    return _try(data, "utf-8")


def _likeliest(data: bytes) -> str:
    has_nul = b"\x00" in data
    encodings = _UTF_16 if has_nul else (*_LEGACY, *_UTF_16)
    candidates = [text for encoding in encodings if (text := _try(data, encoding)) is not None]
    best = max(candidates, key=_likeness, default="")
    if _likeness(best) >= _ENOUGH:
        return best
    if has_nul or _looks_binary(data):
        raise NotTextError
    raise UnknownEncodingError(_damaged_line(data))


def _looks_binary(data: bytes) -> bool:
    """Whether control characters are frequent: of the encodings of text, only UTF-16 and UTF-32 have them."""
    sample = data[:_SAMPLE]
    return len(_CONTROL_BYTE.findall(sample)) * 50 > len(sample)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding, errors=_VENDOR_ROWS)
    except UnicodeDecodeError:
        return None


def _likeness(text: str) -> float:
    """How much a text looks like Japanese, from 1 (wholly) downwards. ASCII counts only where it is alone.

    Kanji of JIS level 2, half-width kana and other scripts occur, but what is full of them was misread.
    """
    middle = max(len(text) // 2, _SAMPLE)
    end = max(len(text) - _SAMPLE, middle + _SAMPLE)
    sample = text[:_SAMPLE] + text[middle : middle + _SAMPLE] + text[end:]
    telling = _ASCII.sub("", sample)
    if not telling:
        return 1.0 if sample else 0.0
    japanese = len(_JAPANESE.findall(telling))
    kanji = _KANJI.findall(telling)
    half_width = len(_HALF_WIDTH.findall(telling))
    other = len(telling) - japanese - len(kanji) - half_width
    return (japanese + sum(map(_is_common, kanji)) - 0.2 * half_width - other) / len(telling)


def _is_common(kanji: str) -> bool:
    """Whether a kanji is of JIS level 1, which holds nearly all that newspapers and books use."""
    try:
        return kanji.encode("euc_jp")[0] <= 0xCF
    except UnicodeEncodeError:
        return False


def _damaged_line(data: bytes) -> int | None:
    """The first line that is no UTF-8, if the text is UTF-8 but for some damage."""
    replaced = data.decode("utf-8", errors="replace")
    if replaced.count("�") * 20 > len(replaced):
        return None
    return len(replaced[: replaced.index("�")].splitlines() or [""])


def _vendor_rows(error: UnicodeError) -> tuple[str, int]:
    """Decode what Windows added to JIS X 0208 and Python's codecs lack: row 13 (①), rows 89 to 92 (髙)."""
    if isinstance(error, UnicodeDecodeError) and error.encoding.startswith(("euc", "iso2022")):
        first, second = (byte & 0x7F for byte in (*error.object[error.start : error.start + 2], 0, 0)[:2])
        if (first == 0x2D or 0x79 <= first <= 0x7C) and 0x21 <= second <= 0x7E:
            lead = ((first - 0x21) >> 1) + (0x81 if first < 0x5F else 0xC1)
            trail = second + ((0x1F if second < 0x60 else 0x20) if first % 2 else 0x7E)
            return bytes((lead, trail)).decode("cp932"), error.start + 2
    raise error


_VENDOR_ROWS = "reader-vendor-rows"
codecs.register_error(_VENDOR_ROWS, _vendor_rows)
