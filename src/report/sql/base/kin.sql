-- What part of which: every entity with itself and with everything that it lies in or belongs to.
-- column field: place or subject
-- column part_id: the part
-- column whole_id: what it is part of, or itself
-- column says: the relation in words; NULL with itself
-- column from_date: first day of the relation; '' where unknown
-- column until_date: last day of the relation; '9999-12-31' where unknown or open
CREATE VIEW kin AS
SELECT field, part_id, whole_id, says, from_date, until_date FROM related_entities
UNION ALL
SELECT fields.field, entities.id, entities.id, NULL, '', '9999-12-31'
FROM (SELECT 'place' AS field UNION ALL SELECT 'subject') AS fields CROSS JOIN entities;
