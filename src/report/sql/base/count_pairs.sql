-- Every two positions on numbers whose questions and days meet, and how they stand to each other. One is the part
-- where one question is part of the other.
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
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column place_kin: how the one place lies in the other, in words; NULL where it is the same
-- column apart: by how much they are apart at least; 0 or less where they overlap
-- column met: same, coarser, compatible or conflict, by the numbers alone
-- column outcome: the same, and superseded where only the later one is still said
CREATE VIEW count_pairs AS
WITH positions AS MATERIALIZED (
    SELECT * FROM count_positions
    -- It must be known where, and of a level, whose.
    WHERE place_id IS NOT NULL AND (holds = 'event' OR subject_id IS NOT NULL)
),
-- A position is of no longer time than this (see tolerances), so that it lies in one or two spans of so many days. Two positions
-- of one time meet in the span of the day on which the later one begins, and are looked for nowhere else.
spans AS MATERIALIZED (SELECT max(amount, 1) AS days FROM (SELECT max(amount) AS amount FROM tolerances WHERE name IN ('level', 'event'))),
placed AS MATERIALIZED (
    SELECT positions.*, CAST(julianday(first_day) / spans.days AS INTEGER) AS first_span,
        CAST(julianday(first_day) / spans.days AS INTEGER) + further.spans AS span
    FROM spans CROSS JOIN (SELECT 0 AS spans UNION ALL SELECT 1) AS further CROSS JOIN positions
    WHERE CAST(julianday(first_day) / spans.days AS INTEGER) + further.spans <= CAST(julianday(last_day) / spans.days AS INTEGER)
),
families AS MATERIALIZED (SELECT * FROM kin),
-- The same position under every question that it is part of. Parts of events have no sum of their own.
parts AS MATERIALIZED (
    SELECT placed.*, coalesce(subjects.whole_id, placed.subject_id) AS asked_subject, places.whole_id AS asked_place,
        subjects.says AS subject_kin, places.says AS place_kin
    FROM placed
        LEFT JOIN families AS subjects ON subjects.field = 'subject' AND subjects.part_id = placed.subject_id
            AND subjects.from_date <= placed.last_day AND subjects.until_date >= placed.first_day
            AND (placed.holds = 'level' OR subjects.says IS NULL)
        CROSS JOIN families AS places ON places.field = 'place' AND places.part_id = placed.place_id
            AND (placed.holds = 'level' OR places.says IS NULL)
),
tested AS (
    SELECT one.*, other.claim_id AS other_claim_id, other.excludes AS other_excludes, other.low AS other_low, other.high AS other_high,
        other.articles AS other_articles, other.origins AS other_origins, other.speakers AS other_speakers,
        other.first_said AS other_first_said, other.last_said AS other_last_said,
        CASE
            WHEN one.subject_kin IS NOT NULL OR one.place_kin IS NOT NULL THEN CASE WHEN one.low > other.high THEN 'conflict' ELSE 'compatible' END
            WHEN one.low = other.low AND one.high = other.high THEN 'same'
            WHEN one.low > other.high OR other.low > one.high THEN 'conflict'
            WHEN one.low >= other.low AND one.high <= other.high OR one.low <= other.low AND one.high >= other.high THEN 'coarser'
            ELSE 'compatible'
        END AS met
    FROM parts AS one
        CROSS JOIN placed AS other ON other.span = one.span AND other.predicate = one.predicate AND other.phase = one.phase AND other.unit = one.unit
            AND other.subject_id IS one.asked_subject AND other.place_id = one.asked_place
            AND other.object_id IS one.object_id
    WHERE one.claim_id <> other.claim_id AND one.span = max(one.first_span, other.first_span)
        AND one.first_day <= other.last_day AND other.first_day <= one.last_day
        AND (one.subject_kin IS NOT NULL OR one.place_kin IS NOT NULL OR one.claim_id < other.claim_id)
        AND NOT (one.only_article IS NOT NULL AND one.only_article IS other.only_article AND one.only_voice IS other.only_voice)
)
SELECT
    claim_id AS one_claim_id, articles AS one_articles, origins AS one_origins, speakers AS one_speakers, first_said AS one_first_said, last_said AS one_last_said,
    other_claim_id, other_articles, other_origins, other_speakers, other_first_said, other_last_said,
    subject_kin, place_kin,
    max(low, other_low) - min(high, other_high) AS apart,
    CASE WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible' ELSE met END AS met,
    CASE
        WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible'
        WHEN met = 'conflict' AND max(first_said, other_first_said) > min(last_said, other_last_said) THEN 'superseded'
        ELSE met
    END AS outcome
FROM tested;
