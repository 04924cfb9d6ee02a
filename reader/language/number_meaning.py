"""What a number with its counter means in English: "100,000 people", "2021 (Reiwa 3)", "one third"."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.language.counters import Counter
from reader.language.eras import ERAS, in_eras
from reader.language.numerals import Numeral

MONTHS = "January February March April May June July August September October November December".split()
_SMALL = "zero one two three four five six seven eight nine ten".split()
_PARTS = ("", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_WORDS_FROM = 1_000_000
_LARGE_WORDS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MONTHS_OF_YEAR, _DAYS_OF_MONTH, _HOURS, _FIRST_YEAR, _LAST_YEAR = 12, 31, 24, 1000, 2200
_MOST_TIMES = 10

# Counter → what is counted, one and several, with "/" between them where several are not one with "s".
_NOUNS_TABLE = """
    人: person/people | 名: person/people | 者: party/parties | 児: child/children | 男: son | 女: daughter
    歳児: -year-old child/-year-old children | 家族: family/families | 世帯: household | 家庭: household
    戸: house | 軒: house | 棟: building | 部屋: room | 室: room | 間: ken (1.8 m)/ken (1.8 m each)
    畳: tatami mat | 帖: tatami mat | 坪: tsubo (3.3 m²)/tsubo (3.3 m² each) | 反: tan (10 a)/tan (10 a each)
    町歩: chō (1 ha)/chō (1 ha each) | 石: koku (180 L)/koku (180 L each) | 升: shō (1.8 L)/shō (1.8 L each)
    合: gō (180 mL)/gō (180 mL each) | 尺: shaku (30 cm)/shaku (30 cm each) | 寸: sun (3 cm)/sun (3 cm each)
    里: ri (3.9 km)/ri (3.9 km each) | 貫: kan (3.75 kg)/kan (3.75 kg each) | 斤: loaf/loaves | 俵: bale
    文: mon (old coin)/mon (old coins) | 匹: animal | 疋: animal | 頭: large animal | 羽: bird | 把: bundle
    尾: fish/fish | 本: long thing (bottle, film, train …)/long things (bottles, films, trains …)
    枚: flat thing (sheet, slice …)/flat things (sheets, slices …) | 個: piece | ケ: piece | コ: piece
    ヶ: piece | つ: thing | 点: point (or item)/points (or items) | 件: case | 種: kind | 種類: kind
    品: item | 品目: item | 品種: variety/varieties | 杯: cup or glass/cups or glasses | 皿: plate
    膳: pair of chopsticks/pairs of chopsticks | 着: garment | 足: pair of shoes/pairs of shoes | 対: pair
    組: group or pair/groups or pairs | 箱: box/boxes | 袋: bag | 束: bundle | 粒: grain | 切れ: slice
    玉: ball (head, coin) | 房: bunch/bunches | 包み: packet | 缶: can | 瓶: bottle | 鍋: pot | 鉢: bowl
    口: mouthful (or share)/mouthfuls (or shares) | 錠: tablet | 包: packet | 滴: drop
    つまみ: pinch/pinches | 摘み: pinch/pinches | 掴み: handful | 握り: handful
    さじ: spoonful | 匙: spoonful
    株: share (or plant)/shares (or plants) | 冊: book | 巻: volume | 部: copy (or part)/copies (or parts)
    編: piece of writing/pieces of writing | 首: poem | 句: phrase (or haiku)/phrases (or haiku)
    曲: piece of music/pieces of music | 話: episode | 通: letter or mail/letters or mails
    筆: plot of land/plots of land | 字: character | 文字: character
    語: word (or language)/words (or languages) | 言語: language | 行: line | 列: row | 段落: paragraph
    章: chapter | 節: section | 項: item | 項目: item | ページ: page | 頁: page | ㌻: page | p: page
    問: question | 例: example | 説: theory/theories | 作: work | 作品: work | 稿: draft
    台: machine or vehicle/machines or vehicles | 両: carriage | 隻: ship | 艘: boat | 艇: boat
    機: aircraft (or machine)/aircraft (or machines) | 便: flight (or run)/flights (or runs)
    基: installation | 門: gun | 発: shot | 丁: block (or gun)/blocks (or guns) | 騎: horseman/horsemen
    脚: chair | 面: side (or court)/sides (or courts) | 社: company/companies | 店: shop
    振り: swing (or sword)/swings (or swords)
    店舗: shop | 校: school | 大学: university/universities | 学部: faculty/faculties | 学年: school year
    学期: school term | 科目: subject | 教科: subject | 課: section
    局: station (or office)/stations (or offices) | 省: ministry/ministries | 党: party/parties
    派: faction | 団体: organization | 企業: company/companies | 機種: model | 拠点: site
    国: country/countries | か国: country/countries | か国語: language | 州: state | 県: prefecture
    都: metropolis/metropolises | 府: prefecture | 道: prefecture | 市: city/cities | 区: ward | 町: town
    村: village | 市町村: municipality/municipalities | 町村: town or village/towns or villages
    都市: city/cities | 地区: district | 島: island | か村: village | か町: town | か所: place | か店: shop
    か店舗: shop | か寺: temple | か条: article | 駅: station | 大陸: continent | 世界: world
    方向: direction | 線: line | 車線: lane | 路線: line | 回: time
    度: time (or degree)/times (or degrees) | 遍: time | 試合: match/matches | 戦: match/matches
    回戦: round | 勝: win | 敗: loss/losses | 連勝: win in a row/wins in a row
    連敗: loss in a row/losses in a row | 連覇: title in a row/titles in a row
    連休: day off in a row/days off in a row | 得点: point | 失点: point conceded/points conceded
    安打: hit | 本塁打: home run | 打点: run batted in/runs batted in | 打席: plate appearance
    打数: at bat | 盗塁: stolen base | 奪三振: strikeout | 球: pitch/pitches | 死: out | 塁: base
    ゲーム: game | 票: vote | 議席: seat | 席: seat | 座席: seat | 枠: slot | 歩: step | 拍: beat
    泊: night | 食: meal | 色: colour | 点差: point | 段: step (or dan)/steps (or dan) | 段階: stage
    層: layer | 重: layer | 軸: axis/axes | 次元: dimension | 角: corner | 角形: -sided figure | 辺: side
    桁: digit | ケタ: digit | 画: stroke | 弦: string | 輪: wheel (or flower)/wheels (or flowers) | 星: star
    灯: light | 株式: share | 年: year | か年: year | か月: month | 週: week | 週間: week | 周: lap
    日: day | 時間: hour | 分: minute | 秒: second | 世紀: century/centuries | 世代: generation
    シーズン: season | 季: season | 期: term | 半期: half-year term | 時限: class period | 限: class period
    晩: night | 審: instance | コマ: class period (or frame)/class periods (or frames) | 級: grade
    階級: class/classes | 類: class/classes | 等: class/classes | 等級: class/classes
    科: family or department/families or departments | 群: group | 班: team | 隊: unit | 軍: army/armies
    師団: division | 連隊: regiment | 大隊: battalion | 部隊: unit | 部門: section | 部作: part
    条: article | 通り: way | 山: pile (or mountain)/piles (or mountains) | 回り: round | 体: body/bodies
    柱: deity/deities | 幕: act | 筋: line | 系統: line | 番組: programme | 大会: tournament
    物質: substance | 単位: unit (or credit)/units (or credits) | 宗: sect | 選手: player | 投手: pitcher
    球団: team | 乗: th power/th power | 親等: degree of kinship/degrees of kinship | 人組: person group
    チーム: team | クラブ: club | クラス: class/classes | タイトル: title | テーブル: table
    ポイント: point | パック: pack | ペア: pair | カップ: cup | ケース: case | コース: course | セット: set
    サイズ: size | ステップ: step | タイプ: type | ダース: dozen/dozen | ファミリー: family/families
    シート: sheet | ターン: turn | 円: yen/yen | ドル: dollar | ㌦: dollar | セント: cent | ユーロ: euro
    ポンド: pound | ウォン: won/won | 元: yuan/yuan | フラン: franc | ルーブル: rouble | ルピー: rupee
    マルク: mark | メートル: metre | 米: metre | キロ: kilometre (or kilogram)/kilometres (or kilograms)
    ㌔: kilometre (or kilogram)/kilometres (or kilograms) | センチ: centimetre | ㌢: centimetre
    ミリ: millimetre | ㍉: millimetre | グラム: gram | 瓦: gram | トン: ton | ㌧: ton | リットル: litre
    ㍑: litre | ヘクタール: hectare | ㌶: hectare | アール: are | エーカー: acre | マイル: mile
    フィート: foot/feet | インチ: inch/inches | ヤード: yard | オンス: ounce | ガロン: gallon | ノット: knot
    カラット: carat | 馬力: horsepower/horsepower | カロリー: calorie | ワット: watt | ボルト: volt
    ヘルツ: hertz/hertz | バイト: byte | ビット: bit | バレル: barrel | デシベル: decibel
    シーベルト: sievert | ミリシーベルト: millisievert | ベクレル: becquerel | 気圧: atmosphere
