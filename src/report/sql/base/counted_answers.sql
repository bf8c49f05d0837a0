-- Answers of the claims that reports count: kept at hand where the scope is open, looked up from the claims of the scope where it
-- is not. The command narrows this view together with current_claims.
-- columns: answers
CREATE VIEW counted_answers AS
SELECT answers.*
FROM answers
WHERE answers.is_counted = 1 AND (SELECT as_of IS NULL AND known_at IS NULL FROM scope)
UNION ALL
SELECT answers.*
FROM scope CROSS JOIN current_claims CROSS JOIN answers ON answers.claim_id = current_claims.id
WHERE scope.as_of IS NOT NULL OR scope.known_at IS NOT NULL;
