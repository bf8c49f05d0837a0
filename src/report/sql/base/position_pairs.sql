-- Every two positions whose questions meet, on dates, on numbers, and where one denies what the other affirms: kept ones as far as they
-- are right, and the others as they are found. SQLite looks at the last of them first, and lets only the first thousand tables that
-- it meets be within a WITH: denials, which need none for themselves, stand before the others.
-- columns: kept_pairs
CREATE VIEW position_pairs AS
SELECT kept_pairs.*
FROM paired_questions CROSS JOIN kept_pairs ON kept_pairs.one_question_id = paired_questions.question_id
WHERE kept_pairs.other_question_id IN (SELECT question_id FROM paired_questions)
    AND (kept_pairs.kind <> 'denial' OR kept_pairs.one_question_id NOT IN (SELECT question_id FROM unpaired_denials))
UNION ALL
SELECT * FROM live_denial_pairs
UNION ALL
SELECT * FROM live_count_pairs
UNION ALL
SELECT * FROM live_date_pairs;
