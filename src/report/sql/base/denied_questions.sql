-- Which questions a denial answers with no, as far as kept pairs of them are not right any more; all where nothing is kept.
-- column one_question_id: the question of the denial
-- column other_question_id: a question that it answers with no
-- column group_name: the group of what is denied
-- column asked_predicate: what others affirm
-- column asked_subject: of whom
-- column says: why they compare, in words
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column from_date: first day on which it does
-- column until_date: last day on which it does
CREATE VIEW denied_questions AS
WITH known AS MATERIALIZED (
    SELECT * FROM (
        SELECT *, max(is_unpaired) OVER () AS are_unpaired
        FROM (
            SELECT asked_questions.*, NOT kept_state.is_usable OR asked_questions.id IN (SELECT question_id FROM unpaired_denials) AS is_unpaired
            FROM kept_state CROSS JOIN asked_questions))
    WHERE are_unpaired
),
families AS MATERIALIZED (SELECT * FROM compared_kin WHERE field = 'subject')
SELECT one.id AS one_question_id, other.id AS other_question_id, predicates.group_name AS group_name,
    other.predicate AS asked_predicate, other.subject_id AS asked_subject,
    compared.says AS says, families.says AS subject_kin, families.from_date AS from_date, families.until_date AS until_date
FROM known AS one
    CROSS JOIN predicates ON predicates.name = one.predicate
    CROSS JOIN compared_predicates AS compared ON compared.one = one.predicate AND compared.test = 'deny'
        AND compared.one_phase IN ('*', one.phase)
    CROSS JOIN families ON families.part_id = one.subject_id AND (families.says IS NULL OR compared.of_parts = 1)
    CROSS JOIN known AS other ON other.predicate = compared.other AND compared.other_phase IN ('*', other.phase)
        AND other.subject_id = families.whole_id AND other.place_id = one.place_id
WHERE one.subject_id > 0 AND (one.phase = '' OR one.phase = other.phase)
    AND (one.object_id = 0 OR other.object_id IN (0, one.object_id))
    AND (predicates.group_name <> 'violence' OR one.place_id > 0)
    AND one.is_unpaired;
