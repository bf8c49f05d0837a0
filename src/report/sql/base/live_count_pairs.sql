-- Pairs of positions on numbers of which nothing is kept that is right: first the questions that meet, then their positions.
-- columns: kept_pairs
CREATE VIEW live_count_pairs AS
WITH positions AS MATERIALIZED (
    SELECT kept_count_positions.*
    FROM (SELECT 1 FROM stale_questions LIMIT 1) CROSS JOIN settled_questions
        CROSS JOIN kept_count_positions ON kept_count_positions.question_id = settled_questions.question_id
    UNION ALL
    SELECT * FROM live_count_positions
),
-- A position is of no longer time than this (see tolerances), so that it lies in one or two spans of so many days. Two positions
-- of one time meet in the span of the day on which the later one begins, and are looked for nowhere else.
placed AS MATERIALIZED (
    SELECT positions.*, CAST(julianday(first_day) / spans.days AS INTEGER) AS first_span,
        CAST(julianday(first_day) / spans.days AS INTEGER) + further.spans AS span
    FROM (SELECT max(amount, 1) AS days FROM (SELECT max(amount) AS amount FROM tolerances WHERE name IN ('level', 'event'))) AS spans
        CROSS JOIN (SELECT 0 AS spans UNION ALL SELECT 1) AS further CROSS JOIN positions
    WHERE CAST(julianday(first_day) / spans.days AS INTEGER) + further.spans <= CAST(julianday(last_day) / spans.days AS INTEGER)
),
tested AS (
    SELECT questions_met.*, one.*, other.claim_id AS other_claim_id, other.excludes AS other_excludes, other.low AS other_low, other.high AS other_high,
        other.articles AS other_articles, other.origins AS other_origins, other.speakers AS other_speakers,
        other.first_said AS other_first_said, other.last_said AS other_last_said,
        CASE
            WHEN NOT questions_met.is_mutual THEN CASE WHEN one.low > other.high THEN 'conflict' ELSE 'compatible' END
            WHEN one.low = other.low AND one.high = other.high THEN 'same'
            WHEN one.low > other.high OR other.low > one.high THEN 'conflict'
            WHEN one.low >= other.low AND one.high <= other.high OR one.low <= other.low AND one.high >= other.high THEN 'coarser'
            ELSE 'compatible'
        END AS met
    FROM counted_questions AS questions_met
        CROSS JOIN placed AS one ON one.question_id = questions_met.one_question_id
        CROSS JOIN placed AS other ON other.question_id = questions_met.other_question_id AND other.span = one.span AND other.unit = one.unit
    WHERE one.claim_id <> other.claim_id AND one.span = max(one.first_span, other.first_span)
        AND one.first_day <= other.last_day AND other.first_day <= one.last_day
        AND questions_met.from_date <= one.last_day AND questions_met.until_date >= one.first_day
        AND (NOT questions_met.is_mutual OR one.claim_id < other.claim_id)
        AND NOT (one.only_article IS NOT NULL AND one.only_article IS other.only_article AND one.only_voice IS other.only_voice)
)
SELECT
    'figures' AS kind,
    one_question_id, other_question_id, claim_id AS one_claim_id, other_claim_id,
    articles AS one_articles, origins AS one_origins, speakers AS one_speakers, first_said AS one_first_said, last_said AS one_last_said,
    other_articles, other_origins, other_speakers, other_first_said, other_last_said,
    NULL AS test, NULL AS says, subject_kin, place_kin,
    max(low, other_low) - min(high, other_high) AS apart,
    CASE WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible' ELSE met END AS met,
    CASE
        WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible'
        WHEN met = 'conflict' AND max(first_said, other_first_said) > min(last_said, other_last_said) THEN 'superseded'
        ELSE met
    END AS outcome
FROM tested;
