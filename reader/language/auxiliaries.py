"""How far the inflection of a verb or adjective goes: 食べ+させられた, 持ち続け+ている, 大きく+なかった."""

from __future__ import annotations

from collections.abc import Sequence

from reader.language.tokenizer import Token, touches

# Auxiliaries (UniDic's lemmas) that are words of their own behind a finished word.
_APART = frozenset(("だ", "です", "らしい"))
_CONDITIONS = frozenset("ば なきゃ ちゃ じゃ".split())
_JOINING_PARTICLES = frozenset("て で ば ちゃ じゃ ちゃあ ながら つつ たり だり ど たって だって".split())
# Verbs (UniDic's lemmas) that only colour the verb before them: behind て, and behind its stem.
BEHIND_TE = frozenset(
    "居る 有る 来る 行く 置く 仕舞う 見る 貰う 呉れる 上げる 遣る 頂く 下さる 参る おる".split()
)
_BEHIND_STEM = frozenset(
    """
    続ける 始める 過ぎる 終わる 終える 出す 得る 兼ねる 掛ける 切る 合う 直す 為さる 込む 尽くす 上がる 上げる
    抜く 回る 去る 付ける 立てる 捲る 損ねる 損なう 忘れる 慣れる 給う-尊敬
    """.split()
)


_WATCHED = frozenset("観診看視")


def inflection_end(tokens: Sequence[Token], core: int) -> int:
    """The index behind the auxiliaries and particles that inflect the token ``core``, a verb or adjective.

    For any other token, and for one that nothing inflects, that is ``core + 1``.
    """
    last = core + 1
    if tokens[core].pos[0] not in ("動詞", "形容詞", "助動詞", "接尾辞") or not tokens[core].ctype:
        return last
    while True:
        if touches(tokens, last) and _inflects(tokens[last - 1], tokens[last]):
            last += 1
        elif (end := max(_duty_end(tokens, last), _denial_end(tokens, last))) > last:
            last = end
        else:
            return last


def _duty_end(tokens: Sequence[Token], last: int) -> int:
    """The index behind the verb with which a form says what must be: 行かなければ+ならない, 見て+はいけない.

    ``last`` if it does not say so. The negation behind that verb is not counted.
    """
    before, at = tokens[last - 1], last
    if before.surface == "ざる":  # 言わざるを+得ない
        following = [token.lemma for token in tokens[at : at + 3]]
        return at + 2 if following[:2] == ["を", "得る"] and following[2:] in (["ない"], ["ます"]) else last
    if before.surface in ("て", "で", "に") and touches(tokens, at) and tokens[at].surface == "は":
        at += 1
    elif before.surface not in _CONDITIONS:
        return last
    if not (touches(tokens, at) and touches(tokens, at + 1)):
        return last
    verb, negation = tokens[at], tokens[at + 1]
    if before.surface == "に":  # 言わずに+はいられない
        is_duty = tokens[last - 2].surface == "ず" and verb.surface == "い" and negation.surface == "られ"
    else:
        is_duty = verb.surface in ("なら", "なり", "いけ") and negation.lemma in ("ない", "ます")
    return at + 1 if is_duty else last


def _denial_end(tokens: Sequence[Token], last: int) -> int:
    """The index behind the あり that denies an adjective politely (面白く+ありません), else ``last``."""
    if not (_is_adjectival_ku(tokens[last - 1]) and touches(tokens, last) and touches(tokens, last + 1)):
        return last
    return last + 1 if tokens[last].surface == "あり" and tokens[last + 1].surface == "ませ" else last


def _inflects(before: Token, token: Token) -> bool:
    """Whether ``token`` goes on with the inflection that ``before`` ends so far."""
    kind = token.pos[0]
    if kind == "助動詞":
        return token.lemma not in _APART or (token.lemma == "です" and before.ctype == "助動詞-ヌ")
    if kind == "助詞":
        if before.surface == "ず":
            return token.surface == "に"
        is_joining = token.surface in _JOINING_PARTICLES and token.pos[1] in ("接続助詞", "副助詞")
        return is_joining and before.pos[0] != "助詞"
    if kind == "形状詞":  # 降りそうだ, but not 降るそうだ
        return token.lemma == "そう-様態" and _is_stem(before)
    if kind == "接尾辞":
        return _is_joining_suffix(before, token)
    is_command = token.surface == "まえ" and before.surface == "た"  # UniDic cuts 見たまえ so
    return is_command or (token.pos[1] == "非自立可能" and _colours(before, token))


def _is_stem(token: Token) -> bool:
    return token.cform.startswith(("連用形", "語幹"))


def _is_joining_suffix(before: Token, token: Token) -> bool:
    """読み+やすい, 寒+がる, 深+さ."""
    if token.pos[1] in ("形容詞的", "動詞的", "形状詞的"):
        return _is_stem(before)
    return token.surface in ("さ", "み") and before.pos[0] == "形容詞"


def _is_adjectival_ku(token: Token) -> bool:
    return token.ctype in ("形容詞", "助動詞-タイ") and _is_stem(token)


def _colours(before: Token, token: Token) -> bool:
    """Whether a dependent verb or adjective is part of the word before it: 食べて+いる, 大きく+ない."""
    behind_te = before.surface in ("て", "で", "ど") and before.pos[1] == "接続助詞"
    if token.pos[0] == "形容詞":
        return token.lemma in ("無い", "欲しい") and (behind_te or _is_adjectival_ku(before))
    if behind_te:  # 誘われて 観た is no trial
        return token.lemma in BEHIND_TE and token.surface[0] not in _WATCHED
    if before.surface == "つつ":  # 失われ+つつある
        return token.lemma == "有る"
    if before.pos[0] == "形容詞":  # 早すぎる, but 早く終わる is two words
        return before.cform.startswith("語幹") and token.lemma == "過ぎる"
    return before.pos[0] == "動詞" and _is_stem(before) and token.lemma in _BEHIND_STEM
