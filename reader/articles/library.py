"""The user's list of articles: what they opened or pasted, kept as copies, and the articles that ship."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from reader.articles.samples import read_sample, samples
from reader.database import open_database, plain_errors, transaction
from reader.errors import ReaderError
from reader.model import Article, Direction, EnglishView, Pair, Paragraph, ParagraphKind, Place, Ruby, WordKey

_ARTICLE = "article:"
_SAMPLE = "sample:"
_KEPT_AFTER_REMOVAL = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class LibraryItem:
    """One line of the list.

    ``title`` is the user's own, if they renamed it, else the article's. ``length`` is in characters and
    ``progress`` (0 to 1) the share of them before the reader's place. ``added`` and ``opened`` are ISO 8601
    in UTC, empty for never; an article that ships (``sample``) was never added.
    """

    id: str
    title: str
    byline: str
    source: str
    length: int
    added: str = ""
    opened: str = ""
    progress: float = 0.0
    sample: bool = False


class Library:
    """The list of articles in the SQLite file ``path``. Every change is on disk when its method returns.

    The methods may be called from any thread; one at a time is served. All that take an item's id raise
    ReaderError where there is no such item, and all that write where the disk does not let them.
    ``shipped`` is the folder of the articles that ship.
    """

    def __init__(self, path: Path, shipped: Path | None = None) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._db = open_database(path, "reader.articles")
        self._samples = {_SAMPLE + name: file for name, file in samples(shipped).items()}
        self._forget_removed()

    def close(self) -> None:
        """Wait for what is under way and close the file."""
        with self._access():
            self._db.close()

    def add(self, article: Article) -> LibraryItem:
        """Copy an article into the list, at its top, and return its item.

        A text that is there already is not kept twice: its item moves to the top (and comes back if it was
        removed) with place and title as they were, and takes over the article's English if that has some and
        the user has not added another.
        """
        digest = _digest(article.paragraphs)
        with self._access():
            with transaction(self._db):
                row = self._db.execute("SELECT id FROM article WHERE digest = ?", (digest,)).fetchone()
                number = int(row[0]) if row else self._insert(article, digest)
                item = f"{_ARTICLE}{number}"
                self._db.execute(
                    "INSERT INTO item (id, article, position)"
                    " SELECT ?, ?, 1 + coalesce(max(position), 0) FROM item WHERE true"
                    " ON CONFLICT (id) DO UPDATE SET position = excluded.position, removed = ''",
                    (item, number),
                )
                before = self._english(item)
                is_chosen = self._english_is_chosen(item) and before
                if article.english and not is_chosen and article.english != before:
                    self._write_english(item, article.english)
                    self._write_pairs(item, ())
            return next(entry for entry in self._own_items() if entry.id == item)

    def holds(self, article: Article) -> bool:
        """Whether the list has this text, whatever its English."""
        with self._access():
            row = self._db.execute(
                "SELECT 1 FROM item JOIN article ON article.id = item.article"
                " WHERE removed = '' AND digest = ?",
                (_digest(article.paragraphs),),
            ).fetchone()
        return row is not None

    def items(self) -> tuple[LibraryItem, ...]:
        """The list: the user's own, newest first, then the articles that ship, easiest first."""
        with self._access():
            return (*self._own_items(), *self._shipped_items())

    def article(self, item: str) -> Article:
        """The text of an item, exactly as it was added, with the English that it has now."""
        with self._access():
            number = self._number(item)
            if number is None:
                sample = read_sample(self._samples[item])
                chosen = self._english_is_chosen(item)
                return replace(sample, english=self._english(item)) if chosen else sample
            (head,) = self._db.execute("SELECT title, source FROM article WHERE id = ?", (number,))
            paragraphs = self._db.execute(
                "SELECT text, kind, ruby FROM paragraph WHERE article = ? ORDER BY number", (number,)
            )
            return Article(
                title=head[0],
                paragraphs=tuple(
                    Paragraph(text, ParagraphKind(kind), _ruby_from(ruby)) for text, kind, ruby in paragraphs
                ),
                source=head[1],
                english=self._english(item),
            )

    def item_with(self, text_id: str) -> str | None:
        """The item that is still in the list and has the text ``article_id`` was made of."""
        with self._lock:
            row = self._db.execute(
                "SELECT item.id FROM item JOIN article ON article.id = item.article"
                " WHERE hex(digest) = upper(?) AND removed = ''",
                (text_id,),
            ).fetchone()
            if row:
                return str(row[0])
            shipped = (entry.id for entry in self._shipped_items())
            return next((item for item in shipped if article_id(self.article(item)) == text_id), None)

    def rename(self, item: str, title: str) -> None:
        """Change the title in the list, never the text; an empty one brings back the article's own."""
        self._change(item, title=" ".join(title.split()))

    def remove(self, item: str) -> None:
        """Take an item off the list. ``restore`` brings it back as it was, for 30 days."""
        self._change(item, removed=_now())

    def restore(self, item: str) -> None:
        """Bring back what was removed."""
        self._change(item, removed="")

    def set_opened(self, item: str) -> None:
        """Note that an item is being read now."""
        self._change(item, opened=_now())

    def last_opened(self) -> str | None:
        """The id of what was read last and is still in the list."""
        with self._access():
            rows = self._db.execute(
                "SELECT id, article FROM item WHERE opened <> '' AND removed = '' ORDER BY opened DESC"
            )
            return next((item for item, number in rows if number is not None or item in self._samples), None)

    def set_place(self, item: str, place: Place) -> None:
        """Keep where the reader is."""
        with self._access():
            progress = self._progress(item, place)
            self._change(item, place_paragraph=place.paragraph, place_offset=place.offset, progress=progress)

    def place(self, item: str) -> Place:
        """Where the reader was; the beginning where nothing is kept."""
        with self._access():
            self._number(item)
            row = self._db.execute(
                "SELECT place_paragraph, place_offset FROM item WHERE id = ?", (item,)
            ).fetchone()
            return Place(*row) if row else Place()

    def set_english(self, item: str, english: tuple[str, ...], pairs: Sequence[Pair] = ()) -> None:
        """Attach these paragraphs of English to an item in place of those it has; none takes them away.

        ``pairs`` are those that the user fixed, in place of those for the other English.
        """
        with self._access():
            self._number(item)
            with transaction(self._db):
                self._assign(item, english_chosen=1)
                self._write_english(item, english)
                self._write_pairs(item, pairs)

    def pairs(self, item: str) -> tuple[Pair, ...]:
        """The pairs of Japanese and English that the user fixed."""
        with self._access():
            self._number(item)
            rows = self._db.execute(
                "SELECT ja_start, ja_end, en_start, en_end FROM pair WHERE item = ? ORDER BY rowid", (item,)
            )
            return tuple(
                Pair(None if a is None else (a, b), None if c is None else (c, d), fixed=True)
                for a, b, c, d in rows
            )

    def set_pairs(self, item: str, pairs: Sequence[Pair]) -> None:
        """Keep the pairs that the user fixed, in place of those kept before."""
        with self._access():
            self._number(item)
            with transaction(self._db):
                self._assign(item)
                self._write_pairs(item, pairs)

    def english_view(self, item: str) -> EnglishView:
        """How the English of an item is shown."""
        with self._access():
            self._number(item)
            row = self._db.execute("SELECT english_view FROM item WHERE id = ?", (item,)).fetchone()
            return EnglishView(row[0]) if row and row[0] in set(EnglishView) else EnglishView.HIDDEN

    def set_english_view(self, item: str, view: EnglishView) -> None:
        """Keep how the English of an item is shown."""
        self._change(item, english_view=view)

    def word_counts(self) -> dict[str, dict[WordKey, int]]:
        """How often each word stands in an item, for those that were counted."""
        with self._access():
            rows = self._db.execute("SELECT id, word_counts FROM item WHERE word_counts <> ''").fetchall()
        return {
            item: {WordKey(*identity): count for *identity, count in json.loads(counts)}
            for item, counts in rows
        }

    def set_word_counts(self, item: str, counts: Mapping[WordKey, int]) -> None:
        """Keep how often each word stands in an item."""
        rows = [[*key, count] for key, count in counts.items()]
        self._change(item, word_counts=json.dumps(rows, ensure_ascii=False))

    def direction(self, item: str) -> Direction:
        """How the lines of an item run."""
        with self._access():
            self._number(item)
            row = self._db.execute("SELECT direction FROM item WHERE id = ?", (item,)).fetchone()
            return Direction(row[0]) if row and row[0] in set(Direction) else Direction.HORIZONTAL

    def set_direction(self, item: str, direction: Direction) -> None:
        """Keep how the lines of an item run."""
        self._change(item, direction=direction)

    @contextmanager
    def _access(self) -> Iterator[None]:
        """One at a time, and what the disk does to us as a sentence."""
        with self._lock, plain_errors(self._path):
            yield

    def _number(self, item: str) -> int | None:
        """The row of a user's article, None for one that ships."""
        if item in self._samples:
            return None
        row = self._db.execute("SELECT article FROM item WHERE id = ?", (item,)).fetchone()
        if row is None or row[0] is None:
            raise ReaderError("This article is no longer in the list. Open its file again.")
        return int(row[0])

    def _change(self, item: str, **columns: str | int | float) -> None:
        with self._access():
            self._number(item)
            with transaction(self._db):
                self._assign(item, **columns)

    def _assign(self, item: str, **columns: str | int | float) -> None:
        assignments = ", ".join(f"{name} = ?" for name in columns)
        self._db.execute("INSERT OR IGNORE INTO item (id) VALUES (?)", (item,))
        if columns:
            self._db.execute(f"UPDATE item SET {assignments} WHERE id = ?", (*columns.values(), item))

    def _insert(self, article: Article, digest: bytes) -> int:
        length = sum(len(paragraph.text) for paragraph in article.paragraphs)
        number = self._db.execute(
            "INSERT INTO article (title, source, length, digest, added) VALUES (?, ?, ?, ?, ?)",
            (article.title, article.source, length, digest, _now()),
        ).lastrowid
        assert number is not None
        self._db.executemany(
            "INSERT INTO paragraph (article, number, kind, text, ruby) VALUES (?, ?, ?, ?, ?)",
            (
                (number, order, paragraph.kind, paragraph.text, _ruby_as_json(paragraph.ruby))
                for order, paragraph in enumerate(article.paragraphs)
            ),
        )
        return number

    def _english(self, item: str) -> tuple[str, ...]:
        rows = self._db.execute("SELECT text FROM english WHERE item = ? ORDER BY number", (item,))
        return tuple(text for (text,) in rows)

    def _english_is_chosen(self, item: str) -> bool:
        row = self._db.execute("SELECT english_chosen FROM item WHERE id = ?", (item,)).fetchone()
        return bool(row and row[0])

    def _write_english(self, item: str, english: tuple[str, ...]) -> None:
        self._db.execute("DELETE FROM english WHERE item = ?", (item,))
        self._db.executemany(
            "INSERT INTO english (item, number, text) VALUES (?, ?, ?)",
            ((item, order, text) for order, text in enumerate(english)),
        )

    def _write_pairs(self, item: str, pairs: Sequence[Pair]) -> None:
        self._db.execute("DELETE FROM pair WHERE item = ?", (item,))
        self._db.executemany(
            "INSERT INTO pair (item, ja_start, ja_end, en_start, en_end) VALUES (?, ?, ?, ?, ?)",
            ((item, *(pair.ja or (None, None)), *(pair.en or (None, None))) for pair in pairs),
        )

    def _own_items(self) -> list[LibraryItem]:
        rows = self._db.execute(
            "SELECT item.id, coalesce(nullif(item.title, ''), article.title), coalesce(byline.text, ''),"
            " article.source, article.length, article.added, item.opened, item.progress"
            " FROM item JOIN article ON article.id = item.article"
            " LEFT JOIN paragraph AS byline"
            "  ON byline.article = article.id AND byline.number = 1 AND byline.kind = 'byline'"
            " WHERE item.removed = '' ORDER BY item.position DESC"
        )
        return [LibraryItem(*row) for row in rows]

    def _shipped_items(self) -> list[LibraryItem]:
        rows = self._db.execute("SELECT id, title, opened, progress, removed FROM item WHERE article IS NULL")
        kept = {item: state for item, *state in rows}
        items = []
        for item, file in self._samples.items():
            title, opened, progress, removed = kept.get(item, ("", "", 0.0, ""))
            if not removed:
                shipped = _shipped_item(item, file)
                items.append(replace(shipped, title=title or shipped.title, opened=opened, progress=progress))
        return items

    def _progress(self, item: str, place: Place) -> float:
        number = self._number(item)
        if number is None:
            lengths = [len(paragraph.text) for paragraph in read_sample(self._samples[item]).paragraphs]
            before, length = sum(lengths[: place.paragraph]), sum(lengths)
        else:
            (row,) = self._db.execute(
                "SELECT length, (SELECT coalesce(sum(length(text)), 0) FROM paragraph"
                " WHERE article = article.id AND number < ?) FROM article WHERE id = ?",
                (place.paragraph, number),
            )
            length, before = row
        return min((before + place.offset) / max(length, 1), 1.0)

    def _forget_removed(self) -> None:
        limit = (datetime.now(UTC) - _KEPT_AFTER_REMOVAL).isoformat()
        gone = "SELECT article FROM item WHERE removed <> '' AND removed < ?"
        if self._db.execute(gone + " AND article IS NOT NULL", (limit,)).fetchone():
            with transaction(self._db):
                self._db.execute(f"DELETE FROM article WHERE id IN ({gone})", (limit,))


@cache
def _shipped_item(item: str, file: Path) -> LibraryItem:
    article = read_sample(file)
    return LibraryItem(
        id=item,
        title=article.title,
        byline=next((p.text for p in article.paragraphs[:2] if p.kind is ParagraphKind.BYLINE), ""),
        source=article.source,
        length=sum(len(paragraph.text) for paragraph in article.paragraphs),
        sample=True,
    )


def article_id(article: Article) -> str:
    """What names an article's text on every machine: the digest of its paragraphs, in hexadecimal."""
    return _digest(article.paragraphs).hex()


def _digest(paragraphs: Iterable[Paragraph]) -> bytes:
    import hashlib  # noqa: PLC0415  (only when an article is added)

    digest = hashlib.sha256()
    for paragraph in paragraphs:
        digest.update(json.dumps([paragraph.kind, paragraph.text, paragraph.ruby]).encode())
    return digest.digest()


def _ruby_as_json(ruby: tuple[Ruby, ...]) -> str:
    return json.dumps(ruby, ensure_ascii=False)


def _ruby_from(text: str) -> tuple[Ruby, ...]:
    return tuple(Ruby(*ruby) for ruby in json.loads(text)) if text != "[]" else ()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
