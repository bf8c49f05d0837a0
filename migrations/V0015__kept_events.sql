-- Events, as the timeline lists them, kept by topic as comparisons are kept by question: questions that differ in their phase alone are
-- one topic. Its events are right unless one of its questions is stale.

CREATE TABLE kept_events (
    topic_id      INTEGER NOT NULL, -- the first of the questions of the topic
    phase         TEXT NOT NULL, -- which part of it, as it was said; '' where none is
    lasting       TEXT NOT NULL, -- 'until ' where the date is an end, else 'by ', a deadline where it has no first day
    earliest      TEXT NOT NULL, -- first day of the date, '' where open
    latest        TEXT NOT NULL, -- last day, '' where open
    figures       TEXT, -- the figures given, as said
    stances       TEXT NOT NULL, -- how it stands, as reported
    articles      INTEGER NOT NULL, -- how many articles say so
    origins       INTEGER NOT NULL, -- how many independent origins
    first_said    TEXT, -- first day on which it was said
    last_said     TEXT, -- last day on which it was said
    dates_said    TEXT, -- the dates as said
    article_keys  TEXT NOT NULL, -- the articles
    claim_key     TEXT NOT NULL, -- one of the claims
    PRIMARY KEY (topic_id, phase, lasting, earliest, latest)
) STRICT, WITHOUT ROWID;

-- Questions that come into a topic as its first, or go out of it: what is kept of the others has another name. New questions come last.
CREATE TRIGGER stale_topics_on_earlier_question AFTER INSERT ON questions
WHEN NEW.id < (SELECT max(id) FROM questions)
BEGIN
    INSERT INTO stale_questions (question_id, is_settled)
    SELECT id, 0 FROM questions
    WHERE predicate = NEW.predicate AND subject_id = NEW.subject_id AND object_id = NEW.object_id AND place_id = NEW.place_id
    ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;
CREATE TRIGGER stale_topics_on_changed_question AFTER UPDATE ON questions
BEGIN
    INSERT INTO stale_questions (question_id, is_settled)
    SELECT id, 0 FROM questions
    WHERE predicate = OLD.predicate AND subject_id = OLD.subject_id AND object_id = OLD.object_id AND place_id = OLD.place_id
        OR predicate = NEW.predicate AND subject_id = NEW.subject_id AND object_id = NEW.object_id AND place_id = NEW.place_id
    ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;
CREATE TRIGGER stale_topics_on_lost_question AFTER DELETE ON questions
BEGIN
    INSERT INTO stale_questions (question_id, is_settled)
    SELECT id, 0 FROM questions
    WHERE predicate = OLD.predicate AND subject_id = OLD.subject_id AND object_id = OLD.object_id AND place_id = OLD.place_id
    ON CONFLICT (question_id) DO UPDATE SET is_settled = 0;
END;

-- In which words vague counts are told is a user's to change.
CREATE TRIGGER kept_by_vague_counts_on_insert AFTER INSERT ON vague_counts BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_vague_counts_on_update AFTER UPDATE ON vague_counts BEGIN DELETE FROM kept_by; END;
CREATE TRIGGER kept_by_vague_counts_on_delete AFTER DELETE ON vague_counts BEGIN DELETE FROM kept_by; END;
