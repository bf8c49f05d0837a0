-- Claims: who does what, how many, where, when; who says so, how firmly, in exactly which words.
-- Offsets are Unicode code points: substr(text, quote_start + 1, quote_end - quote_start) is the quote.

CREATE TABLE claims (
    id                 INTEGER PRIMARY KEY,
    key                TEXT NOT NULL CHECK (length(key) = 16), -- names what is read: hash of article, sentence, span, predicate, quantity and date words
    reading_hash       TEXT NOT NULL CHECK (length(reading_hash) = 16), -- hash of every slot as read
    article_id         INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the version it was read in
    quote              TEXT NOT NULL CHECK (quote <> ''), -- the article's own words
    quote_start        INTEGER NOT NULL CHECK (quote_start >= 0), -- first code point
    quote_end          INTEGER NOT NULL, -- the code point after the last
    sentence_start     INTEGER NOT NULL CHECK (sentence_start >= 0), -- the sentence around it
    sentence_end       INTEGER NOT NULL,
    predicate          TEXT NOT NULL REFERENCES predicates (name) ON DELETE RESTRICT, -- what happens
    phase              TEXT REFERENCES phases (name) ON DELETE RESTRICT, -- which part of it
    subject_id         INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- who does it
    subject_text       TEXT, -- the words that were resolved
    object_id          INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- to whom
    object_text        TEXT,
    place_id           INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- where
    place_text         TEXT,
    quantity_text      TEXT, -- how many, in words
    quantity_low       INTEGER CHECK (quantity_low >= 0), -- lower bound
    quantity_best      INTEGER CHECK (quantity_best >= 0), -- the number named
    quantity_high      INTEGER CHECK (quantity_high >= 0), -- upper bound
    quantity_qualifier TEXT REFERENCES qualifiers (name) ON DELETE RESTRICT, -- how it is hedged
    quantity_unit      TEXT, -- what is counted
    when_text          TEXT, -- when, in words
    when_relation      TEXT REFERENCES relations (name) ON DELETE RESTRICT, -- on, from, by, until, after, around
    when_earliest      TEXT CHECK (when_earliest IS date(when_earliest)), -- first day, inclusive; NULL: open
    when_latest        TEXT CHECK (when_latest IS date(when_latest)), -- last day, inclusive; NULL: open
    when_precision     TEXT REFERENCES precisions (name) ON DELETE RESTRICT, -- of the words
    when_anchor        TEXT CHECK (when_anchor IS date(when_anchor)), -- the date it was read against
    when_edtf          TEXT, -- the bounds in EDTF (ISO 8601-2)
    stance             TEXT NOT NULL REFERENCES stances (name) ON DELETE RESTRICT, -- how it stands, as reported
    polarity           TEXT NOT NULL REFERENCES polarities (name) ON DELETE RESTRICT, -- affirmed or denied
    speaker_id         INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- who says so
    speaker_text       TEXT,
    speaker_kind       TEXT NOT NULL REFERENCES speaker_kinds (name) ON DELETE RESTRICT, -- what kind of speaker
    speaker_count      INTEGER CHECK (speaker_count >= 1), -- how many, where the words say so
    via_id             INTEGER REFERENCES entities (id) ON DELETE RESTRICT, -- news organisation through which it came
    method             TEXT NOT NULL REFERENCES methods (name) ON DELETE RESTRICT, -- extracted or curated
    core               INTEGER NOT NULL CHECK (core IN (0, 1)), -- 0 for an optional claim
    rule               TEXT, -- the rule that read it
    import_id          INTEGER NOT NULL REFERENCES imports (id) ON DELETE RESTRICT, -- the run that brought it
    retired_import_id  INTEGER REFERENCES imports (id) ON DELETE RESTRICT, -- the run that no longer read it; NULL while it stands
    UNIQUE (article_id, method, key, reading_hash),
    CHECK (sentence_start <= quote_start AND quote_start < quote_end AND quote_end <= sentence_end),
    CHECK ((quantity_unit IS NULL) = (quantity_qualifier IS NULL)),
    CHECK ((quantity_unit IS NULL) = (coalesce(quantity_low, quantity_best, quantity_high) IS NULL)),
    CHECK (quantity_low <= quantity_high AND quantity_low <= quantity_best AND quantity_best <= quantity_high),
    CHECK ((when_relation IS NULL) = (when_precision IS NULL)),
    CHECK (when_relation IS NOT NULL OR coalesce(when_text, when_earliest, when_latest) IS NULL),
    CHECK (when_earliest <= when_latest)
) STRICT;
CREATE INDEX claims_by_key ON claims (key, reading_hash);
CREATE INDEX claims_by_predicate ON claims (predicate, phase);
CREATE INDEX claims_by_phase ON claims (phase) WHERE phase IS NOT NULL;
CREATE INDEX claims_by_subject ON claims (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX claims_by_object ON claims (object_id) WHERE object_id IS NOT NULL;
CREATE INDEX claims_by_place ON claims (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX claims_by_qualifier ON claims (quantity_qualifier) WHERE quantity_qualifier IS NOT NULL;
CREATE INDEX claims_by_relation ON claims (when_relation) WHERE when_relation IS NOT NULL;
CREATE INDEX claims_by_precision ON claims (when_precision) WHERE when_precision IS NOT NULL;
CREATE INDEX claims_by_latest ON claims (when_latest) WHERE when_latest IS NOT NULL;
CREATE INDEX claims_by_earliest ON claims (when_earliest) WHERE when_earliest IS NOT NULL;
CREATE INDEX claims_by_stance ON claims (stance);
CREATE INDEX claims_by_polarity ON claims (polarity);
CREATE INDEX claims_by_speaker ON claims (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX claims_by_speaker_kind ON claims (speaker_kind);
CREATE INDEX claims_by_via ON claims (via_id) WHERE via_id IS NOT NULL;
CREATE INDEX claims_by_method ON claims (method);
CREATE INDEX claims_by_import ON claims (import_id);
CREATE INDEX claims_by_retired_import ON claims (retired_import_id) WHERE retired_import_id IS NOT NULL;

CREATE TRIGGER claims_evidence_on_insert BEFORE INSERT ON claims
WHEN NOT EXISTS (
    SELECT 1 FROM articles
    WHERE id = NEW.article_id AND substr(text, NEW.quote_start + 1, NEW.quote_end - NEW.quote_start) = NEW.quote
        AND NEW.sentence_end <= length(text))
BEGIN
    SELECT RAISE(ABORT, 'the quote is not what its article says at these offsets');
END;

CREATE TRIGGER claims_evidence_on_update
BEFORE UPDATE OF article_id, quote, quote_start, quote_end, sentence_start, sentence_end ON claims
WHEN NOT EXISTS (
    SELECT 1 FROM articles
    WHERE id = NEW.article_id AND substr(text, NEW.quote_start + 1, NEW.quote_end - NEW.quote_start) = NEW.quote
        AND NEW.sentence_end <= length(text))
BEGIN
    SELECT RAISE(ABORT, 'the quote is not what its article says at these offsets');
END;
