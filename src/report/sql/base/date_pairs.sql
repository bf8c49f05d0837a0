-- Every two positions on dates whose questions meet, and how they stand to each other. One is the part where one
-- question is part of the other: troops in Erbil, of those in Iraq.
-- column one_claim_id: the claim that shows the one position best
-- column one_articles: how many articles hold it
-- column one_origins: how many independent origins
-- column one_speakers: who says so
-- column one_first_said: first day on which it was said
-- column one_last_said: last day on which it was said
-- column other_claim_id: the claim that shows the other
-- column other_articles: how many articles hold it
-- column other_origins: how many independent origins
-- column other_speakers: who says so
-- column other_first_said: first day on which it was said
-- column other_last_said: last day on which it was said
-- column test: how they are held against each other, as in compared_predicates
-- column says: why, in words
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column place_kin: how the one place lies in the other, in words; NULL where it is the same
-- column days_apart: days from the end of the earlier date to the beginning of the later; 0 or less where they overlap
-- column met: same, coarser, compatible, conflict or not comparable, by the dates alone
-- column outcome: the same, and superseded where only the later one is still said
CREATE VIEW date_pairs AS
SELECT
    one_claim_id, one_articles, one_origins, one_speakers, one_first_said, one_last_said,
    other_claim_id, other_articles, other_origins, other_speakers, other_first_said, other_last_said,
    test, says, subject_kin, place_kin, apart AS days_apart, met, outcome
FROM (
    SELECT kept_pairs.*
    FROM paired_questions CROSS JOIN kept_pairs ON kept_pairs.one_question_id = paired_questions.question_id AND kept_pairs.kind = 'dates'
    WHERE kept_pairs.other_question_id IN (SELECT question_id FROM paired_questions)
    UNION ALL
    SELECT * FROM live_date_pairs
);
