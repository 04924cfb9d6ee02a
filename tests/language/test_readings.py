"""Readings in context, through the real tokenizer and dictionary."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from reader.dictionary.database import Dictionary
from reader.language.names import possible_names
from reader.language.numbers import find_numbers
from reader.language.passage import Passage
from reader.language.reading_model import ReadingModel
from reader.language.readings import Read, base_reading, read_under_ruby, read_word
from reader.language.spellings import known_runs, possible_runs, spellings_to_look_up
from reader.language.tokenizer import tokenize
from reader.language.words import Span, find_words, merge_numbers
from reader.model import Ruby
from tests.language.examples import paragraphs
from tests.language.readings_of_kanji import kanji

_DICTIONARY = Dictionary()
_MODEL = ReadingModel.load()


def _read(text: str) -> list[tuple[Passage, Span, Read]]:
    raw = tokenize(text)
    numbers = find_numbers(text, raw)
    tokens = merge_numbers(text, raw, numbers)
    runs = possible_runs(tokens)
    found = _DICTIONARY.candidates(spellings_to_look_up(tokens, runs))
    names = _DICTIONARY.names(possible_names(tokens))
    spans = find_words(tokens, known_runs(runs, found.keys()), found, names)
    by_start = {number.start: number for number in numbers}
    passage = Passage(text, tokens, by_start, found, names, lambda _: "えい", kanji)
    return [(passage, span, read_word(passage, span, _MODEL)) for span in spans]


# A sentence and its reading, the words apart.
EXAMPLES = """
私は日本に住む。               | わたし は にほん に すむ 。
何を言うのか。                 | なに を いう の か 。
何人来たか。                   | なんにん きた か 。
その後、前政権が倒れた。       | そのご 、 ぜん せいけん が たおれた 。
5年前の家                      | ごねん まえ の いえ
株式会社と子会社               | かぶしきがいしゃ と こがいしゃ
注意深く見守る。               | ちゅういぶかく みまもる 。
上位と位置付ける。             | じょうい と いちづける 。
海岸沿いの道                   | かいがん ぞい の みち
フランス人とインド人           | ふらんすじん と いんどじん
日本人は駅へ行った。           | にほんじん は えき へ いった 。
兄が試験を行った。             | あに が しけん を おこなった 。
今日は休み、今日では珍しい。   | きょう は やすみ 、 こんにち で は めずらしい 。
20日の会議で10万人が集まる。   | はつか の かいぎ で じゅうまんにん が あつまる 。
紀元前3世紀                    | きげんぜん さんせいき
コロラド川の島                 | ころらどがわ の しま
眠っていた間も雨が降る。       | ねむっていた あいだ も あめ が ふる 。
米は炊き、芋は蒸す。           | こめ は たき 、 いも は むす 。
庭にある鉢                     | にわ に ある はち
少なくとも三人                 | すくなくとも さんにん
主として魚を食べる。           | しゅとして さかな を たべる 。
一日中雨が降った。             | いちにちじゅう あめ が ふった 。
角を曲がると空の箱があった。   | かど を まがる と から の はこ が あった 。
牛の角は硬い。                 | うし の つの は かたい 。
越前国の寺                     | えちぜんの くに の てら
広島市中区の築地               | ひろしましなかく の つきじ
使われ方と話し方               | つかわれ かた と はなしかた
父が来たので出かけない。       | ちち が きた ので でかけない 。
この色が気に入りました。       | この いろ が きにいりました 。
煙草を止めて三年になる。       | たばこをやめて さんねん に なる 。
○月○日に生まれる。             | ○ がつ ○ にち に うまれる 。
"""


@pytest.mark.parametrize("row", EXAMPLES.strip().splitlines())
def test_examples(row: str) -> None:
    text, expected = (column.strip() for column in row.split("|"))
    assert " ".join(read.text for _, _, read in _read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("行われた", "おこなう"),
        ("位置付けている", "いちづける"),
        ("関連づけた", "かんれんづける"),
        ("防げない", "ふせぐ"),
        ("いけない", "いける"),
        ("気に入った", "きにいる"),
        ("見られる", "みる"),
        ("来ない", "くる"),
        ("大きくない", "おおきい"),
        ("大統領", "だいとうりょう"),
        ("10万人", "じゅうまんにん"),
    ],
)
def test_reading_of_the_dictionary_form(text: str, expected: str) -> None:
    ((passage, span, read),) = _read(text)
    assert base_reading(read.pieces, passage.tokens, span) == expected


def test_what_nothing_reads_is_guessed_and_unsure() -> None:
    ((_, _, read),) = _read("塋")
    assert (read.text, read.confidence < 0.5) == ("えい", True)


def test_what_sources_agree_on_is_surer_than_what_has_several_readings() -> None:
    ((_, _, agreed),) = _read("会議")
    ((_, _, several),) = _read("市場")
    assert agreed.confidence > several.confidence


def test_reading_under_given_ruby() -> None:
    read = read_under_ruby("この本気を", 2, 4, [Ruby(2, 4, "マジ")], 1.0)
    assert read.text == "まじ"
    assert read_under_ruby("お母さん", 0, 4, [Ruby(1, 2, "かあ")], 1.0).text == "おかあさん"


@given(paragraphs)
def test_pieces_cover_each_word(text: str) -> None:
    for passage, span, read in _read(text):
        tokens = passage.tokens
        assert read.pieces[0].start == tokens[span.first].start
        assert read.pieces[-1].end == tokens[span.last - 1].end
        assert all(one.end <= other.start for one, other in pairwise(read.pieces))
        assert 0 <= read.confidence <= 1
