"""The vocabulary: saving, opening the list, searching, exporting, each beside what it costs at the least."""

from __future__ import annotations

import csv
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from bench.report import Figure
from reader.model import Ruby, WordKey
from reader.vocabulary.export import export
from reader.vocabulary.model import Encounter, SavedWord, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary
from reader.vocabulary.tables import COLUMNS

_WORDS = 50_000
_EXPORTED = 10_000
_PAGE = 100
_SAVES = 200

_KANJI = "日本語会談緊張緩和大統領戦争平和経済政治社会世界国民生活文化歴史科学技術自然環境"
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろん"
_ENGLISH = "talk meeting tension relief war peace economy society world life culture to walk to admit".split()
_SEARCHES = ("か", "かい", "会", "会談", "t", "ta", "talk", "peace か", "zzz")


def measure(folder: Path) -> list[Figure]:
    """The figures; files are made in ``folder``."""
    path = folder / "vocabulary.sqlite"
    words = list(_words(_WORDS))
    with closing(Vocabulary(path)) as vocabulary:
        vocabulary.save_all(words[:-_SAVES])
        save, insert = _saving(vocabulary, words[-_SAVES:], folder)
        opened, bare = _opening(vocabulary, path)
        searched = max(
            min(_timed(partial(_first_page, vocabulary, text)) for _ in range(7)) for text in _SEARCHES
        )
    few = folder / "few.sqlite"
    with closing(Vocabulary(few)) as vocabulary:
        vocabulary.save_all(words[:_EXPORTED])
        to_csv, bare_csv = _best_of(
            partial(export, vocabulary, "csv", folder / "words.csv"),
            partial(_bare_csv, few, folder / "bare.csv"),
        )
        to_apkg, bare_apkg = _best_of(
            partial(export, vocabulary, "apkg", folder / "words.apkg"),
            partial(_bare_apkg, words[:_EXPORTED], folder / "bare.apkg"),
        )
    return [
        Figure("save a word to disk", save, "ms", insert, "one INSERT, as durable", most=3),
        Figure(f"first page of {_WORDS:,} words", opened, "ms", bare, "bare SQL: count, page", most=2),
        Figure("search as typed, the slowest", searched, "ms", bare, "the same", most=16, absolute=True),
        Figure(f"{_EXPORTED:,} words to CSV", to_csv, "ms", bare_csv, "SQL and csv.writer", most=3),
        Figure(f"{_EXPORTED:,} words to .apkg", to_apkg, "ms", bare_apkg, "genanki alone", most=1.5),
    ]


def _words(number: int) -> Iterator[SavedWord]:
    chance = random.Random(1)
    for n in range(number):
        spelling = "".join(chance.choices(_KANJI, k=chance.randint(1, 4)))
        reading = "".join(chance.choices(_KANA, k=chance.randint(2, 7)))
        sentence = f"これは{spelling}についての{n}番目の文です。"
        yield SavedWord(
            key=WordKey(n + 1, spelling, reading),
            pos="noun (common)",
            gloss="; ".join(chance.choices(_ENGLISH, k=3)),
            ruby=(Ruby(0, len(spelling), reading),),
            status=chance.choice((Status.NEW, Status.LEARNING, Status.KNOWN)),
            added=f"2026-{1 + n % 12:02}-10T10:00:00.{n:06}+00:00",
            encounters=(Encounter(sentence, 3, 3 + len(spelling), f"記事{n % 200}", "file.txt", "2026"),),
            frequency=1 + n % 48,
        )


def _saving(vocabulary: Vocabulary, words: list[SavedWord], folder: Path) -> tuple[float, float]:
    """Saving and inserting by turns, since the disk has its moods; the medians in milliseconds."""
    ours, bare = [], []
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE words (spelling TEXT, reading TEXT, gloss TEXT, sentence TEXT)")
        for word in words:
            key, sentence = word.key, word.encounters[0].sentence
            row = (key.spelling, key.reading, word.gloss, sentence)
            ours.append(_timed(partial(vocabulary.save, word)))
            bare.append(_timed(partial(connection.execute, "INSERT INTO words VALUES (?, ?, ?, ?)", row)))
    return statistics.median(ours), statistics.median(bare)


def _opening(vocabulary: Vocabulary, path: Path) -> tuple[float, float]:
    select = (
        "SELECT * FROM (SELECT * FROM words ORDER BY added DESC, id DESC LIMIT ?) AS words"
        " LEFT JOIN encounters ON encounters.word_id = words.id LEFT JOIN cards ON cards.word_id = words.id"
    )
    with closing(sqlite3.connect(path)) as connection:

        def bare() -> None:
            connection.execute("SELECT count(*) FROM words").fetchone()
            connection.execute(select, (_PAGE,)).fetchall()

        return _best_of(partial(_first_page, vocabulary, ""), bare, 30)


def _first_page(vocabulary: Vocabulary, text: str) -> None:
    which = WordFilter(text=text)
    vocabulary.count(which)
    vocabulary.page(which, SortBy.ADDED, descending=True, limit=_PAGE)


def _bare_csv(database: Path, target: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, target.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(
            connection.execute(
                "SELECT spelling, words.reading, ruby, gloss, pos, sentence, article || source, status, note,"
                " added, entry_id FROM words LEFT JOIN encounters ON word_id = words.id ORDER BY added"
            )
        )


def _bare_apkg(words: list[SavedWord], target: Path) -> None:
    import genanki  # noqa: PLC0415

    model = genanki.Model(1, "Bare", fields=[{"name": name} for name in "abcdefghijk"], templates=[_TEMPLATE])
    deck = genanki.Deck(2, "Bare")
    for word in words:
        sentence = word.encounters[0].sentence
        texts = [word.key.spelling, word.key.reading, word.gloss, word.pos, sentence, *[""] * 6]
        deck.add_note(genanki.Note(model=model, fields=texts))
    genanki.Package(deck).write_to_file(str(target))


_TEMPLATE = {"name": "Card", "qfmt": "{{a}}", "afmt": "{{b}}"}


def _best_of(ours: Callable[[], object], bare: Callable[[], object], times: int = 7) -> tuple[float, float]:
    """The shortest times of both, by turns: the machine may be busy with something else meanwhile."""
    pairs = [(_timed(ours), _timed(bare)) for _ in range(times)]
    return min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)


def _timed(work: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)
