-- Half of the claims, as they stand in the file, whatever numbers a client gave to some: for a report that asks for nothing else of them.
-- rows: claims
CREATE TEMP VIEW claims AS
SELECT *
FROM main.claims
WHERE id > (SELECT CASE number WHEN 0 THEN -9223372036854775808 ELSE (SELECT max(id) FROM main.claims) / parts * number END FROM part)
    AND id <= (SELECT CASE number + 1 WHEN parts THEN 9223372036854775807 ELSE (SELECT max(id) FROM main.claims) / parts * (number + 1) END FROM part);
