-- Questions about half of the pairs of subject and place: for a report that holds answers of one subject at one place against each other.
CREATE TEMP VIEW asked_questions AS
SELECT *
FROM questions
WHERE (SELECT abs(subject_id % parts + place_id % parts) % parts = number FROM part);
-- Where the scope is open, as it is where reports are read in parts.
CREATE TEMP VIEW statements AS
SELECT *
FROM all_statements
WHERE is_counted = 1;
