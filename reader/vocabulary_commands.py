"""``reader vocabulary ...``: the vocabulary from the command line, on the window's file and by its rules."""

from __future__ import annotations

import argparse
import json
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reader.backups import backups_of
from reader.errors import DamagedError, ReaderError
from reader.kana import to_hiragana
from reader.model import WordKey
from reader.paths import paths_in
from reader.vocabulary.json_file import word_as_json
from reader.vocabulary.model import Encounter, SavedWord, Status
from reader.vocabulary.queries import SortBy, WordFilter
from reader.vocabulary.store import Vocabulary

_SORTS = {sort.name.lower(): sort for sort in SortBy}
_AT_ONCE = 500  # words looked up together

T = TypeVar("T")


def add_commands(parser: argparse.ArgumentParser) -> None:
    """Give ``parser`` the commands below ``reader vocabulary``; each sets ``command`` to what does it.

    ``--data-dir`` may stand before or after the command's name.
    """
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(
        name: str, does: Callable[[argparse.Namespace], int], help_: str, *parents: argparse.ArgumentParser
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_, description=help_, parents=[common, *parents])
        added.set_defaults(command=does)
        return added

    rows = _row_options()
    listed = command("list", _list, "Print the words, the newest first.", rows, _output_options())
    listed.add_argument("--sort", choices=_SORTS, default="added", help="what by (added)")
    listed.add_argument("--limit", type=int, default=-1, metavar="N", help="at most so many")

    add = command("add", _add, "Save a word; it is on disk when the command returns.", _output_options())
    add.add_argument("word", metavar="WORD", help="its dictionary form")
    add.add_argument(
        "--reading", default="", help="in kana, where it has several, or the dictionary lacks it"
    )
    add.add_argument("--status", type=Status, choices=list(Status), default=Status.NEW)
    add.add_argument("--note", default="")
    add.add_argument("--tag", action="append", default=[], help="may be repeated")
    add.add_argument("--sentence", default="", help="the sentence that it was met in")

    import_ = command(
        "import",
        _import,
        "Take in what was exported, or mark the words of any list as known.",
        _output_options(),
    )
    import_.add_argument(
        "file", type=Path, metavar="FILE", help="JSON, CSV, TSV, text, .apkg, collection.anki2"
    )
    import_.add_argument("--dry-run", action="store_true", help="only say what would be done")
    import_.add_argument(
        "--status", type=Status, choices=list(Status), help="for the words of a list (known)"
    )
    import_.add_argument(
        "--table", type=int, default=1, metavar="N", help="which note type of a collection (1)"
    )
    import_.add_argument("--words", type=int, metavar="N", help="which column of a list holds the words")
    import_.add_argument("--readings", type=int, metavar="N", help="which column holds their readings")

    export = command("export", _export, "Write words to a file.", rows)
    export.add_argument(
        "target", type=Path, metavar="OUT", help="its ending says the format if --format does not"
    )
    export.add_argument("--format", help="csv, tsv, json, apkg (for Anki), html or md")
    export.add_argument("--columns", default="", metavar="A,B", help="the columns of a table")
    export.add_argument("--all", action="store_true", help="also what was only marked as known or ignored")
    export.add_argument("--recall", action="store_true", help="for Anki: also cards that ask for the word")
    export.add_argument("--new", action="store_true", help="only what is new since the last export")

    backup = command("backup", _backup, "Make a backup and print its file.")
    backup.add_argument("--list", action="store_true", help="print the backups that there are instead")

    restore = command("restore", _restore, "Make the vocabulary what it was in a backup.")
    restore.add_argument("backup", type=Path, nargs="?", metavar="BACKUP", help="its file (the newest)")
    restore.add_argument("--yes", action="store_true", help="do it, instead of only saying what would change")

    check = command("check", _check, "Read the whole file and say whether it is sound.")
    check.add_argument(
        "--repair", action="store_true", help="set a damaged file aside and recover what can be"
    )


def _row_options() -> argparse.ArgumentParser:
    rows = argparse.ArgumentParser(add_help=False)
    rows.add_argument(
        "--search", default="", metavar="TEXT", help="in spelling, reading, meaning, note, tags"
    )
    rows.add_argument("--status", type=Status, choices=list(Status), action="append", default=[])
    rows.add_argument("--tag", action="append", default=[], help="may be repeated: all of them")
    rows.add_argument("--article", default="", metavar="TITLE", help="where it was met")
    return rows


