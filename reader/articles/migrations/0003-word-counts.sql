-- The words of an item as they were counted last, so that the list can say how many of them are known:
-- JSON, [[entry id or null, spelling, reading, count], ...]; empty where nobody has counted yet.
ALTER TABLE item ADD COLUMN word_counts TEXT NOT NULL DEFAULT '';
