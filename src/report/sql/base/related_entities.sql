-- Which place lies in which, and which force belongs to which, over any number of steps, through merges.
-- column field: place or subject: where the relation makes one question part of another
-- column part_id: the part
-- column whole_id: what it is part of
-- column says: the relation of the first step, in words
-- column from_date: first day of the relation; '' where unknown
-- column until_date: last day of the relation; '9999-12-31' where unknown or open
CREATE VIEW related_entities AS
WITH RECURSIVE steps AS MATERIALIZED (
    SELECT kinships.field AS field, coalesce(child.root_id, relations.child_id) AS part_id,
        coalesce(parent.root_id, relations.parent_id) AS whole_id, kinships.says AS says, relations.from_date AS from_date,
        CASE relations.until_date WHEN '' THEN '9999-12-31' ELSE relations.until_date END AS until_date
    FROM entity_relations AS relations
        JOIN compared_kinships AS kinships ON kinships.kind = relations.kind
        LEFT JOIN entity_roots AS child ON child.entity_id = relations.child_id
        LEFT JOIN entity_roots AS parent ON parent.entity_id = relations.parent_id
),
ladder (field, part_id, whole_id, says, from_date, until_date) AS (
    SELECT field, part_id, whole_id, says, from_date, until_date FROM steps WHERE part_id <> whole_id
    UNION
    SELECT ladder.field, ladder.part_id, steps.whole_id, ladder.says, max(ladder.from_date, steps.from_date),
        min(ladder.until_date, steps.until_date)
    FROM ladder JOIN steps ON steps.field = ladder.field AND steps.part_id = ladder.whole_id
    WHERE steps.whole_id <> ladder.part_id
)
SELECT field, part_id, whole_id, min(says) AS says, min(from_date) AS from_date, max(until_date) AS until_date
FROM ladder
WHERE from_date <= until_date
GROUP BY field, part_id, whole_id;