def _output_options() -> argparse.ArgumentParser:
    output = argparse.ArgumentParser(add_help=False)
    output.add_argument("--json", action="store_true", help="print one JSON object a line instead of a table")
    return output


# --- the commands ---


def _list(options: argparse.Namespace) -> int:
    with _vocabulary(options, existing=True) as vocabulary:
        words = vocabulary.page(
            _filter(options), _SORTS[options.sort], descending=options.sort == "added", limit=options.limit
        )
    _print(words, as_json=options.json)
    return 0


def _add(options: argparse.Namespace) -> int:
    from reader.engine.analysis import Analyser  # noqa: PLC0415
    from reader.engine.matching import match_words  # noqa: PLC0415
    from reader.vocabulary.word_tables import ListedWord  # noqa: PLC0415

    spelling, reading = options.word.strip(), to_hiragana(options.reading.strip())
    (match,) = match_words(Analyser(), [ListedWord(spelling, reading, options.status)])
    word = match.word
    if word is None:
        if not (spelling and reading):
            raise ReaderError(
                f"No dictionary has {spelling or 'an empty word'}. Give its dictionary form, or its "
                "--reading to save it all the same."
            )
        word = SavedWord(WordKey(None, spelling, reading), "", "", status=options.status)
    if match.others:
        more = "1 more entry fits" if match.others == 1 else f"{match.others} more entries fit"
        _say(f"{more}; give the kanji or --reading to choose another")
    met = _encounter(options.sentence, spelling)
    with _vocabulary(options) as vocabulary:
        vocabulary.save(word._replace(note=options.note, tags=tuple(options.tag), encounters=met))
        saved = vocabulary.get(word.key)
    _print([saved] if saved else [], as_json=options.json)
    return 0


def _encounter(sentence: str, spelling: str) -> tuple[Encounter, ...]:
    start = max(sentence.find(spelling), 0)
    end = start + len(spelling) if spelling in sentence else start
    return (Encounter(sentence, start, end, "", "", ""),) if sentence else ()


def _import(options: argparse.Namespace) -> int:
    from reader.vocabulary.importing import exported_contents, is_own_export  # noqa: PLC0415

    try:
        data = options.file.read_bytes()
    except OSError as error:
        raise ReaderError(f"{options.file} cannot be read ({error.strerror or error}).") from error
    if not is_own_export(data):
        return _import_list(options)
    contents = exported_contents(data)
    if options.dry_run:
        _print(contents.words, as_json=options.json)
        return 0
    with _vocabulary(options) as vocabulary:
        report = vocabulary.merge(contents)
    _say(f"{report.added} words added, {report.updated} changed, {report.unchanged} as they were")
    return 0


def _import_list(options: argparse.Namespace) -> int:
    from reader.engine.analysis import Analyser  # noqa: PLC0415
    from reader.engine.matching import match_words  # noqa: PLC0415
    from reader.engine.word_lists import samples, words_in  # noqa: PLC0415

    tables = samples(options.file).tables
    if not 1 <= options.table <= len(tables):
        raise ReaderError(f"There are {len(tables)} tables in {options.file}, but no number {options.table}.")
    table = tables[options.table - 1]
    word_column = table.word_column if options.words is None else options.words - 1
    reading_column = table.reading_column if options.readings is None else options.readings - 1
    listed = words_in(options.file, options.table - 1, word_column, reading_column).words
    analyser = Analyser()
    matches = [match for some in _batched(listed) for match in match_words(analyser, some)]
    found = [match.word for match in matches if match.word]
    if options.status:
        found = [word._replace(status=options.status) for word in found]
    missing = [match.listed.spelling for match in matches if not match.word]
    if options.dry_run:
        _print(found, as_json=options.json)
    else:
        with _vocabulary(options) as vocabulary:
            vocabulary.mark(found)
    _say(f"{len(found)} words of {table.columns[word_column]} {'found' if options.dry_run else 'imported'}")
    if missing:
        shown = "、".join(missing[:20]) + ("…" if len(missing) > 20 else "")
        _say(f"{len(missing)} not in the dictionary: {shown}")
    return 0


