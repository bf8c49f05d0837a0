-- What the file knows of itself: which program made its views, which runs filled it, what reports look at.

CREATE TABLE program (
    id            INTEGER PRIMARY KEY CHECK (id = 1), -- one row
    version       TEXT NOT NULL, -- version of the newest program that prepared this file
    views_hash    TEXT,          -- fingerprint of the views in place; NULL while they are being rebuilt
    seeds_hash    TEXT           -- fingerprint of the vocabularies and entities the file started from
) STRICT;

CREATE TABLE program_views (
    name          TEXT PRIMARY KEY, -- a view that the program made and may drop
    sql           TEXT NOT NULL     -- as it was made; where the file's differs, a person changed it
) STRICT, WITHOUT ROWID;

CREATE TABLE set_aside_views (
    name          TEXT PRIMARY KEY, -- a user's view (or a trigger on one) that waits to be made again
    kind          TEXT NOT NULL CHECK (kind IN ('view', 'trigger')), -- what it is
    sql           TEXT NOT NULL,    -- the user's own statement
    reason        TEXT              -- why it no longer fits; NULL while a rebuild is under way
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    id               INTEGER PRIMARY KEY,
    started          TEXT NOT NULL CHECK (started IS strftime('%Y-%m-%dT%H:%M:%SZ', started)), -- instant, UTC
    finished         TEXT CHECK (finished IS strftime('%Y-%m-%dT%H:%M:%SZ', finished)), -- instant, UTC; NULL for a run that was killed
    program_version  TEXT NOT NULL, -- the program that ran
    command          TEXT NOT NULL, -- import, extract, review or entities
    articles_added   INTEGER NOT NULL DEFAULT 0, -- articles that were new
    articles_updated INTEGER NOT NULL DEFAULT 0, -- articles with new metadata
    versions_added   INTEGER NOT NULL DEFAULT 0, -- other texts of known articles
    articles_unchanged INTEGER NOT NULL DEFAULT 0, -- articles that were known already
    claims_added     INTEGER NOT NULL DEFAULT 0, -- claims that were new
    claims_unchanged INTEGER NOT NULL DEFAULT 0, -- claims that were known already
    claims_retired   INTEGER NOT NULL DEFAULT 0, -- extracted claims that this run no longer read
    entities_added   INTEGER NOT NULL DEFAULT 0, -- entities that were new
    refused          INTEGER NOT NULL DEFAULT 0  -- things that were not taken in
) STRICT;

CREATE TABLE scope (
    id            INTEGER PRIMARY KEY CHECK (id = 1), -- one row
    as_of         TEXT CHECK (as_of IS date(as_of)), -- reports see what was published by this day; NULL: everything
    known_at      TEXT CHECK (known_at IS strftime('%Y-%m-%dT%H:%M:%SZ', known_at)) -- and had been imported by this instant; NULL: everything
) STRICT;
INSERT INTO scope (id) VALUES (1);

CREATE TABLE reports (
    name          TEXT PRIMARY KEY, -- the view is report_ and this name, with hyphens as underscores
    title         TEXT NOT NULL,    -- heading
    question      TEXT NOT NULL,    -- the question it answers
    columns       TEXT NOT NULL CHECK (json_valid(columns)) -- JSON array of {name, meaning}
) STRICT, WITHOUT ROWID;
