-- Pairs of positions on dates of which nothing is kept that is right: first the questions that meet, then their positions.
-- columns: kept_pairs
CREATE VIEW live_date_pairs AS
WITH positions AS MATERIALIZED (
    SELECT kept_date_positions.*
    FROM (SELECT 1 FROM stale_questions LIMIT 1) CROSS JOIN settled_questions
        CROSS JOIN kept_date_positions ON kept_date_positions.question_id = settled_questions.question_id
    UNION ALL
    SELECT * FROM live_date_positions
),
pairs AS (
    SELECT questions_met.*, one.*,
        other.relation AS other_relation,
        other.first_day AS other_first, other.last_day AS other_last, other.excludes AS other_excludes,
        other.articles AS other_articles, other.origins AS other_origins, other.speakers AS other_speakers, other.first_said AS other_first_said,
        other.last_said AS other_last_said, other.claim_id AS other_claim_id,
        questions_met.subject_kin IS NULL AND questions_met.place_kin IS NULL AS same_question,
        there.test AS relation_test, back.test AS relation_back,
        CAST(julianday(max(one.first_day, other.first_day)) - julianday(min(one.last_day, other.last_day)) AS INTEGER) AS days_apart
    FROM dated_questions AS questions_met
        CROSS JOIN positions AS one ON one.question_id = questions_met.one_question_id
        CROSS JOIN positions AS other ON other.question_id = questions_met.other_question_id AND other.ahead = one.ahead
        LEFT JOIN compared_relations AS there ON there.one = one.relation AND there.other = other.relation
        LEFT JOIN compared_relations AS back ON back.one = other.relation AND back.other = one.relation
    WHERE one.claim_id <> other.claim_id
        AND (NOT questions_met.is_mutual OR one.claim_id < other.claim_id)
        AND questions_met.from_date <= one.last_said AND questions_met.until_date >= one.first_said
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
    'dates' AS kind,
    one_question_id, other_question_id, claim_id AS one_claim_id, other_claim_id,
    articles AS one_articles, origins AS one_origins, speakers AS one_speakers, first_said AS one_first_said, last_said AS one_last_said,
    other_articles, other_origins, other_speakers, other_first_said, other_last_said,
    test, compared_says AS says, subject_kin, place_kin, days_apart AS apart,
    CASE WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible' ELSE met END AS met,
    CASE
        WHEN met = 'conflict' AND min(excludes, other_excludes) = 0 THEN 'compatible'
        WHEN met = 'conflict' AND max(first_said, other_first_said) > min(last_said, other_last_said) THEN 'superseded'
        ELSE met
    END AS outcome
FROM tested;
