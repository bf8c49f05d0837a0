-- What every claim answers, in terms that compare, so that comparing reports need not work it out claim by claim. Triggers
-- keep it right, whoever edits. And fewer indexes: nothing looks claims or articles up by the words of small vocabularies.

CREATE TABLE questions (
    id            INTEGER PRIMARY KEY,
    predicate     TEXT NOT NULL REFERENCES predicates (name) ON DELETE RESTRICT, -- what is claimed
    phase         TEXT NOT NULL, -- which part of it, '' where none is said; a withdrawal, deployment or handover of a number is a part
    subject_id    INTEGER NOT NULL, -- who does it, through merges; 0 where it is not said
    object_id     INTEGER NOT NULL, -- to whom, through merges; 0 where it is not said
    place_id      INTEGER NOT NULL, -- where, through merges; 0 where it is not said
    UNIQUE (predicate, phase, subject_id, object_id, place_id)
) STRICT;

CREATE TABLE answers (
    claim_id           INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, -- the claim
    article_id         INTEGER NOT NULL, -- the version of the article
    question_id        INTEGER NOT NULL, -- the question in questions that it answers
    is_counted         INTEGER NOT NULL CHECK (is_counted IN (0, 1)), -- 1 if reports count it when the scope is open: of the newest version, neither retired nor refused, and the only reading of its words
    position           TEXT NOT NULL, -- what it answers, as one word to group by: a or d for affirmed or denied; = for a level of its time, else u for until, a for around, - for any other relation, a point for none, and the days; the numbers, and what they count
    said               TEXT, -- day of publication
    polarity           TEXT NOT NULL, -- affirmed or denied
    stance             TEXT NOT NULL, -- how it stands
    relation           TEXT, -- how its date bounds it
    first_day          TEXT, -- the first day that it allows, before tolerances; of a deadline, the first day of the period that was named
    last_day           TEXT, -- the last day that it allows, before tolerances; '9999-12-31' where open
    ahead              INTEGER, -- 1 if its date was not over when it was said, 0 if it was; NULL where either is not known
    quantity_unit      TEXT, -- what is counted
    quantity_qualifier TEXT, -- how the number is hedged
    quantity_low       INTEGER, -- lower bound
    quantity_best      INTEGER, -- the number named
    quantity_high      INTEGER, -- upper bound
    speaker_kind       TEXT NOT NULL, -- what kind of speaker
    speaker_id         INTEGER, -- who says so
    speaker_text       TEXT, -- who says so, in words
    via_id             INTEGER, -- through whom it came, through merges
    rank               TEXT NOT NULL -- to choose among claims of one answer: the lowest shows it best (curated, then named speakers, then the earliest); its last characters, from the 29th on, are the claim's id
) STRICT;

-- Claims whose answers are worked out anew, at once: whatever is put in here goes again when that is done. The plus signs keep
-- SQLite from looking among all claims of a predicate for those of an article.
CREATE TABLE changed_answers (
    claim_id      INTEGER PRIMARY KEY -- the claim
) STRICT;