"""

# Counter → the English of a number with it; {} is its figure, {nth} its ordinal.
_TEMPLATES_TABLE = """
    % = {} % | パーセント = {} % | ㌫ = {} % | ‰ = {} ‰ | 円 = ¥{} | ドル = ${} | ㌦ = ${} | ユーロ = €{}
    ポンド = £{} | 歳 = {} years old | 才 = {} years old | ℃ = {} °C | 度C = {} °C | °C = {} °C | ° = {}°
    倍 = {} times as much | 時 = {} o'clock | 位 = {nth} place | 番 = no. {} | 号 = no. {} | 丁目 = block {}
    番地 = lot {} | 号線 = route {} | 号機 = unit {} | 号車 = car {} | 号館 = building {} | 号室 = room {}
    番線 = platform {} | 番号 = number {} | 面積 = {} | 世紀 = {nth} century | 年生 = {nth}-year pupil
    期生 = {nth}-term graduate | 世 = {nth} (of that name) | 代 = {nth} in line (or {} generations)
    次 = {nth} | 位置 = {nth} | 階 = {nth} floor (or {} floors) | F = {nth} floor | 階建て = {}-storey
    階建 = {}-storey | 版 = {nth} edition | 刷 = {nth} printing | 条 = article {} | 周年 = {nth} anniversary
    回忌 = {nth} anniversary of a death | 人称 = {nth} person | 人前 = {} portions | 人用 = for {} people
    人乗り = for {} people | 人制 = {} a side | 人組 = group of {} | 人様 = {} people | 名様 = {} people
    両編成 = {}-car train | 割引 = {}0 % off | 割引き = {}0 % off | 割増 = {}0 % extra
    割増し = {}0 % extra | 倍速 = {}× speed | 乗 = {nth} power | 級 = grade {} | 番手 = {nth} in order
    番打者 = {nth} batter | 等分 = {} equal parts | 進法 = base {} | 進数 = base {}
    国間 = between {} countries | 院制 = {}-chamber system | 部作 = work in {} parts
    角形 = {}-sided figure | 年式 = {} model | 年版 = {} edition | 年債 = {}-year bond
    年物 = aged {} years | 年来 = for {} years | km/h = {} km/h | キロワット時 = {} kWh | 平方キロ = {} km²
    平方キロメートル = {} km² | 平方粁 = {} km² | 平粁 = {} km² | 平方メートル = {} m² | 平米 = {} m²
    平方センチメートル = {} cm² | 平方マイル = {} square miles | 平方フィート = {} square feet
    立方メートル = {} m³ | 立方センチメートル = {} cm³ | km2 = {} km² | m2 = {} m² | cm2 = {} cm²
    mm2 = {} mm² | m3 = {} m³ | cm3 = {} cm³ | km3 = {} km³ | キロメートル = {} km | 粁 = {} km | ㎞ = {} km
    キログラム = {} kg | ㎏ = {} kg | センチメートル = {} cm | ㎝ = {} cm | ミリメートル = {} mm
    ㎜ = {} mm | キロワット = {} kW | キロカロリー = {} kcal | ミリグラム = {} mg | ㎎ = {} mg
    ミリリットル = {} mL | ㎖ = {} mL | キロリットル = {} kL | マイクロメートル = {} µm
    ナノメートル = {} nm | ヘクトパスカル = {} hPa | アンペア = {} A | メガワット = {} MW
    ギガバイト = {} GB | メガバイト = {} MB | テラバイト = {} TB | パーミル = {} ‰ | ㎡ = {} m²
    ㎢ = {} km² | ㎥ = {} m³ | ㎠ = {} cm² | ㎤ = {} cm³ | ℓ = {} L | l = {} L
