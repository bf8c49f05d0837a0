-- Questions whose kept denials are not right any more: they are stale, or a question in the same place is that they may answer with no.
-- column question_id: the question
-- What is stale is taken by place and predicate first: where thousands are, each would look through the others.
CREATE VIEW unpaired_denials AS
SELECT denying.id AS question_id
FROM (
        SELECT DISTINCT questions.place_id, questions.predicate
        FROM stale_questions CROSS JOIN questions ON questions.id = stale_questions.question_id
    ) AS affirming
    CROSS JOIN compared_predicates AS compared ON compared.other = affirming.predicate AND compared.test = 'deny'
    CROSS JOIN questions AS denying ON denying.place_id = affirming.place_id AND denying.predicate = compared.one
UNION
SELECT question_id FROM stale_questions;
