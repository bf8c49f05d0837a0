-- What is compared, kept at hand by question: positions, and the pairs of them that were held against each other. The program
-- works it out when it writes; triggers note what is no longer right, whoever edits, and views work that out themselves.

CREATE TABLE kept_positions (
    question_id   INTEGER NOT NULL, -- the question
    position      TEXT NOT NULL, -- the answer, as in answers
    claims        INTEGER NOT NULL, -- how many claims
    articles      INTEGER NOT NULL, -- how many articles
    publishers    INTEGER NOT NULL, -- how many publishers, as far as they are known
    origins       INTEGER NOT NULL, -- how many independent origins
    only_origin   TEXT, -- the origin, where there is only one
    named         INTEGER NOT NULL, -- how many named speakers
    anonymous     INTEGER NOT NULL, -- how many claims rest on anonymous speakers
    others        INTEGER NOT NULL, -- how many institutions, documents and outlets
    unattributed  INTEGER NOT NULL, -- how many claims the articles make in their own voice
    stances       TEXT NOT NULL, -- how it stands, in all its claims
    exact         INTEGER, -- how many claims give the number as exact; NULL where nothing is counted
    hedged        INTEGER, -- how many claims hedge it
    first_said    TEXT, -- first day on which it was said
    last_said     TEXT, -- last day on which it was said
    claim_id      INTEGER NOT NULL, -- the claim that shows it best
    PRIMARY KEY (question_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_date_positions (
    question_id   INTEGER NOT NULL, -- the question
    claim_id      INTEGER NOT NULL, -- the claim that shows it best
    relation      TEXT, -- how the date bounds it
    first_day     TEXT NOT NULL, -- the first day that it allows
    last_day      TEXT NOT NULL, -- the last day that it allows
    ahead         INTEGER NOT NULL, -- 1 if the date was not over when it was said, 0 if it was
    firmness      INTEGER NOT NULL, -- the firmest stance in which it was said
    excludes      INTEGER NOT NULL, -- 1 if it was said firmly enough to exclude another date
    claims        INTEGER NOT NULL, -- how many claims say so
    articles      INTEGER NOT NULL, -- how many articles
    origins       INTEGER NOT NULL, -- how many independent origins
    speakers      TEXT, -- who says so
    first_said    TEXT, -- first day on which it was said
    last_said     TEXT, -- last day on which it was said
    only_article  INTEGER, -- the article, where only one says so
    only_voice    TEXT, -- the speaker, where only one says so
    PRIMARY KEY (question_id, claim_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_count_positions (
    question_id   INTEGER NOT NULL, -- the question
    claim_id      INTEGER NOT NULL, -- the claim that shows it best
    holds         TEXT NOT NULL, -- level or event, as in compared_counts
    unit          TEXT NOT NULL, -- what is counted
    low           INTEGER NOT NULL, -- the least that it allows, tolerances included
    high          INTEGER NOT NULL, -- the most that it allows, tolerances included
    first_day     TEXT NOT NULL, -- the first day of which it is told
    last_day      TEXT NOT NULL, -- the last
    excludes      INTEGER NOT NULL, -- 1 if it was said firmly enough to exclude another number
    claims        INTEGER NOT NULL, -- how many claims say so
    articles      INTEGER NOT NULL, -- how many articles
    origins       INTEGER NOT NULL, -- how many independent origins
    speakers      TEXT, -- who says so
    first_said    TEXT NOT NULL, -- first day on which it was said
    last_said     TEXT NOT NULL, -- last day on which it was said
    only_article  INTEGER, -- the article, where only one says so
    only_voice    TEXT, -- the speaker, where only one says so
    PRIMARY KEY (question_id, claim_id)
) STRICT, WITHOUT ROWID;

-- Pairs of positions, as the views date_pairs, count_pairs and denial_pairs have them.
CREATE TABLE kept_pairs (
    kind              TEXT NOT NULL CHECK (kind IN ('dates', 'figures', 'denial')), -- what is held against each other
    one_question_id   INTEGER NOT NULL, -- the question of the one
    other_question_id INTEGER NOT NULL, -- the question of the other; of a denial, the first of those that it answers with no
    one_claim_id      INTEGER NOT NULL, -- the claim that shows the one position best
    other_claim_id    INTEGER NOT NULL, -- the claim that shows the other
    one_articles      INTEGER NOT NULL, -- how many articles hold the one
    one_origins       INTEGER NOT NULL, -- how many independent origins
    one_speakers      TEXT, -- who says so
    one_first_said    TEXT, -- first day on which it was said
    one_last_said     TEXT, -- last day on which it was said
    other_articles    INTEGER NOT NULL, -- how many articles hold the other
    other_origins     INTEGER NOT NULL, -- how many independent origins
    other_speakers    TEXT, -- who says so
    other_first_said  TEXT, -- first day on which it was said
    other_last_said   TEXT, -- last day on which it was said
    test              TEXT, -- how dates are held against each other, as in compared_predicates; NULL otherwise
    says              TEXT, -- why they compare, in words; NULL of figures
    subject_kin       TEXT, -- how the one subject belongs to the other, in words; NULL where it is the same
    place_kin         TEXT, -- how the one place lies in the other, in words; NULL where it is the same
    apart             INTEGER, -- by how many days, or how much, they are apart at least; NULL of denials
    met               TEXT NOT NULL, -- the outcome by dates or numbers alone
    outcome           TEXT NOT NULL  -- the same, and superseded where only the later one is still said
) STRICT;
CREATE INDEX kept_pairs_by_one ON kept_pairs (one_question_id, kind);
CREATE INDEX kept_pairs_by_other ON kept_pairs (other_question_id);
CREATE INDEX answers_by_question ON answers (question_id);

-- Which articles are of which day, in which version and scope, without a look at the articles.
DROP INDEX articles_by_published;
CREATE INDEX articles_by_published ON articles (published, key, version, modified, retrieved, import_id);

-- By which views it was worked out. No row: nothing kept is right, as when a tolerance or what compares with what was changed.
CREATE TABLE kept_by (
    id            INTEGER PRIMARY KEY CHECK (id = 1), -- one row
    views         TEXT NOT NULL -- fingerprint of the views
) STRICT;

-- What is no longer right. The program empties this table when it has worked it out anew.
CREATE TABLE stale_questions (
    question_id   INTEGER PRIMARY KEY, -- the question
    is_settled    INTEGER NOT NULL CHECK (is_settled IN (0, 1)) -- 1 where its positions are right, and only their pairs are not
) STRICT;
CREATE INDEX questions_by_subject ON questions (subject_id);
CREATE INDEX questions_by_place ON questions (place_id, predicate);

CREATE TRIGGER stale_questions_on_answer AFTER INSERT ON answers
WHEN NOT EXISTS (SELECT 1 FROM stale_questions WHERE question_id = NEW.question_id AND is_settled = 0)
BEGIN
    INSERT INTO stale_questions (question_id, is_settled) VALUES (NEW.question_id, 0) ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;
CREATE TRIGGER stale_questions_on_lost_answer AFTER DELETE ON answers
WHEN NOT EXISTS (SELECT 1 FROM stale_questions WHERE question_id = OLD.question_id AND is_settled = 0)
BEGIN
    INSERT INTO stale_questions (question_id, is_settled) VALUES (OLD.question_id, 0) ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;
CREATE TRIGGER stale_questions_on_changed_answer AFTER UPDATE ON answers
BEGIN
    INSERT INTO stale_questions (question_id, is_settled) VALUES (OLD.question_id, 0), (NEW.question_id, 0) ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;
CREATE TRIGGER stale_questions_on_changed_question AFTER UPDATE ON questions
BEGIN
    INSERT INTO stale_questions (question_id, is_settled) VALUES (OLD.id, 0), (NEW.id, 0) ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;
CREATE TRIGGER stale_questions_on_lost_question AFTER DELETE ON questions
BEGIN
    INSERT INTO stale_questions (question_id, is_settled) VALUES (OLD.id, 0) ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;

-- Articles that come from elsewhere than they did, and with each those that are copies of it: their publisher, their agency or their
-- key is another, they are copies of another text, or another copy of that text credits another agency. Whatever is put in here goes
-- again when the questions that they answer are noted.
CREATE TABLE changed_origins (
    article_id    INTEGER PRIMARY KEY -- the version of the article
) STRICT;
CREATE TRIGGER changed_origins_on_insert AFTER INSERT ON changed_origins
BEGIN
    INSERT INTO stale_questions (question_id, is_settled)
    SELECT answers.question_id, 0
    FROM (SELECT NEW.article_id AS id UNION SELECT article_id FROM article_clusters WHERE leader_id = NEW.article_id) AS moved
        CROSS JOIN claims ON claims.article_id = moved.id
        CROSS JOIN answers ON answers.claim_id = claims.id
    WHERE TRUE
    ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
    DELETE FROM changed_origins WHERE article_id = NEW.article_id;
END;

CREATE TRIGGER changed_origins_on_article AFTER UPDATE OF key, publisher_id, wire_id ON articles
WHEN OLD.key IS NOT NEW.key OR OLD.publisher_id IS NOT NEW.publisher_id OR OLD.wire_id IS NOT NEW.wire_id
BEGIN
    INSERT INTO changed_origins (article_id) VALUES (NEW.id);
END;
CREATE TRIGGER changed_origins_on_lost_article AFTER DELETE ON articles
BEGIN
    INSERT INTO changed_origins (article_id) VALUES (OLD.id);
END;
CREATE TRIGGER changed_origins_on_copy AFTER INSERT ON article_clusters
BEGIN
    INSERT INTO changed_origins (article_id)
    SELECT NEW.article_id
    UNION
    SELECT NEW.leader_id WHERE NEW.wire_rank IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM article_clusters WHERE leader_id = NEW.leader_id AND wire_rank > '' AND wire_rank < NEW.wire_rank);
END;
CREATE TRIGGER changed_origins_on_lost_copy AFTER DELETE ON article_clusters
BEGIN
    INSERT INTO changed_origins (article_id)
    SELECT OLD.article_id
    UNION
    SELECT OLD.leader_id WHERE OLD.wire_rank IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM article_clusters WHERE leader_id = OLD.leader_id AND wire_rank > '' AND wire_rank < OLD.wire_rank);
END;
CREATE TRIGGER changed_origins_on_moved_copy AFTER UPDATE ON article_clusters
WHEN OLD.article_id <> NEW.article_id OR OLD.leader_id <> NEW.leader_id OR OLD.wire_id IS NOT NEW.wire_id OR OLD.wire_rank IS NOT NEW.wire_rank
BEGIN
    INSERT INTO changed_origins (article_id)
    SELECT OLD.article_id
    UNION
    SELECT NEW.article_id
    UNION
    SELECT OLD.leader_id WHERE OLD.wire_rank IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM article_clusters WHERE leader_id = OLD.leader_id AND wire_rank > '' AND wire_rank < OLD.wire_rank)
    UNION
    SELECT NEW.leader_id WHERE NEW.wire_rank IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM article_clusters WHERE leader_id = NEW.leader_id AND wire_rank > '' AND wire_rank < NEW.wire_rank);
