"""Names that UniDic cuts into pieces: ジョー・バイデン, 安倍晋三, foreign names, rare kanji."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reader.kana import to_hiragana, to_katakana
from reader.language.characters import is_kanji, is_katakana
from reader.language.lexicon import Found
from reader.language.tokenizer import Token, touches
from reader.language.unidic import surname_readings

# What stands behind the name of a person and of nothing else, and what may stand between.
_PERSONS_TITLES = frozenset(
    """
    氏 容疑者 被告 夫人 夫妻 博士 大統領 副大統領 首相 総理 外相 国防相 財務相 長官 国務長官 国防長官
    書記長 総書記 主席 国家主席 報道官 議員 政権 国王 女王 皇帝 王子 王女 法王 教皇
    """.split()
)
_BEFORE_TITLES = frozenset("前 元 現 新 故 次期 米 露 英 仏 独 中 韓".split())
_MOST_PIECES = 4  # into which UniDic may have cut an unknown name
_TITLES = frozenset(
    "大統領 首相 総統 主席 国家主席 総書記 書記長 外相 国防相 長官 大臣 議長 会長 社長 委員長 知事 市長 "
    "議員 監督 選手 教授 博士 容疑者 被告 氏 さん 様".split()
)
_BEHIND_SURNAMES = _PERSONS_TITLES.union(
    _TITLES,
    "ちゃん 君 くん さま 先生 准教授 選手 投手 捕手 騎手 棋士 コーチ 部長 課長 店長 院長 校長 一家".split(),
)
# Surnames that are mostly common words even so: 五輪選手, 上司さん.
_SELDOM_SURNAMES = frozenset(
    "五輪 国立 大仏 上司 養父 大佐 家内 新妻 米屋 御所 小作 下宿 中間 北方 南方 東方 西方 海上 森林 西部 "
    "中部 上部 下部 平安 内野 味方 本島 木造 大国 安保".split()
)
_LINK = "ノ"
_DOTS = "・＝="


def possible_names(tokens: Sequence[Token]) -> set[str]:
    """Runs of tokens that may be one name which UniDic does not know.

    They are pieces of katakana, unknown kanji, begin with a name (東京大学, 羽田空港) or are kanji with a ノ
    between them (芦ノ湖).
    """
    wanted = set()
    for first, token in enumerate(tokens):
        surface = token.surface
        begins_in_kanji = is_kanji(surface)
        if not begins_in_kanji and not is_katakana(surface):
            continue
        all_known = (bool(token.kana) or _is_number(token)) and token.pos[1] != "固有名詞"
        for index in range(first + 1, min(len(tokens), first + _MOST_PIECES)):
            piece = tokens[index]
            if not touches(tokens, index) or not (begins_in_kanji or is_katakana(surface)):
                break
            is_link = piece.surface == _LINK and begins_in_kanji
            if piece.surface in _PERSONS_TITLES and len(piece.surface) == 1:  # 高氏 is Mr Kō, and no Takauji
                break
            if piece.pos[0] not in ("名詞", "接尾辞", "接頭辞") and not is_link:
                break
            surface += piece.surface
            all_known = all_known and (bool(piece.kana) or _is_number(piece)) and not is_link
            if (is_kanji(surface.replace(_LINK, "")) and not all_known) or is_katakana(surface):
                wanted.add(surface)
    return wanted


def _is_number(token: Token) -> bool:
    """Whether a token that UniDic has no reading of is known all the same: 三日+後 is no family."""
    return token.pos[1] == "数詞"


def name_end(tokens: Sequence[Token], first: int, found: Found, names: Collection[str]) -> int | None:
    """The index behind the name of two and more tokens that begins at ``first``; None if none does.

    ``found`` are the words and ``names`` those of ``possible_names`` that the dictionaries have.
    """
    if names and (last := _longest_name(tokens, first, names)):
        return last
    if _is_katakana(tokens, first):
        return _katakana_name_end(tokens, first, found)
    if last := _cut_name_end(tokens, first):
        return last
    last = first + 1
    if tokens[first].pos[3] == "姓":
        while touches(tokens, last) and tokens[last].pos[3] == "名":
            last += 1
    return last if last > first + 1 else None


def _cut_name_end(tokens: Sequence[Token], first: int) -> int | None:
    """The end of a name cut kanji by kanji that a title follows: 尹+錫+悦 大統領."""
    if len(tokens[first].surface) > 1:
        return None
    last = first
    while last < min(len(tokens), first + _MOST_PIECES) and (last == first or touches(tokens, last)):
        token = tokens[last]
        if (
            len(token.surface) > 1
            or not is_kanji(token.surface)
            or token.pos[0] != "名詞"
            or token.pos[1] == "数詞"
        ):
            break
        last += 1
    if last < first + 2 or not touches(tokens, last) or tokens[last].surface not in _TITLES:
        return None
    return last if any(token.pos[2] == "人名" or not token.kana for token in tokens[first:last]) else None


def _longest_name(tokens: Sequence[Token], first: int, names: Collection[str]) -> int | None:
    longest = None
    surface = tokens[first].surface
    if not is_kanji(surface) and not is_katakana(surface):
        return None
    for index in range(first + 1, min(len(tokens), first + _MOST_PIECES)):
        if not touches(tokens, index):
            break
        surface += tokens[index].surface
        if surface in names:
            longest = index + 1
    return longest


def _katakana_name_end(tokens: Sequence[Token], first: int, found: Found) -> int | None:
    """Pieces of katakana are one name if dots stand between them, or if one of them is no word of its own."""
    end = _katakana_end(tokens, first)
    runs = [(first, end)]
    while touches(tokens, end) and tokens[end].surface in _DOTS and touches(tokens, end + 1):
        if not _is_katakana(tokens, end + 1):
            break
        runs.append((end + 1, _katakana_end(tokens, end + 1)))
        end = runs[-1][1]
    if len(runs) > 1 and any(_is_name(tokens, *run, found) for run in runs):
        return end
    end = runs[0][1]
    if end > first + 1 and not all(_is_word(token, found) for token in tokens[first:end]):
        return end
    return None


def _is_katakana(tokens: Sequence[Token], index: int) -> bool:
    return is_katakana(tokens[index].surface) and tokens[index].surface not in _DOTS


def _katakana_end(tokens: Sequence[Token], first: int) -> int:
    last = first + 1
    while touches(tokens, last) and _is_katakana(tokens, last):
        last += 1
    return last


def _is_word(token: Token, found: Found) -> bool:
    return len(token.surface) > 2 and (token.surface in found or bool(token.kana))


def _is_name(tokens: Sequence[Token], first: int, last: int, found: Found) -> bool:
    """Whether a run of katakana is likely part of a person's or a foreign name, and no common word."""
    run = tokens[first:last]
    if "".join(token.surface for token in run) in found:
        return False
    return len(run) > 1 or run[0].pos[2] == "人名" or not run[0].kana


