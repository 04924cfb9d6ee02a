"""Names what happened to a verb or adjective on the way from its dictionary form: causative, passive, past.

The grammar is the tables below. This module needs no tokenizer: the window can import the explanations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reader.language.tokenizer import Token

# One line a step: its name, and what it means for the reader.
_EXPLANATIONS = """
negative             | -nai, -n, -nu: not
past                 | -ta: it happened, or is completed
polite               | -masu, -desu: polite towards the listener
passive              | -(ra)reru: done by someone or something else; at times only respectful
passive or potential | -rareru: either "is done" or "can be done"; at times only respectful
potential            | can be done
causative            | -(sa)seru: makes or lets someone do it
volitional           | -ō, -yō: let's, I shall, intending to
conjecture           | -darō, -deshō, -karō: probably, I suppose
imperative           | a plain command
-te form             | links to what follows: and then, by doing so, because
-te iru              | going on now, a habit, or a state that has come about
-te aru              | has been done on purpose and so stands
-te oku              | done in advance, or left so
-te shimau           | done completely, or regrettably
-te miru             | tries it to see
-te iku              | from now on, or away from here
-te kuru             | up to now, towards here, or doing so and coming back
-te kureru           | someone does it for me or us
-te morau            | has someone do it
-te ageru            | does it for someone
-te yaru             | does it for someone (rough), or to spite them
-te itadaku          | has someone do it (humble)
-te kudasaru         | someone kindly does it for me or us (respectful)
-te kudasai          | please do it
-te hoshii           | wants someone to do it, or wants it to happen
-te mairu            | from now on, up to now (humble)
-te wa               | if one does it; before いけない, ならない: must not
must                 | has to do it
must not             | may not do it
cannot help          | -zu ni wa irarenai: cannot help doing it
-nai de              | without doing it, or please do not
-zu                  | without doing it, or: does not, and
-ba                  | if, when
-tara                | if, when, once it has happened
-tari                | does such things as this
-nagara              | while doing it, or although
-tsutsu              | while doing it, or gradually (literary)
-tsutsu aru          | is in the course of becoming so
-do                  | although (literary)
-ku                  | as an adverb, or linking to what follows
stem                 | links to what follows in writing: does it, and
-tai                 | wants to
-tagaru              | shows that they want to
-garu                | shows that they feel so
-sō                  | looks as if, is about to
-sugiru              | too much
-yasui               | easy to do, or tends to
-nikui               | hard to do
-gatai               | hardly possible to do
-zurai               | hard to do, for whoever does it
-gachi               | tends to (of something unwelcome)
-gimi                | somewhat, with a touch of it
-ppoi                | has much of it about it
-ppanashi            | left as it is
-sa                  | as a noun: how much it is so
-mi                  | as a noun: that it is so
-beki                | should, ought to
-mai                 | will not, surely not
-nasai               | a mild command
continuing           | -tsuzukeru: goes on doing it
beginning            | -hajimeru, -dasu, -kakeru: starts doing it
finishing            | -owaru, -oeru: finishes doing it
possible             | -uru, -eru: it may happen
hardly possible      | -kaneru: cannot well do it
each other           | -au: to one another, together
again                | -naosu: once more, and better
completely           | -kiru, -nuku, -tsukusu: to the end
upward               | -ageru, -agaru: up, or to completion
into                 | -komu: into something, or thoroughly
forgetting           | -wasureru: forgets to
failing              | -sokoneru, -sokonau: misses doing it
getting used         | -nareru: is used to doing it
repeatedly           | -makuru: again and again, without restraint
around               | -mawaru: here and there
away                 | -saru: away, off
firmly               | -tsukeru: at or on to something, or out of habit
vigorously           | -tateru: with force
-zaru o enai         | cannot help doing it, has no choice but to
-te mo               | even if, although
-tatte               | even if, no matter how (spoken)
-mu                  | will, shall, may well (literary)
-kata                | the way of doing it
-ge                  | seemingly, with an air of it
-yagaru              | has the nerve to do it (scornful)
-tamae               | a command to someone below or equal
prohibition          | do not do it
respectful           | lifts up the one who does it
classical            | a form of the older language
dialect              | a form of western Japan
slang                | a rough spoken sound: すげえ for すごい
contracted           | a spoken short form: -teru for -te iru, -chau for -te shimau, -nakya for -nakereba
"""

# One line a rule: the steps it names, in order, and the tokens that say so. A token is given by the lemma or
# the dictionary form that UniDic has for it, or in 「」 as it stands; "/" adds how its form (cform) begins.
# The rule over the most tokens counts; of equally long ones 「」 first, then the dictionary form, then the
# upper one. A causative takes the doubt out of られる, and so does ている after it.
_RULES = """
passive                      | れる
passive, -te iru             | られる て 居る
passive, -te iru             | られる て おる
passive, -te iru, contracted | られる てる
passive or potential         | られる
causative, passive           | せる られる
causative, passive           | させる られる
causative                    | せる
causative                    | させる
causative                    | しめる
polite, negative, past       | ます ず です た
polite, negative, past       | 有る ます ず です た
polite, negative             | 有る ます ず
polite                       | ます
polite, conjecture           | です/意志推量形
polite                       | です
conjecture                   | だ/意志推量形
-nai de                      | ない/終止形 て
negative                     | ない
negative                     | 無い
negative, dialect            | へん
negative, dialect            | ひん
respectful, dialect          | はる
-zu                          | 「ず」 に
-zu                          | 「ず」
negative                     | ず
-mai                         | まい
-mai, classical              | まじ
-mai, classical              | じ
-beki                        | べし
-tara                        | た/仮定形
past, conjecture             | た/意志推量形
past                         | た
-tari                        | 「たり」
-tari                        | 「だり」
-te wa, contracted           | ちゃ
-te wa, contracted           | じゃ
-te wa, contracted           | ちゃあ
-te iru                      | て 居る
-te iru                      | て おる
-te iru, contracted          | てる
-te iru, contracted          | とる
-te iru, contracted          | てらっしゃる
-te iru, -yagaru, contracted | て やがる
-yagaru                      | やがる
-te aru                      | て 有る
-te oku                      | て 置く
-te oku, contracted          | とく
-te oku, contracted          | ど 居る
-tatte                       | たって
-tatte                       | だって
-te shimau                   | て 仕舞う
-te shimau, contracted       | ちゃう
-te shimau, contracted       | ちまう
-te miru                     | て 見る
-te iku                      | て 行く
-te iku, contracted          | てく
-te kuru                     | て 来る
-te mairu                    | て 参る
-te kureru                   | て 呉れる
-te morau                    | て 貰う
-te ageru                    | て 上げる
-te ageru, contracted        | たげる
-te yaru                     | て 遣る
-te itadaku                  | て 頂く
-te kudasai                  | て 下さる/命令形
-te kudasaru                 | て 下さる
-te hoshii                   | て 欲しい
-te form                     | て
-ba                          | ば
-do                          | ど
-nagara                      | ながら
-tsutsu                      | つつ
-tsutsu aru                  | つつ 有る
-tai                         | たい
-tagaru                      | たがる
-garu                        | がる
-sō                          | そう-様態
-sugiru                      | 過ぎる
-yasui                       | 易い
-nikui                       | にくい
-nikui                       | 難い
-gatai                       | がたい
-zurai                       | づらい
-gachi                       | がち
-gimi                        | 気味
-ppoi                        | っぽい
-ppanashi                    | っぱなし
-sa                          | さ
-mi                          | み
-nasai                       | 為さる/命令形
-tamae                       | たまう/命令形
-tamae                       | た 「まえ」
must                         | ない ば なる ない
must                         | ない ば いける ない
must                         | ぬ ば なる ない
must                         | ぬ ば いける ない
must                         | ない て は なる ない
must                         | ない て は いける ない
must, contracted             | 「なきゃ」 なる ない
must, contracted             | 「なきゃ」 いける ない
must, contracted             | ない 「ちゃ」 なる ない
must, contracted             | ない 「ちゃ」 いける ない
must, polite                 | ない ば なる ます ず
must, polite                 | ない ば いける ます ず
must, polite                 | ぬ ば なる ます ず
must, polite                 | ぬ ば いける ます ず
must, polite                 | ない て は なる ます ず
must, polite                 | ない て は いける ます ず
must, polite, contracted     | 「なきゃ」 なる ます ず
must, polite, contracted     | 「なきゃ」 いける ます ず
must, polite, contracted     | ない 「ちゃ」 なる ます ず
must, polite, contracted     | ない 「ちゃ」 いける ます ず
must not                     | て は なる ない
must not                     | て は いける ない
must not, contracted         | 「ちゃ」 なる ない
must not, contracted         | 「ちゃ」 いける ない
must not, contracted         | 「じゃ」 なる ない
must not, contracted         | 「じゃ」 いける ない
must not, polite             | て は なる ます ず
must not, polite             | て は いける ます ず
must not, polite, contracted | 「ちゃ」 なる ます ず
must not, polite, contracted | 「ちゃ」 いける ます ず
must not, polite, contracted | 「じゃ」 なる ます ず
must not, polite, contracted | 「じゃ」 いける ます ず
cannot help                  | ず に は 居る られる ない
-zaru o enai                 | 「ざる」 を 得る ない
-zaru o enai, polite         | 「ざる」 を 得る ます ず
continuing                   | 続ける
beginning                    | 始める
beginning                    | 出す
beginning                    | 掛ける
finishing                    | 終わる
finishing                    | 終える
possible                     | 得る
hardly possible              | 兼ねる
each other                   | 合う
again                        | 直す
completely                   | 切る
completely                   | 抜く
completely                   | 尽くす
upward                       | 上がる
upward                       | 上げる
into                         | 込む
forgetting                   | 忘れる
failing                      | 損ねる
failing                      | 損なう
getting used                 | 慣れる
repeatedly                   | 捲る
around                       | 回る
away                         | 去る
firmly                       | 付ける
vigorously                   | 立てる
"""

_IN_A = frozenset("あかがさざただなばまらわ")

# What a token's own form says where no rule names the form: how it begins, the steps for a verb and those for
# an adjective (and what inflects like one).
_FORMS = """
命令形      | imperative      | imperative
意志推量形  | volitional      | conjecture
仮定形-融合 | -ba, contracted | -ba, contracted
"""
# The same for the token that ends the word.
_LAST_FORMS = """
連用形-一般 | stem | -ku
"""


class _Element(NamedTuple):
    word: str
    form: str

    def fits(self, token: Token) -> bool:
        return self.word in _names(token) and token.cform.startswith(self.form)


class _Rule(NamedTuple):
    elements: tuple[_Element, ...]
    steps: tuple[str, ...]

    @property
    def names_form(self) -> bool:
        return bool(self.elements[-1].form)


def _names(token: Token) -> tuple[str, ...]:
    """How the rules may call a token, the most telling first."""
    return (f"「{token.surface}」", token.base, token.lemma)


def _rows(table: str) -> list[list[str]]:
    return [[column.strip() for column in line.split("|")] for line in table.strip().splitlines()]


def _steps(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(","))


def _rules_by_first_word() -> dict[str, list[_Rule]]:
    rules: dict[str, list[_Rule]] = {}
    for names, pattern in _rows(_RULES):
        elements = tuple(_Element(*element.partition("/")[::2]) for element in pattern.split())
        rules.setdefault(elements[0].word, []).append(_Rule(elements, _steps(names)))
    return rules


def _form_steps_of(table: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(form, _steps(as_verb), _steps(as_adjective)) for form, as_verb, as_adjective in _rows(table)]


EXPLANATIONS: dict[str, str] = {row[0]: row[1] for row in _rows(_EXPLANATIONS)}
"""What each step means that ``inflection`` can name, in one line."""

_RULES_BY_FIRST_WORD = _rules_by_first_word()
_FORM_STEPS = _form_steps_of(_FORMS)
_LAST_FORM_STEPS = _form_steps_of(_LAST_FORMS)


def inflection(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The steps from the dictionary form to the word as it stands, in order; each is a key of EXPLANATIONS.

    ``tokens`` are the verb or adjective (the last token of a compound) and all that inflects it. Tokens that
    no rule knows are passed over; a dictionary form gives ().
    """
    if not tokens or not tokens[0].ctype:
        return ()
    is_command = tokens[0].cform.startswith("命令形")  # 読めよ commands: nobody orders another to be able
    steps = ["potential"] if is_potential(tokens[0]) and not is_command else []
    steps += _form_steps(tokens[0], len(tokens) == 1)
    position = 1
    while position < len(tokens):
        rule = _rule_at(tokens, position)
        if rule is None:
            position += 1
            continue
        steps += ("potential",) if _is_short_potential(tokens, position) else rule.steps
        position += len(rule.elements)
        if not rule.names_form:
            steps += _form_steps(tokens[position - 1], position == len(tokens))
    return tuple(steps)


