-- Questions whose dates are held against each other, as far as kept pairs of them are not right any more. One is the part where
-- one is part of the other.
-- column one_question_id: the one
-- column other_question_id: the other
-- column test: how they are held against each other, as in compared_predicates
-- column compared_says: why, in words
-- column of_parts: 1 if other, said of a whole, holds of its parts
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column place_kin: how the one place lies in the other, in words; NULL where it is the same
-- column from_date: first day on which the one subject belongs to the other
-- column until_date: last day on which it does
-- column is_mutual: 1 where each of the two may be the one, so that each pair is to be found once
CREATE VIEW dated_questions AS
WITH known AS MATERIALIZED (SELECT * FROM compared_questions),
families AS MATERIALIZED (SELECT * FROM compared_kin)
SELECT one.id AS one_question_id, other.id AS other_question_id, compared.test AS test, compared.says AS compared_says, compared.of_parts AS of_parts,
    subjects.says AS subject_kin, places.says AS place_kin, subjects.from_date AS from_date, subjects.until_date AS until_date,
    -- Of two positions on one question, each pair once.
    subjects.says IS NULL AND places.says IS NULL AND compared.one = compared.other AND compared.one_phase = compared.other_phase AS is_mutual
FROM known AS one
    CROSS JOIN compared_predicates AS compared ON compared.one = one.predicate AND compared.test <> 'deny'
        AND compared.one_phase IN ('*', one.phase)
    CROSS JOIN families AS subjects ON subjects.field = 'subject' AND subjects.part_id = one.subject_id
    CROSS JOIN families AS places ON places.field = 'place' AND places.part_id = one.place_id
    CROSS JOIN known AS other ON other.predicate = compared.other AND compared.other_phase IN ('*', other.phase)
        AND other.subject_id = subjects.whole_id AND other.place_id = places.whole_id
        AND (one.object_id = 0 OR other.object_id IN (0, one.object_id))
WHERE one.subject_id > 0 AND one.place_id > 0 AND (one.is_unpaired OR other.is_unpaired);
