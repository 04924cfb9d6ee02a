"""Counters and how they and the number before them sound together: facts of the language, as tables."""

from __future__ import annotations

from typing import NamedTuple

from reader.kana import to_katakana
from reader.language.characters import has_kanji


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
    """A counter: ``head`` sounds together with the number; ``tail`` (後 in 年後, or "") follows unchanged."""

    head: str
    reading: str
    sounds: Sounds
    tail: str = ""
    tail_reading: str = ""


_STOPS = ("いち", "ろく", "はち", "じゅう", "ひゃく", "びゃく", "ぴゃく")
_STOPS_SELDOM = ("いち", "はち", "じゅう")
# As in か月: the か is written in many ways.
_KA = ("か", "ヶ", "カ", "ヵ", "ケ", "箇", "個")

# Sound class → the counters in it, as "spelling reading"; "+" stands before a tail, "~" for any か of か月.
_TABLE: tuple[tuple[Sounds, str], ...] = (
    (  # いっかい ろっかい はっかい じゅっかい ひゃっかい
        Sounds(_STOPS),
        """
        回 かい 回線 かいせん 回転 かいてん 回生 かいせい 回戦 かいせん 回忌 かいき 個 こ コ こ ケ こ
        ヶ こ ~所 かしょ ~月 かげつ ~国 かこく ~国語 かこくご ~年 かねん ~条 かじょう ~村 かそん
        ~町 かちょう ~店 かてん ~店舗 かてんぽ ~寺 かじ 階級 かいきゅう 件 けん 機 き 基 き 曲 きょく
        級 きゅう 巻 かん 缶 かん 校 こう 課 か 科 か 科目 かもく 局 きょく 県 けん 区 く 句 く 期 き
        期+生 き+せい 家族 かぞく 家庭 かてい 角 かく 角形 かくけい 画 かく 戸 こ 項 こう 項目 こうもく
        季 き 国 こく 脚 きゃく 系統 けいとう 軌 き 京 けい 斤 きん 教科 きょうか 冠 かん 間隔 かんかく
        気圧 きあつ 球団 きゅうだん 稿 こう 企業 きぎょう 機種 きしゅ 拠点 きょてん 球 きゅう
        金額 きんがく 間 けん 騎 き 極 きょく 工区 こうく
        """,
    ),
    (  # さんがい なんがい besides
        Sounds(_STOPS, voiced=("さん", "なん")),
        "階 かい 階+建て かい+だて 階+建 かい+だて 軒 けん F かい",
    ),
    (Sounds(_STOPS, voiced=("さん", "せん", "ぜん", "まん", "なん")), "石 こく"),
    (  # いっさい はっさい じゅっさい
        Sounds(_STOPS_SELDOM),
        """
        冊 さつ 歳 さい 才 さい 歳児 さいじ 歳+代 さい+だい 世紀 せいき 世 せい 隻 せき 社 しゃ 週 しゅう
        週間 しゅうかん 章 しょう 種 しゅ 種類 しゅるい 種目 しゅもく 周 しゅう 周年 しゅうねん 首 しゅ
        勝 しょう 色 しょく 戦 せん 子 し 尺 しゃく 席 せき 節 せつ 世代 せだい 世帯 せたい 省 しょう
        州 しゅう 市 し 試合 しあい 線 せん 選 せん 選手 せんしゅ 書 しょ 品種 ひんしゅ 作 さく
        作目 さくめ 作品 さくひん 車線 しゃせん 室 しつ 進法 しんほう 進数 しんすう 層 そう 艘 そう
        審 しん 刷 さつ 升 しょう 宗 しゅう 親等 しんとう 世界 せかい 星 せい 説 せつ
        市町村 しちょうそん 食 しょく 失点 しってん 小節 しょうせつ シーズン しーずん センチ せんち
        センチメートル せんちめーとる cm せんちめーとる ㎝ せんちめーとる ㌢ せんち cc しーしー
        セント せんと 酸化 さんか
        """,
    ),
    (Sounds(_STOPS_SELDOM, voiced=("さん", "なん")), "足 そく 寸 すん"),
    (  # いってん はってん じゅってん
        Sounds(_STOPS_SELDOM),
        """
        頭 とう トン とん t とん ㌧ とん 点 てん 通 つう 着 ちゃく 丁目 ちょうめ 丁 ちょう 町歩 ちょうぶ
        滴 てき 党 とう 等 とう 等級 とうきゅう 店 てん 店舗 てんぽ 体 たい 対 つい 隊 たい 都市 とし
        等分 とうぶん 町 ちょう 町村 ちょうそん 島 とう 得点 とくてん 投 とう 投手 とうしゅ
        棟 とう 灯 とう 都 と 艇 てい 投目 とうめ 頭身 とうしん 地区 ちく
        """,
    ),
    (  # いっぽん さんぼん ろっぽん
        Sounds(_STOPS, voiced=("さん", "せん", "ぜん", "まん", "なん")),
        "本 ほん 本塁打 ほんるいだ 匹 ひき 疋 ひき 杯 はい 俵 ひょう 遍 へん",
    ),
    (Sounds(_STOPS, puffed=("さん",), voiced=("せん", "ぜん", "まん", "なん")), "票 ひょう"),
    (Sounds(_STOPS, puffed=("さん", "よん", "なん")), "分 ふん 泊 はく"),
    (
        Sounds(_STOPS, puffed=("さん", "せん", "ぜん", "まん", "なん")),
        "発 はつ 歩 ほ",
    ),  # さんぱつ まんぽ よんはつ
    (
        Sounds(_STOPS, puffed=("さん", "なん")),
        """
        版 はん 編 へん 品 ひん 品目 ひんもく 拍 はく 筆 ひつ 敗 はい 班 はん 犯 はん
        片 へん 辺 へん 包 ほう 派 は 法 ほう 幅 ふく 腹 ふく 服 ふく 票田 ひょうでん
        """,
    ),
    (  # loanwords and what is counted as a thing rather than with a counter: じゅっちーむ, but いちちーむ
        Sounds(("じゅう",)),
        """
        ページ ぺーじ 頁 ぺーじ p ぺーじ ㌻ ぺーじ ポイント ぽいんと ポンド ぽんど パック ぱっく ペア ぺあ
        % ぱーせんと パーセント ぱーせんと ㌫ ぱーせんと ‰ ぱーみる パーミル ぱーみる チーム ちーむ
        タイトル たいとる テーブル てーぶる クラブ くらぶ カ国 かこく カラット からっと ケース けーす
        コース こーす セット せっと サイズ さいず ステップ すてっぷ カップ かっぷ ケタ けた コマ こま
        公演 こうえん 候補 こうほ 工程 こうてい 会場 かいじょう 空港 くうこう 教室 きょうしつ
        工場 こうじょう 施設 しせつ 車種 しゃしゅ 地点 ちてん 地域 ちいき
        シート しーと ターン たーん タイプ たいぷ テラバイト てらばいと TB てらばいと
        """,
    ),
    (  # ろっきろ じゅっきろ, but いちきろ はちきろ
        Sounds(("ろく", "じゅう")),
        """
        キロ きろ キロメートル きろめーとる キログラム きろぐらむ キロワット きろわっと
        キロリットル きろりっとる キロワット時 きろわっとじ km きろめーとる kg きろぐらむ ㎞ きろめーとる
        ㎏ きろぐらむ 粁 きろめーとる ㌔ きろ kW きろわっと kWh きろわっとじ kl きろりっとる
        kL きろりっとる km/h きろめーとるまいじ kHz きろへるつ KB きろばいと kB きろばいと
        kbps きろびーぴーえす kcal きろかろりー キロカロリー きろかろりー カロリー かろりー クラス くらす
        """,
    ),
    (
        Sounds(),
        """
        平方メートル へいほうめーとる 平方キロメートル へいほうきろめーとる 平方キロ へいほうきろ
        平米 へいべい 平方粁 へいほうきろめーとる 平粁 へいほうきろめーとる
        平方センチメートル へいほうせんちめーとる
        平方マイル へいほうまいる 平方フィート へいほうふぃーと km2 へいほうきろめーとる
        km² へいほうきろめーとる ㎢ へいほうきろめーとる m2 へいほうめーとる m² へいほうめーとる
        ㎡ へいほうめーとる cm2 へいほうせんちめーとる cm² へいほうせんちめーとる
        ㎠ へいほうせんちめーとる mm2 へいほうみりめーとる m3 りっぽうめーとる m³ りっぽうめーとる
        ㎥ りっぽうめーとる cm3 りっぽうせんちめーとる cm³ りっぽうせんちめーとる
        ㎤ りっぽうせんちめーとる km3 りっぽうきろめーとる 立方メートル りっぽうめーとる
        立方センチメートル りっぽうせんちめーとる ha へくたーる ヘクタール へくたーる ㌶ へくたーる
        hPa へくとぱすかる ヘクトパスカル へくとぱすかる フィート ふぃーと フラン ふらん
        ファミリー ふぁみりー アール あーる エーカー えーかー オンス おんす インチ いんち ヤード やーど
        ノット のっと ガロン がろん 円 えん 枚 まい 台 だい 年 ねん 年度 ねんど 年代 ねんだい
        年生 ねんせい 年+式 ねん+しき 年+版 ねん+ばん 年+債 ねん+さい 年+物 ねん+もの 年+来 ねん+らい
        名 めい 名+様 めい+さま 人+様 にん+さま 倍 ばい 倍+速 ばい+そく 度 ど 番 ばん 番地 ばんち
        番組 ばんぐみ 番号 ばんごう 番手 ばんて 番線 ばんせん 番+打者 ばん+だしゃ 位 い 列 れつ 羽 わ
        把 わ 時 じ 時間 じかん 秒 びょう 割 わり 割+引 わり+びき 割+引き わり+びき 割+増 わり+まし
        割+増し わり+まし 部 ぶ 部門 ぶもん 部作 ぶさく 話 わ 代 だい 条 じょう 号 ごう 号+線 ごう+せん
        号+機 ごう+き 号+車 ごう+しゃ 号+館 ごう+かん 号+室 ごう+しつ 号+店 ごう+てん 両 りょう
        両+編成 りょう+へんせい 重 じゅう 類 るい 面 めん 音 おん 行 ぎょう 行政区 ぎょうせいく 言語 げんご
        村 そん 字 じ 文字 もじ メートル めーとる m めーとる 米 めーとる ㍍ めーとる 月 がつ
        月+末 がつ+まつ 月+期 がつ+き 月+号 がつ+ごう 月+上旬 がつ+じょうじゅん 月+中旬 がつ+ちゅうじゅん
        月+下旬 がつ+げじゅん 人 にん 人+組 にん+ぐみ 人+前 にん+まえ 人+乗り にん+のり 人+掛け にん+がけ
        人+称 にん+しょう 人+用 にん+よう 人+制 にん+せい 人+部屋 にん+べや 日 にち 日+付 にち+づけ
        日+付け にち+づけ 限 げん 時限 じげん 問 もん 語 ご 男 なん 女 じょ 段 だん 段階 だんかい 次 じ
        次元 じげん 輪 りん 元 げん 弦 げん 合 ごう 院 いん 軸 じく 群 ぐん 門 もん 例 れい 連覇 れんぱ
        連勝 れんしょう 連敗 れんぱい 連+休 れん+きゅう 連休 れんきゅう 連続 れんぞく 里 り 毛 もう
        塁 るい 錠 じょう 文 もん 反 たん 目 め ミリ みり ㍉ みり ミリメートル みりめーとる
        mm みりめーとる ㎜ みりめーとる g ぐらむ グラム ぐらむ ㌘ ぐらむ 瓦 ぐらむ mg みりぐらむ
        ㎎ みりぐらむ ミリグラム みりぐらむ ° ど ℃ ど 度C ど °C ど μm まいくろめーとる µm まいくろめーとる
        マイクロメートル まいくろめーとる nm なのめーとる ナノメートル なのめーとる L りっとる l りっとる
        ℓ りっとる リットル りっとる ㍑ りっとる ml みりりっとる mL みりりっとる ㎖ みりりっとる
        ミリリットル みりりっとる dl でしりっとる ドル どる ㌦ どる ユーロ ゆーろ ウォン うぉん
        ルーブル るーぶる ルピー るぴー マルク まるく マイル まいる 貫 かん 座 ざ 座席 ざせき W わっと
        ワット わっと V ぼると ボルト ぼると アンペア あんぺあ Hz へるつ ヘルツ へるつ MHz めがへるつ
        GHz ぎがへるつ GB ぎがばいと MB めがばいと MW めがわっと GW ぎがわっと dB でしべる
        デシベル でしべる bit びっと メガワット めがわっと ギガバイト ぎがばいと メガバイト めがばいと
        Mbps めがびーぴーえす Gbps ぎがびーぴーえす ppm ぴーぴーえむ バイト ばいと ビット びっと
        馬力 ばりき 連隊 れんたい 師団 しだん 大隊 だいたい 部隊 ぶたい 院制 いんせい 国間 こくかん
        者 しゃ 乗 じょう 軍 ぐん 議席 ぎせき 単位 たんい 枠 わく 大学 だいがく 大会 たいかい
        大陸 たいりく 方向 ほうこう 物質 ぶっしつ 児 じ 安打 あんだ 打席 だせき 打点 だてん 打数 だすう
        盗塁 とうるい 奪三振 だつさんしん 死 し 便 びん 瓶 びん 学年 がくねん 学期 がっき 学部 がくぶ
        学級 がっきゅう 府 ふ 道 どう 駅 えき 半期 はんき ゲーム げーむ バレル ばれる ダース だーす
        ベクレル べくれる シーベルト しーべると ミリシーベルト みりしーべると
        膳 ぜん 団体 だんたい 畳 じょう 帖 じょう クール くーる
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
            counter = Counter(head, head_reading, sounds, tail, tail_reading)
            for ka in _KA if spelling.startswith("~") else ("~",):
                written = spelling.replace("+", "").replace("~", ka)
                found[written] = counter._replace(head=head.replace("~", ka))
    return found


# Counters with the old Japanese numbers (ひとはこ, ふたはこ, but さんはこ): spelling, reading and the
# greatest number that is so.
_NATIVE_TABLE = """
    つ つ 9 坪 つぼ 1 柱 はしら 2 組 くみ 2 桁 けた 2 通り とおり 2 口 くち 2 株 かぶ 1 箱 はこ 2 袋 ふくろ 2
    皿 さら 2 束 たば 2 粒 つぶ 2 晩 ばん 2 部屋 へや 2 切れ きれ 2 鉢 はち 2 鍋 なべ 2 玉 たま 2 房 ふさ 2
    山 やま 2 筋 すじ 2 回り まわり 2 揃い そろい 2 包み つつみ 2 棟 むね 2 幕 まく 2 つまみ つまみ 2
    摘み つまみ 2 掴み つかみ 2 握り にぎり 2 振り ふり 2 さじ さじ 2 匙 さじ 2
    かけ かけ 2 分け わけ 2
"""
NATIVE = ("", "ひと", "ふた", "みっ", "よっ", "いつ", "むっ", "なな", "やっ", "ここの")


def _native() -> dict[str, tuple[str, int]]:
    fields = _NATIVE_TABLE.split()
    return {
        spelling: (reading, int(most))
        for spelling, reading, most in zip(fields[::3], fields[1::3], fields[2::3], strict=True)
    }


NATIVE_COUNTERS: dict[str, tuple[str, int]] = _native()
"""Spelling → its reading, and up to which number the old Japanese numbers stand before it."""

_STOPPED_TEN = Sounds(("じゅう",))
COUNTERS: dict[str, Counter] = {
    spelling: Counter(
        spelling, reading, _STOPPED_TEN if reading[0] in "かきくけこさしすせそたちつてと" else Sounds()
    )
    for spelling, (reading, _most) in NATIVE_COUNTERS.items()
} | _counters()
LONGEST_COUNTER = max(map(len, COUNTERS))
UNIT_NAMES: dict[str, str] = {
    spelling: name
    for spelling, counter in COUNTERS.items()
    if not has_kanji(spelling) and (name := to_katakana(counter.reading)) in COUNTERS
}
"""What a sign for a unit (km, ㌔) is short for."""

# What may follow a counter as part of the same word: spelling → reading, and the counters that it follows
# (none given: all).
TAILS: dict[str, tuple[str, frozenset[str]]] = {
    "目": ("め", frozenset()),
    "間": ("かん", frozenset((*"年日分秒", *(f"{ka}月" for ka in _KA), *(f"{ka}年" for ka in _KA)))),
    "半": ("はん", frozenset(("年", "時", "時間", "日", "分", "倍", *(f"{ka}月" for ka in _KA)))),
    "分": ("ぶん", frozenset((*"人名日年月週杯枚食本個回冊台試合", "週間", *(f"{ka}月" for ka in _KA)))),
    "台": ("だい", frozenset(("円", "ドル", "%", "時", "分", "点", "ポイント", "秒", "割"))),
    "差": ("さ", frozenset(("票", "点", "歳", "打", "秒", "度", "ゲーム", "%", "馬身"))),
    "弱": ("じゃく", frozenset()),
    "強": ("きょう", frozenset()),
}

# Often the beginning of another word (国 of 国際): counters only where a token ends with them.
NEEDS_TOKEN_END = frozenset(
    "間目文元門面音部足国重角分体対軍口子島町村市県区合等線科世字星者都府道死便瓶極親幅法服山棟幕株粒玉千発法辺食山課"
) | {"かけ", "分け", "方向", "世界", "大学", "大会", "大陸", "連続", "回り", "通り"}

# How the last digit is read before a counter, where it is not よん, なな, きゅう.
_YO = {4: "よ"}
LAST_DIGIT: dict[str, dict[int, str]] = {
    **dict.fromkeys(("年", "年度", "年代", "年生", "人", "畳", "帖", "円"), _YO),
    "月": {4: "し", 7: "しち", 9: "く"},
    "時": {4: "よ", 7: "しち", 9: "く"},
    "日": {4: "よ", 7: "しち", 9: "く"},
    "時間": {4: "よ", 9: "く"},
    "半期": {4: "し"},
    "段": {9: "く"},
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
    "把": {3: "さんば", 6: "ろっぱ", 8: "はっぱ", 10: "じゅっぱ"},
}
FUSED_AS_SPELT = {
    "数日": "すうじつ",
    "数日間": "すうじつかん",
    "三国": "さんごく",
    "八分目": "はちぶんめ",
    "幾重": "いくえ",
}
# 一人称, 二人前: not ひとり, ふたり before these.
NEVER_FUSED_BEFORE = frozenset(("称", "三脚", "前"))
FIRST_OF_MONTH = "ついたち"

# Zero before these is れい.
ZERO_IS_REI = frozenset("時度℃")

# Small numbers are English before these loanwords (ツーサイクル) and behind those (トップスリー).
ENGLISH = (
    "",
    "わん",
    "つー",
    "すりー",
    "ふぉー",
    "ふぁいぶ",
    "しっくす",
    "せぶん",
    "えいと",
    "ないん",
    "てん",
)
BEFORE_ENGLISH = (
    "ストローク|サイクル|ストライク|シーター|ドア車|ピース|トップ(?!10)|アウト|ランホームラン|ラン本塁打|"
    "コイン|ルーム|クリック|タッチ|"
    "パターン|ショット|ランク(?:上|下|アップ|ダウン)|マン|サイド|ボックス|ストップ|オペ|マッチ|オンワン"
)
BEHIND_ENGLISH = ("トップ", "ビッグ", "ベスト", "エピソード", "パート", "ナンバー", "No.", "NO.")
