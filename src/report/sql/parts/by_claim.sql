-- Statements of claims that are counted, of half of the ids: for a report that tells claims one by one.
CREATE TEMP VIEW statements AS
SELECT *
FROM all_statements
WHERE is_counted = 1
    AND claim_id > (SELECT number FROM part) * (SELECT max(claim_id) FROM answers) / (SELECT parts FROM part)
    AND claim_id <= (SELECT number + 1 FROM part) * (SELECT max(claim_id) FROM answers) / (SELECT parts FROM part);
