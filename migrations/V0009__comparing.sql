-- What compares with what. The comparing reports read these tables, and a user may change them.

CREATE TABLE compared_predicates (
    one           TEXT NOT NULL REFERENCES predicates (name) ON DELETE RESTRICT, -- a kind of statement …
    one_phase     TEXT NOT NULL CHECK (one_phase IN ('', '*', 'start', 'partial', 'complete', 'peak')), -- in this phase; '' where none is said, '*' whatever it is
    other         TEXT NOT NULL REFERENCES predicates (name) ON DELETE RESTRICT, -- … and what it is held against,
    other_phase   TEXT NOT NULL CHECK (other_phase IN ('', '*', 'start', 'partial', 'complete', 'peak')), -- in this phase
    test          TEXT NOT NULL CHECK (test IN ('meet', 'precede', 'end', 'deny')), -- meet: one event, whose dates must meet; precede: one cannot come after other; end: one cannot last beyond other; deny: one denies other
    of_parts      INTEGER NOT NULL CHECK (of_parts IN (0, 1)), -- 1 if other, said of a whole, holds of its parts: when all leave, each of them leaves
    says          TEXT NOT NULL, -- why they compare, in words
    PRIMARY KEY (one, one_phase, other, other_phase, test)
) STRICT, WITHOUT ROWID;
CREATE INDEX compared_predicates_by_other ON compared_predicates (other);
INSERT INTO compared_predicates (one, one_phase, other, other_phase, test, of_parts, says) VALUES
    ('withdraw', '', 'withdraw', '', 'meet', 0, 'both date the same withdrawal'),
    ('withdraw', 'start', 'withdraw', 'start', 'meet', 0, 'both date the start of the same withdrawal'),
    ('withdraw', 'complete', 'withdraw', 'complete', 'meet', 1, 'both date the end of the same withdrawal'),
    ('withdraw', 'start', 'withdraw', 'partial', 'precede', 0, 'a withdrawal starts before a part of it is done'),
    ('withdraw', 'start', 'withdraw', 'complete', 'precede', 1, 'a withdrawal starts before it is complete'),
    ('withdraw', 'partial', 'withdraw', 'complete', 'precede', 1, 'a part leaves before all have left'),
    ('end_mission', '', 'end_mission', '', 'meet', 1, 'both date the end of the same mission'),
    ('end_mission', 'complete', 'end_mission', 'complete', 'meet', 1, 'both date the end of the same mission'),
    ('end_mission', '', 'end_mission', 'complete', 'meet', 1, 'both date the end of the same mission'),
    ('end_mission', 'complete', 'end_mission', '', 'meet', 1, 'both date the end of the same mission'),
    ('end_mission', 'start', 'end_mission', 'start', 'meet', 1, 'both date the start of the same end'),
    ('withdraw', 'complete', 'end_mission', 'complete', 'meet', 1, 'a mission ends when its forces have left'),
    ('withdraw', 'complete', 'end_mission', '', 'meet', 1, 'a mission ends when its forces have left'),
    ('remain', '', 'remain', '', 'meet', 0, 'both date how long the same forces stay'),
    ('remain', '', 'withdraw', 'complete', 'end', 1, 'who has left completely does not remain'),
    ('remain', '', 'end_mission', 'complete', 'end', 1, 'forces of a mission that has ended do not remain in it'),
    ('transfer', '', 'transfer', '', 'meet', 0, 'both date the same handover'),
    ('transfer', 'complete', 'transfer', 'complete', 'meet', 1, 'both date the end of the same handover'),
    ('transfer', 'start', 'transfer', 'start', 'meet', 0, 'both date the start of the same handover'),
    ('withdraw', '*', 'withdraw', '*', 'deny', 1, 'one denies what the other affirms'),
    ('remain', '*', 'remain', '*', 'deny', 0, 'one denies what the other affirms'),
    ('deploy', '*', 'deploy', '*', 'deny', 0, 'one denies what the other affirms'),
    ('stationed', '*', 'stationed', '*', 'deny', 0, 'one denies what the other affirms'),
    ('end_mission', '*', 'end_mission', '*', 'deny', 1, 'one denies what the other affirms'),
    ('transfer', '*', 'transfer', '*', 'deny', 0, 'one denies what the other affirms'),
    ('agreement', '*', 'agreement', '*', 'deny', 0, 'one denies what the other affirms'),
    ('attack', '*', 'attack', '*', 'deny', 0, 'one denies what the other affirms'),
    ('invade', '*', 'invade', '*', 'deny', 0, 'one denies what the other affirms');

