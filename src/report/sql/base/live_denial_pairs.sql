-- What one denies and the other affirms, of which nothing is kept that is right.
-- columns: kept_pairs
CREATE VIEW live_denial_pairs AS
WITH asked AS (
    SELECT questions_met.*, denials.*
    FROM denied_questions AS questions_met
        CROSS JOIN (
            SELECT question_id, first_day, last_day, max(stance) AS stance,
                count(DISTINCT article_id) AS articles, count(DISTINCT origin_key) AS origins,
                substr(replace(replace(group_concat(DISTINCT replace(speaker_said, ',', char(31))), ',', '; '), char(31), ','), 1, 400) AS speakers,
                min(said) AS first_said, max(said) AS last_said,
                CASE WHEN min(article_id) = max(article_id) THEN min(article_id) END AS only_article,
                CASE WHEN min(voice) = max(voice) THEN min(voice) END AS only_voice,
                CAST(substr(min(rank), 29) AS INTEGER) AS claim_id
            FROM (
                SELECT * FROM denying_statements
                WHERE polarity = 'denied'
                    -- A refusal that an article tells of in its own words, without a date, is of the past ("but they refused to leave").
                    AND NOT (first_day IS NULL AND speaker_kind = 'author' AND stance = 'asserted')
                ORDER BY rank)
            GROUP BY question_id, first_day, last_day, stance = 'asserted'
        ) AS denials ON denials.question_id = questions_met.one_question_id
    WHERE questions_met.from_date <= denials.last_said AND questions_met.until_date >= denials.first_said
        AND (questions_met.group_name <> 'violence' OR denials.stance = 'asserted')
),
pairs AS (
    SELECT asked.one_question_id AS one_question_id, min(asked.other_question_id) AS other_question_id, asked.claim_id AS one_claim_id,
        CAST(substr(min(affirmed.rank), 30) AS INTEGER) AS other_claim_id,
        asked.articles AS one_articles, asked.origins AS one_origins, asked.speakers AS one_speakers,
        asked.first_said AS one_first_said, asked.last_said AS one_last_said,
        count(DISTINCT affirmed.article_id) AS other_articles, count(DISTINCT affirmed.origin_key) AS other_origins,
        min(affirmed.speaker_said) || CASE count(DISTINCT affirmed.speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(affirmed.speaker_said)
        ELSE '; ' || max(affirmed.speaker_said) || '; ' || (count(DISTINCT affirmed.speaker_said) - 2) || ' more' END AS other_speakers,
        min(affirmed.said) AS other_first_said, max(affirmed.said) AS other_last_said,
        NULL AS test, asked.says AS says, asked.subject_kin AS subject_kin, NULL AS place_kin, NULL AS apart
    FROM asked
        CROSS JOIN (
            SELECT question_id, first_day, last_day, article_id, origin_key, voice, speaker_said, said, (9 - firmness) || rank AS rank
            FROM denying_statements
            WHERE polarity = 'affirmed'
            LIMIT -1
        ) AS affirmed ON affirmed.question_id = asked.other_question_id
    WHERE
        -- A denial with a date denies what falls on its days; what happens again and again is denied when it happens.
        (asked.first_day IS NULL OR affirmed.first_day <= asked.last_day AND affirmed.last_day >= asked.first_day)
        AND (asked.first_day IS NOT NULL OR affirmed.said BETWEEN
            date(asked.first_said, (SELECT '-' || amount || ' days' FROM tolerances WHERE name = 'denial'))
            AND date(asked.last_said, (SELECT '+' || amount || ' days' FROM tolerances WHERE name = 'denial')))
        AND NOT (asked.only_article IS affirmed.article_id AND asked.only_voice IS affirmed.voice)
    GROUP BY asked.claim_id, asked.asked_predicate, asked.asked_subject
)
SELECT
    'denial' AS kind,
    pairs.*,
    'conflict' AS met,
    CASE WHEN max(one_first_said, other_first_said) > min(one_last_said, other_last_said) THEN 'superseded' ELSE 'conflict' END AS outcome
FROM pairs;