CREATE TRIGGER changed_answers_on_insert AFTER INSERT ON changed_answers
BEGIN
    DELETE FROM answers WHERE claim_id = NEW.claim_id;
    INSERT INTO questions (predicate, phase, subject_id, object_id, place_id)
    SELECT asked.predicate, asked.phase, asked.subject_id, asked.object_id, asked.place_id
    FROM (
        SELECT claims.predicate AS predicate,
            coalesce(claims.phase, CASE WHEN claims.quantity_unit IS NOT NULL AND claims.predicate IN ('withdraw', 'deploy', 'transfer') THEN 'partial' ELSE '' END) AS phase,
            coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.subject_id), claims.subject_id, 0) AS subject_id,
            coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.object_id), claims.object_id, 0) AS object_id,
            coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.place_id), claims.place_id, 0) AS place_id
        FROM claims
        WHERE claims.id = NEW.claim_id) AS asked
    WHERE NOT EXISTS (
        SELECT 1 FROM questions
        WHERE questions.predicate = asked.predicate AND questions.phase = asked.phase AND questions.subject_id = asked.subject_id
            AND questions.object_id = asked.object_id AND questions.place_id = asked.place_id);
    INSERT INTO answers (claim_id, article_id, question_id, is_counted, position, said, polarity, stance, relation, first_day, last_day, ahead,
        quantity_unit, quantity_qualifier, quantity_low, quantity_best, quantity_high, speaker_kind, speaker_id, speaker_text, via_id, rank)
    SELECT claim_id, article_id, question_id, is_counted,
        substr(polarity, 1, 1) || CASE
            WHEN is_level AND quantity_unit IS NOT NULL AND stance = 'asserted' AND coalesce(ahead, 1) = 1 THEN '='
            ELSE CASE relation WHEN 'until' THEN 'u' WHEN 'around' THEN 'a' ELSE iif(relation IS NULL, '.', '-') END || coalesce(first_day, '') || coalesce(last_day, '')
        END || ' ' || coalesce(quantity_best, quantity_low, '') || '-' || coalesce(quantity_best, quantity_high, '') || coalesce(' ' || quantity_unit, ''),
        said, polarity, stance, relation, first_day, last_day, ahead, quantity_unit, quantity_qualifier, quantity_low, quantity_best, quantity_high,
        speaker_kind, speaker_id, speaker_text, via_id, rank
    FROM (
        SELECT
            claims.id AS claim_id,
            claims.article_id AS article_id,
            (SELECT questions.id FROM questions
                WHERE questions.predicate = claims.predicate
                    AND questions.phase = coalesce(claims.phase, CASE WHEN claims.quantity_unit IS NOT NULL AND claims.predicate IN ('withdraw', 'deploy', 'transfer') THEN 'partial' ELSE '' END)
                    AND questions.subject_id = coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.subject_id), claims.subject_id, 0)
                    AND questions.object_id = coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.object_id), claims.object_id, 0)
                    AND questions.place_id = coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.place_id), claims.place_id, 0)) AS question_id,
            claims.retired_import_id IS NULL
                AND NOT EXISTS (SELECT 1 FROM articles AS newer WHERE newer.key = articles.key AND newer.version > articles.version)
                AND NOT EXISTS (
                    SELECT 1 FROM reviews
                    WHERE reviews.claim_key = claims.key AND reviews.reading_hash = claims.reading_hash AND reviews.verdict IN ('rejected', 'corrected')
                        AND NOT EXISTS (
                            SELECT 1 FROM reviews AS later
                            WHERE later.claim_key = reviews.claim_key AND later.reading_hash = reviews.reading_hash AND later.id > reviews.id))
                -- A reading of whose words a curated claim of the same predicate covers more than half.
                AND (claims.method = 'curated' OR NOT EXISTS (
                    SELECT 1 FROM claims AS curated
                    WHERE curated.article_id = claims.article_id AND curated.method = 'curated' AND +curated.predicate = claims.predicate
                        AND curated.retired_import_id IS NULL
                        AND 2 * (min(curated.quote_end, claims.quote_end) - max(curated.quote_start, claims.quote_start)) > claims.quote_end - claims.quote_start
                        AND NOT EXISTS (
                            SELECT 1 FROM reviews
                            WHERE reviews.claim_key = curated.key AND reviews.reading_hash = curated.reading_hash AND reviews.verdict IN ('rejected', 'corrected')
                                AND NOT EXISTS (
                                    SELECT 1 FROM reviews AS later
                                    WHERE later.claim_key = reviews.claim_key AND later.reading_hash = reviews.reading_hash AND later.id > reviews.id)))) AS is_counted,
            articles.published AS said,
            claims.polarity AS polarity,
            claims.stance AS stance,
            claims.when_relation AS relation,
            CASE
                WHEN claims.when_relation NOT IN ('by', 'until') THEN claims.when_earliest
                ELSE CASE claims.when_precision
                    WHEN 'day' THEN claims.when_latest
                    WHEN 'week' THEN date(claims.when_latest, '-6 days')
                    WHEN 'month' THEN date(claims.when_latest, 'start of month')
                    WHEN 'quarter' THEN date(claims.when_latest, 'start of month', '-2 months')
                    WHEN 'season' THEN date(claims.when_latest, 'start of month', '-2 months')
                    WHEN 'half' THEN date(claims.when_latest, 'start of month', '-5 months')
                    WHEN 'year' THEN date(claims.when_latest, 'start of year')
                    WHEN 'decade' THEN date(claims.when_latest, 'start of year', '-9 years')
                    ELSE date(claims.when_latest, 'start of year', '-99 years')
                END
            END AS first_day,
            CASE
                WHEN coalesce(claims.when_earliest, claims.when_latest) IS NULL THEN NULL
                WHEN claims.when_relation = 'around' THEN claims.when_latest
                ELSE coalesce(claims.when_latest, '9999-12-31')
            END AS last_day,
            CASE
                WHEN claims.when_latest IS NULL OR claims.when_relation = 'from' THEN coalesce(claims.when_latest, claims.when_earliest) >= articles.published
                ELSE claims.when_latest >= articles.published
            END AS ahead,
            claims.quantity_unit AS quantity_unit,
            claims.quantity_qualifier AS quantity_qualifier,
            claims.quantity_low AS quantity_low,
            claims.quantity_best AS quantity_best,
            claims.quantity_high AS quantity_high,
            claims.speaker_kind AS speaker_kind,
            claims.speaker_id AS speaker_id,
            claims.speaker_text AS speaker_text,
            coalesce((SELECT into_id FROM entity_merges JOIN entities ON entities.id = into_id AND entities.merged_into IS NULL WHERE entity_id = claims.via_id), claims.via_id) AS via_id,
            CASE claims.method WHEN 'curated' THEN '0' ELSE '1' END
                || CASE claims.speaker_kind WHEN 'named' THEN '0' WHEN 'author' THEN '3' WHEN 'anonymous' THEN '2' ELSE '1' END
                || coalesce(articles.published, '9999-12-31') || claims.key || claims.id AS rank,
            claims.predicate IN (SELECT predicate FROM compared_counts WHERE holds = 'level') AS is_level
        FROM claims JOIN articles ON articles.id = claims.article_id
        WHERE claims.id = NEW.claim_id);
    DELETE FROM changed_answers WHERE claim_id = NEW.claim_id;
