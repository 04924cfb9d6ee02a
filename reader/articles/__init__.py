"""Where texts come from and where they are kept: importers, the articles that ship, the user's own list."""

from reader.articles.plain_text import from_text
from reader.articles.text_files import read_file

__all__ = ["from_text", "read_file"]
