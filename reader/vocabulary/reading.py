"""What can be asked of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.database import open_database, plain_errors
from reader.model import WordKey
from reader.vocabulary import queries
from reader.vocabulary.corrections import read_corrections
from reader.vocabulary.model import Correction, Encounter, Review, SavedWord, Status, StatusChange
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.reviews import read_history, read_reviews
from reader.vocabulary.rows import IS_KEY, identity, numbers_in, read_word, read_words


class VocabularyReader:
    """The open file at ``path``. Every method raises ReaderError if it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = open_database(path, "reader.vocabulary")
        with plain_errors(path):
            self._seen = self._data_version()

    def close(self) -> None:
        """Close the file. Nothing is pending: every change was written when it was made."""
        self._connection.close()

    # --- reading ---

    def words(self) -> tuple[SavedWord, ...]:
        """All words, the newest first, each with its encounters in the order in which they were saved."""
        return self.page(WordFilter(), SortBy.ADDED, descending=True)

    def page(
        self, which: WordFilter, sort: SortBy, *, descending: bool = False, offset: int = 0, limit: int = -1
    ) -> tuple[SavedWord, ...]:
        """``limit`` of the words that pass the filter (all if negative), from number ``offset`` on."""
        with self._reading():
            found = queries.page(
                self._connection, which, sort, descending=descending, offset=offset, limit=limit
            )
            return tuple(found)

    def count(self, which: WordFilter) -> int:
        """How many words pass the filter."""
        with self._reading():
            return queries.count(self._connection, which)

    def changed_elsewhere(self) -> bool:
        """Whether another window or program has changed the file since this was asked last."""
        with plain_errors(self._path):
            before, self._seen = self._seen, self._data_version()
        return self._seen != before

    def get(self, key: WordKey) -> SavedWord | None:
        """The word with this identity, None if it is not in the vocabulary."""
        with self._reading():
            return read_word(self._connection, key)

    def without_english(self, article_id: str) -> tuple[tuple[WordKey, Encounter], ...]:
        """The words that were met in sentences of this article whose English is not known, with those."""
        where = "WHERE words.id IN (SELECT word_id FROM encounters WHERE article_id = ? AND english = '')"
        with self._reading():
            words = read_words(self._connection, where, (article_id,))
        return tuple(
            (word.key, met)
            for word in words
            for met in word.encounters
            if met.article_id == article_id and not met.english
        )

    def statuses(self) -> dict[WordKey, Status]:
        """Every word's status, for marking words in a text."""
        with self._reading():
            rows = self._connection.execute("SELECT entry_id, spelling, reading, status FROM words")
            return {WordKey(*identity_): Status(status) for *identity_, status in rows}

    def chosen_senses(self) -> dict[WordKey, tuple[int, ...]]:
        """The senses of those words of which the user chose some."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT entry_id, spelling, reading, senses FROM words WHERE senses <> '[]'"
            )
            return {WordKey(*identity_): numbers_in(senses) for *identity_, senses in rows}

    def statuses_of(self, keys: Iterable[WordKey]) -> dict[WordKey, Status]:
        """The statuses of those of the words that are in the vocabulary."""
        select = f"SELECT status FROM words WHERE {IS_KEY}"
        with self._reading():
            rows = ((key, self._connection.execute(select, identity(key)).fetchone()) for key in keys)
            return {key: Status(row[0]) for key, row in rows if row}

    def words_of_entries(self, entry_ids: Iterable[int]) -> dict[int, dict[WordKey, Status]]:
        """By entry, the words that are kept of it, in whatever spelling: 出来る beside できる."""
        select = "SELECT entry_id, spelling, reading, status FROM words WHERE ifnull(entry_id, 0) = ?"
        with self._reading():
            found = {
                entry_id: {
                    WordKey(*row[:3]): Status(row[3]) for row in self._connection.execute(select, (entry_id,))
                }
                for entry_id in entry_ids
            }
        return {entry_id: words for entry_id, words in found.items() if words}

    def counts(self) -> dict[Status, int]:
        """How many words have each status; every status is there."""
        with self._reading():
            rows = self._connection.execute("SELECT status, count(*) FROM words GROUP BY status")
            found = {Status(status): count for status, count in rows}
        return {status: found.get(status, 0) for status in Status}

    def tags(self) -> dict[str, int]:
        """Every tag with the number of its words, in the order of the characters."""
        with self._reading():
            rows = self._connection.execute("SELECT tag, count(*) FROM tags GROUP BY tag ORDER BY tag")
            return dict(rows.fetchall())

    def articles(self) -> dict[str, int]:
        """Every title of an article that words were met in with the number of those, the latest first."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT article, count(DISTINCT word_id) FROM encounters WHERE article <> ''"
                " GROUP BY article ORDER BY max(id) DESC"
            )
            return dict(rows.fetchall())

    def due(self, now: str, limit: int, *, in_anki: bool | None = None) -> tuple[SavedWord, ...]:
        """Words that are being learnt whose review is due by ``now`` (ISO 8601, UTC), or that had none yet.

        The longest due come first; only those that are in Anki, or are not, if ``in_anki`` says so.
        """
        where = "WHERE status = 'learning' AND ifnull(cards.due, '') <= ?"
        if in_anki is not None:
            where += " AND in_anki <> ''" if in_anki else " AND in_anki = ''"
        with self._reading():
            rest = f"{where} ORDER BY ifnull(cards.due, ''), words.id LIMIT ?"
            return tuple(read_words(self._connection, rest, (now, limit)))

    def first_reviewed_since(self, moment: str) -> int:
        """How many words were asked for the first time at ``moment`` (ISO 8601, UTC) or after it."""
        with self._reading():
            row = self._connection.execute(
                "SELECT count(*) FROM (SELECT min(reviewed) AS first FROM reviews"
                " GROUP BY entry_id, spelling, reading) WHERE first >= ?",
                (moment,),
            ).fetchone()
            return int(row[0])

    def reviews(self, key: WordKey | None = None) -> tuple[Review, ...]:
        """All answers that were given, or those on one word, the oldest first."""
        with self._reading():
            return read_reviews(self._connection, key)

    def history(self, key: WordKey | None = None) -> tuple[StatusChange, ...]:
        """Every change of status, or those of one word, in the order in which they happened."""
        with self._reading():
            return read_history(self._connection, key)

    def corrections(self, article_id: str | None = None) -> tuple[Correction, ...]:
        """What was corrected in this article and everywhere, or all there is; the narrowest scope last."""
        with self._reading():
            return read_corrections(self._connection, article_id)

    # --- exports ---

    def last_export(self, format_: str) -> int:
        """The newest word's revision when this format was exported last, 0 for never."""
        with self._reading():
            row = self._connection.execute(
                "SELECT revision FROM exports WHERE format = ? ORDER BY id DESC", (format_,)
            ).fetchone()
            return int(row[0]) if row else 0

    def revision(self) -> int:
        """The newest word's revision: it grows with every change."""
        with self._reading():
            return int(self._connection.execute("SELECT ifnull(max(revision), 0) FROM words").fetchone()[0])

    # --- behind it ---

    def _data_version(self) -> int:
        """A number that other connections' commits change, and ours do not."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Several queries that see the same state of the file."""
        with plain_errors(self._path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if self._connection.in_transaction:  # an error of the disk has ended it already
                    self._connection.execute("ROLLBACK")