def _export(options: argparse.Namespace) -> int:
    from reader.vocabulary.export import export  # noqa: PLC0415
    from reader.vocabulary.selection import Selection  # noqa: PLC0415
    from reader.vocabulary.tables import COLUMNS  # noqa: PLC0415

    format_ = options.format or options.target.suffix.removeprefix(".").lower()
    with _vocabulary(options, existing=True) as vocabulary:
        which = _filter(options)
        if options.new:
            which = replace(which, newer_than=vocabulary.last_export(format_))
        marked = options.all or bool(options.status) or format_ == "json"
        columns = tuple(filter(None, options.columns.split(","))) or COLUMNS
        selection = Selection(which, marked=marked)
        number = export(vocabulary, format_, options.target, selection, columns, recall=options.recall)
    _say(f"{number} {'word' if number == 1 else 'words'} written to {options.target}")
    return 0


def _backup(options: argparse.Namespace) -> int:
    if options.list:
        for backup in backups_of(_path(options)):
            print(backup.path)
        return 0
    with _vocabulary(options, existing=True) as vocabulary:
        print(vocabulary.back_up())
    return 0


def _restore(options: argparse.Namespace) -> int:
    from reader.recovery import newest_sound_backup  # noqa: PLC0415
    from reader.vocabulary.restoring import preview_restore, restore_vocabulary  # noqa: PLC0415

    path = _path(options)
    newest = newest_sound_backup(path)
    backup = options.backup or (newest.path if newest else None)
    if backup is None:
        raise ReaderError(f"There is no backup of {path}.")
    try:
        preview = preview_restore(path, backup)
        _say(
            f"{backup}: {len(preview.back)} words come back, {len(preview.gone)} go, "
            f"{len(preview.changed)} change"
        )
    except DamagedError as error:
        _say(str(error))
    if options.yes:
        restore_vocabulary(path, backup)
        _say("Restored; what was there before has become the newest backup")
    else:
        _say("Nothing was changed; add --yes to restore it")
    return 0


def _check(options: argparse.Namespace) -> int:
    from reader.vocabulary.restoring import recover_vocabulary  # noqa: PLC0415

    try:
        with _vocabulary(options, existing=True) as vocabulary:
            vocabulary.maintain()
            number = len(vocabulary.words())
    except DamagedError:
        if not options.repair:
            raise
        told, backup = recover_vocabulary(_path(options))
        _say(f"{told} Type `reader vocabulary restore` to see what that would change." if backup else told)
        return 0
    _say(f"{_path(options)} is sound: {number} words")
    return 0


# --- what they have in common ---


def _path(options: argparse.Namespace) -> Path:
    return paths_in(options.data_dir).vocabulary


@contextmanager
def _vocabulary(options: argparse.Namespace, *, existing: bool = False) -> Iterator[Vocabulary]:
    path = _path(options)
    if existing and not path.exists():
        raise ReaderError(
            f"There is no vocabulary in {path.parent}. Save words in the window or with ``reader vocabulary "
            "add``, or name another folder with --data-dir."
        )
    with closing(Vocabulary(path)) as vocabulary:
        yield vocabulary


def _filter(options: argparse.Namespace) -> WordFilter:
    return WordFilter(
        text=options.search,
        statuses=frozenset(options.status),
        tags=tuple(options.tag),
        article=options.article,
    )


def _batched(words: Sequence[T]) -> Iterator[Sequence[T]]:
    return (words[start : start + _AT_ONCE] for start in range(0, len(words), _AT_ONCE))


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def _print(words: Sequence[SavedWord], *, as_json: bool) -> None:
    if as_json:
        for word in words:
            print(json.dumps(word_as_json(word), ensure_ascii=False))
        return
    rows = [
        (word.key.spelling, word.key.reading, word.status.value, word.gloss.partition("\n")[0])
        for word in words
    ]
    widths = [max((_width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = [_one_line(cell) for cell in row]
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(cells[:3], widths, strict=True)]
        print("  ".join([*padded, cells[3]]).rstrip())


def _one_line(text: str) -> str:
    """``text`` without what would move the terminal's cursor."""
    return "".join(" " if unicodedata.category(character) == "Cc" else character for character in text)


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