CREATE TABLE compared_relations (
    one           TEXT NOT NULL REFERENCES relations (name) ON DELETE RESTRICT, -- how a date bounds what it dates …
    other         TEXT NOT NULL REFERENCES relations (name) ON DELETE RESTRICT, -- … and how the other does
    test          TEXT NOT NULL CHECK (test IN ('overlap', 'in_time')), -- overlap: the days must overlap; in_time: the first day that one allows must not be after the last day that other allows
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX compared_relations_by_other ON compared_relations (other);
INSERT INTO compared_relations (one, other, test) VALUES
    ('on', 'on', 'overlap'), ('on', 'from', 'overlap'), ('from', 'on', 'overlap'), ('from', 'from', 'overlap'),
    ('on', 'around', 'overlap'), ('around', 'on', 'overlap'), ('from', 'around', 'overlap'), ('around', 'from', 'overlap'), ('around', 'around', 'overlap'),
    ('by', 'by', 'overlap'), ('until', 'until', 'overlap'),
    ('on', 'by', 'in_time'), ('from', 'by', 'in_time'), ('around', 'by', 'in_time'), ('after', 'by', 'in_time'),
    ('after', 'on', 'in_time'), ('after', 'from', 'in_time'), ('after', 'around', 'in_time');

CREATE TABLE compared_counts (
    predicate     TEXT PRIMARY KEY REFERENCES predicates (name) ON DELETE RESTRICT, -- of what a count is told
    holds         TEXT NOT NULL CHECK (holds IN ('level', 'event')) -- level: it holds as of a day; event: it is of what happened on its day, and belongs to one place and one kind of victim
) STRICT, WITHOUT ROWID;
INSERT INTO compared_counts (predicate, holds) VALUES
    ('stationed', 'level'), ('members', 'level'), ('killed', 'event'), ('wounded', 'event'), ('captured', 'event'),
    ('withdraw', 'event'), ('deploy', 'event');

CREATE TABLE stance_weights (
    stance        TEXT PRIMARY KEY REFERENCES stances (name) ON DELETE RESTRICT, -- how a thing stands
    firmness      INTEGER NOT NULL UNIQUE, -- the higher the firmer; from a higher to a lower is a step back
    excludes      INTEGER NOT NULL CHECK (excludes IN (0, 1)), -- 1 if a date said so excludes another; what may be excludes nothing
    affirms       INTEGER NOT NULL CHECK (affirms IN (0, 1)) -- 1 if it stands against a denial; a wish or a forecast does not
) STRICT, WITHOUT ROWID;
INSERT INTO stance_weights (stance, firmness, excludes, affirms) VALUES
    ('possible', 1, 0, 0), ('proposed', 2, 1, 0), ('expected', 3, 1, 0), ('planned', 4, 1, 1), ('agreed', 5, 1, 1), ('asserted', 6, 1, 1);

CREATE TABLE compared_kinships (
    kind          TEXT PRIMARY KEY REFERENCES relation_kinds (name) ON DELETE RESTRICT, -- a relation between entities
    field         TEXT NOT NULL CHECK (field IN ('place', 'subject')), -- where it makes one question part of another
    says          TEXT NOT NULL -- between the part and the whole, in words
) STRICT, WITHOUT ROWID;
INSERT INTO compared_kinships (kind, field, says) VALUES
    ('located_in', 'place', 'is in'), ('capital_of', 'place', 'is the capital of'),
    ('member_of', 'subject', 'belong to'), ('force_of', 'subject', 'are forces of'), ('part_of', 'subject', 'are part of');

CREATE TABLE tolerances (
    name          TEXT PRIMARY KEY, -- as the views use it
    amount        INTEGER NOT NULL CHECK (amount >= 0), -- how much
    unit          TEXT NOT NULL CHECK (unit IN ('percent', 'days', 'rows')), -- of what
    meaning       TEXT NOT NULL -- what it allows
) STRICT, WITHOUT ROWID;
INSERT INTO tolerances (name, amount, unit, meaning) VALUES
    ('about', 10, 'percent', 'a number said with "about" meets every number that is off by no more than this'),
    ('nearly', 10, 'percent', 'a number said with "nearly" meets every number that is smaller by no more than this'),
    ('around', 15, 'days', 'a date said with "around" meets every day that is off by no more than this'),
    ('level', 31, 'days', 'a level of forces as of a longer period compares with nothing: it may have changed within'),
    ('event', 3, 'days', 'a count of what happened within a longer period compares with nothing: it may have happened more than once'),
    ('same_event', 31, 'days', 'two days in the past that are further apart are of two events'),
    ('denial', 90, 'days', 'a denial without a date is of what others say within this time before or after it');
