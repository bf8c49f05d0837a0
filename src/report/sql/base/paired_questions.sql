-- Questions whose positions are kept and held against each other, and right.
-- column question_id: the question
CREATE VIEW paired_questions AS
SELECT asked_questions.id AS question_id
FROM kept_state CROSS JOIN asked_questions
WHERE kept_state.is_usable AND asked_questions.id NOT IN (SELECT question_id FROM stale_questions);
