-- The closed word lists that other tables refer to. The program fills them from its own definitions.

CREATE TABLE predicate_groups (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE predicates (
    name          TEXT PRIMARY KEY, -- the word
    definition    TEXT NOT NULL,    -- what it means
    group_name    TEXT NOT NULL REFERENCES predicate_groups (name) ON DELETE RESTRICT -- its family
) STRICT, WITHOUT ROWID;
CREATE INDEX predicates_by_group ON predicates (group_name);
CREATE TABLE phases            (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE stances           (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE polarities        (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE qualifiers        (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE relations         (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE precisions        (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE speaker_kinds     (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE methods           (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE text_kinds        (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE published_sources (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entity_kinds      (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entity_methods    (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE name_kinds        (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE relation_kinds    (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE verdicts          (name TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Open list: units a count can have, and what a count of them is a count of. Other units are allowed.
CREATE TABLE units (
    name          TEXT PRIMARY KEY, -- as in claims.quantity_unit
    counts        TEXT NOT NULL CHECK (counts IN ('people', 'events', 'money', 'things')), -- what is counted
    definition    TEXT NOT NULL     -- what it means
) STRICT, WITHOUT ROWID;
INSERT INTO units (name, counts, definition) VALUES
    ('troops', 'people', 'any uniformed personnel: soldiers, marines, advisers, service members, peacekeepers'),
    ('fighters', 'people', 'members of armed groups'),
    ('members', 'people', 'members of a group, army or coalition'),
    ('civilians', 'people', 'civilians'),
    ('people', 'people', 'people, not further said'),
    ('contractors', 'people', 'contractors of armed forces'),
    ('attacks', 'events', 'attacks, strikes, assaults'),
    ('brigades', 'things', 'brigades'),
    ('bases', 'things', 'military bases'),
    ('USD', 'money', 'United States dollars'),
    ('EUR', 'money', 'euros'),
    ('GBP', 'money', 'pounds sterling');

-- Words for a vague count, for claims whose own words were not recorded.
CREATE TABLE vague_counts (
    low           INTEGER NOT NULL, -- lower bound it is read as
    high          INTEGER NOT NULL, -- upper bound it is read as
    words         TEXT NOT NULL,    -- how it is said
    PRIMARY KEY (low, high)
) STRICT, WITHOUT ROWID;
INSERT INTO vague_counts (low, high, words) VALUES
    (2, 2, 'a couple'), (3, 9, 'several'), (24, 99, 'dozens'), (200, 999, 'hundreds'), (2000, 9999, 'thousands'),
    (20000, 99999, 'tens of thousands'), (200000, 999999, 'hundreds of thousands');
