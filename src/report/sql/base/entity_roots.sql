-- Every merged entity with the entity it stands for, through any number of merges.
-- column entity_id: an entity that was merged into another
-- column root_id: the entity that it stands for in the end
CREATE VIEW entity_roots AS
WITH RECURSIVE chain (entity_id, root_id) AS (
    SELECT id, merged_into FROM entities WHERE merged_into IS NOT NULL
    UNION
    SELECT chain.entity_id, entities.merged_into
    FROM chain JOIN entities ON entities.id = chain.root_id
    WHERE entities.merged_into IS NOT NULL
)
SELECT chain.entity_id, chain.root_id
FROM chain JOIN entities ON entities.id = chain.root_id
WHERE entities.merged_into IS NULL;
