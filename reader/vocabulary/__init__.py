"""The user's own words: kept in a file of theirs, and exported from it."""