END;

-- An outlet or agency that is merged, split, or named by another key. Claims that it passed on are noted by their answers when it is
-- merged (see answers_of_a_merge), and here when its key changes.
CREATE TRIGGER changed_origins_on_merge AFTER INSERT ON entity_merges
BEGIN
    INSERT INTO changed_origins (article_id)
    SELECT id FROM articles WHERE publisher_id = NEW.entity_id
    UNION SELECT id FROM articles WHERE wire_id = NEW.entity_id
    UNION SELECT leader_id FROM article_clusters WHERE wire_id = NEW.entity_id;
END;
CREATE TRIGGER changed_origins_on_split AFTER DELETE ON entity_merges
BEGIN
    INSERT INTO changed_origins (article_id)
    SELECT id FROM articles WHERE publisher_id = OLD.entity_id
    UNION SELECT id FROM articles WHERE wire_id = OLD.entity_id
    UNION SELECT leader_id FROM article_clusters WHERE wire_id = OLD.entity_id;
END;
CREATE TRIGGER changed_origins_on_key AFTER UPDATE OF key ON entities
WHEN OLD.key <> NEW.key
BEGIN
    INSERT INTO changed_origins (article_id)
    SELECT id FROM (
        WITH meant (id) AS (SELECT NEW.id UNION SELECT entity_id FROM entity_merges WHERE into_id = NEW.id)
        SELECT id FROM articles WHERE publisher_id IN (SELECT id FROM meant)
        UNION SELECT id FROM articles WHERE wire_id IN (SELECT id FROM meant)
        UNION SELECT leader_id FROM article_clusters WHERE wire_id IN (SELECT id FROM meant)
        UNION SELECT article_id FROM claims WHERE via_id IN (SELECT id FROM meant));
