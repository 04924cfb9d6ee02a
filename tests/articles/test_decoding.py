"""Which encoding a text is in, over a table of texts and encodings."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.decoding import NotTextError, UnknownEncodingError, decode, decode_english

SHORT = "駅前の本屋"
SENTENCE = "図書館は午前9時に開き、土曜日は子どもたちで一杯になる。"
KATAKANA = "コーヒーとケーキのセットは、ランチタイムだけのサービスです。"
LATIN_FULL = "ＮＨＫのラジオを２０年間、毎朝６時３０分に聴いている。"
HALF_WIDTH = "看板には「ﾗｰﾒﾝ」と半角で書かれ、その下に営業時間が添えてあった。"
MOSTLY_ASCII = "Version 2.14 (build 8812) was released on 3 May.\nSee README and INSTALL.\n更新しました。\n"
MANY_LINES = "夏祭り\n\n　提灯の明かりが川面に揺れていた。\n「また来年」と彼女は言った。\n" * 400
WINDOWS_ONLY = "第①章　髙橋さんは㈱山手の社員で、㍻の生まれだ。Ⅲ番を～まで。"

TEXTS = [SENTENCE, KATAKANA, LATIN_FULL, HALF_WIDTH, MOSTLY_ASCII, MANY_LINES]
ENCODINGS = ["utf-8", "utf-8-sig", "cp932", "shift_jis", "euc_jp", "iso2022_jp_ext", "utf-16", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [SHORT, *TEXTS], ids=lambda text: text[:8].strip())
def test_text_comes_back_from_every_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SHORT + "\n", *TEXTS], ids=lambda text: text[:8].strip())
def test_text_comes_back_from_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_the_mark_gives_the_byte_order_and_is_no_part_of_the_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + SENTENCE.encode(encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["cp932", "utf-16-le", "utf-8"])
def test_what_windows_added_to_shift_jis(encoding: str) -> None:
    assert decode(WINDOWS_ONLY.encode(encoding)) == WINDOWS_ONLY


# The same characters as JIS rows and cells, as EUC-JP and ISO-2022-JP files from Windows hold them.
VENDOR = [("①", 0x2D21), ("⑳", 0x2D34), ("Ⅲ", 0x2D37), ("㍻", 0x2D5F), ("㈱", 0x2D6A), ("髙", 0x7C62)]


@pytest.mark.parametrize(("character", "code"), VENDOR)
def test_what_windows_added_in_the_other_two(character: str, code: int) -> None:
    pair = code.to_bytes(2, "big")
    before, after = "これは", "という字です。"
    euc = bytes(byte | 0x80 for byte in pair)
    assert decode(before.encode("euc_jp") + euc + after.encode("euc_jp")) == before + character + after
    seven_bit = before.encode("iso2022_jp") + b"\x1b$B" + pair + b"\x1b(B" + after.encode("iso2022_jp")
    assert decode(seven_bit) == before + character + after


def test_a_kanji_whose_low_byte_is_nul_in_utf_16() -> None:
    text = "一一〇番に一度だけ電話した　一月一日"
    assert decode(text.encode("utf-16-le")) == text
    assert decode(text.encode("utf-16-be")) == text


def test_euc_from_a_vendor_row_that_nobody_has_is_refused() -> None:
    with pytest.raises(UnknownEncodingError):
        decode(SENTENCE.encode("euc_jp") + b"\xa9\xa1" + SENTENCE.encode("euc_jp"))


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8,
        b"PK\x03\x04\x14\x00\x08\x08" + bytes(range(255, -1, -1)) * 8,
        b"\x7fELF\x02\x01\x01" + b"\x00" * 400,
        bytes(range(256)) * 20,
        b"\x00",
        b"\x00\x00\x00\x00",
        b"plain words and then\x00a NUL",
        b"\x01\x02\x03\x04\x05\x06" * 30,
        b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes((n * 37) % 256 for n in range(3000)),
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(NotTextError):
        decode(data)


def test_damaged_utf_8_names_the_line() -> None:
    lines = [f"{number}行目の文章です。".encode() for number in range(1, 40)]
    lines[6] = lines[6][:-1]
    with pytest.raises(UnknownEncodingError) as caught:
        decode(b"\n".join(lines))
    assert caught.value.line == 7


def test_utf_8_that_was_cut_off_in_a_character_is_no_shift_jis() -> None:
    with pytest.raises(UnknownEncodingError) as caught:
        decode(SENTENCE.encode()[:-1])
    assert caught.value.line == 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_mark_and_then_something_else(encoding: str) -> None:
    with pytest.raises(UnknownEncodingError):
        decode(SENTENCE.encode(encoding)[:-1])


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1253", "gb18030"])
def test_an_encoding_from_elsewhere_is_refused_not_guessed(encoding: str) -> None:
    text = {
        "koi8-r": "Вчера вечером мы долго гуляли по набережной.",
        "cp1253": "Χθες το βράδυ περπατήσαμε στην προκυμαία.",
        "gb18030": "昨天晚上我们在河边散步了很久，谁也没说话。𠮷",
    }[encoding]
    with pytest.raises(UnknownEncodingError):
        decode(text.encode(encoding))


def test_the_end_of_file_mark_of_dos_goes() -> None:
    assert decode(SENTENCE.encode("cp932") + b"\r\n\x1a") == SENTENCE + "\r\n"


def test_a_stray_control_character_stays() -> None:
    text = SENTENCE * 5 + "\x08" + SENTENCE * 5
    assert decode(text.encode()) == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-16", "cp932"])
def test_english_with_its_quotation_marks(encoding: str) -> None:
    text = "It’s the café’s oldest sign." if encoding != "cp932" else "It’s the town’s oldest sign."
    assert decode_english(text.encode(encoding)) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


KANA = st.characters(min_codepoint=0x3041, max_codepoint=0x3093)


@given(st.text(KANA, min_size=8, max_size=60), st.sampled_from(["cp932", "euc_jp", "utf-16-le", "utf-16-be"]))
def test_hiragana_is_recognised_in_any_order(text: str, encoding: str) -> None:
    assert decode(("題名\n" + text).encode(encoding)) == "題名\n" + text


@given(st.binary(max_size=300))
def test_bytes_are_decoded_or_refused_but_never_crash(data: bytes) -> None:
    try:
        text = decode(data)
    except (NotTextError, UnknownEncodingError):
        return
    assert "\x00" not in text
