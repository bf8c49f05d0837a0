-- Questions whose numbers are held against each other, as far as kept pairs of them are not right any more. One is the part where
-- one is part of the other; parts of events have no sum of their own.
-- column one_question_id: the one
-- column other_question_id: the other
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column place_kin: how the one place lies in the other, in words; NULL where it is the same
-- column from_date: first day on which the one subject belongs to the other
-- column until_date: last day on which it does
-- column is_mutual: 1 where each of the two may be the one, so that each pair is to be found once
CREATE VIEW counted_questions AS
WITH known AS MATERIALIZED (
    -- It must be known where, and of a level, whose.
    SELECT compared_questions.*, compared_counts.holds
    FROM compared_questions CROSS JOIN compared_counts ON compared_counts.predicate = compared_questions.predicate
    WHERE compared_questions.place_id > 0 AND (compared_counts.holds = 'event' OR compared_questions.subject_id > 0)
),
families AS MATERIALIZED (SELECT * FROM compared_kin)
SELECT one.id AS one_question_id, other.id AS other_question_id, subjects.says AS subject_kin, places.says AS place_kin,
    subjects.from_date AS from_date, subjects.until_date AS until_date, subjects.says IS NULL AND places.says IS NULL AS is_mutual
FROM known AS one
    CROSS JOIN families AS subjects ON subjects.field = 'subject' AND subjects.part_id = one.subject_id
        AND (one.holds = 'level' OR subjects.says IS NULL)
    CROSS JOIN families AS places ON places.field = 'place' AND places.part_id = one.place_id
        AND (one.holds = 'level' OR places.says IS NULL)
    CROSS JOIN known AS other ON other.predicate = one.predicate AND other.phase = one.phase AND other.object_id = one.object_id
        AND other.subject_id = subjects.whole_id AND other.place_id = places.whole_id
WHERE one.is_unpaired OR other.is_unpaired;
