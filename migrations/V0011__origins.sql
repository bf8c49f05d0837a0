-- Who is behind an article: which texts are one text, as the program finds it and as people say it.

CREATE TABLE origin_verdicts (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE origin_methods  (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE origin_judgements (
    id            INTEGER PRIMARY KEY, -- of what people say of a pair the highest counts
    first_key     TEXT NOT NULL, -- an article …
    second_key    TEXT NOT NULL, -- … and another, the one whose key sorts later
    first_hash    TEXT NOT NULL CHECK (length(first_hash) = 64), -- text_hash of the text that was judged
    second_hash   TEXT NOT NULL CHECK (length(second_hash) = 64), -- and of the other
    verdict       TEXT NOT NULL REFERENCES origin_verdicts (name) ON DELETE RESTRICT, -- same, different, unsure or withdrawn
    method        TEXT NOT NULL REFERENCES origin_methods (name) ON DELETE RESTRICT, -- near_copy, quotation or person
    score         REAL CHECK (score BETWEEN 0 AND 1), -- share of the shorter text's runs of words that stand in the longer; NULL where too short, or by a person
    note          TEXT, -- why; of a quotation its words
    reviewer      TEXT, -- which person
    made          TEXT CHECK (made IS strftime('%Y-%m-%dT%H:%M:%SZ', made)), -- instant, UTC; NULL for the program's
    CHECK (first_key < second_key),
    CHECK ((method = 'person') = (made IS NOT NULL)),
    CHECK (method = 'person' OR (verdict IN ('same', 'unsure') AND reviewer IS NULL))
) STRICT;
CREATE INDEX origin_judgements_by_pair ON origin_judgements (first_key, second_key);
CREATE INDEX origin_judgements_by_second ON origin_judgements (second_key);
CREATE INDEX origin_judgements_by_verdict ON origin_judgements (verdict);
CREATE INDEX origin_judgements_by_method ON origin_judgements (method);

-- What is compared of a text. Derived, as are the two tables below: a run of the program fills what is missing.
CREATE TABLE article_sketches (
    article_id    INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, -- the version
    day           TEXT, -- its day of publication
    sketch        BLOB, -- number of its runs of four words, then the smallest of their hashes (32 bits each, little-endian); NULL where it is not compared
    quotations    BLOB  -- for each long quotation a run of twelve words (64 bits), the number of names around it (8), their hashes (32 each); NULL where there is none
) STRICT;
CREATE INDEX article_sketches_by_day ON article_sketches (day);

CREATE TABLE pending_origins (
    article_id    INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE -- a version that the next run compares with the others
) STRICT;

CREATE TABLE article_clusters (
    article_id    INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE, -- a version whose text others have, too
    rank          TEXT NOT NULL, -- what orders the members: day of publication (9999-12-31 where none), key, version
    parent_id     INTEGER REFERENCES articles (id) ON DELETE SET NULL, -- the earliest that it is the same as; NULL for the first of all
    leader_id     INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the first of all
    method        TEXT REFERENCES origin_methods (name) ON DELETE RESTRICT, -- how it was judged to be its parent's text
    score         REAL, -- and how alike the two are
    wire_id       INTEGER REFERENCES entities (id) ON DELETE SET NULL, -- the agency that it credits
    wire_rank     TEXT  -- rank, if it credits one
) STRICT;
CREATE INDEX article_clusters_by_leader ON article_clusters (leader_id, wire_rank, wire_id);
CREATE INDEX article_clusters_by_parent ON article_clusters (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX article_clusters_by_method ON article_clusters (method) WHERE method IS NOT NULL;
CREATE INDEX article_clusters_by_wire ON article_clusters (wire_id) WHERE wire_id IS NOT NULL;

-- Versions that get their place among the clusters anew, at once: whatever is put in here goes again when that is done.
CREATE TABLE moved_origins (
    article_id    INTEGER PRIMARY KEY -- the version
) STRICT;

-- What people say is append-only. What the program says follows from the texts, and comes and goes with them.
CREATE TRIGGER origin_judgements_are_not_changed BEFORE UPDATE ON origin_judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only: add another verdict instead');
END;
CREATE TRIGGER origin_judgements_are_not_deleted BEFORE DELETE ON origin_judgements WHEN OLD.method = 'person'
BEGIN
    SELECT RAISE(ABORT, 'what people say is append-only: add a verdict of withdrawn instead');
END;
-- INSERT OR REPLACE deletes without a word to triggers.
CREATE TRIGGER origin_judgements_are_not_replaced BEFORE INSERT ON origin_judgements
WHEN EXISTS (SELECT 1 FROM origin_judgements WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'judgements are append-only: add another verdict instead');
END;

-- A person's verdict moves both articles at once, whoever writes it.
CREATE TRIGGER origin_judgements_move AFTER INSERT ON origin_judgements WHEN NEW.method = 'person'
BEGIN
    INSERT INTO moved_origins (article_id)
    SELECT id FROM articles WHERE key IN (NEW.first_key, NEW.second_key)
    ORDER BY coalesce(published, '9999-12-31'), key, version;
    -- With them go the first of their clusters, and those that only a person's word put where they are.
    INSERT INTO moved_origins (article_id)
    SELECT article_id FROM article_clusters
    WHERE article_id IN (
            SELECT own.leader_id FROM articles JOIN article_clusters AS own ON own.article_id = articles.id
            WHERE articles.key IN (NEW.first_key, NEW.second_key))
        OR method = 'person'
    ORDER BY rank;
END;

-- The place of a version: under the earliest that it is the same as; and with it all that stand under it.
CREATE TRIGGER moved_origins_move AFTER INSERT ON moved_origins
BEGIN
    INSERT INTO article_clusters (article_id, rank, leader_id, wire_id, wire_rank)
    SELECT id, coalesce(published, '9999-12-31') || ' ' || key || printf(' %04d', version), id, wire_id,
        CASE WHEN wire_id IS NOT NULL THEN coalesce(published, '9999-12-31') || ' ' || key || printf(' %04d', version) END
    FROM articles WHERE id = NEW.article_id
    ON CONFLICT (article_id) DO UPDATE SET rank = excluded.rank, wire_id = excluded.wire_id, wire_rank = excluded.wire_rank;

    UPDATE article_clusters SET (parent_id, method, score) = (
        SELECT other.id, edge.method, edge.score
        FROM (
            SELECT judged.second_key AS key, judged.second_hash AS hash, NULL AS leader_id, judged.method, judged.score,
                judged.first_key, judged.second_key
            FROM articles AS own JOIN origin_judgements AS judged ON judged.first_key = own.key AND judged.first_hash = own.text_hash
            WHERE own.id = NEW.article_id AND judged.verdict = 'same' AND judged.method <> 'person'
            UNION ALL
            SELECT judged.first_key, judged.first_hash, NULL, judged.method, judged.score, judged.first_key, judged.second_key
            FROM articles AS own JOIN origin_judgements AS judged ON judged.second_key = own.key AND judged.second_hash = own.text_hash
            WHERE own.id = NEW.article_id AND judged.verdict = 'same' AND judged.method <> 'person'
            UNION ALL
            -- Where a person joins one of this cluster with one of another, the first of both clusters leads.
            SELECT NULL, NULL, coalesce(others.leader_id, against.id), said.method, NULL, said.first_key, said.second_key
            FROM origin_judgements AS said
                JOIN articles AS own ON own.key IN (said.first_key, said.second_key)
                JOIN articles AS against ON against.key IN (said.first_key, said.second_key) AND against.key <> own.key
                LEFT JOIN article_clusters AS others ON others.article_id = against.id
            WHERE said.method = 'person' AND said.verdict = 'same'
                AND own.id IN (
                    SELECT id FROM (
                        WITH RECURSIVE under (id) AS (
                            SELECT NEW.article_id
                            UNION
                            SELECT article_clusters.article_id FROM under JOIN article_clusters ON article_clusters.parent_id = under.id
                        )
                        SELECT id FROM under))
        ) AS edge
            JOIN articles AS other ON other.id = edge.leader_id OR other.key = edge.key AND other.text_hash = edge.hash
        WHERE coalesce(other.published, '9999-12-31') || ' ' || other.key || printf(' %04d', other.version) < article_clusters.rank
            -- A person's last word on the pair goes before the program's.
            AND NOT EXISTS (
                SELECT 1 FROM origin_judgements AS said
                WHERE said.first_key = edge.first_key AND said.second_key = edge.second_key AND said.method = 'person'
                    AND said.verdict <> CASE edge.method WHEN 'person' THEN 'same' ELSE 'withdrawn' END
                    AND NOT EXISTS (
                        SELECT 1 FROM origin_judgements AS later
                        WHERE later.first_key = said.first_key AND later.second_key = said.second_key
                            AND later.method = 'person' AND later.id > said.id))
            -- What a person keeps apart does not meet through a third.
            AND (edge.method = 'person' OR NOT EXISTS (
                SELECT 1
                FROM articles AS own
                    JOIN origin_judgements AS apart ON apart.method = 'person' AND apart.verdict = 'different'
                        AND own.key IN (apart.first_key, apart.second_key)
                    JOIN articles AS against ON against.key IN (apart.first_key, apart.second_key) AND against.key <> own.key
                    LEFT JOIN article_clusters AS theirs ON theirs.article_id = against.id
                    LEFT JOIN article_clusters AS others ON others.article_id = other.id
                WHERE own.id = NEW.article_id
                    AND coalesce(theirs.leader_id, against.id) = coalesce(others.leader_id, other.id)
                    AND coalesce(against.published, '9999-12-31') || ' ' || against.key || printf(' %04d', against.version)
                        < article_clusters.rank
                    AND NOT EXISTS (
                        SELECT 1 FROM origin_judgements AS later
                        WHERE later.first_key = apart.first_key AND later.second_key = apart.second_key
                            AND later.method = 'person' AND later.id > apart.id)))
        ORDER BY edge.method = 'person', coalesce(other.published, '9999-12-31') || ' ' || other.key || printf(' %04d', other.version),
            edge.score DESC
        LIMIT 1)
    WHERE article_id = NEW.article_id;

    INSERT INTO article_clusters (article_id, rank, leader_id, wire_id, wire_rank)
    SELECT id, coalesce(published, '9999-12-31') || ' ' || key || printf(' %04d', version), id, wire_id,
        CASE WHEN wire_id IS NOT NULL THEN coalesce(published, '9999-12-31') || ' ' || key || printf(' %04d', version) END
    FROM articles WHERE id = (SELECT parent_id FROM article_clusters WHERE article_id = NEW.article_id)
    ON CONFLICT (article_id) DO NOTHING;

    UPDATE article_clusters SET leader_id = coalesce((
            SELECT above.leader_id FROM article_clusters AS own JOIN article_clusters AS above ON above.article_id = own.parent_id
            WHERE own.article_id = NEW.article_id),
        NEW.article_id)
    WHERE article_id IN (
        SELECT id FROM (
            WITH RECURSIVE under (id) AS (
                SELECT NEW.article_id
                UNION
                SELECT article_clusters.article_id FROM under JOIN article_clusters ON article_clusters.parent_id = under.id
            )
            SELECT id FROM under));

    DELETE FROM article_clusters
    WHERE article_id = NEW.article_id AND parent_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM article_clusters AS below WHERE below.parent_id = NEW.article_id);
    DELETE FROM moved_origins WHERE article_id = NEW.article_id;
END;

-- Whoever adds, changes or removes an article: what was found of it goes, and the next run compares anew.
CREATE TRIGGER articles_origin_on_insert AFTER INSERT ON articles
BEGIN
    INSERT INTO pending_origins (article_id) VALUES (NEW.id);
END;

CREATE TRIGGER articles_origin_on_update AFTER UPDATE OF key, version, published, text_kind ON articles
WHEN OLD.key <> NEW.key OR OLD.version <> NEW.version OR OLD.published IS NOT NEW.published OR OLD.text_kind <> NEW.text_kind
BEGIN
    INSERT INTO pending_origins (article_id)
    SELECT NEW.id
    UNION
    SELECT other.id FROM origin_judgements AS judged JOIN articles AS other ON other.key = judged.second_key AND other.text_hash = judged.second_hash
    WHERE judged.first_key = OLD.key AND judged.first_hash = OLD.text_hash AND judged.method <> 'person'
    UNION
    SELECT other.id FROM origin_judgements AS judged JOIN articles AS other ON other.key = judged.first_key AND other.text_hash = judged.first_hash
    WHERE judged.second_key = OLD.key AND judged.second_hash = OLD.text_hash AND judged.method <> 'person'
    UNION
    SELECT article_id FROM article_clusters WHERE parent_id = NEW.id
    ON CONFLICT (article_id) DO NOTHING;
    DELETE FROM origin_judgements
    WHERE method <> 'person' AND (first_key = OLD.key AND first_hash = OLD.text_hash OR second_key = OLD.key AND second_hash = OLD.text_hash);
    DELETE FROM article_sketches WHERE article_id = NEW.id;
END;

CREATE TRIGGER articles_origin_on_wire AFTER UPDATE OF wire_id ON articles WHEN OLD.wire_id IS NOT NEW.wire_id
BEGIN
    UPDATE article_clusters SET wire_id = NEW.wire_id, wire_rank = CASE WHEN NEW.wire_id IS NOT NULL THEN rank END
    WHERE article_id = NEW.id;
END;

CREATE TRIGGER articles_origin_on_delete BEFORE DELETE ON articles
BEGIN
    INSERT INTO pending_origins (article_id)
    SELECT other.id FROM origin_judgements AS judged JOIN articles AS other ON other.key = judged.second_key AND other.text_hash = judged.second_hash
    WHERE judged.first_key = OLD.key AND judged.first_hash = OLD.text_hash AND judged.method <> 'person'
    UNION
    SELECT other.id FROM origin_judgements AS judged JOIN articles AS other ON other.key = judged.first_key AND other.text_hash = judged.first_hash
    WHERE judged.second_key = OLD.key AND judged.second_hash = OLD.text_hash AND judged.method <> 'person'
    UNION
    SELECT article_id FROM article_clusters WHERE OLD.id IN (parent_id, leader_id) AND article_id <> OLD.id
    ON CONFLICT (article_id) DO NOTHING;
    DELETE FROM origin_judgements
    WHERE method <> 'person' AND (first_key = OLD.key AND first_hash = OLD.text_hash OR second_key = OLD.key AND second_hash = OLD.text_hash);
END;

INSERT INTO pending_origins (article_id) SELECT id FROM articles;
