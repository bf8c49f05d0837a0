-- Questions whose kept denials are not right any more: they are stale, or a question in the same place is that they may answer with no.
-- column question_id: the question
CREATE VIEW unpaired_denials AS
SELECT denying.id AS question_id
FROM stale_questions
    CROSS JOIN questions AS affirming ON affirming.id = stale_questions.question_id
    CROSS JOIN compared_predicates AS compared ON compared.other = affirming.predicate AND compared.test = 'deny'
    CROSS JOIN questions AS denying ON denying.place_id = affirming.place_id AND denying.predicate = compared.one
UNION
SELECT question_id FROM stale_questions;
