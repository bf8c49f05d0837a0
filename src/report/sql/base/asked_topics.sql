-- The questions that reports look at, each with its topic: questions that differ in their phase alone are one topic, since a claim has the
-- phase that was said, and its question may have another.
-- column question_id: the question
-- column topic_id: the first of the questions of its topic
CREATE VIEW asked_topics AS
SELECT id AS question_id, min(id) OVER (PARTITION BY predicate, subject_id, object_id, place_id) AS topic_id
FROM asked_questions;
