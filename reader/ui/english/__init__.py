"""The English of an article: adding it, showing it beside the text, correcting what belongs together."""