END;

CREATE TRIGGER answers_of_a_new_claim AFTER INSERT ON claims
BEGIN
    INSERT INTO changed_answers (claim_id) VALUES (NEW.id);
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims
    WHERE NEW.method = 'curated' AND article_id = NEW.article_id AND method <> 'curated' AND +predicate = NEW.predicate
        AND quote_start < NEW.quote_end AND NEW.quote_start < quote_end;
END;
CREATE TRIGGER answers_of_a_changed_claim AFTER UPDATE ON claims
BEGIN
    DELETE FROM answers WHERE claim_id = OLD.id;
    INSERT INTO changed_answers (claim_id) VALUES (NEW.id);
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims
    WHERE 'curated' IN (OLD.method, NEW.method) AND article_id IN (OLD.article_id, NEW.article_id) AND method <> 'curated' AND id <> NEW.id;
END;
CREATE TRIGGER answers_of_a_deleted_claim AFTER DELETE ON claims
BEGIN
    DELETE FROM answers WHERE claim_id = OLD.id;
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims
    WHERE OLD.method = 'curated' AND article_id = OLD.article_id AND method <> 'curated';
END;

CREATE TRIGGER answers_of_a_new_version AFTER INSERT ON articles
WHEN EXISTS (SELECT 1 FROM articles WHERE key = NEW.key AND id <> NEW.id)
BEGIN
    INSERT INTO changed_answers (claim_id)
    SELECT claims.id FROM articles CROSS JOIN claims ON claims.article_id = articles.id WHERE articles.key = NEW.key;
