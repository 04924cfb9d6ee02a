"""The vocabulary on disk, with undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from reader.backups import back_up, back_up_daily
from reader.database import check, open_database, plain_errors, transaction
from reader.errors import ReaderError
from reader.model import (
    Correction,
    CorrectionTarget,
    Review,
    ReviewCard,
    SavedWord,
    Status,
    StatusChange,
    WordKey,
)
from reader.vocabulary import queries
from reader.vocabulary.changes import (
    Change,
    CorrectionChange,
    ReviewChange,
    WordChange,
    apply,
    is_current,
    reversed_,
)
from reader.vocabulary.corrections import read_correction, read_corrections
from reader.vocabulary.merging import distinct, saved_again
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.reviews import read_history, read_reviews
from reader.vocabulary.rows import (
    IS_KEY,
    identity,
    index_all,
    index_missing,
    list_in,
    read_word,
    read_words,
)

BUSY_MILLISECONDS = 3000  # how long a change waits for another window's before it gives up


@dataclass(frozen=True, slots=True)
class _Action:
    """What the user did in one go, as a phrase that can be followed by "undone"."""

    phrase: str
    changes: tuple[Change, ...]


class Vocabulary:
    """The user's words, in the SQLite file at ``path``.

    Every method that changes something is one transaction that is on disk when it returns, and one step
    for ``undo``, but for those that count. What can be undone is forgotten when the program ends; what was
    undone is on disk like the rest. Use it from one thread at a time. Other windows may have the same file
    open: each sees the others' changes.

    Every method raises ReaderError if the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the vocabulary, or begin one. Raises ReaderError as ``open_database`` does."""
        self._path = path
        self._connection = open_database(path, "reader.vocabulary")
        self._connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        if index_missing(self._connection):
            with self._transaction():
                index_all(self._connection)
        self._seen = self._data_version()
        self._done: list[_Action] = []
        self._undone: list[_Action] = []

    def maintain(self) -> None:
        """Read the whole file for damage, and make the day's backup if there is none.

        Raises DamagedError where the file is damaged, ReaderError where the backup cannot be made.
        """
        check(self._connection, self._path)
        back_up_daily(self._connection, self._path)

    def back_up(self) -> Path:
        """Make a backup now, and return its file."""
        return back_up(self._connection, self._path).path

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
            return {WordKey(*identity_): tuple(list_in(senses)) for *identity_, senses in rows}

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

    # --- reviews and history ---

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

    def review(self, review: Review, card: ReviewCard, status: Status) -> SavedWord:
        """Keep an answer, and what the scheduler makes of it: the word's new card and status."""
        with self._action(f"The answer on {_label(review.key)}") as put:
            stored = self._stored(review.key)
            result = replace(stored, card=card, status=status)
            put(WordChange(review.key, stored, result))
            put(ReviewChange(review.key, None, review))
        return result

    def reviews(self, key: WordKey | None = None) -> tuple[Review, ...]:
        """All answers that were given, or those on one word, the oldest first."""
        with self._reading():
            return read_reviews(self._connection, key)

    def history(self, key: WordKey | None = None) -> tuple[StatusChange, ...]:
        """Every change of status, or those of one word, in the order in which they happened."""
        with self._reading():
            return read_history(self._connection, key)

    # --- counting ---

    def add_seen(self, times: Mapping[WordKey, int]) -> None:
        """Count how often words were met in a text. Words that are not kept are passed over."""
        self._add("seen", times)

    def add_looked_up(self, key: WordKey) -> None:
        """Count that a word was looked up, if it is kept."""
        self._add("looked_up", {key: 1})

    def _add(self, column: str, times: Mapping[WordKey, int]) -> None:
        with self._transaction():
            self._connection.executemany(
                f"UPDATE words SET {column} = {column} + ? WHERE {IS_KEY}",
                [(number, *identity(key)) for key, number in times.items()],
            )

    def set_in_anki(self, keys: Iterable[WordKey]) -> None:
        """Note that Anki has these words now."""
        with self._transaction():
            self._connection.executemany(
                f"UPDATE words SET in_anki = ? WHERE {IS_KEY}", [(_now(), *identity(key)) for key in keys]
            )

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

    def add_export(self, format_: str, revision: int) -> None:
        """Note that everything up to ``revision`` was exported in this format."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO exports (format, at, revision) VALUES (?, ?, ?)", (format_, _now(), revision)
            )

    # --- changing ---

    def save(self, word: SavedWord) -> SavedWord:
        """Save ``word`` with its encounters and return it as it now stands on disk.

        Empty ``added`` and ``met`` become now. If it is there already, it is the same word met again: see
        ``saved_again`` for what is kept and what is added.
        """
        return self.save_all([word], f"Saving {_label(word.key)}")[0]

    def save_all(self, words: Iterable[SavedWord], phrase: str = "") -> tuple[SavedWord, ...]:
        """Save words in one step, each as ``save`` does; ``phrase`` ("Importing 12 words") is for undo."""
        words = tuple(words)
        results = []
        with self._action(phrase or f"Saving {_labels([word.key for word in words])}") as put:
            for word in map(_dated, words):
                stored = self.get(word.key)
                results.append(saved_again(stored, word) if stored else word)
                put(WordChange(word.key, stored, results[-1]))
        return tuple(results)

    def set_status(self, words: Iterable[SavedWord], status: Status) -> tuple[SavedWord, ...]:
        """Give the words a status and return them as they now stand.

        A word that is not there yet is added without its encounters: to know a word is not to have saved it.
        """
        words = tuple({word.key: word for word in words}.values())
        with self._action(f"Marking {_labels([word.key for word in words])} as {status}") as put:
            results = []
            for word in words:
                stored = self.get(word.key)
                result = replace(stored or _dated(replace(word, encounters=())), status=status)
                put(WordChange(word.key, stored, result))
                results.append(result)
        return tuple(results)

    def edit(
        self, keys: Collection[WordKey], change: Callable[[SavedWord], SavedWord], phrase: str = ""
    ) -> tuple[SavedWord, ...]:
        """Make of each word what ``change`` makes of it; its identity stays. ``phrase`` is for undo.

        Raises ReaderError if one of them is not in the vocabulary (any more).
        """
        results = []
        with self._action(phrase or f"Editing {_labels(keys)}") as put:
            for key in dict.fromkeys(keys):
                stored = self._stored(key)
                results.append(replace(change(stored), key=key))
                put(WordChange(key, stored, results[-1]))
        return tuple(results)

    def edit_note(self, key: WordKey, note: str) -> SavedWord:
        """Replace a word's note. Raises ReaderError if the word is not in the vocabulary (any more)."""
        phrase = f"Editing the note on {_label(key)}"
        return self.edit([key], lambda word: replace(word, note=note), phrase)[0]

    def tag(
        self, keys: Collection[WordKey], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> tuple[SavedWord, ...]:
        """Add tags to the words and take others off them."""

        def tagged(word: SavedWord) -> SavedWord:
            return replace(word, tags=tidy_tags({*word.tags, *add} - {*remove}))

        return self.edit(keys, tagged, f"Tagging {_labels(keys)}")

    def delete(self, keys: Iterable[WordKey]) -> int:
        """Delete the words with their encounters and notes; returns how many were there to delete.

        What happened to them stays in ``history`` and ``reviews``.
        """
        keys = tuple(dict.fromkeys(keys))
        found = 0
        with self._action(f"Deleting {_labels(keys)}") as put:
            for key in keys:
                stored = self.get(key)
                found += stored is not None
                put(WordChange(key, stored, None))
        return found

    # --- corrections ---

    def corrections(self, article_id: str | None = None) -> tuple[Correction, ...]:
        """What was corrected in this article and everywhere, or all there is; the narrowest scope last."""
        with self._reading():
            return read_corrections(self._connection, article_id)

    def correct(self, correction: Correction) -> Correction:
        """Add to what was corrected of this target, and return all of that; None leaves it as it was."""
        target = correction.target
        with self._action(f"Correcting {_short(target.surface)}") as put:
            before = read_correction(self._connection, target) or Correction(target)
            given = {name: value for name, value in correction._asdict().items() if value is not None}
            after = before._replace(**given)
            put(CorrectionChange(target, before if before != Correction(target) else None, after))
        return after

    def withdraw(self, targets: Iterable[CorrectionTarget]) -> None:
        """Take corrections away: the analysis stands again."""
        targets = tuple(targets)
        one = len(targets) == 1
        named = f"the correction of {_short(targets[0].surface)}" if one else f"{len(targets)} corrections"
        with self._action(f"Withdrawing {named}") as put:
            for target in targets:
                put(CorrectionChange(target, read_correction(self._connection, target), None))

    # --- taking back ---

    def undo(self) -> str | None:
        """Take back the last change and say so ("Saving 会談 undone"); None if there is none.

        Raises ReaderError where another window has changed the word since; that change stays.
        """
        return self._move(self._done, self._undone, forwards=False)

    def redo(self) -> str | None:
        """Do again what was undone last and say so ("Saving 会談 done again"); None if there is nothing."""
        return self._move(self._undone, self._done, forwards=True)

    def _move(self, origin: list[_Action], destination: list[_Action], *, forwards: bool) -> str | None:
        if not origin:
            return None
        action = origin[-1]
        changes = action.changes if forwards else tuple(map(reversed_, action.changes))
        with self._transaction():
            current = all(is_current(self._connection, change) for change in changes)
            if current:
                for change in changes:
                    apply(self._connection, change, _now())
        origin.pop()
        if not current:
            raise ReaderError(
                f"{action.phrase} cannot be {'done again' if forwards else 'undone'}: "
                "another window has changed the vocabulary since. Nothing was changed."
            )
        destination.append(action)
        return f"{action.phrase} {'done again' if forwards else 'undone'}"

    # --- writing ---

    def _stored(self, key: WordKey) -> SavedWord:
        stored = self.get(key)
        if stored is None:
            raise ReaderError(f"{_label(key)} is not in the vocabulary. Save it first, then change it.")
        return stored

    def _data_version(self) -> int:
        """A number that other connections' commits change, and ours do not."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _action(self, phrase: str) -> Iterator[Callable[[Change], None]]:
        """One transaction and one step for undo; gives the function that makes a change in it."""
        changes: list[Change] = []

        def put(change: Change) -> None:
            if change.before != change.after:
                apply(self._connection, change, _now())
                changes.append(change)

        with self._transaction():
            yield put
        if changes:
            self._done.append(_Action(phrase, tuple(changes)))
            self._undone.clear()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with plain_errors(self._path), transaction(self._connection):
            yield

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
                self._connection.execute("ROLLBACK")


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """The tags sorted, each once, without white space at their ends and with one space for any within."""
    return tuple(sorted({" ".join(tag.split()) for tag in tags} - {""}))


def _dated(word: SavedWord) -> SavedWord:
    """The word with the present time where it has none, each sentence once and its tags in order."""
    now = _now()
    met = tuple(replace(encounter, met=encounter.met or now) for encounter in word.encounters)
    return replace(word, added=word.added or now, encounters=distinct(met), tags=tidy_tags(word.tags))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _label(key: WordKey) -> str:
    """The word as a message names it, short enough for one line."""
    return _short(key.spelling)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:20]}…"


def _labels(keys: Iterable[WordKey]) -> str:
    match tuple(keys):
        case (key,):
            return _label(key)
        case several:
            return f"{len(several)} words"