def _is_short_potential(tokens: Sequence[Token], position: int) -> bool:
    """Whether れる is short for られる (食べれる): the passive れる follows an a (書かれる)."""
    before = tokens[position - 1].surface[-1]
    return tokens[position].lemma == "れる" and before not in _IN_A


def is_potential(token: Token) -> bool:
    """Whether a verb is the potential of the one that is its lemma: 飲める of 飲む, 食べれる of 食べる."""
    if token.pos[0] != "動詞" or not token.ctype.startswith("下一段"):
        return False
    lemma = token.lemma.partition("-")[0]
    base, plain = token.base_kana, token.lform
    # 行ける has 行く as its lemma, but イケル as that lemma's reading.
    return not lemma.endswith("る") or (len(base) == len(plain) + 1 and base[:-2] == plain[:-1])


def _rule_at(tokens: Sequence[Token], position: int) -> _Rule | None:
    fitting = (
        rule
        for name in _names(tokens[position])
        for rule in _RULES_BY_FIRST_WORD.get(name, ())
        if len(rule.elements) <= len(tokens) - position
        and all(element.fits(token) for element, token in zip(rule.elements, tokens[position:], strict=False))
    )
    return max(fitting, key=lambda rule: len(rule.elements), default=None)


def _form_steps(token: Token, is_last: bool) -> tuple[str, ...]:
    if token.surface == "ず":  # the form that -zu itself names
        return ()
    for form, as_verb, as_adjective in _FORM_STEPS + _LAST_FORM_STEPS if is_last else _FORM_STEPS:
        if token.cform.startswith(form):
            return as_adjective if _is_adjectival(token) else as_verb
    return ()


def _is_adjectival(token: Token) -> bool:
    """Whether a token inflects like an adjective: 高い, -たい, -ない, -らしい."""
    return token.ctype in ("形容詞", "助動詞-タイ", "助動詞-ナイ", "助動詞-ラシイ")
