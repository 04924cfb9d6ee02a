"""How Japanese words conjugate, as tables: the stems of each class, and what is put behind which stem.

``deinflection`` reads the tables backwards. Classes are JMdict's codes, and a few of our own for what only
stands between two endings: "te" (the -te form) and "masu".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

# The stems of godan verbs, which end in "end": "t" stands before て and た, which are voiced behind ゛.
# Several forms are separated by "/".
_GODAN = """
classes         | end | a | i   | t    | e | o
v5u v-arch      | う  | わ | い  | っ/う | え | お
v5u-s           | う  | わ | い  | う   | え | お
v5k v-arch      | く  | か | き  | い   | け | こ
v5k-s           | く  | か | き  | っ/い | け | こ
v5g v-arch      | ぐ  | が | ぎ  | い゛ | げ | ご
v5s v-arch      | す  | さ | し  | し   | せ | そ
v5t v-arch      | つ  | た | ち  | っ   | て | と
v5n vn          | ぬ  | な | に  | ん゛ | ね | の
v5b v-arch      | ぶ  | ば | び  | ん゛ | べ | ぼ
v5m v-arch      | む  | ま | み  | ん゛ | め | も
v5r v5r-i v-arch | る | ら | り  | っ   | れ | ろ
v5aru v-arch    | る  | ら | い/り | っ | れ | ろ
v-arch          | ふ  | は | ひ  | う/ひ | へ | ほ
"""

# The others: "z" stands before ず and ぬ, "ta" before た, "ba" is the contraction of -ba; "-" means none.
_OTHERS = """
classes              | kind | end  | a     | z      | i  | te   | ta     | e      | ba              | o       | imperative   | potential     | passive   | causative
v1 v1-s              | verb | る   |       |        |    |      |        | れ     | りゃ            | よ      | ろ/よ        | られ/れ       | ら        | さ
v1-s                 | verb | る   | -     | -      | -  | -    | -      | -      | -               | -       |              | -             | -         | -
vk                   | verb | 来る | 来    | 来     | 来 | 来   | 来     | 来れ   | 来りゃ          | 来よ    | 来い         | 来られ/来れ   | 来ら      | 来さ
vk                   | verb | くる | こ    | こ     | き | き   | き     | くれ   | くりゃ          | こよ    | こい         | こられ/これ   | こら      | こさ
vs-i vs-s vs-c vs    | verb | する | し/さ | せ/さ     | し | し   | し     | すれ   | すりゃ          | しよ/そ | しろ/せよ/せ | せ            | さ/せら   | さ
vs-i                 | verb | 為る | 為    | 為     | 為 | 為   | 為     | 為れ   | 為りゃ          | 為よ    | 為ろ/為よ    | -             | 為        | 為
vz                   | verb | ずる | じ    | ぜ     | じ | じ   | じ     | ずれ   | ずりゃ          | じよ    | じろ/ぜよ    | じられ/ぜられ | じら/ぜら | じさ
masu                 | masu | ます | ませ  | ませ   | -  | まし | まし   | ますれ | ますりゃ        | ましょ  | ませ/まし    | -             | -         | -
adj-i adj-ix aux-adj | adj  | い   | く    | から   |    | く   | かっ   | けれ   | けりゃ/きゃ     | かろ    | かれ         | -             | -         | -
adj-ix               | adj  | いい | よく  | よから | よ | よく | よかっ | よけれ | よけりゃ/よきゃ | よかろ  | よかれ       | -             | -         | -
adj-shiku adj-ku     | adj  | し   | く    | から   |    | く   | かり   | けれ   | -               | -       | かれ         | -             | -         | -
"""  # noqa: E501 (a table that is read by columns)

# One line an ending: the steps that it adds; the stem that it stands behind ("whole": the dictionary form);
# the ending; what the result conjugates as, "-" for nothing; and what it is put to: classes, or their kinds.
_ENDINGS = """
steps                  | stem      | ending       | result | classes
negative               | a         | ない         | adj-i | verb adj
negative, contracted   | n         | ない         | adj-i | verb
negative, contracted   | n         | ねえ/ねぇ/ねー | -   | verb
negative               | a         | ん           | -     | verb masu
negative, past         | a         | んでした     | -     | masu
negative, past         | a         | んかった/なんだ | -  | verb
negative               | z         | ぬ/ざる/ざり/ね | -  | verb adj
negative, -ba          | z         | ねば/にゃ/ずば/ざれば | - | verb adj
-zu                    | z         | ず/ずに/ずして | -   | verb adj
-zaru o enai           | z         | ざるを得ない/ざるをえない | adj-i | verb
negative, dialect      | a         | へん/ひん/しまへん | - | verb
negative, dialect      | e         | へん         | -     | godan
negative, dialect      | i         | いひん       | -     | vs-i vk
negative, dialect      | z         | えへん       | -     | vs-i
negative, past, dialect | a        | へんかった/へんだ/ひんかった | - | verb
-nai de                | a         | ないで       | -     | verb
past                   | ta        | た           | -     | verb masu adj
past, conjecture       | ta        | たろう/たろ  | -     | verb masu adj
-tara                  | ta        | たら/たらば  | -     | verb masu adj
-tari                  | ta        | たり         | -     | verb masu adj
-tatte                 | ta        | たって       | -     | verb masu
-tatte                 | te        | たって       | -     | adj
-te form               | te        | て           | -     | verb masu adj
                       | te        | て           | te    | verb masu adj
