-- What the user says about which English belongs to which Japanese. Offsets are code points into each whole
-- text, its paragraphs joined by one line break each; NULL: this side has no partner.
CREATE TABLE pair (
    item TEXT NOT NULL REFERENCES item ON DELETE CASCADE,
    ja_start INTEGER,
    ja_end INTEGER,
    en_start INTEGER,
    en_end INTEGER
);

CREATE INDEX pair_item ON pair (item);
