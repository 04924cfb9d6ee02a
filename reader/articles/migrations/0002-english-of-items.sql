-- English belongs to an entry of the list, so that an article that ships can be given another one, too.
CREATE TABLE item_english (
    item TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (item, number)
);

INSERT INTO item_english (item, number, text)
    SELECT item.id, english.number, english.text FROM english JOIN item ON item.article = english.article;

DROP TABLE english;

ALTER TABLE item_english RENAME TO english;

-- 1: the user added or removed the English themselves, so it no longer follows the file.
ALTER TABLE item ADD COLUMN english_chosen INTEGER NOT NULL DEFAULT 0;

-- How the English is shown: 'hidden', 'below', 'beside'; empty where never chosen.
ALTER TABLE item ADD COLUMN english_view TEXT NOT NULL DEFAULT '';
