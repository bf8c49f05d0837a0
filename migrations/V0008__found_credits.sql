-- An agency that was read in an article's text gives way to what its metadata say, and goes when it is read no more.
-- The meaning stands inside the definition: SQLite puts that, and nothing behind it, into the table's own text.

ALTER TABLE articles ADD COLUMN
    wire_found INTEGER NOT NULL DEFAULT 0 /* 1 if wire_id was read in the text, 0 if metadata say it */ CHECK (wire_found IN (0, 1));
