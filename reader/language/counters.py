"""Counters and how they and the number before them sound together: facts of the language, as tables."""

from __future__ import annotations

from typing import NamedTuple


class Sounds(NamedTuple):
    """What a number and the counter behind it do to each other.

    A number with one of the endings in ``stops`` ends in っ (いち → いっ), and a counter in は行 then begins
    in ぱ行. After one of the endings in ``puffed`` a counter in は行 begins in ぱ行, after one in
    ``voiced`` it is voiced (か → が).
    """

    stops: tuple[str, ...] = ()
    puffed: tuple[str, ...] = ()
    voiced: tuple[str, ...] = ()


class Counter(NamedTuple):
    """A counter: ``head`` sounds together with the number; ``tail`` (間 in 年間, or "") follows unchanged."""

    head: str
    reading: str
    sounds: Sounds
    tail: str = ""
    tail_reading: str = ""


_STOPS = ("いち", "ろく", "はち", "じゅう", "ひゃく")
_STOPS_SELDOM = ("いち", "はち", "じゅう")

# Sound class → the counters in it, as "spelling reading"; "+" stands before a tail.
_TABLE: tuple[tuple[Sounds, str], ...] = (
    (  # いっかい ろっかい はっかい じゅっかい ひゃっかい
        Sounds(_STOPS),
        """
        回 かい 回+戦 かい+せん 回+忌 かい+き 回線 かいせん 回転 かいてん 回生 かいせい 個 こ 箇所 かしょ
        個所 かしょ か所 かしょ ヶ所 かしょ カ所 かしょ ヵ所 かしょ ケ所 かしょ 箇月 かげつ か月 かげつ
        ヶ月 かげつ カ月 かげつ ヵ月 かげつ ケ月 かげつ 箇国 かこく か国 かこく ヶ国 かこく カ国 かこく
        ヵ国 かこく ケ国 かこく か国語 かこくご カ国語 かこくご ヶ国語 かこくご 箇年 かねん か年 かねん
        カ年 かねん ヶ年 かねん 箇条 かじょう か条 かじょう カ条 かじょう ヶ条 かじょう か村 かそん
        カ村 かそん ヶ村 かそん 階級 かいきゅう 件 けん 機 き 基 き 曲 きょく 級 きゅう 巻 かん 缶 かん
        校 こう 課 か 科 か 科目 かもく 局 きょく 県 けん 区 く 句 く 期 き 期+生 き+せい 家族 かぞく
        家庭 かてい 角 かく 角形 かくけい 画 かく 戸 こ 口 くち 項 こう 項目 こうもく 季 き 国 こく
        脚 きゃく 株 かぶ 系統 けいとう 軌 き 京 けい 斤 きん 教科 きょうか 冠 かん 間隔 かんかく
        気圧 きあつ 球団 きゅうだん 稿 こう 企業 きぎょう 機種 きしゅ 拠点 きょてん 球 きゅう 金額 きんがく
        言 げん 行政区 ぎょうせいく コ こ ケ こ
        """,
    ),
    (  # さんがい なんがい besides
        Sounds(_STOPS, voiced=("さん", "なん")),
        "階 かい 階+建て かい+だて 階+建 かい+だて 軒 けん",
    ),
    (Sounds(_STOPS, voiced=("さん", "せん", "まん", "なん")), "石 こく"),
    (  # いっさい はっさい じゅっさい
        Sounds(_STOPS_SELDOM),
        """
        冊 さつ 歳 さい 才 さい 歳+代 さい+だい 世紀 せいき 世 せい 隻 せき 社 しゃ 週 しゅう
        週間 しゅうかん 章 しょう 種 しゅ 種類 しゅるい 種目 しゅもく 周 しゅう 周年 しゅうねん 首 しゅ
        勝 しょう 色 しょく 戦 せん 寸 すん 尺 しゃく 席 せき 節 せつ 世代 せだい 世帯 せたい 省 しょう
        州 しゅう 市 し 試合 しあい 線 せん 選 せん 選手 せんしゅ 書 しょ 品種 ひんしゅ 作 さく
        作品 さくひん 車線 しゃせん 室 しつ 進法 しんほう 進数 しんすう 層 そう 艘 そう 膳 ぜん 審 しん
        刷 さつ 升 しょう 宗 しゅう 親等 しんとう 世界 せかい 星 せい 説 せつ 市町村 しちょうそん
        シーズン しーずん センチ せんち センチメートル せんちめーとる cm せんちめーとる ㎝ せんちめーとる
        cc しーしー セント せんと
        """,
    ),
    (Sounds(_STOPS_SELDOM, voiced=("さん", "なん")), "足 そく"),
    (  # いってん はってん じゅってん
        Sounds(_STOPS_SELDOM),
        """
        頭 とう トン とん t とん 点 てん 通 つう 着 ちゃく 丁目 ちょうめ 丁 ちょう 町歩 ちょうぶ 党 とう
        等 とう 等級 とうきゅう 店 てん 店舗 てんぽ 体 たい 対 つい 隊 たい 都市 とし 等分 とうぶん
        町 ちょう 町村 ちょうそん 島 とう 得点 とくてん 団体 だんたい タイトル たいとる 投 とう
        投手 とうしゅ 打席 だせき 打点 だてん チーム ちーむ 棟 とう 灯 とう 兆 ちょう 通り とおり
        """,
    ),
    (  # いっぽん さんぼん ろっぽん
        Sounds(_STOPS, voiced=("さん", "せん", "まん", "なん")),
        "本 ほん 本塁打 ほんるいだ 匹 ひき 疋 ひき 杯 はい 俵 ひょう 遍 へん",
    ),
    (Sounds(_STOPS, puffed=("さん",), voiced=("せん", "まん", "なん")), "票 ひょう 票+差 ひょう+さ"),
    (Sounds(_STOPS, puffed=("さん", "よん", "なん")), "分 ふん 分+間 ふん+かん 泊 はく 分+半 ふん+はん"),
    (  # いっぱつ さんぱつ よんはつ
        Sounds(_STOPS, puffed=("さん", "なん")),
        """
        発 はつ 歩 ほ 版 はん 編 へん 品 ひん 品目 ひんもく 拍 はく 筆 ひつ 敗 はい 班 はん 犯 はん 片 へん
        包 ほう 派 は
        """,
    ),
    (
        Sounds(_STOPS_SELDOM),
        "ページ ぺーじ 頁 ぺーじ p ぺーじ ポイント ぽいんと ポンド ぽんど パック ぱっく ペア ぺあ",
    ),
    (Sounds(("じゅう",)), "% ぱーせんと ％ ぱーせんと パーセント ぱーせんと ‰ ぱーみる"),
    (  # ろっきろ じゅっきろ, but いちきろ はちきろ
        Sounds(("ろく", "じゅう")),
        """
        キロ きろ キロメートル きろめーとる キログラム きろぐらむ キロワット きろわっと km きろめーとる
        kg きろぐらむ ㎞ きろめーとる ㎏ きろぐらむ kW きろわっと km/h きろめーとるまいじ カロリー かろりー
        クラス くらす ゲーム げーむ
        """,
    ),
    (
        Sounds(),
        """
        平方メートル へいほうめーとる 平方キロメートル へいほうきろめーとる 平方キロ へいほうきろ
        km2 へいほうきろめーとる km² へいほうきろめーとる m2 へいほうめーとる m² へいほうめーとる
        ㎡ へいほうめーとる m3 りっぽうめーとる m³ りっぽうめーとる ㎥ りっぽうめーとる
        立方メートル りっぽうめーとる ha へくたーる ヘクタール へくたーる hPa へくとぱすかる
        フィート ふぃーと フラン ふらん ファミリー ふぁみりー
        円 えん 円+台 えん+だい 枚 まい 台 だい 年 ねん 年+間 ねん+かん 年度 ねんど 年代 ねんだい
        年+目 ねん+め 年生 ねんせい 年+生 ねん+せい 年+半 ねん+はん 年+式 ねん+しき 年+版 ねん+ばん
        年+債 ねん+さい 名 めい 名+様 めい+さま 倍 ばい 度 ど 度+目 ど+め 番 ばん 番+目 ばん+め 番地 ばんち
        番組 ばんぐみ 番号 ばんごう 番手 ばんて 番線 ばんせん 番+打者 ばん+だしゃ 位 い 列 れつ 列目 れつめ
        羽 わ 時 じ 時間 じかん 時間+半 じかん+はん 時+半 じ+はん 秒 びょう 秒+間 びょう+かん
        割 わり 割+引 わり+びき 部 ぶ 部門 ぶもん 部作 ぶさく 話 わ 代 だい 代+目 だい+め 条 じょう 号 ごう
        号+線 ごう+せん 号+機 ごう+き 号+車 ごう+しゃ 号+館 ごう+かん 号+室 ごう+しつ 両 りょう
        両+編成 りょう+へんせい 重 じゅう 類 るい 面 めん 行 ぎょう 村 そん 字 じ 文字 もじ
        メートル めーとる m めーとる 米 めーとる 月 がつ 月+末 がつ+まつ 月+期 がつ+き 月+号 がつ+ごう
        月+上旬 がつ+じょうじゅん 月+中旬 がつ+ちゅうじゅん 月+下旬 がつ+げじゅん 人 にん 人+目 にん+め
        人+組 にん+ぐみ 人+前 にん+まえ 人+乗り にん+のり 人+称 にん+しょう 人+用 にん+よう 日 にち
        日+間 にち+かん 日+目 にち+め 日+付 にち+づけ 日+付け にち+づけ 限 げん 問 もん 語 ご 男 なん
        女 じょ 段 だん 段階 だんかい 次 じ 次元 じげん 輪 りん 元 げん 弦 げん 合 ごう 院 いん 軸 じく
        群 ぐん 門 もん 例 れい 連覇 れんぱ 連勝 れんしょう 連敗 れんぱい 連+休 れん+きゅう 連休 れんきゅう
        里 り 毛 もう 塁 るい 畳 じょう 錠 じょう 文 もん 反 たん 割+増 わり+まし 目 め ミリ みり
        ミリメートル みりめーとる mm みりめーとる ㎜ みりめーとる g ぐらむ グラム ぐらむ mg みりぐらむ ° ど
        ℃ ど 度C ど °C ど μm まいくろめーとる µm まいくろめーとる nm なのめーとる L りっとる
        リットル りっとる ml みりりっとる mL みりりっとる ドル どる ユーロ ゆーろ ウォン うぉん
        マイル まいる 貫 かん 柱 はしら 座 ざ 座席 ざせき 間 けん 坪 つぼ W わっと V ぼると Hz へるつ
        kHz きろへるつ MHz めがへるつ GHz ぎがへるつ GB ぎがばいと MB めがばいと KB きろばいと TB てらばいと
        ppm ぴーぴーえむ バイト ばいと ビット びっと 馬力 ばりき 連隊 れんたい 師団 しだん 大隊 だいたい
        部隊 ぶたい 院制 いんせい 国間 こくかん 者 しゃ 桁 けた 組 くみ 乗 じょう 軍 ぐん 議席 ぎせき
        単位 たんい 万 まん 月分 がつぶん 段目 だんめ 枠 わく 大学 だいがく 大会 たいかい 大陸 たいりく
        方向 ほうこう 物質 ぶっしつ 児 じ 児+目 じ+め
        """,
    ),
)