END;

-- Entities that lie in others, or belong to others, than they did, and with each what is part of it. Whatever is put in here goes again
-- when the questions about them are noted.
CREATE TABLE changed_kin (
    entity_id     INTEGER PRIMARY KEY -- the entity
) STRICT;
CREATE TRIGGER changed_kin_on_insert AFTER INSERT ON changed_kin
BEGIN
    INSERT INTO stale_questions (question_id, is_settled)
    SELECT id, 1 FROM (
        WITH RECURSIVE below (id) AS (
            SELECT NEW.entity_id
            UNION
            SELECT relations.child_id FROM below CROSS JOIN entity_relations AS relations ON relations.parent_id = below.id
            UNION
            SELECT merges.entity_id FROM below CROSS JOIN entity_merges AS merges ON merges.into_id = below.id
            UNION
            SELECT merges.into_id FROM below CROSS JOIN entity_merges AS merges ON merges.entity_id = below.id
        )
        SELECT questions.id AS id FROM below CROSS JOIN questions ON questions.subject_id = below.id
        UNION
        SELECT questions.id FROM below CROSS JOIN questions ON questions.place_id = below.id)
    WHERE TRUE
    ON CONFLICT (question_id) DO NOTHING;
    DELETE FROM changed_kin WHERE entity_id = NEW.entity_id;
