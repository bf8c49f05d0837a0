-- Every merge with what it leads to over further merges, so that views find the entity in the end without recursion.
-- Triggers keep it right, whoever merges and splits.

CREATE TABLE entity_merges (
    entity_id     INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE, -- an entity that is merged into another …
    into_id       INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE, -- … directly or over others
    PRIMARY KEY (entity_id, into_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_merges_by_into ON entity_merges (into_id);

CREATE TRIGGER entity_merges_on_update AFTER UPDATE OF merged_into ON entities
WHEN OLD.merged_into IS NOT NEW.merged_into
BEGIN
    DELETE FROM entity_merges
    WHERE into_id IN (SELECT into_id FROM entity_merges WHERE entity_id = NEW.id)
        AND (entity_id = NEW.id OR entity_id IN (SELECT entity_id FROM entity_merges WHERE into_id = NEW.id));
    INSERT INTO entity_merges (entity_id, into_id)
    SELECT below.id, above.id
    FROM (SELECT NEW.id AS id UNION SELECT entity_id FROM entity_merges WHERE into_id = NEW.id) AS below
        CROSS JOIN (SELECT NEW.merged_into AS id UNION SELECT into_id FROM entity_merges WHERE entity_id = NEW.merged_into) AS above
    WHERE NEW.merged_into IS NOT NULL;
END;
CREATE TRIGGER entity_merges_on_insert AFTER INSERT ON entities
WHEN NEW.merged_into IS NOT NULL
BEGIN
    INSERT INTO entity_merges (entity_id, into_id)
    SELECT NEW.id, NEW.merged_into UNION SELECT NEW.id, into_id FROM entity_merges WHERE entity_id = NEW.merged_into;
END;

INSERT INTO entity_merges (entity_id, into_id)
WITH RECURSIVE merges (entity_id, into_id) AS (
    SELECT id, merged_into FROM entities WHERE merged_into IS NOT NULL
    UNION
    SELECT merges.entity_id, entities.merged_into FROM merges JOIN entities ON entities.id = merges.into_id WHERE entities.merged_into IS NOT NULL
)
SELECT entity_id, into_id FROM merges;
