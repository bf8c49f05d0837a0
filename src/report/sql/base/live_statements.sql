-- Statements on questions whose positions are to be worked out: looked up question by question, or, where all are asked for, in the
-- order of the file.
-- columns: all_statements
CREATE VIEW live_statements AS
SELECT all_statements.*
FROM kept_state CROSS JOIN live_questions CROSS JOIN all_statements ON all_statements.question_id = live_questions.question_id
WHERE kept_state.is_usable AND all_statements.is_counted = 1
UNION ALL
SELECT statements.*
FROM kept_state CROSS JOIN statements
WHERE NOT kept_state.is_usable;
