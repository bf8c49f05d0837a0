-- The current claims as answers: those that answers say are counted where the scope is open, else those of the scope.
-- columns: all_statements
CREATE VIEW statements AS
SELECT all_statements.*
FROM kept_state CROSS JOIN all_statements
WHERE kept_state.is_open AND all_statements.is_counted = 1
UNION ALL
SELECT all_statements.*
FROM kept_state CROSS JOIN current_claims CROSS JOIN all_statements ON all_statements.claim_id = current_claims.id
WHERE NOT kept_state.is_open;
