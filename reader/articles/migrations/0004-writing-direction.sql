-- How the lines of an entry's text run: 'horizontal', 'vertical'; empty where never chosen.
ALTER TABLE item ADD COLUMN direction TEXT NOT NULL DEFAULT '';