"""


def _fields(table: str, sign: str) -> dict[str, str]:
    rows = (row.split(sign, 1) for row in table.strip().replace("\n", " | ").split(" | "))
    return {spelling.strip(): english.strip() for spelling, english in rows}


def _nouns() -> dict[str, tuple[str, str]]:
    forms = ((spelling, english.split("/")) for spelling, english in _fields(_NOUNS_TABLE, ":").items())
    return {spelling: (one[0], one[1] if len(one) > 1 else one[0] + "s") for spelling, one in forms}


_NOUNS = _nouns()
_TEMPLATES = _fields(_TEMPLATES_TABLE, " = ")


class Around(NamedTuple):
    """What stands around a number: what the numbers right before it said, its era, 第, the text behind it.

    ``is_first`` is whether 1日 is the first of a month.

    ``ends`` is where the number before ends, whose date or time goes on: 2021年12月 before 30日.
    """

    ends: int = -1
    year: int | None = None
    month: int | None = None
    hour: int | None = None
    era: str = ""
    is_ordinal: bool = False
    is_first: bool = False
    after: str = ""

    def of(self, start: int, era: str, is_ordinal: bool, is_first: bool, after: str) -> Around:
        """The same for a number that begins at ``start``."""
        known = self if self.ends == start else Around()
        return known._replace(era=era, is_ordinal=is_ordinal, is_first=is_first, after=after)

    def then(self, start: int, end: int, head: str, value: int | None, era: str) -> Around:
        """What is known behind the number ``start`` to ``end`` with the counter ``head``."""
        known = self if self.ends == start else Around()
        if head == "年" and value is not None:
            return Around(end, year=ERAS[era][2] + value - 1 if era else value)
        if head == "月":
            return Around(end, year=known.year, month=value)
        if head == "時":
            return Around(end, hour=value)
        return Around()


class _Counted(NamedTuple):
    numeral: Numeral
    counter: Counter
    around: Around


def english_of(numeral: Numeral, counter: Counter, around: Around) -> str:
    """The meaning of a number with its counter; the figure alone where there is no English."""
    counted, value = _Counted(numeral, counter, around), numeral.value
    special = _SPECIAL.get(counter.head)
    if special and (english := special(counted)) is not None:
        return english
    if counter.tail in ("目", "") and (counted.around.is_ordinal or counter.tail == "目"):
        return _in_order(counted)
    tail = _TAILS.get(counter.tail)
    template = _TEMPLATES.get(counter.head + counter.tail) or (
        tail is not None and _TEMPLATES.get(counter.head)
    )
    is_vague = not numeral.figure[0].isdigit() and _noun(counter) is not None  # hundreds of yen
    if template and not ("{nth}" in template and value is None) and not is_vague:
        english = template.format(counted.numeral.figure, nth=ordinal(value or 0))
        return (tail or "{}").format(english) + _in_words(value)
    return (tail or "{}").format(_amount(counted)) + _in_words(value)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    teens = 10 < value % 100 < 20
    return f"{value:,}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def english_fraction(above: Numeral, below: Numeral) -> str:
    """one third, three quarters, 7/12."""
    if above.value is None or below.value is None:
        return f"{above.figure}/{below.figure}"
    if 1 < below.value < len(_PARTS) and 0 < above.value < len(_SMALL):
        part = _PARTS[below.value]
        many = "halves" if part == "half" else part + "s"
        return f"{_SMALL[above.value]} {part if above.value == 1 else many}"
    return f"{above.figure}/{below.figure}"


def english_date(year: int | None, month: int, day: int) -> str:
    """December 30, 2021."""
    return f"{MONTHS[month - 1]} {day}{f', {year}' if year else ''}"


def english_number(numeral: Numeral) -> str:
    """A number without a counter: 320,000,000 (320 million)."""
    return numeral.figure + _in_words(numeral.value)


def _in_words(value: int | None) -> str:
    """The same in words for great numbers: " (320 million)"."""
    if value is None or value < _WORDS_FROM:
        return ""
    unit, name = next((unit, name) for unit, name in _LARGE_WORDS if value >= unit)
    rounded = f"{value / unit:.3f}".rstrip("0").rstrip(".")
    about = "" if float(rounded) * unit == value else "about "
    return f" ({about}{rounded} {name})"


_TAILS = {
    "": "{}",
    "間": "{}",
    "分": "enough for {}",
    "台": "in the range of {}",
    "差": "a difference of {}",
    "弱": "a little under {}",
    "強": "a little over {}",
    "半": "{} and a half",
}


def _noun(counter: Counter) -> tuple[str, str] | None:
    head = counter.head
    return _NOUNS.get(head) or _NOUNS.get("か" + head[1:])  # ヶ月, 箇月


def _amount(counted: _Counted) -> str:
    figure, value = counted.numeral.figure, counted.numeral.value
    head = counted.counter.head
    if noun := _noun(counted.counter):
        return f"{figure}{'' if noun[0][0] == '-' else ' '}{noun[value != 1 and '/' not in figure]}"
    if head.isascii() or ord(head[0]) in range(0x3300, 0x3400):
        return f"{figure} {head}"
    return figure.removesuffix(" of")


def _in_order(counted: _Counted) -> str:
    """第3回, 3人目: the 3rd time, the 3rd person."""
    value = counted.numeral.value
    noun = _noun(counted.counter)
    if value is None:
        return (
            f"which {noun[0]} (in order)"
            if noun and counted.numeral.figure == "how many"
            else _amount(counted)
        )
    if counted.around.is_ordinal and "{nth}" not in (
        template := _TEMPLATES.get(counted.counter.head, "{nth}")
    ):
        return template.format(counted.numeral.figure)
    if counted.counter.head == "部":
        return f"part {value}"
    if noun is None or counted.counter.head in ("番", "次", "位", "代"):
        return ordinal(value)
    return f"{ordinal(value)} {noun[0].split(' (')[0]}"


# --- what depends on more than its counter --------------------------------------------------------

_SPAN_AFTER = re.compile(
    "前|後|間|ぶり|以上|以内|以下|未満|余|もの|近く|目|おき|ごと|毎|連続|ほど|程度|くらい|ぐらい|にわた|かけ|かか|しか"
)


def _year(counted: _Counted) -> str | None:
    value, tail = counted.numeral.value, counted.counter.tail
    if value is None or tail not in ("", "度") or counted.around.is_ordinal:
        return None
    if counted.around.era:
        _reading, name, first = ERAS[counted.around.era]
        return f"{first + value - 1} ({name} {value})"
    if _SPAN_AFTER.match(counted.around.after):
        return None
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        eras = in_eras(value)
        return f"{value}{f' ({eras})' if eras else ''}"
    return f"{value:,} {'year' if value == 1 else 'years'} (or the year {value})"


def _fiscal_year(counted: _Counted) -> str | None:
    value = counted.numeral.value
    if value is None:
        return None
    if counted.around.era:
        _reading, name, first = ERAS[counted.around.era]
        return f"fiscal {first + value - 1} ({name} {value})"
    return f"fiscal {value}"


def _decade(counted: _Counted) -> str | None:
    value = counted.numeral.value
    if value is None:
        return None
    if counted.around.era:
        reading_name_first = ERAS[counted.around.era]
        return f"the {reading_name_first[1]} {value}s ({reading_name_first[2] + value - 1}–)"
    return f"the {value}s"


def _month(counted: _Counted) -> str | None:
    value = counted.numeral.value
    if value is None and counted.numeral.figure == "how many":
        return "which month"
    if value is None or not 1 <= value <= _MONTHS_OF_YEAR:
        return f"{counted.numeral.figure} months"
    month = MONTHS[value - 1]
    parts = {
        "上旬": f"early {month}",
        "中旬": f"mid-{month}",
        "下旬": f"late {month}",
        "末": f"the end of {month}",
    }
    month = parts.get(counted.counter.tail, month)
    return f"{month} {counted.around.year}" if counted.around.year else month


def _day(counted: _Counted) -> str | None:
    value, tail, around = counted.numeral.value, counted.counter.tail, counted.around
    if value is None:
        return "which day (or how many days)" if counted.numeral.figure == "how many" and not tail else None
    if tail not in ("", "付", "付け") or value > _DAYS_OF_MONTH or around.is_ordinal:
        return None
    date = english_date(around.year, around.month, value) if around.month else f"the {ordinal(value)}"
    if tail:
        return f"dated {date}"
    if around.month or around.is_first:
        return date
    return None if value == 1 or _SPAN_AFTER.match(around.after) else f"{date} (or {value} days)"


def _degree(counted: _Counted) -> str | None:
    value = counted.numeral.value
    if counted.counter.tail or counted.around.is_ordinal or (value is not None and value <= _MOST_TIMES):
        return None
    return f"{counted.numeral.figure} degrees" if counted.numeral.figure[0].isdigit() else None


def _hour(counted: _Counted) -> str | None:
    value, tail = counted.numeral.value, counted.counter.tail
    if value is None:
        return "what time" if counted.numeral.figure == "how many" else None
    if tail == "半":
        return f"half past {value}" if value <= _HOURS // 2 else f"{value}:30"
    if tail == "台":
        return f"between {value} and {value + 1} o'clock"
    return (
        f"{value} o'clock"
        if value <= _HOURS // 2
        else f"{value}:00 ({value - _HOURS // 2} p.m.)"
        if value < _HOURS
        else "midnight"
    )


def _minute(counted: _Counted) -> str | None:
    value = counted.numeral.value
    if counted.around.hour is None or value is None or counted.counter.tail:
        return None
    return f"{counted.around.hour}:{value:02}"


def _tenths(counted: _Counted) -> str | None:
    value = counted.numeral.value
    if value is None or counted.counter.tail in ("引", "引き", "増", "増し"):
        return None
    return (_TAILS.get(counted.counter.tail) or "{}").format(f"{value * 10} %")


def _generation(counted: _Counted) -> str | None:
    value, tail = counted.numeral.value, counted.counter.tail
    if value and not tail and not counted.around.is_ordinal and 10 <= value < 100 and value % 10 == 0:
        return "teens (age)" if value == 10 else f"{value}s (age)"
    return ordinal(value) + " in line" if value and (tail == "目" or counted.around.is_ordinal) else None


def _age(counted: _Counted) -> str | None:
    figure = counted.numeral.figure
    if counted.counter.tail == "代":
        return f"{figure}s (age)"
    return "how old" if figure == "how many" else None


_SPECIAL = {
    "年": _year,
    "年度": _fiscal_year,
    "年代": _decade,
    "月": _month,
    "日": _day,
    "時": _hour,
    "度": _degree,
    "分": _minute,
    "割": _tenths,
    "代": _generation,
    "歳": _age,
    "才": _age,
}
