"""JMdict's remarks on words, senses and forms, in fewer words."""

from __future__ import annotations

# One line a remark: what the panel shows, and the database's text. Others are short as they are.
_TABLE = """
usually kana            | word usually written using kana alone
archaic                 | archaism
four-character idiom    | yojijukugo
obscure                 | obscure term
onomatopoeia            | onomatopoeic or mimetic word
colloquial              | colloquialism
idiom                   | idiomatic expression
honorific               | honorific or respectful (sonkeigo) language
polite                  | polite (teineigo) language
humble                  | humble (kenjougo) language
obsolete                | obsolete term
historical              | historical term
humorous                | jocular, humorous term
vulgar                  | vulgar expression or word
familiar                | familiar language
dated                   | dated term
literary                | literary or formal term
women's language        | female term or language
men's language          | male term or language
poetic                  | poetical term
irregular okurigana     | irregular okurigana usage
irregular kanji         | word containing irregular kanji usage
irregular kana          | word containing irregular kana usage
outdated kanji          | word containing out-dated kanji
outdated kana           | out-dated or obsolete kana usage
kanji chosen for sound  | ateji (phonetic) reading
read by meaning         | gikun (meaning as reading) or jukujikun (special kanji reading)
"""

_SHORT = {
    text.strip(): short.strip() for short, text in (line.split("|") for line in _TABLE.strip().splitlines())
}


def short_remark(text: str) -> str:
    """What the panel says for a remark that the database words as ``text``."""
    return _SHORT.get(text, text)