def _counters() -> dict[str, Counter]:
    found = {}
    for sounds, block in _TABLE:
        fields = block.split()
        for spelling, reading in zip(fields[::2], fields[1::2], strict=True):
            head, _, tail = spelling.partition("+")
            head_reading, _, tail_reading = reading.partition("+")
            found[head + tail] = Counter(head, head_reading, sounds, tail, tail_reading)
    return found


COUNTERS: dict[str, Counter] = _counters()
LONGEST_COUNTER = max(map(len, COUNTERS))

# Often the beginning of another word (国 of 国際): counters only where a token ends with them.
NEEDS_TOKEN_END = frozenset("間目文元門面部足国重角分体対軍口島町村市県区合等線科世字星者") | {
    "方向",
    "世界",
    "大学",
    "大会",
    "大陸",
}

# How the last digit is read before a counter, where it is not よん, なな, きゅう.
_YO = {4: "よ"}
LAST_DIGIT: dict[str, dict[int, str]] = {
    **dict.fromkeys(("年", "年度", "年代", "人", "畳", "円"), _YO),
    "月": {4: "し", 7: "しち", 9: "く"},
    "時": {4: "よ", 7: "しち", 9: "く"},
    "日": {4: "よ", 7: "しち", 9: "く"},
    "時間": {4: "よ", 9: "く"},
}

