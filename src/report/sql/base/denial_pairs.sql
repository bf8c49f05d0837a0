-- What one denies and the other affirms: every position that denies, with the question on which others affirm.
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
-- column says: why they compare, in words
-- column subject_kin: how the one subject belongs to the other, in words; NULL where it is the same
-- column met: conflict
-- column outcome: the same, and superseded where only the later one is still said
CREATE VIEW denial_pairs AS
WITH denials AS MATERIALIZED (
    SELECT predicate, phase, subject_id, object_id, place_id, first_day, last_day, max(stance) AS stance,
        count(DISTINCT article_id) AS articles, count(DISTINCT origin_key) AS origins,
        substr(replace(replace(group_concat(DISTINCT replace(speaker_said, ',', char(31))), ',', '; '), char(31), ','), 1, 400) AS speakers,
        min(said) AS first_said, max(said) AS last_said,
        CASE WHEN min(article_id) = max(article_id) THEN min(article_id) END AS only_article,
        CASE WHEN min(voice) = max(voice) THEN min(voice) END AS only_voice,
        CAST(substr(min(rank), 29) AS INTEGER) AS claim_id
    FROM (
        SELECT statements.*
        FROM sourced_statements AS statements
            CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance AND weights.affirms = 1
        WHERE polarity = 'denied' AND coalesce(ahead, 1) = 1 AND subject_id IS NOT NULL AND said IS NOT NULL
            -- A refusal that an article tells of in its own words, without a date, is of the past ("but they refused to leave").
            AND NOT (first_day IS NULL AND speaker_kind = 'author' AND statements.stance = 'asserted')
        ORDER BY rank)
    GROUP BY question_id, first_day, last_day, stance = 'asserted'
),
-- Which questions a denial answers with no.
asked AS MATERIALIZED (
    SELECT denials.*, questions.id AS question_id, questions.predicate AS asked_predicate, questions.subject_id AS asked_subject,
        compared.says AS says, kin.says AS subject_kin
    FROM denials
        CROSS JOIN predicates ON predicates.name = denials.predicate
        CROSS JOIN kin ON kin.field = 'subject' AND kin.part_id = denials.subject_id AND kin.from_date <= denials.last_said AND kin.until_date >= denials.first_said
        CROSS JOIN compared_predicates AS compared ON compared.one = denials.predicate AND compared.test = 'deny'
            AND compared.one_phase IN ('*', denials.phase)
        CROSS JOIN questions ON questions.predicate = compared.other AND compared.other_phase IN ('*', questions.phase)
            AND questions.subject_id = kin.whole_id AND questions.place_id = coalesce(denials.place_id, 0)
    WHERE (denials.phase = '' OR denials.phase = questions.phase)
        AND (denials.object_id IS NULL OR questions.object_id IN (0, denials.object_id))
        AND (predicates.group_name <> 'violence' OR denials.place_id IS NOT NULL AND denials.stance = 'asserted')
        AND (kin.says IS NULL OR compared.of_parts = 1)
),
affirmed AS MATERIALIZED (
    SELECT statements.question_id, statements.first_day, statements.last_day, statements.article_id, statements.origin_key,
        statements.voice, statements.speaker_said, statements.said, (9 - weights.firmness) || statements.rank AS rank
    FROM sourced_statements AS statements
        CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance AND weights.affirms = 1
    WHERE statements.question_id IN (SELECT question_id FROM asked)
        AND statements.polarity = 'affirmed' AND coalesce(statements.ahead, 1) = 1 AND statements.said IS NOT NULL
),
pairs AS (
    SELECT asked.claim_id AS one_claim_id, asked.articles AS one_articles, asked.origins AS one_origins, asked.speakers AS one_speakers,
        asked.first_said AS one_first_said, asked.last_said AS one_last_said,
        CAST(substr(min(affirmed.rank), 30) AS INTEGER) AS other_claim_id, count(DISTINCT affirmed.article_id) AS other_articles,
        count(DISTINCT affirmed.origin_key) AS other_origins,
        min(affirmed.speaker_said) || CASE count(DISTINCT affirmed.speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(affirmed.speaker_said)
        ELSE '; ' || max(affirmed.speaker_said) || '; ' || (count(DISTINCT affirmed.speaker_said) - 2) || ' more' END AS other_speakers,
        min(affirmed.said) AS other_first_said, max(affirmed.said) AS other_last_said,
        asked.says AS says, asked.subject_kin AS subject_kin
    FROM asked CROSS JOIN affirmed ON affirmed.question_id = asked.question_id
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
    pairs.*,
    'conflict' AS met,
    CASE WHEN max(one_first_said, other_first_said) > min(one_last_said, other_last_said) THEN 'superseded' ELSE 'conflict' END AS outcome
FROM pairs;
