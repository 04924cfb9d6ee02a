"""Whole paragraphs, through the real dictionaries: words, readings, ruby, entries."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings

from reader.articles.samples import read_sample, samples
from reader.engine.analysis import Analyser
from reader.engine.as_json import as_json
from reader.kana import to_hiragana
from reader.language.characters import has_kanji
from reader.language.folding import fold
from reader.model import Analysis, EntryKind, Paragraph, PartOfSpeech, ReadingSource, Ruby, Word
from tests.language.examples import paragraphs


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser()


def _word(analyser: Analyser, text: str, surface: str) -> Word:
    return next(word for word in analyser.analyse(Paragraph(text)).words if word.surface == surface)


def _plain(text: str) -> str:
    folded = fold(text)
    return folded.text if folded else text


def _check(text: str, analysis: Analysis, author: tuple[Ruby, ...] = ()) -> None:
    """What holds of every analysis."""
    end = 0
    for word in analysis.words:
        assert end <= word.start < word.end
        assert word.surface == text[word.start : word.end]
        read, position = "", word.start
        for ruby in word.ruby:
            assert position <= ruby.start < ruby.end <= word.end
            read += text[position : ruby.start] + ruby.text
            position = ruby.end
        read += text[position : word.end]
        assert to_hiragana(_plain(read)) == word.reading
        for ref in word.entries:
            assert word.start <= ref.start < ref.end <= word.end
        assert len(word.entries) <= 12
        end = word.end
    for ruby in author:
        assert any(ruby in word.ruby for word in analysis.words)


@given(paragraphs)
def test_any_text_is_analysed(analyser: Analyser, text: str) -> None:
    _check(text, analyser.analyse(Paragraph(text)))


def test_what_is_asked_in_the_pauses_changes_nothing() -> None:
    text, other = "二月の朝、人々は港で12隻の漁船を見送った。", "大統領は会談で緊張緩和を訴えた。"
    expected = Analyser().analyse(Paragraph(text))
    analyser, asked = Analyser(), 0

    def pause() -> None:
        nonlocal asked
        asked += 1
        analyser.analyse(Paragraph(other))
        analyser.look_further(other, 0, 3, ())
        analyser.known.clear()

    assert analyser.analyse(Paragraph(text), pause=pause) == expected
    assert asked > len(expected.words)


def test_words_that_were_met_before_are_as_when_they_are_new(analyser: Analyser) -> None:
    whole = [paragraph for path in samples().values() for paragraph in read_sample(path).paragraphs]
    for paragraph in whole:
        analyser.analyse(paragraph)
    met_before = [analyser.analyse(paragraph) for paragraph in whole]
    assert analyser.known
    for paragraph, before in zip(whole, met_before, strict=True):
        analyser.known.clear()
        assert analyser.analyse(paragraph) == before


@settings(max_examples=25)
@given(paragraphs)
def test_any_text_is_analysed_with_pykakasi(analyser: Analyser, text: str) -> None:
    _check(text, analyser.analyse(Paragraph(text), ReadingSource.PYKAKASI))


def test_a_sentence(analyser: Analyser) -> None:
    text = "両国の大統領は12月20日に会談を行った。緊張緩和を望む。"
    analysis = analyser.analyse(Paragraph(text))
    _check(text, analysis)
    assert [(word.surface, word.reading) for word in analysis.words if has_kanji(word.surface)] == [
        ("両国", "りょうこく"),
        ("大統領", "だいとうりょう"),
        ("12月", "じゅうにがつ"),
        ("20日", "はつか"),
        ("会談", "かいだん"),
        ("行った", "おこなった"),
        ("緊張緩和", "きんちょうかんわ"),
        ("望む", "のぞむ"),
    ]
    assert analysis.sentences == ((0, text.index("緊")), (text.index("緊"), len(text)))


def test_an_inflected_verb(analyser: Analyser) -> None:
    word = _word(analyser, "弟は野菜を食べさせられた。", "食べさせられた")
    assert (word.base, word.base_reading, word.pos) == ("食べる", "たべる", PartOfSpeech.VERB)
    assert word.inflection == ("causative", "passive", "past")
    assert word.ruby == (Ruby(5, 6, "た"),)
    assert (word.entries[0].headword, word.entries[0].gloss[0]) == ("食べる", "to eat")
    assert (word.entries[0].start, word.entries[0].end) == (word.start, word.end)


@pytest.mark.parametrize(
    ("text", "surface", "base", "steps"),
    [
        ("野菜を食べたくなかった。", "食べたくなかった", "食べる", ("-tai", "negative", "past")),
        ("魚は食べませんでした。", "食べませんでした", "食べる", ("polite", "negative", "past")),
        ("何も言わずに帰る。", "言わずに", "言う", ("-zu",)),
        # where UniDic knows less than the ending says
        ("そんなの知らねえ。", "知らねえ", "知る", ("negative", "slang")),
        ("誰も行かへん。", "行かへん", "行く", ("negative", "dialect")),
        ("これはすげえ。", "すげえ", "すごい", ("slang",)),
        ("ええ店やから買うたる。", "買うたる", "買う", ("-te yaru", "dialect")),
        # the dictionary form that is said today, and the verb of a short causative
        ("痛みを感じた。", "感じた", "感じる", ("past",)),
        ("友を信じよう。", "信じよう", "信じる", ("volitional",)),
        ("風を感じれば分かる。", "感じれば", "感じる", ("-ba",)),
        ("名を書かされる。", "書かされる", "書く", ("causative", "passive")),
        ("高き山に登る。", "高き", "高い", ("classical",)),
        # the short potential is no passive
        ("何でも食べれる。", "食べれる", "食べる", ("potential",)),
        ("名が信じれない。", "信じれない", "信じる", ("potential", "negative")),
        ("名を呼ばれた。", "呼ばれた", "呼ぶ", ("passive", "past")),
        # what stands in its dictionary form, and an adjective that only UniDic has
        ("雨なので休む。", "ので", "ので", ()),
        ("この手軽さがいい。", "手軽さ", "手軽", ("-sa",)),
    ],
)
def test_how_a_form_came_about(
    analyser: Analyser, text: str, surface: str, base: str, steps: tuple[str, ...]
) -> None:
    word = _word(analyser, text, surface)
    assert (word.base, word.inflection) == (base, steps)


def test_a_potential_verb(analyser: Analyser) -> None:
    without_entry = _word(analyser, "事故は防げない。", "防げない")
    assert (without_entry.base, without_entry.inflection) == ("防ぐ", ("potential", "negative"))
    with_entry = _word(analyser, "うまく言えない。", "言えない")
    assert (with_entry.base, with_entry.inflection) == ("言える", ("negative",))
    assert [ref.headword for ref in with_entry.entries][:2] == ["言える", "言う"]


def test_parts_follow_the_word_itself(analyser: Analyser) -> None:
    word = _word(analyser, "緊張緩和を望む。", "緊張緩和")
    assert [(ref.headword, ref.start, ref.end) for ref in word.entries[:3]] == [
        ("緊張緩和", 0, 4),
        ("緊張", 0, 2),
        ("緩和", 2, 4),
    ]


def test_the_verb_inside_an_expression_is_within_reach(analyser: Analyser) -> None:
    word = _word(analyser, "友人に対して怒る。", "に対して")
    assert word.pos is PartOfSpeech.PARTICLE
    assert "対する" in [ref.headword for ref in word.entries]


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        ("思いがけない", PartOfSpeech.ADJECTIVE),
        ("つまらない", PartOfSpeech.ADJECTIVE),
        ("実に", PartOfSpeech.ADVERB),
    ],
)
def test_a_word_that_ends_in_grammar_is_none_itself(analyser: Analyser, text: str, pos: PartOfSpeech) -> None:
    word = analyser.analyse(Paragraph(text)).words[0]
    assert (word.surface, word.pos) == (text, pos)


@pytest.mark.parametrize(
    ("text", "headword"),
    [("1つある", "1つ"), ("20日に", "20日"), ("50分の間", "分"), ("3分の1だ", "3分の1")],
)
def test_numbers_have_entries(analyser: Analyser, text: str, headword: str) -> None:
    word = analyser.analyse(Paragraph(text)).words[0]
    assert word.pos is PartOfSpeech.NUMBER
    assert headword in [ref.headword for ref in word.entries]


@pytest.mark.parametrize(
    ("text", "spelling", "reading", "meaning"),
    [
        ("12月に", "12月", "じゅうにがつ", "December"),
        ("１２月に", "12月", "じゅうにがつ", "December"),
        ("10万人が", "10万人", "じゅうまんにん", "100,000 people"),
    ],
)
def test_numbers_are_saved_as_they_are_written(
    analyser: Analyser, text: str, spelling: str, reading: str, meaning: str
) -> None:
    word = analyser.analyse(Paragraph(text)).words[0]
    assert word.key[1:] == (spelling, reading)
    assert word.meaning == meaning


@pytest.mark.parametrize(
    ("text", "counter", "reading"),
    [
        ("30分で", "分", "ふん"),
        ("3本の", "本", "ほん"),
        ("6匹が", "匹", "ひき"),
        ("5kgの", "キログラム", "きろぐらむ"),
        ("300mを", "メートル", "めーとる"),
    ],
)
def test_a_counter_is_found_however_it_sounds(
    analyser: Analyser, text: str, counter: str, reading: str
) -> None:
    word = analyser.analyse(Paragraph(text)).words[0]
    assert [ref.reading for ref in word.entries if ref.headword == counter][:1] == [reading]


def test_a_number_is_seldom_a_name(analyser: Analyser) -> None:
    kinds = [ref.kind for ref in analyser.analyse(Paragraph("百人が来た。")).words[0].entries]
    assert (kinds[0], kinds[-1]) == (EntryKind.WORD, EntryKind.NAME)


def test_names_lead_where_the_tokenizer_saw_a_name(analyser: Analyser) -> None:
    name = _word(analyser, "田中さんが来た。", "田中")
    assert (name.pos, name.entries[0].kind) == (PartOfSpeech.NAME, EntryKind.NAME)
    cards = _word(analyser, "トランプで遊ぶ。", "トランプ")
    kinds = [ref.kind for ref in cards.entries]
    assert kinds == sorted(kinds, key=lambda kind: kind is EntryKind.NAME)
    assert EntryKind.NAME in kinds


def test_a_verb_in_kana_is_the_one_that_is_meant(analyser: Analyser) -> None:
    words = analyser.analyse(Paragraph("雨がふる。手をふる。雨がふる。")).words
    assert [word.entries[0].headword for word in words if word.base == "ふる"] == ["降る", "振る", "降る"]


def test_a_title_makes_a_surname(analyser: Analyser) -> None:
    man, _, _, plain, *_ = analyser.analyse(Paragraph("平野さんは平野に住む。")).words
    assert (man.entries[0].kind, man.entries[0].reading) == (EntryKind.NAME, "ひらの")
    assert (plain.entries[0].kind, plain.entries[0].reading) == (EntryKind.WORD, "へいや")


@pytest.mark.parametrize(("text", "gloss"), [("日本最大の湖", "Japan"), ("南米の国", "South America")])
def test_a_word_that_is_the_name_itself_leads(analyser: Analyser, text: str, gloss: str) -> None:
    assert analyser.analyse(Paragraph(text)).words[0].entries[0].gloss[0] == gloss


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("トランプ前政権を批判した。", EntryKind.NAME),
        ("トランプは強い。トランプ氏が言った。", EntryKind.NAME),
        ("トランプが五十二枚ある。", EntryKind.WORD),
    ],
)
def test_a_title_makes_a_name(analyser: Analyser, text: str, kind: EntryKind) -> None:
    word = analyser.analyse(Paragraph(text)).words[0]
    assert word.entries[0].kind is kind
    assert (word.pos is PartOfSpeech.NAME) is (kind is EntryKind.NAME)


@pytest.mark.parametrize(
    ("text", "surface", "headwords"),
    [
        ("アナリストが言う。", "アナリスト", ["アナリスト"]),
        ("政治的な発言。", "政治的", ["政治的", "政治", "的"]),
        ("スロバキア人が来た。", "スロバキア人", ["スロバキア", "人"]),
        ("日本人が来た。", "日本人", ["日本人", "日本", "人"]),
        ("10万人が来た。", "10万人", ["１０万", "人"]),
        ("発言をした。", "した", ["する"]),
        ("花は赤い。", "は", ["は"]),
    ],
)
def test_nothing_is_listed_that_it_cannot_be(
    analyser: Analyser, text: str, surface: str, headwords: list[str]
) -> None:
    assert [ref.headword for ref in _word(analyser, text, surface).entries] == headwords


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("店はｶﾞｿﾘﾝを売る。", "ｶﾞｿﾘﾝ", ("ガソリン", "がそりん", ())),
        ("店主の髙橋さん。", "髙橋", ("高橋", "たかはし", (Ruby(3, 4, "たか"), Ruby(4, 5, "はし")))),
        ("この⼈間は。", "⼈間", ("人間", "にんげん", (Ruby(2, 3, "にん"), Ruby(3, 4, "げん")))),
        ("葛\U000e0100湯だ。", "葛\U000e0100湯", ("葛湯", "くずゆ", (Ruby(0, 2, "くず"), Ruby(2, 3, "ゆ")))),
        ("か\u3099んは\u3099る。", "か\u3099んは\u3099る", ("がんばる", "がんばる", ())),
    ],
)
def test_other_codes_for_the_same_characters(
    analyser: Analyser, text: str, surface: str, expected: tuple[str, str, tuple[Ruby, ...]]
) -> None:
    analysis = analyser.analyse(Paragraph(text))
    word = next(word for word in analysis.words if word.surface == surface)
    assert (word.base, word.reading, word.ruby) == expected
    assert (word.entries[0].start, word.entries[0].end) == (word.start, word.end)
    assert analysis.sentences == ((0, len(text)),)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("詳細はhttps://example.jp/a1?b=2へ", ["詳細", "は", "へ"]),
        ("連絡はme@example.jpまで", ["連絡", "は", "まで"]),
        ("&nbsp;猫&amp;犬", ["猫", "犬"]),
        ("A&Bの店", ["A", "B", "の", "店"]),
    ],
)
def test_no_words_in_addresses(analyser: Analyser, text: str, surfaces: list[str]) -> None:
    assert [word.surface for word in analyser.analyse(Paragraph(text)).words] == surfaces


def test_the_authors_ruby_wins(analyser: Analyser) -> None:
    author = (Ruby(2, 4, "マジ"), Ruby(6, 8, "おとな"))
    text = "彼は本気で、大人しい。"
    analysis = analyser.analyse(Paragraph(text, ruby=author))
    _check(text, analysis, author)
    assert analysis.words[2].reading == "まじで"


def test_the_authors_ruby_wins_over_other_codes(analyser: Analyser) -> None:
    author = (Ruby(5, 7, "こうきょう"),)
    text = "ｶﾞﾝﾊﾞ髙橋だ。"
    _check(text, analyser.analyse(Paragraph(text, ruby=author)), author)


def test_one_ruby_over_two_words_makes_them_one(analyser: Analyser) -> None:
    author = (Ruby(0, 4, "はなしあい"),)
    analysis = analyser.analyse(Paragraph("電話会談が終わる。", ruby=author))
    assert (analysis.words[0].surface, analysis.words[0].ruby) == ("電話会談", author)


def test_ruby_over_half_a_word_leaves_the_other_half_its_own(analyser: Analyser) -> None:
    author = (Ruby(0, 1, "がく"),)
    assert analyser.analyse(Paragraph("学生だ。", ruby=author)).words[0].ruby == (*author, Ruby(1, 2, "せい"))


def test_pykakasi_alone(analyser: Analyser) -> None:
    text = "今日は10万人が集まる。"
    word = analyser.analyse(Paragraph(text), ReadingSource.PYKAKASI).words[0]
    assert (word.surface, word.reading) == ("今日", "こんにち")
    (ours, *_) = analyser.analyse(Paragraph(text)).words
    assert ours.reading == "きょう"


def test_pykakasi_is_not_loaded_for_ordinary_text() -> None:
    import subprocess  # noqa: PLC0415

    program = (
        "import sys; from reader.engine.analysis import Analyser; from reader.model import Paragraph;"
        "Analyser().analyse(Paragraph('大統領は12月30日に会談した。')); sys.exit('pykakasi' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("text", ["塋", "瀋水", "漂泳する", "譙県"])
def test_no_kanji_is_left_without_a_reading(analyser: Analyser, text: str) -> None:
    for word in analyser.analyse(Paragraph(text)).words:
        assert not has_kanji(word.reading)


@pytest.mark.parametrize(
    ("text", "headword"),
    [
        ("食べさせられた", "食べる"),
        ("大統領", "大統領"),
        ("きんちょうかんわ", "きんちょうかんわ"),
        ("たべる", "食べる"),
        (" 猫 ", "猫"),
        ("それなのに", "それなのに"),
        ("まっぜぇ", "まずい"),
        ("ﾀﾍﾞﾀ", "たべる"),
    ],
)
def test_look_up(analyser: Analyser, text: str, headword: str) -> None:
    found = analyser.look_up(text)
    assert found.words[0].entries[0].headword == headword
    assert {ref.id for word in found.words for ref in word.entries} == found.entries.keys()


def test_look_up_of_a_phrase_gives_its_words_in_order(analyser: Analyser) -> None:
    words = analyser.look_up("軍を集め、紛争").words
    assert [word.surface for word in words] == ["軍", "を", "集め", "紛争"]


@pytest.mark.parametrize(
    ("text", "around", "headwords"),
    [
        ("張緩", "緊張緩和", ["緊張緩和"]),  # no word: the one that it is cut from
        ("緊張", "緊張緩和", ["緊張"]),  # a word of its own
        ("談し", "会談した", ["会談", "する"]),
        ("を集", "を集めた", ["を", "集める"]),
        ("集め", "集めた", ["集める"]),  # as an inflected form
        ("xyz", "", []),
    ],
)
def test_what_is_no_word_is_looked_up_as_the_whole_words_around_it(
    analyser: Analyser, text: str, around: str, headwords: list[str]
) -> None:
    assert [word.entries[0].headword for word in analyser.look_up(text, around).words] == headwords


@pytest.mark.parametrize("text", ["", "  ", "xyz", "。"])
def test_look_up_finds_nothing(analyser: Analyser, text: str) -> None:
    assert analyser.look_up(text).words == ()


def test_where_two_readings_are_likely_the_word_has_both(analyser: Analyser) -> None:
    word = analyser.analyse(Paragraph("明日の天気")).words[0]
    assert word.confidence < 0.9
    assert {"あした", "あす"} <= {word.reading, *(other.reading for other in word.others)}
    assert all("".join(ruby.text for ruby in other.ruby) == other.reading for other in word.others)


@pytest.mark.parametrize("text", ["会議", "10万人", "ひらがな", "猫を見た。"])
def test_what_is_sure_has_no_other_reading(analyser: Analyser, text: str) -> None:
    assert all(word.others == () for word in analyser.analyse(Paragraph(text)).words)


def test_ruby_of_the_author_leaves_no_other_reading(analyser: Analyser) -> None:
    word = analyser.analyse(Paragraph("明日の天気", ruby=(Ruby(0, 2, "あす"),))).words[0]
    assert (word.reading, word.confidence, word.others) == ("あす", 1.0, ())


def test_as_json(analyser: Analyser) -> None:
    text = "猫を見た。"
    word = as_json(3, text, analyser.analyse(Paragraph(text)))["words"][2]
    assert 0.9 < word.pop("confidence") <= 1
    assert word == {
        "start": 2,
        "end": 4,
        "surface": "見た",
        "base": "見る",
        "reading": "みた",
        "pos": "verb",
        "ruby": [[2, 3, "み"]],
        "inflection": ["past"],
        "entries": [
            {
                "id": 1259290,
                "kind": "word",
                "start": 2,
                "end": 4,
                "headword": "見る",
                "reading": "みる",
                "gloss": ["to see", "to look", "to watch", "to view", "to observe"],
            }
        ],
    }
