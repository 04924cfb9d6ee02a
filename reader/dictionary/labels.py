"""JMdict's parts of speech: the texts of the database, JMdict's own codes for them, and what we call them."""

from __future__ import annotations

from functools import lru_cache

# One line a part of speech: the code, what the panel shows, the database's text.
_TABLE = """
n         | noun                          | noun (common) (futsuumeishi)
vs        | suru verb                     | noun or participle which takes the aux. verb suru
exp       | expression                    | expressions (phrases, clauses, etc.)
adj-no    | no-adjective                  | nouns which may take the genitive case particle 'no'
adj-na    | na-adjective                  | adjectival nouns or quasi-adjectives (keiyodoshi)
vt        | transitive                    | transitive verb
vi        | intransitive                  | intransitive verb
v1        | ichidan verb                  | Ichidan verb
v1-s      | ichidan verb (kureru)         | Ichidan verb - kureru special class
vz        | ichidan verb (-zuru)          | Ichidan verb - zuru verb (alternative form of -jiru verbs)
v5r       | godan verb (-ru)              | Godan verb with 'ru' ending
v5r-i     | godan verb (-ru, irregular)   | Godan verb with 'ru' ending (irregular verb)
v5s       | godan verb (-su)              | Godan verb with 'su' ending
v5k       | godan verb (-ku)              | Godan verb with 'ku' ending
v5k-s     | godan verb (iku)              | Godan verb - Iku/Yuku special class
v5u       | godan verb (-u)               | Godan verb with 'u' ending
v5u-s     | godan verb (-u, special)      | Godan verb with 'u' ending (special class)
v5m       | godan verb (-mu)              | Godan verb with 'mu' ending
v5t       | godan verb (-tsu)             | Godan verb with 'tsu' ending
v5g       | godan verb (-gu)              | Godan verb with 'gu' ending
v5b       | godan verb (-bu)              | Godan verb with 'bu' ending
v5n       | godan verb (-nu)              | Godan verb with 'nu' ending
v5aru     | godan verb (-aru, honorific)  | Godan verb - -aru special class
vs-s      | suru verb (-su)               | suru verb - special class
vs-i      | suru verb (irregular)         | suru verb - included
vs-c      | su verb (classical)           | su verb - precursor to the modern suru
vk        | kuru verb (irregular)         | Kuru verb - special class
vr        | irregular verb (-ri)          | irregular ru verb, plain form ends with -ri
vn        | irregular verb (-nu)          | irregular nu verb
v-unspec  | verb                          | verb unspecified
adj-i     | i-adjective                   | adjective (keiyoushi)
adj-ix    | i-adjective (ii/yoi)          | adjective (keiyoushi) - yoi/ii class
adj-pn    | pre-noun adjectival           | pre-noun adjectival (rentaishi)
adj-f     | prenominal noun or verb       | noun or verb acting prenominally
adj-t     | taru-adjective                | 'taru' adjective
adj-nari  | na-adjective (archaic)        | archaic/formal form of na-adjective
adj-ku    | ku-adjective (archaic)        | 'ku' adjective (archaic)
adj-shiku | shiku-adjective (archaic)     | 'shiku' adjective (archaic)
adv       | adverb                        | adverb (fukushi)
adv-to    | adverb (takes to)             | adverb taking the 'to' particle
n-suf     | noun suffix                   | noun, used as a suffix
n-pref    | noun prefix                   | noun, used as a prefix
suf       | suffix                        | suffix
pref      | prefix                        | prefix
pn        | pronoun                       | pronoun
ctr       | counter                       | counter
num       | numeral                       | numeric
prt       | particle                      | particle
conj      | conjunction                   | conjunction
int       | interjection                  | interjection (kandoushi)
aux       | auxiliary                     | auxiliary
aux-v     | auxiliary verb                | auxiliary verb
aux-adj   | auxiliary adjective           | auxiliary adjective
cop       | copula                        | copula
unc       | unclassified                  | unclassified
"""

_ROWS = [[column.strip() for column in line.split("|")] for line in _TABLE.strip().splitlines()]
_LABELS = {text: label for _, label, text in _ROWS}
_CODES = {label: code for code, label, _ in _ROWS}


def pos_label(text: str) -> str:
    """What we call the part of speech that the database calls ``text``; classical verbs keep its name."""
    return _LABELS.get(text, text)


@lru_cache(maxsize=512)
def pos_codes(labels: tuple[str, ...]) -> frozenset[str]:
    """JMdict's codes for parts of speech as ``pos_label`` gives them; "v-arch" for the classical verbs."""
    return frozenset(_CODES.get(label, "v-arch") for label in labels)
