"""A desktop reader of Japanese articles: furigana, dictionary, English beside it, vocabulary."""

__version__ = "0.1.0"
