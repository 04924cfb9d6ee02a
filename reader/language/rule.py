"""One rule of the tables that say how words are read beside certain neighbours."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """Reads a token as ``reading`` where all that is given holds; the first such rule is taken.

    ``spelling`` may be several, separated by spaces: the forms of a verb, whose ``reading`` then ends in "―"
    for the kana behind their first kanji (開い, 開く: あ―).

    ``before`` is what the text before the token must end in, ``after`` what the text behind it must begin
    with (regular expressions). ``behind`` and ``ahead`` are what the parts of speech, joined with "-", of the
    token before and the token after must begin with: one of several, separated by spaces.
    """

    spelling: str
    reading: str
    cause: str
    before: str = ""
    after: str = ""
    behind: str = ""
    ahead: str = ""
