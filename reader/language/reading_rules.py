"""Words whose reading depends on their neighbours, where UniDic is often wrong: rules with their causes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from reader.language.homographs import HOMOGRAPHS
from reader.language.rule import Rule
from reader.language.tokenizer import Token

# The provinces of old Japan. Before 国, which is くに, they have a の that is not written: えちぜんのくに.
_PROVINCES = """
山城 やましろ 大和 やまと 河内 かわち 和泉 いずみ 摂津 せっつ 伊賀 いが 伊勢 いせ 志摩 しま
尾張 おわり 三河 みかわ 遠江 とおとうみ 駿河 するが 伊豆 いず 甲斐 かい 相模 さがみ 武蔵 むさし
安房 あわ 上総 かずさ 下総 しもうさ 常陸 ひたち 近江 おうみ 美濃 みの 飛騨 ひだ 信濃 しなの
上野 こうずけ 下野 しもつけ 陸奥 むつ 出羽 でわ 若狭 わかさ 越前 えちぜん 加賀 かが 能登 のと
越中 えっちゅう 越後 えちご 佐渡 さど 丹波 たんば 丹後 たんご 但馬 たじま 因幡 いなば 伯耆 ほうき
出雲 いずも 石見 いわみ 隠岐 おき 播磨 はりま 美作 みまさか 備前 びぜん 備中 びっちゅう 備後 びんご
安芸 あき 周防 すおう 長門 ながと 紀伊 きい 淡路 あわじ 阿波 あわ 讃岐 さぬき 伊予 いよ 土佐 とさ
筑前 ちくぜん 筑後 ちくご 豊前 ぶぜん 豊後 ぶんご 肥前 ひぜん 肥後 ひご 日向 ひゅうが 大隅 おおすみ
薩摩 さつま 壱岐 いき 対馬 つしま
"""
_PROVINCE_READINGS = dict(zip(_PROVINCES.split()[::2], _PROVINCES.split()[1::2], strict=True))
_KATAKANA = "[ァ-ヺー]"
_NOUN = "名詞-普通名詞"
_NAME = "名詞-固有名詞"
_SPEAKERS = "外相|首相|大統領|国防|政府|政権|軍|国務|財務|議会|下院|上院|紙|メディア|企業|当局|大使"
_FORMER = "政権|大統領|首相|会長|社長|知事|市長|議長|長官|大臣|代表|監督"
# What one goes somewhere by; and with what else, with whom, in what time and for how much.
_RIDDEN = "車|電車|列車|バス|船|飛行機|便|自転車|タクシー|新幹線|徒歩"
_GOING = (
    f"{_RIDDEN}|電動|足|人|みんな|家族|友達|親子|夫婦|同士|姉妹|兄弟|"
    "全員|仲間|団体|泊|日|時間|分|円|経由|途中|私服|手ぶら|格好|姿"
)
# What one does, and no place or event that one goes to; and what one goes to.
_DONE = (
    "調査|工事|実験|検査|会見|手術|研究|会談|攻撃|訓練|作業|取引|改革|実証|分析|測定|協議|交渉|支援|措置|処理|操作|"
    "行為|アンケート|取材|修理|改修|施策|整備|爆撃|空爆|砲撃|発掘|観測|計算|修正|変更|対応|対策|治療|聞き取り|試算"
)
_SOMEONE = "彼|彼女|私|僕|俺|人|友達|親|子|子供|子ども|先生|さん|君|[父母兄姉弟妹妻夫]"
_GONE_TO = (
    "国|店|場所|所|ところ|時|とき|道|先|学校|大学|高校|街|町|病院|温泉|カフェ|旅行|海|山|"
    "方角|通り|ことが[なあ]|こともな"
)
_MOUNTAINS = (
    "富士|高尾|鳥海|石鎚|阿蘇|磐梯|岩木|岩手|筑波|男体|赤城|妙義|榛名|高野|比叡|六甲|金剛|羽黒|早池峰|恵那"
)

RULES: tuple[Rule, ...] = (
    # Words whose usual reading is not UniDic's.
    Rule("私", "わたし", "UniDic prefers the formal わたくし", after="(?![的立有設営服物用])"),
    Rule("日本", "にほん", "UniDic prefers the solemn にっぽん"),
    Rule("言う", "いう", "UniDic gives the pronunciation ゆう"),
    Rule("市中", "しなか", "a city's ward 中区, which UniDic cuts wrongly", after="区"),
    Rule("築地", "つきじ", "ついじ is a mud wall"),
    Rule("松前", "まつまえ", "the town and its domain, not the surname", after="[藩城町氏島福、。を]"),
    Rule("蒸す", "むす", "ふかす is spelt 蒸かす"),
    Rule("山道", "やまみち", "さんどう is the word of maps and laws"),
    Rule("身体", "しんたい", "からだ is spelt 体"),
    Rule("主", "しゅ", "fixed Sino-Japanese phrases", after="たる|として"),
    Rule("今日", "こんにち", "nowadays, not today", after="では|でも(?![なう])|に至|的|まで[続残影伝]"),
    Rule("一日", "いちにち", "a whole day; the first of a month has that month before it", before="(?<!月)"),
    Rule("何人", "なんにん", "how many; なにじん asks for a nationality", after="[いがもかのをに]|くら|ぐら"),
    Rule(
        "空",
        "から",
        "empty",
        after="の(?:箱|缶|瓶|びん|席|容器|皿|袋|コップ|グラス|ボトル|ペット|器|杯|椀|鍋|財布|ポケット|ベッド|椅子|カップ|バケツ|タンク|籠|鞄|棚)|に(?:な|す|し)|っぽ",
    ),
    Rule("空い", "すい", "not crowded", before="(?:店|店内|電車|車内|道|道路|バス|腹|おなか|お腹)[はがも]"),
    Rule("空", "そら", "the sky, standing alone", before="(?:^|[^一-鿿])", after="[がをはにもへの、]"),
    Rule("下り", "おり", "to get off or come down to", after="て|た"),
    Rule("次", "つぎ", "the next", before="(?:^|[^0-9０-９一-鿿])", after="[にのがはもをへと、]|から"),
    Rule("〇〇", "まるまる", "something left open"),
    Rule("〇", "まる", "something left open", before="〇"),
    Rule("〇", "まる", "something left open", after="〇"),
    Rule("市", "いち", "a market", after="[がも]立(?:[つた]|っ[たて]|ち(?!退|上))|の日"),
    Rule("分", "ぶん", "a share", before="[のるたなそこあ]", after="(?!際|別|岐)"),
    Rule("菅", "すが", "the surname", after="[前元]?(?:首相|さん|氏|官房|政権|義偉)"),
    Rule("手番", "てばん", "whose turn it is; てつがい is an archer's"),
    Rule("新発", "しんぱつ", "newly issued"),
    Rule("鍛冶", "かじ", "smithing; たんや is a word of old"),
    Rule("生薬", "しょうやく", "the word of medicine; きぐすり is of old"),
    Rule("前頭", "まえがしら", "a wrestler's rank", after="[0-9０-９一二三四五六七八九十]|筆頭"),
    Rule("手取り", "てどり", "what is left of one's pay; てとり is a wrestler", after="(?!足)"),
    Rule("昨夜", "さくや", "ゆうべ is seldom written so"),
    Rule("一昨", "おとと", "the day before yesterday; おとつい is of the west", after="日"),
    Rule("日", "い", "the day before yesterday", before="一昨"),
    Rule("明後日", "あさって", "みょうごにち is said on formal occasions only"),
    Rule("母", "かあ", "addressed or spoken of as one's own", after="さん|ちゃん|ちゃま"),
    Rule("父", "とう", "addressed or spoken of as one's own", after="さん|ちゃん|ちゃま"),
    Rule("兄", "にい", "addressed or spoken of as one's own", after="さん|ちゃん|ちゃま"),
    Rule("姉", "ねえ", "addressed or spoken of as one's own", after="さん|ちゃん|ちゃま"),
    Rule("右投", "みぎなげ", "the hand that a player throws with", after="[右左両]打"),
    Rule("打", "うち", "the side that a player bats from", before="投げ?[右左両]"),
    Rule("脱炭", "だつたん", "脱炭素, which UniDic cuts wrongly", after="素"),
    Rule(
        "粉", "こな", "standing alone", before="^|[、。「のるたはがもをにとで]|たら", after="[をがはにもとの]"
    ),
    Rule("階", "かい", "a storey; きざはし are steps of old"),
    Rule(
        "歳", "とし", "one's age, no number before it", before="[のるたいなんお]", after="[をにでのがはも]|だ"
    ),
    Rule("鱗", "うろこ", "of a fish; こけら is of a tree"),
    Rule("雨", "あめ", "rain, unless a compound has it", before="中|の|、|に"),
    Rule("今日", "きょう", "today, in everything but those phrases"),
    Rule(
        "何", "なに", "before a case particle, 何 is no counter's なん", after="[をがもかやにへは]|から|より"
    ),
    Rule("月", "がつ", "a sign stands for the number of the month", before="[○〇◯●Ｘ×]"),
    Rule("日", "にち", "a sign stands for the number of the day", before="[○〇◯●Ｘ×]"),
    # Nouns that read differently as suffixes of the word before them.
    Rule("後", "ご", "その後 and the like are Sino-Japanese", before="その|直|以|戦|死"),
    Rule("後", "あと", "この後 is not", before="この"),
    Rule("後", "ご", "a suffix", behind=f"{_NOUN} {_NAME} 名詞-数詞 接尾辞-名詞的"),
    Rule("後", "あと", "after it has happened", before="た", after="[にではも、]"),
    Rule("様", "さま", "a suffix of respect", behind="名詞 代名詞 接尾辞"),
    Rule("分", "ぶん", "a suffix: the amount of", behind=f"{_NOUN} 接尾辞-名詞的-一般"),
    Rule("係", "がかり", "voiced behind what one is charged with", behind=_NOUN, after="(?![長員])"),
    Rule("中", "ちゅう", "within that time", before="今月|来月|年度"),
    Rule(
        "中",
        "じゅう",
        "all over it",
        before="学校|会社|クラス|村|島|街|店|部屋|城|船|庭|国|館|ホテル|屋敷|家",
        after="の(?:人|噂|うわさ|視線|注目|者|生徒|窓|明か)|を(?:探|駆|歩|回|飛)|に(?:響|広|知|散|鳴)",
    ),
    Rule("引き", "びき", "so much less", before="[%％円割]|パーセント"),
    Rule(
        "所",
        "どころ",
        "voiced behind a verb: where it is done",
        before="(?<!か)[いきぎしちにびみり]",
        behind="動詞",
    ),
    Rule("払い", "ばらい", "voiced behind a noun", behind=f"{_NOUN} 名詞-数詞", after="(?!済)"),
    Rule("気味", "ぎみ", "voiced behind what one has a touch of", behind="名詞 動詞"),
    Rule("重ね", "がさね", "so many laid one upon another", before="[枚段層本]", after="(?!て)"),
    Rule("口", "こう", "where it goes in or out", before="(?:[排吸給取放]水|[排吸給]気|噴[火射出]|[給注]油)"),
    Rule("毎", "ごと", "a suffix: every", behind="名詞", after="[のに]"),
    Rule("前", "まえ", "紀元前 apart, a time before", behind="名詞-数詞"),
    Rule("前", "まえ", "a time before", behind=_NOUN, before="(?<!紀元)", after="[のにかまはも]"),
    Rule("前", "ぜん", "the former holder of an office", after=_FORMER),
    Rule("前", "ぜん", "before Christ", ahead="名詞-数詞"),
    Rule("会社", "かいしゃ", "not voiced behind a time", behind=f"{_NOUN}-副詞可能"),
    Rule("会社", "がいしゃ", "voiced behind the noun that it belongs to", behind=_NOUN),
    Rule("屋", "や", "a shop, or who does it for a living", behind="名詞", after="(?![内外上根台形敷])"),
    Rule("的", "まと", "what one aims at, standing alone", before="^|[、。「のるた]", after="[をにがは]"),
    Rule("東", "とう", "between east and south", after="南[部西東端にへの]"),
    Rule("南部", "なんぶ", "between east and south", before="東|西"),
    Rule("仏", "ふつ", "France, before those who speak for it", after=_SPEAKERS),
    Rule("仏", "ふつ", "France, beside other states", after="[独英米露ロ伊]|大手|自動車|航空|[中南北]部"),
    Rule("印", "いん", "India, before those who speak for it", after=_SPEAKERS),
    Rule("米", "べい", "America, before those who speak for it", after=_SPEAKERS),
    Rule("沿い", "ぞい", "voiced behind a noun", behind="名詞"),
    Rule("人", "じん", "people of a country or place", behind="名詞-固有名詞-地名"),
    Rule("人", "じん", "peoples with foreign names", before=_KATAKANA),
    Rule("川", "がわ", "the name of a river", before=_KATAKANA),
    Rule("川", "がわ", "the name of a river", behind=_NAME),
    Rule("島", "とう", "islands with foreign names", before=_KATAKANA),
    Rule("道", "みち", "on its own, no part of a name", before="[のるたい]"),
    Rule("道", "どう", "roads and regions are named Sino-Japanese", behind=_NAME),
    Rule("国", "くに", "the provinces of old Japan", before="|".join(_PROVINCE_READINGS)),
    *(
        Rule(province, f"{reading}の", "a province of old Japan", after="国(?![立道内司])")
        for province, reading in _PROVINCE_READINGS.items()
    ),
    Rule("家", "け", "the family of that name", behind="名詞-固有名詞-人名"),
    Rule("家", "け", "the family of that rank", before="[伯公侯子男]爵|天皇|将軍|大名|皇|宗"),
    Rule("家", "け", "so many families", behind="名詞-数詞"),
    Rule("方", "かた", "the way to do it", before="[いきぎしちにびみりれえけせてねべめ]", behind="動詞"),
    Rule("方", "かた", "the way it is done", before="れ", behind="助動詞"),
    Rule("正", "しょう", "an upper court rank", after="[一二三四五六七八]位"),
    Rule("従", "じゅ", "a lower court rank", after="[一二三四五六七八]位"),
    Rule("基", "き", "a group of atoms", before=_KATAKANA),
    Rule("目", "め", "the how manieth", before=f"[0-9０-９一二三四五六七八九十何]{_KATAKANA}+"),
    Rule("目", "もく", "an order of animals or plants", before=_KATAKANA),
    Rule("時", "じ", "a suffix: at the time of", behind=f"{_NOUN}-サ変可能 形状詞"),
    Rule("日", "び", "voiced behind a noun: the day of", behind=f"{_NOUN}-サ変可能"),
    Rule("神", "しん", "a suffix: the god of", behind=f"{_NOUN}"),
    Rule("版", "はん", "voiced only as a suffix", before="[のるた]"),
    Rule("鉢", "はち", "voiced only as a suffix", before="[のるた]"),
    Rule("中", "なか", "the ward of that name", before="市", after="区"),
    Rule("通り", "どおり", "voiced behind a noun", behind=f"{_NOUN} {_NAME} 副詞"),
    Rule("山", "さん", "a mountain named Sino-Japanese", before=_MOUNTAINS),
    Rule("山", "ざん", "the mountains of Hokkaido", before="大雪"),
    Rule("高野", "こうや", "the holy mountain", after="山|聖|豆腐"),
    Rule("大雪", "だいせつ", "the mountains of Hokkaido", after="山"),
    Rule("最上", "もがみ", "the river", after="川"),
    Rule("日向", "ひゅうが", "the town and the sea before it", after="[市灘]"),
    Rule("放出", "はなてん", "the station", after="駅"),
    Rule("上", "じょう", "the old provinces of Jōmō and Shinano", after="信越"),
    Rule("釜山", "ぷさん", "as it is called today"),
    Rule("台北", "たいぺい", "as it is called today"),
    Rule(
        "明",
        "みん",
        "the dynasty",
        before="元・?|^|[、。のと]",
        after="(?:・|や|と)?清|朝(?!日)|軍|の(?:皇帝|太祖|洪武|永楽|万暦)",
    ),
    Rule("明代", "みんだい", "the dynasty's days", after="[のにはか、]"),
    Rule("元", "げん", "the dynasty", after="・明|朝(?!日)|の(?:皇帝|フビライ)"),
    Rule("山手", "やまのて", "the loop line", after="線"),
    Rule("頃", "ごろ", "voiced behind a time", behind="名詞-数詞"),
    # Words that the particles around them decide.
    Rule("行っ", "いっ", "the way that one goes", before="(?:^|[^一-鿿])[道先上前]を"),
    Rule("行っ", "いっ", "what one goes by", before=f"(?:{_RIDDEN})で"),
    Rule("行っ", "いっ", "whom one goes with", before="(?:みんな|家族|友達|友人|夫婦|親子)で"),
    Rule(
        "行っ",
        "おこなっ",
        "what one cannot go to",
        before="(?<![にへともは])(?<!ら)",
        after=f"た(?:{_DONE})(?!現場|会場|[場室所]|施設|センター)",
    ),
    Rule("行っ", "いっ", "where someone goes", before=f"(?:{_SOMEONE})が", after=f"た(?:{_GONE_TO})"),
    Rule("行っ", "いっ", "one of the family goes", before="(?:父|母|兄|姉|弟|妹|息子|娘|夫|妻)が"),
    Rule("行っ", "おこなっ", "what is done, not where one goes", before="を|に対して|として|によって"),
    Rule("行っ", "おこなっ", "done by them", before="(?:[^ぁ-ん]が|等も|など[がも])", after="[てた]"),
    Rule(
        "行っ",
        "おこなっ",
        "done there",
        before=f"(?<!{_GOING.replace('|', ')(?<!')})(?<=[^ぁ-ん])で",
        after="[てた](?!き|く[るれ]|みた[いら]|らっしゃ)",
    ),
)


def _by_spelling() -> dict[str, list[Rule]]:
    table: dict[str, list[Rule]] = {}
    for rule in RULES + HOMOGRAPHS:
        for spelling in rule.spelling.split():
            table.setdefault(spelling, []).append(rule)
    return table


class _Compiled(NamedTuple):
    reading: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    behind: tuple[str, ...]
    ahead: tuple[str, ...]


_LEFT_CONTEXT = 8
_BY_SPELLING = _by_spelling()


@cache
def _compiled(spelling: str) -> tuple[_Compiled, ...]:
    """The rules of a spelling, when they are needed: to compile all takes a tenth of a second."""
    return tuple(
        [
            _Compiled(
                rule.reading.replace("―", spelling[1:]),
                re.compile(f"(?:{rule.before})$"),
                re.compile(rule.after),
                tuple(rule.behind.split()),
                tuple(rule.ahead.split()),
            )
            for rule in _BY_SPELLING[spelling]
        ]
    )


def compile_ahead() -> Iterator[None]:
    """Compile all rules in small steps, before they are needed."""
    for spelling in _BY_SPELLING:
        _compiled(spelling)
        yield


def has_rules(surface: str) -> bool:
    """Whether what stands around a token of this spelling may decide how it is read."""
    return surface in _BY_SPELLING


def reading_by_rule(text: str, tokens: Sequence[Token], index: int) -> str | None:
    """The reading of the token ``index`` (hiragana) if a rule knows better than UniDic."""
    token = tokens[index]
    if token.surface not in _BY_SPELLING:
        return None
    before = text[max(0, token.start - _LEFT_CONTEXT) : token.start]
    for rule in _compiled(token.surface):
        if (
            rule.after.match(text, token.end)  # asked at one place only, and so sooner answered than before
            and rule.before.search(before)
            and _has_pos(tokens, index - 1, rule.behind, token.start)
            and _has_pos(tokens, index + 1, rule.ahead, token.end)
        ):
            return rule.reading
    return None


def _has_pos(tokens: Sequence[Token], index: int, wanted: tuple[str, ...], meets: int) -> bool:
    """Whether the neighbour ``index``, which must touch the place ``meets``, is one of these."""
    if not wanted:
        return True
    if not 0 <= index < len(tokens):
        return False
    neighbour = tokens[index]
    return meets in (neighbour.start, neighbour.end) and "-".join(neighbour.pos).startswith(wanted)
