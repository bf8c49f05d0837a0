-- What one denies and the other affirms: every position that denies, with the question on which others affirm.
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
-- column says: why they compare, in words
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column met: conflict
-- column outcome: the same, and superseded where only the later one is still said
CREATE VIEW denial_pairs AS
SELECT
    one_claim_id, one_articles, one_origins, one_speakers, one_first_said, one_last_said,
    other_claim_id, other_articles, other_origins, other_speakers, other_first_said, other_last_said,
    says, subject_kin, met, outcome
FROM (
    SELECT kept_pairs.*
    FROM paired_questions CROSS JOIN kept_pairs ON kept_pairs.one_question_id = paired_questions.question_id AND kept_pairs.kind = 'denial'
    WHERE kept_pairs.other_question_id IN (SELECT question_id FROM paired_questions)
        AND kept_pairs.one_question_id NOT IN (SELECT question_id FROM unpaired_denials)
    UNION ALL
    SELECT * FROM live_denial_pairs
);