-te mo                 | te        | ても         | -     | verb masu adj
-te wa                 | te        | ては         | -     | verb masu adj
-te wa, contracted     | te        | ちゃ/ちゃあ  | -     | verb masu adj
-te iru                | whole     | いる/居る/いらっしゃる | v1 v5aru | te
-te iru                | whole     | おる         | v5r   | te
-te iru, contracted    | te        | てる         | v1    | verb
-te iru, contracted    | te        | てらっしゃる | v5aru | verb
-te iru, dialect       | te        | とる         | v5r   | verb
-te iru, dialect       | i         | よる         | v5r   | verb
-te aru                | whole     | ある         | v5r   | te
-te yaru, dialect      | te        | たる         | v5r   | verb
-te oku                | whole     | おく/置く    | v5k   | te
-te oku, contracted    | te        | とく         | v5k   | verb
-te shimau             | whole     | しまう       | v5u   | te
-te shimau, contracted | te        | ちゃう/ちまう | v5u  | verb
-te miru               | whole     | みる/見る    | v1    | te
-te iku                | whole     | いく/行く    | v5k-s | te
-te iku, contracted    | te        | てく         | v5k-s | verb
-te kuru               | whole     | くる/来る    | vk    | te
-te mairu              | whole     | まいる/参る  | v5r   | te
-te kureru             | whole     | くれる       | v1 v1-s | te
-te morau              | whole     | もらう/貰う  | v5u   | te
-te ageru              | whole     | あげる/上げる | v1   | te
-te ageru, contracted  | te        | たげる       | v1    | verb
-te yaru               | whole     | やる         | v5r   | te
-te itadaku            | whole     | いただく/頂く | v5k  | te
-te kudasaru           | whole     | くださる/下さる | v5aru | te
-te kudasai            | whole     | ください/下さい | -  | te
-te kudasai            | whole     | ちょうだい/頂戴 | -  | te
-te hoshii             | whole     | ほしい/欲しい | adj-i | te
-ba                    | e         | ば           | -     | verb masu adj
-ba, contracted        | ba        |              | -     | verb masu adj
-do                    | e         | ど/ども      | -     | verb adj
volitional             | o         | う           | -     | verb masu
conjecture             | o         | う           | -     | adj
volitional, contracted | o         | っ/ー        | -     | verb masu
volitional, contracted | o         |              | -     | godan masu
-mu                    | z         | む/ん/んばかり/んとする | - | verb
-mai                   | whole     | まい         | -     | verb masu
-mai, classical        | whole     | まじ/まじき/まじく | - | verb
-mai, classical        | z         | じ           | -     | verb
-mai                   | i         | まい         | -     | v1 vk vs-i
imperative             | imperative |             | -     | verb masu adj
prohibition            | whole     | な           | -     | verb
prohibition, contracted | n        | な           | -     | verb
contracted             | n         | だ/の/で/じゃ | -    | verb
-nasai                 | i         | なさい/な    | -     | verb
polite                 | i         | ます         | masu  | verb
potential              | potential | る           | v1    | godan vs-s
passive or potential   | passive   | れる         | v1    | v1 vk vz
potential              | potential | る           | v1    | v1 vk vz
passive                | passive   | れる         | v1    | godan vs-i vs-s
causative              | causative | せる         | v1    | verb
causative              | causative | す           | v5s   | verb
causative              | a         | しめる       | v1    | godan
causative              | z         | しめる       | v1    | vs-i
causative              | causative | しめる       | v1    | v1
-tai                   | i         | たい         | adj-i | verb
-tagaru                | i         | たがる       | v5r   | verb
-sō                    | i         | そう         | -     | verb adj
-sō                    | i         | さそう       | -     | adj
-sugiru                | i         | すぎる/過ぎる | v1   | verb adj
-sugiru                | i         | すぎ/過ぎ    | -     | verb adj
-nagara                | i         | ながら       | -     | verb
-tsutsu                | i         | つつ         | -     | verb
-yasui                 | i         | やすい/易い  | adj-i | verb
-nikui                 | i         | にくい/難い  | adj-i | verb
-gatai                 | i         | がたい       | adj-i | verb
-zurai                 | i         | づらい/辛い  | adj-i | verb
-ppoi                  | i         | っぽい       | adj-i | verb
-gachi                 | i         | がち         | -     | verb
-ppanashi              | i         | っぱなし/っ放し | -  | verb
-kata                  | i         | かた/方      | -     | verb
-yagaru                | i         | やがる       | v5r   | verb
-te iru, -yagaru, contracted | te  | てやがる     | v5r   | verb
-yagaru, contracted    | te        | やがる       | v5r   | verb
respectful, dialect    | i         | はる         | v5r   | verb
respectful, dialect    | a         | はる         | v5r   | verb
respectful             | i         | なさる/遊ばす | v5aru v5s | verb
continuing             | i         | つづける/続ける | v1 | verb
beginning              | i         | はじめる/始める/かける/掛ける | v1 | verb
beginning              | i         | だす/出す    | v5s   | verb
finishing              | i         | おわる/終わる | v5r  | verb
finishing              | i         | おえる/終える | v1   | verb
possible               | i         | うる/得る/える | v1  | verb
hardly possible        | i         | かねる/兼ねる | v1   | verb
completely             | i         | きる/切る    | v5r   | verb
completely             | i         | ぬく/抜く    | v5k   | verb
completely             | i         | つくす/尽くす | v5s  | verb
repeatedly             | i         | まくる       | v5r   | verb
again                  | i         | なおす/直す  | v5s   | verb
each other             | i         | あう/合う    | v5u   | verb
into                   | i         | こむ/込む    | v5m   | verb
-beki                  | whole     | べき/べし/べく/べからず/べからざる | - | verb
-beki                  | su        | べき/べし/べく/べからず/べからざる | - | vs-i vs-s
-mai                   | su        | まい         | -     | vs-i vs-s
stem                   | i         |              | -     | verb
-ku                    | a         |              | -     | adj
-sa                    | i         | さ           | -     | adj
-mi                    | i         | み           | -     | adj
-ge                    | i         | げ           | -     | adj
-garu                  | i         | がる         | v5r   | adj
-ppoi                  | i         | っぽい       | adj-i | adj
slang                  | i         | っ           | -     | adj
classical              | i         | き/し/かりし/かる | - | adj
-ku, dialect           | i         | う           | -     | adj
slang                  | i         | え/ぇ/ー     | -     | adj
classical              | i         | し/けり/ける/けん/たる | - | verb
classical              | e         | り/る        | -     | godan
"""


class Ending(NamedTuple):
    """What stands at the end of ``before + form`` makes it a form of ``before + end``.

    ``end`` is the end of the dictionary form of words of these ``classes`` (JMdict's codes, or ours).
    What comes out conjugates on as one of the classes ``result``, which is empty for most; ``steps`` name
    what it does.
    """

    end: str
    classes: frozenset[str]
    result: frozenset[str]
    steps: tuple[str, ...]


class _Paradigm(NamedTuple):
    """How the words of some classes that end in ``end`` conjugate: the stems by their names in the tables.

    ``kinds`` are what an ending may ask for: the classes, and the groups that they belong to.
    """

    classes: frozenset[str]
    kinds: frozenset[str]
    end: str
    stems: dict[str, list[str]]


_VOICED = str.maketrans("たてちと", "だでじど")
_KANA_ROWS = """
あいうえお かきくけこ がぎぐげご さしすせそ ざじずぜぞ たちつてと だぢづでど なにぬねの
はひふへほ ばびぶべぼ ぱぴぷぺぽ まみむめも やいゆえよ らりるれろ わいうえお おいうえお
こきくけこ ごぎぐげご そしすせそ ぞじずぜぞ とちつてと どぢづでど のにぬねの ほひふへほ
ぼびぶべぼ もみむめも よいゆえよ ろりるれろ
"""


def _rows(table: str) -> list[dict[str, str]]:
    lines = [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def _paradigms() -> list[_Paradigm]:
    paradigms = []
    for row in _rows(_GODAN):
        classes = frozenset(row["classes"].split())
        a, i, t, e, o = (row[name].split("/") for name in "aiteo")
        stems = {"a": a, "z": a, "i": i, "te": t, "ta": t, "e": e, "o": o, "potential": e, "passive": a}
        stems |= {"causative": a, "ba": [f"{stem}ゃ" for stem in i], "imperative": e}
        if "v5aru" in classes:
            stems["imperative"] = [*i, *e]
        paradigms.append(_paradigm(classes, {"verb", "godan"}, row["end"], stems))
    for row in _rows(_OTHERS):
        classes, kind, end = frozenset(row.pop("classes").split()), row.pop("kind"), row.pop("end")
        stems = {name: cell.split("/") for name, cell in row.items() if cell != "-"}
        paradigms.append(_paradigm(classes, {kind}, end, stems))
    paradigms.append(_paradigm(frozenset(("te",)), set(), "", {}))
    return paradigms


def _paradigm(classes: frozenset[str], groups: set[str], end: str, stems: dict[str, list[str]]) -> _Paradigm:
    stems["whole"] = [end]
    if end.endswith("る"):
        stems["n"] = [f"{end[:-1]}ん"]  # 分かんない, 食べんな
    if end == "する":
        stems["su"] = ["す"]  # すべき
    return _Paradigm(classes, classes | groups, end, stems)


def _behind(stem: str, ending: str) -> str:
    """A stem with its ending; て and た are voiced behind 読ん: 読んで."""
    if stem.endswith("゛"):
        return stem[:-1] + ending[:1].translate(_VOICED) + ending[1:]
    return stem + ending


def _endings() -> dict[str, list[Ending]]:
    endings: dict[str, list[Ending]] = {}
    paradigms = _paradigms()
    for row in _rows(_ENDINGS):
        steps = tuple(filter(None, (step.strip() for step in row["steps"].split(","))))
        result = frozenset(row["result"].strip("-").split()) if row["result"] != "-" else frozenset[str]()
        wanted = frozenset(row["classes"].split())
        for paradigm in paradigms:
            if wanted.isdisjoint(paradigm.kinds):
                continue
            found = Ending(paradigm.end, paradigm.classes, result, steps)
            for stem in paradigm.stems.get(row["stem"], ()):
                for ending in row["ending"].split("/"):
                    endings.setdefault(_behind(stem, ending), []).append(found)
    adjectives = frozenset(("adj-i", "adj-ix", "adj-shiku"))
    for form, end, step in _contracted_adjectives():
        endings.setdefault(form, []).append(Ending(end, adjectives, frozenset(), step))
    return endings


def _contracted_adjectives() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Forms by changed sounds, the ends of their dictionary forms, and their steps.

    すげえ of すごい, やべえ of やばい, さみい of さむい; ありがとう of ありがたい, よろしゅう of よろしい;
    つまんない of つまらない.
    """
    yield "んない", "らない", ("contracted",)
    for first, i, u, e, o in map(tuple, _KANA_ROWS.split()):
        for long in "えぇー":
            yield e + long, f"{first}い", ("slang",)
            yield e + long, f"{u}い", ("slang",)
        for long in "いぃー":
            yield i + long, f"{u}い", ("slang",)
        yield f"{o}う", f"{first}い", ("-ku", "dialect")
        yield f"{i}ゅう", f"{i}い", ("-ku", "dialect")
    for long in "えぇー":
        yield f"んね{long}", "らない", ("slang", "contracted")


ENDINGS: Mapping[str, Sequence[Ending]] = _endings()
"""All that may stand at the end of an inflected form."""

DICTIONARY_CLASSES = frozenset(name for paradigm in _paradigms() for name in paradigm.classes) - {
    "te",
    "masu",
}
"""The classes whose words may stand in a dictionary."""
