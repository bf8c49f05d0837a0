-- Every two positions on dates whose questions meet, and how they stand to each other. One is the part where one
-- question is part of the other: troops in Erbil, of those in Iraq.
-- column one_claim_id: the claim that shows the one position best
-- column one_articles: how many articles hold it
-- column one_origins: how many independent origins
-- column one_speakers: who says so
-- column one_first_said: first day on which it was said
-- column one_last_said: last day on which it was said
-- column other_claim_id: the claim that shows the other
-- column other_articles: how many articles hold it
-- column other_origins: how many independent origins
-- column other_speakers: who says so
-- column other_first_said: first day on which it was said
-- column other_last_said: last day on which it was said
-- column test: how they are held against each other, as in compared_predicates
-- column says: why, in words
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column place_kin: how the one place lies in the other, in words; NULL where it is the same
-- column days_apart: days from the end of the earlier date to the beginning of the later; 0 or less where they overlap
-- column met: same, coarser, compatible, conflict or not comparable, by the dates alone
-- column outcome: the same, and superseded where only the later one is still said
CREATE VIEW date_pairs AS
WITH positions AS MATERIALIZED (SELECT * FROM date_positions WHERE subject_id IS NOT NULL AND place_id IS NOT NULL),
families AS MATERIALIZED (SELECT * FROM kin),
-- The same position under every question that it is part of.
parts AS MATERIALIZED (
    SELECT positions.*, subjects.whole_id AS asked_subject, places.whole_id AS asked_place,
        subjects.says AS subject_kin, places.says AS place_kin
    FROM positions
        CROSS JOIN families AS subjects ON subjects.field = 'subject' AND subjects.part_id = positions.subject_id
            AND subjects.from_date <= positions.last_said AND subjects.until_date >= positions.first_said
        CROSS JOIN families AS places ON places.field = 'place' AND places.part_id = positions.place_id
),
pairs AS (
    SELECT one.*, compared.test AS test, compared.says AS compared_says, compared.of_parts AS of_parts,
        other.relation AS other_relation,
        other.first_day AS other_first, other.last_day AS other_last, other.excludes AS other_excludes,
        other.articles AS other_articles, other.origins AS other_origins, other.speakers AS other_speakers, other.first_said AS other_first_said,
        other.last_said AS other_last_said, other.claim_id AS other_claim_id,
        one.subject_kin IS NULL AND one.place_kin IS NULL AS same_question,
        there.test AS relation_test, back.test AS relation_back,
        CAST(julianday(max(one.first_day, other.first_day)) - julianday(min(one.last_day, other.last_day)) AS INTEGER) AS days_apart
    FROM parts AS one
        CROSS JOIN compared_predicates AS compared ON compared.one = one.predicate AND compared.test <> 'deny'
            AND compared.one_phase IN ('*', one.phase)
        CROSS JOIN positions AS other ON other.predicate = compared.other AND compared.other_phase IN ('*', other.phase)
            AND other.subject_id = one.asked_subject AND other.place_id = one.asked_place AND other.ahead = one.ahead
            AND (one.object_id IS NULL OR other.object_id IS NULL OR one.object_id = other.object_id)
        LEFT JOIN compared_relations AS there ON there.one = one.relation AND there.other = other.relation
        LEFT JOIN compared_relations AS back ON back.one = other.relation AND back.other = one.relation
    WHERE one.claim_id <> other.claim_id
        -- Of two positions on one question, each pair once.
        AND (one.subject_kin IS NOT NULL OR one.place_kin IS NOT NULL OR compared.one <> compared.other
            OR compared.one_phase <> compared.other_phase OR one.claim_id < other.claim_id)
        -- One speaker in one article tells of two things.
        AND NOT (one.only_article IS NOT NULL AND one.only_article IS other.only_article AND one.only_voice IS other.only_voice)
),
tested AS (
    SELECT pairs.*,
        CASE
            -- What is over may have happened more than once: only days close by are of one event.
            WHEN ahead = 0 AND (NOT same_question OR test <> 'meet' OR min(excludes, other_excludes) = 0
                OR days_apart > (SELECT amount FROM tolerances WHERE name = 'same_event')) THEN 'not comparable'
            WHEN test = 'end' THEN CASE
                WHEN relation = 'by' OR other_relation NOT IN ('by', 'on', 'around') OR NOT same_question AND of_parts = 0 THEN 'not comparable'
                WHEN first_day > other_last THEN 'conflict'
                ELSE 'compatible' END
            WHEN test = 'precede' OR NOT same_question THEN CASE
                WHEN NOT same_question AND (of_parts = 0 OR relation = 'until') THEN 'not comparable'
                WHEN first_day > other_last THEN 'conflict'
                ELSE 'compatible' END
            WHEN relation_test = 'in_time' THEN CASE WHEN first_day > other_last THEN 'conflict' ELSE 'compatible' END
            WHEN relation_back = 'in_time' THEN CASE WHEN other_first > last_day THEN 'conflict' ELSE 'compatible' END
            WHEN relation_test IS NULL THEN 'not comparable'
            WHEN first_day = other_first AND last_day = other_last THEN 'same'
            WHEN first_day >= other_first AND last_day <= other_last OR first_day <= other_first AND last_day >= other_last THEN 'coarser'
            WHEN first_day <= other_last AND other_first <= last_day THEN 'compatible'
            ELSE 'conflict'
        END AS met
    FROM pairs
)
SELECT
    claim_id AS one_claim_id, articles AS one_articles, origins AS one_origins, speakers AS one_speakers, first_said AS one_first_said, last_said AS one_last_said,
    other_claim_id, other_articles, other_origins, other_speakers, other_first_said, other_last_said,
    test, compared_says AS says, subject_kin, place_kin, days_apart,
    CASE WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible' ELSE met END AS met,
    CASE
        WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible'
        WHEN met = 'conflict' AND max(first_said, other_first_said) > min(last_said, other_last_said) THEN 'superseded'
        ELSE met
    END AS outcome
FROM tested;
