-- What the user added, copied: the file it came from may change or go.
CREATE TABLE article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice: undo and the settings hold on to it
    title TEXT NOT NULL,
    source TEXT NOT NULL,
    length INTEGER NOT NULL,               -- in characters
    digest BLOB NOT NULL UNIQUE,           -- of the paragraphs: the identical text is kept once
    added TEXT NOT NULL                    -- ISO 8601, UTC
);

CREATE TABLE paragraph (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    ruby TEXT NOT NULL,                    -- the author's, as JSON: [[start, end, reading], ...]
    PRIMARY KEY (article, number)
);

CREATE TABLE english (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (article, number)
);

-- What the user did with an entry of the list: an article of theirs ('article:12') or one that ships
-- ('sample:NAME', here only once something was done with it).
CREATE TABLE item (
    id TEXT PRIMARY KEY,
    article INTEGER UNIQUE REFERENCES article ON DELETE CASCADE,  -- NULL for one that ships
    position INTEGER NOT NULL DEFAULT 0,   -- the highest stands first
    title TEXT NOT NULL DEFAULT '',        -- the user's own, empty for the article's
    opened TEXT NOT NULL DEFAULT '',       -- ISO 8601, UTC
    place_paragraph INTEGER NOT NULL DEFAULT 0,
    place_offset INTEGER NOT NULL DEFAULT 0,
    progress REAL NOT NULL DEFAULT 0,      -- the share of the text before the place
    removed TEXT NOT NULL DEFAULT ''       -- ISO 8601, UTC
);
