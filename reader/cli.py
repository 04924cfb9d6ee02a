"""The command line: what runs without a display is here; the window is ``reader.app``'s.

Nothing of Qt is imported for the commands, and nothing at all that the chosen command does not need.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reader import __version__
from reader.credits import CREDITS
from reader.errors import ReaderError
from reader.paths import paths_in

_COMMANDS = """\
commands, which need no display:
  reader analyze --json FILE             print the words of a text with their readings and entries
  reader align JA EN                     print which English sentences say what the Japanese ones say
  reader export --format FORMAT OUT      write the vocabulary to a file (csv, tsv or apkg, for Anki)
  reader vocabulary COMMAND              list, add, import, export, backup, restore, check
  reader COMMAND --help                  say more about one of them
"""


def run(arguments: Sequence[str]) -> int:
    """Do what ``arguments`` (without the program's name) say. Returns the exit status.

    0 means done, 1 that something was in the way (one sentence on standard error says what), 2 wrong usage.
    """
    parser, rest = _parser_for(arguments)
    options = parser.parse_args(rest)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except ReaderError as error:
        print(f"reader: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output, ``head`` say, has seen enough
        sys.stderr.close()
        return 1


def _parser_for(arguments: Sequence[str]) -> tuple[argparse.ArgumentParser, list[str]]:
    """The parser for the command that ``arguments`` name, and the arguments without the command's name.

    argparse cannot tell ``reader FILE`` from ``reader COMMAND``, so the first argument that is neither an
    option nor the folder of --data-dir decides. A file with a command's name opens as ./analyze.
    """
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything of yours in DIR")
    rest = list(arguments)
    after = ""
    for index, argument in enumerate(rest):
        if argument.startswith("-") or after == "--data-dir":
            after = argument
            continue
        if argument in _PARSERS:
            del rest[index]
            return _PARSERS[argument](common), rest
        break
    return _window_parser(common), rest


def _window_parser(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader",
        usage="reader [--data-dir DIR] [FILE]\n       reader COMMAND ...",
        description="Read Japanese with furigana, a dictionary under the pointer and your own vocabulary.",
        epilog=_COMMANDS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common],
    )
    version = f"reader {__version__}\n\n{CREDITS}"
    parser.add_argument("--version", action="version", version=version, help="print version and credits")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the text to open in the window")
    parser.set_defaults(command=_open_window)
    return parser


def _analyze_parser(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader analyze",
        description="Print one JSON object for each line of a text that is not blank: its words, readings "
        "and dictionary entries.",
        parents=[common],
    )
    parser.add_argument("--json", action="store_true", required=True, help="the format: JSON, one a line")
    parser.add_argument("file", metavar="FILE", help="the text; - for standard input, in UTF-8")
    parser.set_defaults(command=_analyze)
    return parser


def _align_parser(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader align",
        description="Print one JSON object for each group of sentences that say the same: where it stands in "
        "each text (from, to; null where a side has nothing) and how sure it is.",
        parents=[common],
    )
    parser.add_argument("japanese", type=Path, metavar="JA", help="the Japanese text")
    parser.add_argument("english", type=Path, metavar="EN", help="its English")
    parser.set_defaults(command=_align)
    return parser


def _export_parser(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reader export", description="Write your vocabulary to a file.", parents=[common]
    )
    parser.add_argument("--format", choices=["csv", "tsv", "apkg"], required=True)
    parser.add_argument("target", metavar="OUT", type=Path, help="the file to write; an old one is replaced")
    parser.set_defaults(command=_export)
    return parser


def _vocabulary_parser(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    from reader.vocabulary_commands import add_commands  # noqa: PLC0415

    parser = argparse.ArgumentParser(
        prog="reader vocabulary", description="Your vocabulary, without a window.", parents=[common]
    )
    add_commands(parser)
    return parser


_PARSERS: dict[str, Callable[[argparse.ArgumentParser], argparse.ArgumentParser]] = {
    "analyze": _analyze_parser,
    "align": _align_parser,
    "export": _export_parser,
    "vocabulary": _vocabulary_parser,
}


def _open_window(options: argparse.Namespace) -> int:
    from reader.app import open_window  # noqa: PLC0415

    return open_window(paths_in(options.data_dir), options.file)


def _analyze(options: argparse.Namespace) -> int:
    from reader.engine.analysis import Analyser  # noqa: PLC0415
    from reader.engine.as_json import as_json  # noqa: PLC0415

    analyser = Analyser()
    for line, text in _paragraphs(options.file):
        analysis = analyser.analyse_wholly(text)
        print(json.dumps(as_json(line, text, analysis), ensure_ascii=False))
    return 0


def _align(options: argparse.Namespace) -> int:
    from reader.articles.text_files import read_english_text, read_text  # noqa: PLC0415
    from reader.dictionary.database import Dictionary  # noqa: PLC0415
    from reader.parallel.aligner import Aligner  # noqa: PLC0415

    alignment = Aligner(Dictionary()).align(read_text(options.japanese), read_english_text(options.english))
    if alignment.mismatch:
        print(f"reader: {alignment.mismatch}", file=sys.stderr)
    for pair in alignment.pairs:
        print(json.dumps({"ja": pair.ja, "en": pair.en, "confidence": round(pair.confidence, 3)}))
    return 0


def _paragraphs(file: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not blank, each with its number from 1, without their line ends."""
    from reader.articles.text_files import read_text  # noqa: PLC0415

    text = sys.stdin.buffer.read().decode("utf-8", "replace") if file == "-" else read_text(Path(file))
    for line, paragraph in enumerate(re.split(r"\r\n|[\r\n]", text), start=1):
        if paragraph.strip():
            yield line, paragraph


def _export(options: argparse.Namespace) -> int:
    from reader.vocabulary.export import export  # noqa: PLC0415
    from reader.vocabulary.store import Vocabulary  # noqa: PLC0415

    path = paths_in(options.data_dir).vocabulary
    if not path.exists():
        raise ReaderError(
            f"There is no vocabulary in {path.parent} to export. Save words in the window first, or name "
            "another folder with --data-dir."
        )
    vocabulary = Vocabulary(path)
    try:
        number = export(vocabulary, options.format, options.target)
    finally:
        vocabulary.close()
    print(f"{number} {'word' if number == 1 else 'words'} written to {options.target}", file=sys.stderr)
    return 0
