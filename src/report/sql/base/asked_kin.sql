-- What the entities of the asked questions are part of: each with itself and with everything that it lies in or belongs to, as kin has it
-- of all entities.
-- columns: kin
CREATE VIEW asked_kin AS
WITH RECURSIVE ladder (field, part_id, whole_id, says, from_date, until_date) AS (
    SELECT DISTINCT 'subject', subject_id, subject_id, NULL, '', '9999-12-31' FROM asked_questions
    UNION
    SELECT DISTINCT 'place', place_id, place_id, NULL, '', '9999-12-31' FROM asked_questions
    UNION
    SELECT ladder.field, ladder.part_id, coalesce(parent.root_id, relations.parent_id), coalesce(ladder.says, kinships.says),
        max(ladder.from_date, relations.from_date), min(ladder.until_date, iif(relations.until_date = '', '9999-12-31', relations.until_date))
    FROM ladder
        CROSS JOIN entity_relations AS relations ON relations.child_id = ladder.whole_id
        CROSS JOIN compared_kinships AS kinships ON kinships.kind = relations.kind AND kinships.field = ladder.field
        LEFT JOIN entity_roots AS parent ON parent.entity_id = relations.parent_id
    WHERE coalesce(parent.root_id, relations.parent_id) NOT IN (ladder.part_id, ladder.whole_id)
    UNION
    SELECT ladder.field, ladder.part_id, coalesce(parent.root_id, relations.parent_id), coalesce(ladder.says, kinships.says),
        max(ladder.from_date, relations.from_date), min(ladder.until_date, iif(relations.until_date = '', '9999-12-31', relations.until_date))
    FROM ladder
        CROSS JOIN entity_merges AS merged ON merged.into_id = ladder.whole_id
        CROSS JOIN entity_relations AS relations ON relations.child_id = merged.entity_id
        CROSS JOIN compared_kinships AS kinships ON kinships.kind = relations.kind AND kinships.field = ladder.field
        LEFT JOIN entity_roots AS parent ON parent.entity_id = relations.parent_id
    WHERE coalesce(parent.root_id, relations.parent_id) NOT IN (ladder.part_id, ladder.whole_id)
)
SELECT field, part_id, whole_id, min(says) AS says, min(from_date) AS from_date, max(until_date) AS until_date
FROM ladder
WHERE from_date <= until_date
GROUP BY field, part_id, whole_id;
