-- A word of the vocabulary. Its identity is (entry_id, spelling, reading), never the sentence it was met in.
CREATE TABLE words (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER CHECK (entry_id <> 0),  -- JMdict or JMnedict sequence number; NULL: no dictionary has it
    spelling TEXT NOT NULL,
    reading TEXT NOT NULL,
    pos TEXT NOT NULL,
    gloss TEXT NOT NULL,
    senses TEXT NOT NULL,  -- JSON: [sense number, ...]
    ruby TEXT NOT NULL,    -- JSON: [[start, end, reading], ...] over the spelling
    status TEXT NOT NULL CHECK (status IN ('new', 'learning', 'known', 'ignored')),
    note TEXT NOT NULL,
    added TEXT NOT NULL    -- ISO 8601, UTC
) STRICT;

-- NULLs are all different to a plain UNIQUE constraint; 0 stands for them here.
CREATE UNIQUE INDEX words_identity ON words (ifnull(entry_id, 0), spelling, reading);

-- A sentence that a word was met in: sentence[start_offset:end_offset], in code points, is the word.
CREATE TABLE encounters (
    id INTEGER PRIMARY KEY,
    word_id INTEGER NOT NULL REFERENCES words (id) ON DELETE CASCADE,
    sentence TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    article TEXT NOT NULL,
    source TEXT NOT NULL,
    met TEXT NOT NULL,     -- ISO 8601, UTC
    UNIQUE (word_id, sentence)
) STRICT;
