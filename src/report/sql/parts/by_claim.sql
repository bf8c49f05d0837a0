-- Statements of claims that are counted, of half of the ids, whatever numbers a client gave to some: for a report that tells claims one by one.
-- rows: claims
CREATE TEMP VIEW statements AS
SELECT *
FROM all_statements
WHERE is_counted = 1
    AND claim_id > (SELECT CASE number WHEN 0 THEN -9223372036854775808 ELSE (SELECT max(claim_id) FROM answers) / parts * number END FROM part)
    AND claim_id <= (SELECT CASE number + 1 WHEN parts THEN 9223372036854775807 ELSE (SELECT max(claim_id) FROM answers) / parts * (number + 1) END FROM part);
