"""The user's words in the window: saved, listed, changed."""