# A number and its counter that are one word, not to be taken apart: head of the counter → value → reading.
FUSED: dict[str, dict[int, str]] = {
    "日": {
        2: "ふつか",
        3: "みっか",
        4: "よっか",
        5: "いつか",
        6: "むいか",
        7: "なのか",
        8: "ようか",
        9: "ここのか",
        10: "とおか",
        14: "じゅうよっか",
        20: "はつか",
        24: "にじゅうよっか",
    },
    "人": {1: "ひとり", 2: "ふたり"},
    "歳": {20: "はたち"},
    "才": {20: "はたち"},
}
# 一人称, 二人三脚: not ひとり, ふたり before these.
NEVER_FUSED_BEFORE = frozenset(("称", "三脚"))
FIRST_OF_MONTH = "ついたち"

# The old Japanese numbers before つ and some native counters.
NATIVE = ("", "ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの")
NATIVE_COUNTERS: dict[str, frozenset[int]] = {
    "つ": frozenset(range(1, 10)),
    "坪": frozenset((1,)),
    "柱": frozenset((1, 2)),
    "組": frozenset((1, 2)),
    "桁": frozenset((1, 2)),
    "通り": frozenset((1, 2)),
}

# Zero before these is れい.
ZERO_IS_REI = frozenset("時度℃")
