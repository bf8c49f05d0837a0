-- Questions whose positions are to be worked out: those that are stale, and all where what is kept cannot be used.
-- column question_id: the question
CREATE VIEW live_questions AS
SELECT asked_questions.id AS question_id
FROM kept_state CROSS JOIN asked_questions
WHERE NOT kept_state.is_usable OR asked_questions.id IN (SELECT question_id FROM stale_questions WHERE is_settled = 0);
