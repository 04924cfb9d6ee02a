"""Words to save: a few from an article, and any that may come."""

from hypothesis import strategies as st

from reader.model import Place, Ruby, WordKey
from reader.vocabulary.model import Encounter, ReviewCard, SavedWord, Status
from reader.vocabulary.store import Step, tidy_tags


def met(sentence: str, word: str, article: str = "米露電話会談", source: str = "news.txt") -> Encounter:
    """An encounter with ``word`` in ``sentence``."""
    start = sentence.index(word)
    return Encounter(sentence, start, start + len(word), article, source, "2024-05-01T08:00:00+00:00")


def said(step: Step | None) -> str | None:
    """What the user is told about a step that was taken back or done again."""
    return step.sentence if step else None


KAIDAN = SavedWord(
    key=WordKey(1198180, "会談", "かいだん"),
    pos="noun",
    gloss="talks",
    senses=(1,),
    ruby=(Ruby(0, 2, "かいだん"),),
    encounters=(met("両首脳は会談した。", "会談"),),
)
MITOMERU = SavedWord(
    key=WordKey(1467590, "認める", "みとめる"),
    pos="verb",
    gloss="to recognize; to admit",
    senses=(2,),
    ruby=(Ruby(0, 1, "みと"),),
    encounters=(met("誤りを認めた。", "認めた"),),
)
TEN_THOUSANDS = SavedWord(
    key=WordKey(None, "10万人", "じゅうまんにん"),
    pos="number",
    gloss="",
    ruby=(Ruby(0, 4, "じゅうまんにん"),),
    encounters=(met("およそ10万人の兵が集まる。", "10万人"),),
)

# Anything that UTF-8 can hold: NUL, HTML, quotes, emoji, what a spreadsheet takes for a formula.
texts = st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(
    ["\0", "a\0b", "<b>&amp;", "'\"--;", "=1+1", "\t@x", "\r\n", "漢字[かな]", "𠮷野家", "\ufeff", "\x1f", ""]
)
_offsets = st.integers(0, 40)
keys = st.builds(WordKey, st.none() | st.integers(1, 9_999_999), texts, texts)
encounters = st.builds(
    Encounter,
    texts,
    _offsets,
    _offsets,
    texts,
    texts,
    texts.filter(bool),
    texts,
    st.builds(Place, _offsets, _offsets),
    texts,
)
cards = st.builds(
    ReviewCard,
    st.integers(1, 3),
    st.none() | st.integers(0, 3),
    st.none() | st.floats(0, 1e5),
    st.none() | st.floats(1, 10),
    texts,
    texts,
)
words = st.builds(
    SavedWord,
    key=keys,
    pos=texts,
    gloss=texts,
    senses=st.lists(st.integers(1, 40), unique=True, max_size=3).map(lambda senses: tuple(sorted(senses))),
    ruby=st.lists(st.builds(Ruby, _offsets, _offsets, texts), max_size=3).map(tuple),
    status=st.sampled_from(Status),
    note=texts,
    added=texts.filter(bool),
    encounters=st.lists(encounters, max_size=3, unique_by=lambda met: met.sentence).map(tuple),
    tags=st.lists(texts, max_size=3).map(tidy_tags),
    frequency=st.none() | st.integers(1, 48),
    card=st.none() | cards,
    seen=_offsets,
    looked_up=_offsets,
    changed=texts,
    in_anki=texts,
)
