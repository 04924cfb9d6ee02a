-- What was learnt about a word since: how often it was met, how common it is, where it went.
ALTER TABLE words ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;       -- times met in a text that was read
ALTER TABLE words ADD COLUMN looked_up INTEGER NOT NULL DEFAULT 0;  -- times shown in the panel
ALTER TABLE words ADD COLUMN frequency INTEGER;                     -- JMdict's band, 1 the most frequent; NULL: none
ALTER TABLE words ADD COLUMN in_anki TEXT NOT NULL DEFAULT '';      -- when Anki got it last, '' for never
ALTER TABLE words ADD COLUMN changed TEXT NOT NULL DEFAULT '';      -- ISO 8601, UTC
ALTER TABLE words ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;   -- grows with every change, whatever the clock says
ALTER TABLE words ADD COLUMN collation TEXT;                        -- sorts by reading; NULL: not yet in ``search``

UPDATE words SET changed = added, revision = id;

CREATE INDEX words_added ON words (added);
CREATE INDEX words_changed ON words (changed);
CREATE INDEX words_revision ON words (revision);
CREATE INDEX words_collation ON words (collation);
CREATE INDEX words_gloss ON words (gloss COLLATE NOCASE);
CREATE INDEX words_pos ON words (pos);
CREATE INDEX words_frequency ON words (ifnull(frequency, 99));
CREATE INDEX words_seen ON words (seen);
CREATE INDEX words_looked_up ON words (looked_up);
CREATE INDEX words_status ON words (instr('new learning known ignored', status));

-- Where the sentence stands: the article by the digest of its text, so that it is the same on every machine.
ALTER TABLE encounters ADD COLUMN article_id TEXT NOT NULL DEFAULT '';
ALTER TABLE encounters ADD COLUMN paragraph INTEGER NOT NULL DEFAULT 0;
ALTER TABLE encounters ADD COLUMN place_offset INTEGER NOT NULL DEFAULT 0;  -- of the word, in the paragraph
ALTER TABLE encounters ADD COLUMN english TEXT NOT NULL DEFAULT '';

CREATE INDEX encounters_article ON encounters (article, word_id);

CREATE TABLE tags (
    word_id INTEGER NOT NULL REFERENCES words (id) ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (word_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX tags_tag ON tags (tag, word_id);

-- What the scheduler (FSRS) knows about a word that is being reviewed.
CREATE TABLE cards (
    word_id INTEGER PRIMARY KEY REFERENCES words (id) ON DELETE CASCADE,
    state INTEGER NOT NULL,
    step INTEGER,
    stability REAL,
    difficulty REAL,
    due TEXT NOT NULL,       -- ISO 8601, UTC
    last_review TEXT NOT NULL
) STRICT;

CREATE INDEX cards_due ON cards (due);

-- What happened. These name the word by its identity (entry_id 0: no dictionary has it), for they outlive it.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    reading TEXT NOT NULL,
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    reviewed TEXT NOT NULL,  -- ISO 8601, UTC
    milliseconds INTEGER NOT NULL
) STRICT;

CREATE INDEX reviews_word ON reviews (entry_id, spelling, reading);

CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    spelling TEXT NOT NULL,
    reading TEXT NOT NULL,
    status TEXT NOT NULL,    -- the word's from then on, '' once it was deleted
    at TEXT NOT NULL         -- ISO 8601, UTC
) STRICT;

CREATE INDEX history_word ON history (entry_id, spelling, reading);

INSERT INTO history (entry_id, spelling, reading, status, at)
    SELECT ifnull(entry_id, 0), spelling, reading, status, added FROM words ORDER BY added, id;

-- What the user said about a stretch of text, against the analysis. NULL: nothing was said about that.
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    surface TEXT NOT NULL,       -- the text as it stands
    scope TEXT NOT NULL CHECK (scope IN ('place', 'article', 'everywhere')),
    article_id TEXT NOT NULL,    -- '' for everywhere
    paragraph INTEGER NOT NULL,  -- 0 but for a place
    place_offset INTEGER NOT NULL,
    reading TEXT,
    pieces TEXT,                 -- JSON: the lengths of the words that it consists of
    entry_id INTEGER,
    UNIQUE (surface, scope, article_id, paragraph, place_offset)
) STRICT;

CREATE INDEX corrections_article ON corrections (article_id);

CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    format TEXT NOT NULL,
    at TEXT NOT NULL,            -- ISO 8601, UTC
    revision INTEGER NOT NULL    -- the newest of a word then
) STRICT;

-- Spelling, reading, gloss and note in the form that ``reader.vocabulary.search`` gives them.
CREATE VIRTUAL TABLE search USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
