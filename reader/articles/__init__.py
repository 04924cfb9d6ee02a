"""Where texts come from and where they are kept: importers, the articles that ship, the user's own list."""