END;
CREATE TRIGGER changed_kin_on_relation AFTER INSERT ON entity_relations
BEGIN
    INSERT INTO changed_kin (entity_id) VALUES (NEW.child_id);
END;
CREATE TRIGGER changed_kin_on_changed_relation AFTER UPDATE ON entity_relations
BEGIN
    INSERT INTO changed_kin (entity_id) SELECT OLD.child_id UNION SELECT NEW.child_id;
END;
CREATE TRIGGER changed_kin_on_lost_relation AFTER DELETE ON entity_relations
BEGIN
    INSERT INTO changed_kin (entity_id) VALUES (OLD.child_id);
END;
CREATE TRIGGER changed_kin_on_merge AFTER INSERT ON entity_merges
BEGIN
    INSERT INTO changed_kin (entity_id) SELECT NEW.entity_id UNION SELECT NEW.into_id;
END;
CREATE TRIGGER changed_kin_on_split AFTER DELETE ON entity_merges
BEGIN
    INSERT INTO changed_kin (entity_id) SELECT OLD.entity_id UNION SELECT OLD.into_id;
END;

-- What compares with what is a user's to change.
CREATE TRIGGER kept_by_tolerances_on_insert AFTER INSERT ON tolerances BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_tolerances_on_update AFTER UPDATE ON tolerances BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_tolerances_on_delete AFTER DELETE ON tolerances BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_stance_weights_on_insert AFTER INSERT ON stance_weights BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_stance_weights_on_update AFTER UPDATE ON stance_weights BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_stance_weights_on_delete AFTER DELETE ON stance_weights BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_counts_on_insert AFTER INSERT ON compared_counts BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_counts_on_update AFTER UPDATE ON compared_counts BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_counts_on_delete AFTER DELETE ON compared_counts BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_predicates_on_insert AFTER INSERT ON compared_predicates BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_predicates_on_update AFTER UPDATE ON compared_predicates BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_predicates_on_delete AFTER DELETE ON compared_predicates BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_relations_on_insert AFTER INSERT ON compared_relations BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_relations_on_update AFTER UPDATE ON compared_relations BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_relations_on_delete AFTER DELETE ON compared_relations BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_kinships_on_insert AFTER INSERT ON compared_kinships BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_kinships_on_update AFTER UPDATE ON compared_kinships BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_compared_kinships_on_delete AFTER DELETE ON compared_kinships BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_predicates_on_update AFTER UPDATE OF group_name ON predicates WHEN OLD.group_name <> NEW.group_name BEGIN DELETE FROM kept_by; END;