def with_surnames(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, a common word before the title of a person as the surname that it must be: 平野さん."""
    corrected = list(tokens)
    for index in range(1, len(tokens)):
        if tokens[index].surface in _BEHIND_SURNAMES and touches(tokens, index):
            corrected[index - 1] = _as_surname(tokens, index - 1)
    return corrected


def _as_surname(tokens: Sequence[Token], index: int) -> Token:
    token = tokens[index]
    surface = token.surface
    is_common = token.pos[:2] == ("名詞", "普通名詞") and len(surface) > 1 and is_kanji(surface)
    if not is_common or surface in _SELDOM_SURNAMES:
        return token
    if touches(tokens, index) and tokens[index - 1].pos[0] in ("名詞", "接頭辞"):  # part of a compound
        return token
    readings = surname_readings(surface)
    if not readings or to_hiragana(token.kana) in readings:
        return token
    kana = to_katakana(readings[0])
    return Token(
        token.start,
        token.end,
        surface,
        kana,
        surface,
        kana,
        kana,
        kana,
        ("名詞", "固有名詞", "人名", "姓"),
        "",
        "",
    )


def is_titled_surname(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token is a surname that the title of a person follows."""
    is_surname = tokens[index].pos[3] == "姓"
    return is_surname and touches(tokens, index + 1) and tokens[index + 1].surface in _BEHIND_SURNAMES


def people(tokens: Sequence[Token]) -> set[str]:
    """What a title shows to be a person's name, though it is a common word to the tokenizer: トランプ氏."""
    return {
        token.surface
        for index, token in enumerate(tokens)
        if token.pos[1] == "普通名詞" and is_katakana(token.surface) and _is_titled(tokens, index + 1)
    }


def _is_titled(tokens: Sequence[Token], index: int) -> bool:
    if touches(tokens, index) and tokens[index].surface in _BEFORE_TITLES:
        index += 1
    return touches(tokens, index) and tokens[index].surface in _PERSONS_TITLES
