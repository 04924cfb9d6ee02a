"""Lines from widths: where they break, and where everything stands on them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.typesetting.kinsoku import forbidden_starts
from reader.typesetting.lines import Line, Lines, typeset, typeset_again, typeset_balanced
from reader.typesetting.measured import Break, Measured, MeasuredRuby, Setting
from reader.typesetting.spacing import script_boundaries

EM, RUBY, LATIN = 20.0, 10.0, 10.0


def measured(text: str, space: float = 0.0) -> Measured:
    """Full-width Japanese, half-width Latin, the opportunities that Unicode's rules would give, and ``space``
    between Japanese and Western characters.
    """
    advances = [LATIN if character < "\u2000" else 0.0 if character == "\u3099" else EM for character in text]
    breaks = []
    for before, after in zip(f" {text}", text, strict=False):
        if after == "\u3099":
            breaks.append(Break.NEVER)
        elif before == "\n":
            breaks.append(Break.MANDATORY)
        elif after.isspace() or (before < "\u2000" and after < "\u2000" and not before.isspace()):
            breaks.append(Break.INSIDE_WORD)
        else:
            breaks.append(Break.ALLOWED)
    return Measured(text, advances, breaks, dict.fromkeys(script_boundaries(text), space) if space else {})


def rubies(text: str, readings: dict[str, str]) -> list[MeasuredRuby]:
    """The readings over these words, one over each character where bars part them."""
    found = []
    for word, reading in readings.items():
        start = text.find(word)
        while start >= 0:
            parts = reading.split("|")
            length = len(word) // len(parts)
            for number, part in enumerate(parts):
                begin = start + number * length
                found.append(MeasuredRuby(begin, begin + length, (RUBY,) * len(part), word=start))
            start = text.find(word, start + len(word))
    return sorted(found, key=lambda ruby: ruby.start)


def setting(characters: float, justify: bool = False, hang: bool = False) -> Setting:
    return Setting(measure=characters * EM, em=EM, ruby_em=RUBY, pitch=45, justify=justify, hang=hang)


def lines(text: str, characters: float, readings: dict[str, str] | None = None, hang: bool = False) -> Lines:
    return typeset(measured(text), rubies(text, readings or {}), setting(characters, hang=hang))


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("", 5, []),
        ("朝の港に船が入る", 4, ["朝の港に", "船が入る"]),
        ("朝の港に。船が", 4, ["朝の港", "に。船が"]),  # no line begins with 。
        ("朝の港「船」が", 4, ["朝の港", "「船」が"]),  # none ends with 「
        ("朝のコーヒー店", 3, ["朝の", "コー", "ヒー店"]),  # nor with ー
        ("港がった", 2, ["港", "がっ", "た"]),
        ("港に NATO 軍が", 4, ["港に ", "NATO 軍", "が"]),  # a word stays whole
        ("港 internationalな", 4, ["港 ", "internat", "ionalな"]),  # but for one wider than the line
        ("人口12345人", 3, ["人口", "12345", "人"]),
        ("朝\n港", 4, ["朝\n", "港"]),
        ("ーーーーー", 2, ["ーー", "ーー", "ー"]),  # impossible to respect
        ("。。", 1, ["。", "。"]),
        ("朝か\u3099夜", 1, ["朝", "か\u3099", "夜"]),  # a grapheme is never torn
        ("朝の    港", 2, ["朝の    ", "港"]),  # spaces do not begin a line
    ],
)
def test_breaks(text: str, characters: float, expected: list[str]) -> None:
    assert [text[line.start : line.end] for line in lines(text, characters)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("朝の港に。船が", ["朝の港に。", "船が"]), ("朝の港に」船が", ["朝の港", "に」船が"])],
)
def test_stops_may_hang(text: str, expected: list[str]) -> None:
    assert [text[line.start : line.end] for line in lines(text, 4, hang=True)] == expected


def test_a_closing_bracket_needs_half_its_width_at_the_end() -> None:
    assert len(lines("朝の」", 2.5)) == 1


def test_lines_follow_each_other_along_the_block_axis() -> None:
    assert [line.block for line in lines("朝の港に船が入る", 3)] == [0, 45, 90]


def test_lines_are_a_sequence() -> None:
    text = lines("朝の港に船が入る", 3)
    assert text.starts == [0, 3, 6]
    assert (text[-1].start, text[-1].end) == (6, 8)
    assert [line.start for line in text[1:]] == [3, 6]
    with pytest.raises(IndexError):
        text[3]


def reading_spans(line: Line) -> list[tuple[float, float]]:
    """Where the readings of a line begin and end."""
    return [(ruby.inline[0], ruby.extent) for ruby in line.rubies]


class TestRuby:
    def test_as_wide_as_its_base(self) -> None:
        (line,) = lines("朝の港", 5, {"朝": "あさ"})
        assert line.inline == (0, 20, 40)
        assert line.rubies[0].inline == (0, 10)

    def test_shorter_than_its_base(self) -> None:
        (line,) = lines("土産の", 5, {"土産": "ぎ"})
        assert line.rubies[0].inline == (15,)

    def test_longer_widens_its_base_in_the_proportion_1_2_1(self) -> None:
        (line,) = lines("国境", 9, {"国境": "こっきょう"})
        assert line.inline == (2.5, 27.5)
        assert line.rubies[0].inline == (0, 10, 20, 30, 40)

    def test_over_one_character_a_shorter_one_stands_solid(self) -> None:
        (line,) = lines("電話の", 9, {"電話": "で|わ"})
        assert [ruby.inline for ruby in line.rubies] == [(5,), (25,)]
        (line,) = lines("NATO軍", 9, {"NATO": "なと"})
        assert line.rubies[0].inline == (10, 20)

    def test_longer_reaches_over_kana(self) -> None:
        (line,) = lines("が国境に", 9, {"国境": "こっきょう"})
        assert line.inline == (0, 20, 40, 60)
        assert line.rubies[0].inline[0] == 15
        assert line.rubies[0].extent == 65

    def test_longer_reaches_over_kana_on_one_side(self) -> None:
        (line,) = lines("が志国", 9, {"志": "こころざし", "国": "くに"})
        assert reading_spans(line) == [(15, 65), (67.5, 87.5)]
        assert line.inline == (0, 30, 67.5)  # centred below its reading

    def test_at_the_ends_of_a_line_nothing_reaches_out(self) -> None:
        first, second = lines("朝の国境志は", 4.5, {"国境": "こっきょう", "志": "こころざし"})
        assert reading_spans(first) == [(35, 85)]
        assert first.inline == (0, 20, 40, 60)
        assert reading_spans(second) == [(0, 50)]
        assert second.inline == (15, 45)

    def test_over_a_stop_that_hangs_nothing_reaches_out(self) -> None:
        assert len(lines("朝志。", 3.25, {"志": "こころざし"}, hang=True)) == 2
        (line,) = lines("朝志。", 3.5, {"志": "こころざし"}, hang=True)
        assert line.rubies[0].extent == 3.5 * EM

    def test_a_base_is_not_broken(self) -> None:
        text = "朝の大統領が"
        broken = lines(text, 4, {"大統領": "だいとうりょう"})
        assert [text[line.start : line.end] for line in broken] == ["朝の", "大統領", "が"]

    def test_a_base_wider_than_the_line_takes_its_reading_apart(self) -> None:
        text = "大統領"
        broken = lines(text, 2, {text: "だいとうりょう"})
        assert [text[line.start : line.end] for line in broken] == ["大統", "領"]
        assert [(ruby.start, ruby.end) for line in broken for ruby in line.rubies] == [(0, 2), (2, 4), (4, 7)]

    def test_a_number_under_a_long_reading_stays_whole(self) -> None:
        (line,) = lines("は30日に", 9, {"30日": "さんじゅうにち"})
        inside, after = (begin - end for end, begin in zip(line.ends[1:3], line.inline[2:4], strict=True))
        assert inside == 0 < after


class TestCompounds:
    @pytest.mark.parametrize(
        ("text", "readings", "begins"),
        [
            (
                "緊張緩和",
                {"緊張緩和": "きん|ちょう|かん|わ"},
                (0, 20, 50, 70),
            ),  # just as wide as its characters
            ("の大統領と", {"大統領": "だい|とう|りょう"}, (15, 35, 55)),  # reaches over the kana
            ("重大", {"重大": "じゅう|だ"}, (0, 30)),  # one gives what the other needs
            ("大長", {"大長": "だ|ちょう"}, (0, 10)),
            ("電話会談", {"電話": "でん|わ", "会談": "かい|だん"}, (0, 25, 40, 60)),  # far enough apart
            ("の平均時間", {"平均": "へい|きん", "時間": "じ|かん"}, (18.75, 38.75, 65, 80)),
            (
                "の平均重大",
                {"平均": "へい|きん", "重大": "じゅう|だ"},
                (17.5, 37.5, 60, 90),
            ),  # shifted, not spaced
        ],
    )
    def test_sets_solid(self, text: str, readings: dict[str, str], begins: tuple[float, ...]) -> None:
        (line,) = lines(text, 9, readings)
        assert line.inline == tuple(EM * number for number in range(len(text)))
        assert [ruby.inline[0] for ruby in line.rubies] == list(begins)

    def test_what_does_not_fit_is_spread_over_all_characters(self) -> None:
        (line,) = lines("大統領", 9, {"大統領": "だい|とう|りょう"})
        assert line.extent == 70
        assert line.inline == pytest.approx((5 / 3, 25, 48 + 1 / 3))
        assert reading_spans(line) == [(0, 20), (20, 40), (40, 70)]

    def test_a_reading_stays_with_its_own_character(self) -> None:
        (line,) = lines("志手木", 9, {"志手木": "こころざし|て|き"})
        assert reading_spans(line)[0] == (0, 50)
        for ruby, begin, end in zip(line.rubies, line.inline, line.ends, strict=True):
            assert begin - 10 <= (ruby.inline[0] + ruby.extent) / 2 <= end + 10

    def test_between_the_readings_of_two_words_there_is_a_gap(self) -> None:
        (line,) = lines("平均国民", 9, {"平均": "へい|きん", "国民": "こく|みん"})
        assert line.rubies[2].inline[0] - line.rubies[1].extent == pytest.approx(2.5)
        assert line.ends[-1] == pytest.approx(82.5, abs=0.7)  # nothing but that gap was added

    def test_a_line_may_end_inside(self) -> None:
        first, second = lines("朝の重大", 3, {"重大": "じゅう|だ"})
        assert reading_spans(first) == [] and first.end == 2  # じゅう finds no room alone on this line
        first, second = lines("朝の重大", 3.5, {"重大": "じゅう|だ"})
        assert (reading_spans(first), first.inline[2]) == ([(35, 65)], 40)
        assert (reading_spans(second), second.inline) == ([(5, 15)], (0,))


class TestJustified:
    def test_what_is_left_over_goes_between_characters(self) -> None:
        text = "朝の港に船が並び人が集まる"
        first, *_ = typeset(measured(text), [], setting(7.5, justify=True))
        assert first.ends[-1] == pytest.approx(150)
        gaps = {round(begin - end, 3) for begin, end in zip(first.inline[1:], first.ends[:-1], strict=True)}
        assert len(gaps) == 1

    def test_but_not_where_it_would_leave_holes(self) -> None:
        text = "朝のinternational"
        first, *_ = typeset(measured(text), [], setting(7, justify=True))
        assert first.ends[-1] == 40

    def test_the_last_line_is_not_stretched(self) -> None:
        text = "朝の港に船"
        *_, last = typeset(measured(text), [], setting(3.5, justify=True))
        assert last.inline == (0, 20)


class TestSpaces:
    """A quarter of an em, 5, between Japanese and Western characters."""

    @pytest.mark.parametrize(
        ("text", "readings", "inline"),
        [
            ("港とNATOの", {}, (0, 20, 45, 55, 65, 75, 90)),
            ("港、NATO。", {}, (0, 20, 40, 50, 60, 70, 80)),  # punctuation has its own
            ("港 A の", {}, (0, 20, 30, 40, 50)),
            ("港12月", {"港": "みな", "月": "つき"}, (0, 25, 35, 50)),
            ("は12月", {"12月": "かげつか"}, (0, 25, 35, 50)),  # inside a base, too
            ("は1月", {"1月": "いち|がつ"}, (0, 25, 40)),  # and inside a compound
        ],
    )
    def test_inside_a_line(self, text: str, readings: dict[str, str], inline: tuple[float, ...]) -> None:
        (line,) = typeset(measured(text, 5), rubies(text, readings), setting(12))
        assert line.inline == inline
        assert line.ends[0] == EM  # the white belongs to nobody

    def test_not_at_its_ends(self) -> None:
        text = "朝のNATO軍が"
        first, second, third = typeset(measured(text, 5), [], setting(2))
        assert (first.extent, second.inline[0], second.extent, third.inline[0]) == (40, 0, 40, 0)
        first, second = typeset(measured(text, 5), [], setting(4.25))
        assert (text[first.start : first.end], first.extent) == ("朝のNATO", 85)

    def test_a_compound_that_is_broken_there(self) -> None:
        text = "朝の1月"
        _, second = typeset(measured(text, 5), rubies(text, {"1月": "いち|がつ"}), setting(3.4))
        assert (second.inline, second.rubies[0].inline) == ((0,), (0, 10))

    def test_they_are_stretched_with_the_rest(self) -> None:
        text = "朝の港にNATOの船が並び人が集まる"
        first, *_ = typeset(measured(text, 5), [], setting(8.25, justify=True))
        assert first.ends[-1] == pytest.approx(165)
        gaps = [begin - end for begin, end in zip(first.inline[1:], first.ends[:-1], strict=True)]
        assert gaps[3] == pytest.approx(gaps[0] + 5)


class TestLastLine:
    @pytest.mark.parametrize(
        ("text", "characters", "expected"),
        [
            ("朝の港に船が並び人が集まり市", 13, ["朝の港に船が並び人が集ま", "り市"]),
            ("朝の港に船が並び人が集まるる。", 13, ["朝の港に船が並び人が集ま", "るる。"]),
            # っ cannot begin a line, so it takes ま with it
            ("朝の港町に船が並び大人たちが集まった。", 17, ["朝の港町に船が並び大人たちが集", "まった。"]),
            ("朝の港に船が並び人が集まる市場", 13, ["朝の港に船が並び人が集まる", "市場"]),  # two are enough
            ("朝の港に船が並び人が集まり\n市", 13, ["朝の港に船が並び人が集まり\n", "市"]),
            ("朝の港に市", 4, ["朝の港に", "市"]),  # there is too little on the line to stretch
        ],
    )
    def test_nobody_is_left_alone(self, text: str, characters: float, expected: list[str]) -> None:
        broken = typeset(measured(text), [], setting(characters, justify=True, hang=True))
        assert [text[line.start : line.end] for line in broken] == expected


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("朝の港に船が入って来た", 10, ["朝の港に船が", "入って来た"]),  # phrases stay whole
        ("港町朝市百周年記念大会", 10, ["港町朝市百周", "年記念大会"]),  # nobody is left alone
        ("朝の港", 10, ["朝の港"]),
    ],
)
def test_balanced_lines(text: str, characters: float, expected: list[str]) -> None:
    balanced = typeset_balanced(measured(text), [], setting(characters))
    assert [text[line.start : line.end] for line in balanced] == expected


# --- invariants ---------------------------------------------------------------------------------

TEXT = st.text(alphabet="空海朝港のがーっ、。「」（）12ab \n\u3099", max_size=60)


@st.composite
def texts_with_rubies(draw: st.DrawFn) -> tuple[str, list[MeasuredRuby]]:
    """Random text, with readings of random length over random bases inside words of one line."""
    text = draw(TEXT)
    found: list[MeasuredRuby] = []
    offset = 0
    while offset < len(text):
        length = draw(st.integers(1, 3))
        base = text[offset : offset + length]
        if all(character in "空海朝港12" for character in base) and draw(st.booleans()):
            word = offset if draw(st.booleans()) or not found else found[-1].word
            widths = (RUBY,) * draw(st.integers(1, 8))
            found.append(MeasuredRuby(offset, offset + len(base), widths, word))
        offset += length
    return text, found


@given(texts_with_rubies(), st.integers(1, 20), st.booleans(), st.booleans())
def test_every_character_stands_on_one_line(
    text_and_rubies: tuple[str, list[MeasuredRuby]], characters: int, justify: bool, hang: bool
) -> None:
    text, found = text_and_rubies
    broken = typeset(measured(text, 5), found, setting(characters, justify, hang))
    assert "".join(text[line.start : line.end] for line in broken) == text
    assert all(len(line.inline) == len(line.ends) == line.end - line.start > 0 for line in broken)
    placed = [
        (ruby.index, number)
        for line in broken
        for ruby in line.rubies
        for number in range(ruby.start, ruby.end)
    ]
    assert placed == [(index, n) for index, ruby in enumerate(found) for n in range(len(ruby.advances))]


@given(texts_with_rubies(), st.integers(6, 20), st.booleans(), st.booleans())
def test_nothing_overlaps_or_leaves_the_line(
    text_and_rubies: tuple[str, list[MeasuredRuby]], characters: int, justify: bool, hang: bool
) -> None:
    text, found = text_and_rubies
    for line in typeset(measured(text, 5), found, setting(characters, justify, hang)):
        for end, begin in zip(line.ends[:-1], line.inline[1:], strict=True):
            assert end <= begin + 0.01
        spans = reading_spans(line)
        assert all(begin >= -0.01 for begin, _ in spans)
        assert all(end <= characters * EM + 0.02 for _, end in spans)
        for (one, (_, end)), (other, (begin, _)) in pairwise(zip(line.rubies, spans, strict=True)):
            gap = 0 if found[one.index].word == found[other.index].word else RUBY / 4
            assert end + gap <= begin + 0.01


@given(texts_with_rubies(), st.integers(6, 20), st.booleans())
def test_readings_stand_over_their_bases(
    text_and_rubies: tuple[str, list[MeasuredRuby]], characters: int, justify: bool
) -> None:
    """The middle of a reading is above its base; with white around it, or one ruby em beside it, at most."""
    text, found = text_and_rubies
    for line in typeset(measured(text, 5), found, setting(characters, justify)):
        for ruby in line.rubies:
            base = found[ruby.index]
            left, right = line.inline[base.start - line.start], line.ends[base.end - 1 - line.start]
            middle = (ruby.inline[0] + ruby.extent) / 2
            assert left - RUBY / 2 <= middle <= right + RUBY / 2


@given(texts_with_rubies(), st.integers(8, 20), st.booleans())
def test_kinsoku_and_words(
    text_and_rubies: tuple[str, list[MeasuredRuby]], characters: int, hang: bool
) -> None:
    text, found = text_and_rubies
    broken = typeset(measured(text), found, setting(characters, hang=hang))
    breaks, forbidden = measured(text).breaks, set(forbidden_starts(text))
    for previous, line in pairwise(broken):
        good = {
            offset
            for offset in range(previous.start + 1, previous.end + 1)
            if breaks[offset] == Break.ALLOWED and offset not in forbidden
            if not any(ruby.start < offset < ruby.end for ruby in found)
        }
        if good and breaks[line.start] != Break.MANDATORY:
            assert line.start in good


@given(texts_with_rubies(), st.integers(1, 12), st.integers(1, 12))
def test_set_again_is_as_if_set_anew(
    text_and_rubies: tuple[str, list[MeasuredRuby]], before: int, after: int
) -> None:
    text, found = text_and_rubies
    again = typeset_again(typeset(measured(text, 5), found, setting(before)), after * EM)
    assert list(again) == list(typeset(measured(text, 5), found, setting(after)))