END;
CREATE TRIGGER answers_of_a_changed_article AFTER UPDATE OF key, version, published ON articles
WHEN OLD.key IS NOT NEW.key OR OLD.version IS NOT NEW.version OR OLD.published IS NOT NEW.published
BEGIN
    INSERT INTO changed_answers (claim_id)
    SELECT claims.id FROM articles CROSS JOIN claims ON claims.article_id = articles.id WHERE articles.key IN (OLD.key, NEW.key);
END;
CREATE TRIGGER answers_of_a_deleted_article AFTER DELETE ON articles
BEGIN
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims WHERE article_id = OLD.id
    UNION
    SELECT claims.id FROM articles CROSS JOIN claims ON claims.article_id = articles.id WHERE articles.key = OLD.key;
END;

CREATE TRIGGER answers_of_a_review AFTER INSERT ON reviews
BEGIN
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims WHERE key = NEW.claim_key AND reading_hash = NEW.reading_hash
    UNION
    SELECT covered.id
    FROM claims AS curated CROSS JOIN claims AS covered ON covered.article_id = curated.article_id AND covered.method <> 'curated'
    WHERE curated.key = NEW.claim_key AND curated.reading_hash = NEW.reading_hash AND curated.method = 'curated';
END;

-- Which counts are levels is a user's to change.
CREATE TRIGGER answers_of_a_new_level AFTER INSERT ON compared_counts
BEGIN
    INSERT INTO changed_answers (claim_id) SELECT id FROM claims WHERE predicate = NEW.predicate;
END;
CREATE TRIGGER answers_of_a_changed_level AFTER UPDATE ON compared_counts
BEGIN
    INSERT INTO changed_answers (claim_id) SELECT id FROM claims WHERE predicate IN (OLD.predicate, NEW.predicate);
END;
CREATE TRIGGER answers_of_a_deleted_level AFTER DELETE ON compared_counts
BEGIN
    INSERT INTO changed_answers (claim_id) SELECT id FROM claims WHERE predicate = OLD.predicate;
END;

-- Which entity is meant in the end changes with every merge and split.
CREATE TRIGGER answers_of_a_merge AFTER INSERT ON entity_merges
BEGIN
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims WHERE subject_id = NEW.entity_id
    UNION SELECT id FROM claims WHERE object_id = NEW.entity_id
    UNION SELECT id FROM claims WHERE place_id = NEW.entity_id
    UNION SELECT id FROM claims WHERE via_id = NEW.entity_id;
END;
CREATE TRIGGER answers_of_a_split AFTER DELETE ON entity_merges
BEGIN
    INSERT INTO changed_answers (claim_id)
    SELECT id FROM claims WHERE subject_id = OLD.entity_id
    UNION SELECT id FROM claims WHERE object_id = OLD.entity_id
    UNION SELECT id FROM claims WHERE place_id = OLD.entity_id
    UNION SELECT id FROM claims WHERE via_id = OLD.entity_id;
END;

DROP INDEX claims_by_phase;
DROP INDEX claims_by_qualifier;
DROP INDEX claims_by_relation;
DROP INDEX claims_by_precision;
DROP INDEX claims_by_stance;
DROP INDEX claims_by_polarity;
DROP INDEX claims_by_speaker_kind;
DROP INDEX claims_by_method;
DROP INDEX articles_by_published_from;
DROP INDEX articles_by_text_kind;
CREATE INDEX claims_curated ON claims (article_id) WHERE method = 'curated';

INSERT INTO changed_answers (claim_id) SELECT id FROM claims;
