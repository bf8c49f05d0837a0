-- Statements on questions whose positions are to be worked out.
-- columns: all_statements
CREATE VIEW live_statements AS
SELECT all_statements.*
FROM kept_state CROSS JOIN live_questions CROSS JOIN all_statements ON all_statements.question_id = live_questions.question_id
WHERE (kept_state.is_open OR kept_state.is_usable) AND all_statements.is_counted = 1
UNION ALL
SELECT all_statements.*
FROM kept_state CROSS JOIN current_claims CROSS JOIN all_statements ON all_statements.claim_id = current_claims.id
WHERE NOT kept_state.is_open AND NOT kept_state.is_usable;
