-- Human verdicts on readings. They name claims by key and reading, so that they survive re-import and re-extraction.

CREATE TABLE reviews (
    id                  INTEGER PRIMARY KEY, -- later verdicts have higher ids
    claim_key           TEXT NOT NULL CHECK (length(claim_key) = 16), -- what is read
    reading_hash        TEXT NOT NULL CHECK (length(reading_hash) = 16), -- the reading that was judged
    article_key         TEXT NOT NULL, -- its article, for people
    verdict             TEXT NOT NULL REFERENCES verdicts (name) ON DELETE RESTRICT, -- accepted, rejected, corrected or withdrawn
    replacement_key     TEXT, -- corrected: the claim that replaces it …
    replacement_reading TEXT, -- … and its reading
    reviewer            TEXT, -- who judged
    note                TEXT, -- why
    made                TEXT NOT NULL CHECK (made IS strftime('%Y-%m-%dT%H:%M:%SZ', made)), -- instant, UTC
    CHECK ((verdict = 'corrected') = (replacement_key IS NOT NULL)),
    CHECK ((replacement_key IS NULL) = (replacement_reading IS NULL))
) STRICT;
CREATE INDEX reviews_by_claim ON reviews (claim_key, reading_hash, id);
CREATE INDEX reviews_by_verdict ON reviews (verdict);
CREATE INDEX reviews_by_article ON reviews (article_key);

CREATE TRIGGER reviews_are_not_changed BEFORE UPDATE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'reviews are append-only: add another verdict instead');
END;
CREATE TRIGGER reviews_are_not_deleted BEFORE DELETE ON reviews
BEGIN
    SELECT RAISE(ABORT, 'reviews are append-only: add a verdict of withdrawn instead');
END;
-- INSERT OR REPLACE deletes without a word to triggers.
CREATE TRIGGER reviews_are_not_replaced BEFORE INSERT ON reviews
WHEN EXISTS (SELECT 1 FROM reviews WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'reviews are append-only: add another verdict instead');
END;
