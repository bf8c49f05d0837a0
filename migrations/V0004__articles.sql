-- Articles: a row per version of an article. Text keeps its characters; claims point into it.

CREATE TABLE articles (
    id             INTEGER PRIMARY KEY,
    key            TEXT NOT NULL CHECK (key <> ''), -- the article's stable name, the same in every version
    version        INTEGER NOT NULL CHECK (version >= 1), -- 1 is the oldest text
    superseded_by  INTEGER REFERENCES articles (id) ON DELETE SET NULL, -- the next version; NULL in the current one
    url            TEXT CHECK (url <> ''), -- canonical address
    title          TEXT CHECK (title <> ''), -- headline
    author         TEXT CHECK (author <> ''), -- author or authors
    publisher_id   INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- the outlet
    published      TEXT CHECK (published IS date(published)), -- day of publication
    published_from TEXT REFERENCES published_sources (name) ON DELETE RESTRICT, -- where that day was found
    modified       TEXT CHECK (modified IS date(modified) OR modified IS strftime('%Y-%m-%dT%H:%M:%SZ', modified)), -- last change, as a day or an instant
    retrieved      TEXT CHECK (retrieved IS date(retrieved) OR retrieved IS strftime('%Y-%m-%dT%H:%M:%SZ', retrieved)), -- capture, as a day or an instant
    language       TEXT CHECK (language <> ''), -- BCP 47
    text           TEXT NOT NULL CHECK (text <> '' AND instr(text, char(0)) = 0), -- the text, to the character
    text_kind      TEXT NOT NULL REFERENCES text_kinds (name) ON DELETE RESTRICT, -- full, excerpt, or digest in the importer's words
    text_hash      TEXT NOT NULL CHECK (length(text_hash) = 64), -- SHA-256 of the text in UTF-8, hexadecimal
    wire_id        INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- the agency that the article credits
    import_id      INTEGER NOT NULL REFERENCES imports (id) ON DELETE RESTRICT, -- the run that brought this version
    UNIQUE (key, text_hash)
) STRICT;
CREATE INDEX articles_by_version ON articles (key, version);
CREATE INDEX articles_by_superseded_by ON articles (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX articles_by_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_by_publisher ON articles (publisher_id);
CREATE INDEX articles_by_published ON articles (published);
CREATE INDEX articles_by_published_from ON articles (published_from);
CREATE INDEX articles_by_text_kind ON articles (text_kind);
CREATE INDEX articles_by_text_hash ON articles (text_hash);
CREATE INDEX articles_by_wire ON articles (wire_id) WHERE wire_id IS NOT NULL;
CREATE INDEX articles_by_import ON articles (import_id);

CREATE TRIGGER articles_text_is_fixed BEFORE UPDATE OF id, text, text_hash ON articles
WHEN OLD.id IS NOT NEW.id OR OLD.text IS NOT NEW.text OR OLD.text_hash IS NOT NEW.text_hash
BEGIN
    SELECT RAISE(ABORT, 'an article''s text never changes: another text is another version');
END;
-- INSERT OR REPLACE deletes without a word to triggers, and would put another text under the claims.
CREATE TRIGGER articles_are_not_replaced BEFORE INSERT ON articles
WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.id OR (key = NEW.key AND text_hash = NEW.text_hash))
BEGIN
    SELECT RAISE(ABORT, 'an article''s text never changes: another text is another version');
END;
