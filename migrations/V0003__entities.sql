-- Who and what claims are about, and by which names.

CREATE TABLE entities (
    id            INTEGER PRIMARY KEY,
    key           TEXT NOT NULL UNIQUE CHECK (key <> '' AND key NOT GLOB '*[^a-z0-9-]*' AND key NOT LIKE '-%' AND key NOT LIKE '%-' AND key NOT LIKE '%--%'), -- stable name: lower-case words joined by hyphens
    name          TEXT NOT NULL CHECK (name <> ''), -- the name to print
    kind          TEXT NOT NULL REFERENCES entity_kinds (name) ON DELETE RESTRICT, -- what it is
    merged_into   INTEGER REFERENCES entities (id) ON DELETE SET NULL CHECK (merged_into <> id), -- the entity it is the same as; NULL unless merged
    wikidata      TEXT CHECK (wikidata GLOB 'Q[1-9]*'), -- Wikidata item
    method        TEXT NOT NULL REFERENCES entity_methods (name) ON DELETE RESTRICT -- how it came here
) STRICT;
CREATE INDEX entities_by_merged_into ON entities (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX entities_by_kind ON entities (kind);
CREATE INDEX entities_by_method ON entities (method);

CREATE TABLE entity_names (
    entity_id     INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE, -- whose name
    name          TEXT NOT NULL CHECK (name <> ''), -- as it stands in texts
    kind          TEXT NOT NULL REFERENCES name_kinds (name) ON DELETE RESTRICT, -- weak = too ambiguous to match alone
    language      TEXT, -- BCP 47; NULL: as in English news
    method        TEXT NOT NULL REFERENCES entity_methods (name) ON DELETE RESTRICT, -- how it came here
    PRIMARY KEY (entity_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_names_by_name ON entity_names (name COLLATE NOCASE);
CREATE INDEX entity_names_by_kind ON entity_names (kind);
CREATE INDEX entity_names_by_method ON entity_names (method);

CREATE TABLE entity_relations (
    child_id      INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE, -- what lies in, belongs to, leads …
    parent_id     INTEGER NOT NULL REFERENCES entities (id) ON DELETE CASCADE, -- … what
    kind          TEXT NOT NULL REFERENCES relation_kinds (name) ON DELETE RESTRICT, -- what relates them
    from_date     TEXT NOT NULL DEFAULT '' CHECK (from_date = '' OR from_date IS date(from_date)), -- first day; '' where unknown
    until_date    TEXT NOT NULL DEFAULT '' CHECK (until_date = '' OR until_date IS date(until_date)), -- last day; '' where unknown or open
    source        TEXT NOT NULL REFERENCES entity_methods (name) ON DELETE RESTRICT, -- how it came here
    PRIMARY KEY (child_id, parent_id, kind, from_date),
    CHECK (child_id <> parent_id),
    CHECK (from_date = '' OR until_date = '' OR from_date <= until_date)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_relations_by_parent ON entity_relations (parent_id, kind);
CREATE INDEX entity_relations_by_kind ON entity_relations (kind);
CREATE INDEX entity_relations_by_source ON entity_relations (source);

-- Only roots can be merged into, so that merges make chains that can be undone one by one, and never rings.
CREATE TRIGGER entities_merge_into_roots BEFORE UPDATE OF merged_into ON entities
WHEN NEW.merged_into IS NOT NULL
    AND EXISTS (SELECT 1 FROM entities WHERE id = NEW.merged_into AND merged_into IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'the entity to merge into is itself merged into another');
END;
