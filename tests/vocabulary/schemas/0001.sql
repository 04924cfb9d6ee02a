-- A vocabulary as the first version kept it.
BEGIN TRANSACTION;
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
INSERT INTO "encounters" VALUES(1,1,'両首脳は会談した。',4,6,'港の朝','minato.txt','2026-09-01T08:00:00.000000+00:00');
INSERT INTO "encounters" VALUES(2,1,'会談は続く。',0,2,'港の朝','minato.txt','2026-09-05T08:00:00.000000+00:00');
INSERT INTO "encounters" VALUES(3,2,'誤りを認めた。',3,6,'','pasted text','2026-09-02T08:00:00.000000+00:00');
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
INSERT INTO "words" VALUES(1,1198180,'会談','かいだん','noun (common), noun or participle which takes ''suru''','talks; conference','[1]','[[0, 2, "かいだん"]]','new','','2026-09-01T08:00:00.000000+00:00');
INSERT INTO "words" VALUES(2,1467590,'認める','みとめる','ichidan verb, transitive','to recognize
to admit','[1, 2]','[[0, 1, "みと"]]','learning','見留める
''"<b>=1','2026-09-02T08:00:00.000000+00:00');
INSERT INTO "words" VALUES(3,NULL,'10万人','じゅうまんにん','number','','[]','[[0, 4, "じゅうまんにん"]]','known','','2026-09-03T08:00:00.000000+00:00');
INSERT INTO "words" VALUES(4,1000420,'あの','あの','adnominal','that','[]','[]','ignored','','2026-09-04T08:00:00.000000+00:00');
CREATE UNIQUE INDEX words_identity ON words (ifnull(entry_id, 0), spelling, reading);
COMMIT;
PRAGMA user_version=1;
