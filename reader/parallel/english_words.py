"""The words of an English text, in a form in which they can be compared with a dictionary's glosses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_](?!\w))*(?:-19\b)?(?:['’][^\W\d_]+)*")
_OPENING = tuple("“\"‘'(")
_CLOSING = re.compile(r"[.,!?:;]*[”\"’')]")
_ENDING = re.compile(r"(?:n['’]t|['’](?:s|ll|re|ve|d|m)?)$")

_STOP_WORDS = frozenset(
    "a about after again all also am amid among an and another any are as at be because been before being "
    "between both but by can could did do does doing don done down during each else esp etc ever few for "
    "from further get got had has have having he her here hers herself him himself his how i if in into "
    "is it its itself just let many may me might more most mr mrs ms much must my no nor not now of off "
    "on once one ones oneself only onto or other our ours out over own per s sb shall she should so some "
    "someone something sth such t than that the their theirs them themselves then there these they this "
    "those through to too under until up upon us very via was we were what when where which while who "
    "whom whose why will with would yet you your yours".split()
)

# Forms that no rule leads back to their word, and what belongs to a country to the country, since glosses
# name the one and articles the other.
_FORMS = """
say said; tell told; win won; lose lost loss; make made; hold held; give gave given; take took taken
go went gone; leave left; begin began begun; die died dead death dies dying; man men; woman women
child children; person people persons; build built; buy bought; sell sold sale; fall fell fallen
rise rose risen; lead led; meet met; keep kept; pay paid; send sent; run ran; see saw seen; know knew known
think thought; bring brought; catch caught; fight fought; find found; become became; write wrote written
speak spoke spoken speech; shoot shot; strike struck; teach taught; grow grew grown growth; life lives live
wife wives; break broke broken; choose chose chosen choice; drive drove driven; eat ate eaten; feel felt
fly flew flown flight; forget forgot forgotten; hide hid hidden; lay laid; mean meant; ride rode ridden
sing sang sung song; sink sank sunk; sleep slept asleep; spend spent; stand stood; steal stole stolen
swim swam swum; throw threw thrown; understand understood; wear wore worn; draw drew drawn; seek sought
foot feet; tooth teeth; half halves; good better best; bad worse worst; high height; long length
strong strength; wide width; young youth; hot heat; true truth; believe belief; prove proof; decide decision
succeed success; produce production; explain explanation; compare comparison; doctor dr; kilometer km
kilogram kg; hour hr; corona coronavirus covid-19 covid; increase increasingly; defend defense defence
center centre; color colour; labor labour; percent pc; mother mom mum; father dad; television tv
China chinese; France french; Britain british uk u.k; England english; America american americans us u.s usa
Spain spanish; Germany german germans; Netherlands dutch; Turkey turkish; Iraq iraqi; Israel israeli
Greece greek; Poland polish; Japan japanese; Russia russian russians; Korea korean; India indian
Italy italian; Canada canadian; Mexico mexican; Iran iranian; Africa african; Europe european eu; Asia asian
Ukraine ukrainian; Australia australian; Brazil brazilian; Sweden swedish; Norway norwegian; Denmark danish
Switzerland swiss; Ireland irish; Scotland scottish; Wales welsh; Portugal portuguese; Thailand thai
Vietnam vietnamese; Philippines filipino philippine; Taiwan taiwanese; Afghanistan afghan; Egypt egyptian
Syria syrian; Pakistan pakistani; Belgium belgian; Finland finnish; Hungary hungarian; Austria austrian
Argentina argentine; Cuba cuban; Belarus belarusian; Islam islamic muslim; Christ christian
"""
_BASE_OF = {
    form: base.lower()
    for line in re.split("[;\n]", _FORMS)
    if line.strip()
    for base, *forms in [line.split()]
    for form in forms
}
_stemmer = snowballstemmer.stemmer("english")


class EnglishWord(NamedTuple):
    """``text[start:end]`` is a word that says something (no "the"); ``stem`` is what it is compared by.

    ``plain`` is the word in small letters without accents and endings like 's; ``capital`` whether it begins
    with a capital letter, ``marked`` whether it stands alone in quotation marks or brackets: “niru”.
    """

    start: int
    end: int
    stem: str
    plain: str
    capital: bool
    marked: bool


def english_words(text: str) -> Iterator[EnglishWord]:
    """The words of a text that say something, in order."""
    for match in _WORD.finditer(text):
        plain = _ENDING.sub("", without_accents(match[0].lower()))
        if plain and plain not in _STOP_WORDS:
            end = match.start() + len(_ENDING.sub("", match[0]))
            marked = text[match.start() - 1 : match.start()] in _OPENING and _CLOSING.match(text, end)
            yield EnglishWord(match.start(), end, stem(plain), plain, match[0][0].isupper(), bool(marked))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """What the forms of a word have in common: said and says both give "say", Chinese gives "china"."""
    return str(_stemmer.stemWord(_BASE_OF.get(word, word)))


def without_accents(text: str) -> str:
    """Martínez → Martinez."""
    if text.isascii():
        return text
    return "".join(
        character for character in unicodedata.normalize("NFD", text) if not unicodedata.combining(character)
    )
