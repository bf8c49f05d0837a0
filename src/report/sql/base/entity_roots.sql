-- Every merged entity with the entity it stands for, through any number of merges.
-- column entity_id: an entity that was merged into another
-- column root_id: the entity that it stands for in the end
CREATE VIEW entity_roots AS
SELECT entity_merges.entity_id, entity_merges.into_id AS root_id
FROM entity_merges JOIN entities ON entities.id = entity_merges.into_id
WHERE entities.merged_into IS NULL;
