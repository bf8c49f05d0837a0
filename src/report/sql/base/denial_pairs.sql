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
WITH answers AS MATERIALIZED (
    SELECT statements.*, predicates.group_name AS group_name, weights.firmness AS firmness
    FROM sourced_statements AS statements
        CROSS JOIN predicates ON predicates.name = statements.predicate
        CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance AND weights.affirms = 1
    WHERE statements.subject_id IS NOT NULL AND statements.said IS NOT NULL AND statements.predicate IN (
        SELECT one FROM compared_predicates WHERE test = 'deny' UNION SELECT other FROM compared_predicates WHERE test = 'deny')
),
denials AS MATERIALIZED (
    SELECT predicate, phase, subject_id, object_id, place_id, first_day, last_day, group_name, max(stance) AS stance,
        count(DISTINCT article_id) AS articles, count(DISTINCT origin_key) AS origins,
        substr(replace(replace(group_concat(DISTINCT replace(speaker_said, ',', char(31))), ',', '; '), char(31), ','), 1, 400) AS speakers,
        min(said) AS first_said, max(said) AS last_said,
        CASE WHEN min(article_id) = max(article_id) THEN min(article_id) END AS only_article,
        CASE WHEN min(voice) = max(voice) THEN min(voice) END AS only_voice,
        CAST(substr(min(rank), 29) AS INTEGER) AS claim_id
    FROM (SELECT * FROM answers ORDER BY rank)
    -- A refusal that an article tells of in its own words, without a date, is of the past ("but they refused to leave").
    WHERE polarity = 'denied' AND coalesce(ahead, 1) = 1 AND NOT (first_day IS NULL AND speaker_kind = 'author' AND stance = 'asserted')
    GROUP BY predicate, phase, subject_id, object_id, place_id, first_day, last_day, stance = 'asserted'
),
families AS MATERIALIZED (SELECT * FROM kin WHERE field = 'subject'),
pairs AS (
    SELECT denials.claim_id AS one_claim_id, denials.articles AS one_articles, denials.origins AS one_origins, denials.speakers AS one_speakers,
        denials.first_said AS one_first_said, denials.last_said AS one_last_said,
        CAST(substr(min((9 - answers.firmness) || answers.rank), 30) AS INTEGER) AS other_claim_id, count(DISTINCT answers.article_id) AS other_articles,
        count(DISTINCT answers.origin_key) AS other_origins,
        min(answers.speaker_said) || CASE count(DISTINCT answers.speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(answers.speaker_said)
        ELSE '; ' || max(answers.speaker_said) || '; ' || (count(DISTINCT answers.speaker_said) - 2) || ' more' END AS other_speakers,
        min(answers.said) AS other_first_said, max(answers.said) AS other_last_said,
        compared.says AS says, kin.says AS subject_kin
    FROM denials
        CROSS JOIN families AS kin ON kin.part_id = denials.subject_id AND kin.from_date <= denials.last_said AND kin.until_date >= denials.first_said
        CROSS JOIN compared_predicates AS compared ON compared.one = denials.predicate AND compared.test = 'deny'
            AND compared.one_phase IN ('*', denials.phase)
        CROSS JOIN answers ON answers.polarity = 'affirmed' AND answers.predicate = compared.other AND compared.other_phase IN ('*', answers.phase)
            AND answers.subject_id = kin.whole_id AND coalesce(answers.place_id, 0) = coalesce(denials.place_id, 0)
    WHERE (denials.phase = '' OR denials.phase = answers.phase)
        AND (denials.object_id IS NULL OR answers.object_id IS NULL OR denials.object_id = answers.object_id)
        AND coalesce(answers.ahead, 1) = 1
        -- A denial with a date denies what falls on its days; what happens again and again is denied when it happens.
        AND (denials.first_day IS NULL OR answers.first_day <= denials.last_day AND answers.last_day >= denials.first_day)
        AND (denials.group_name <> 'violence' OR denials.place_id IS NOT NULL AND denials.stance = 'asserted')
        AND (denials.first_day IS NOT NULL OR answers.said BETWEEN
            date(denials.first_said, (SELECT '-' || amount || ' days' FROM tolerances WHERE name = 'denial'))
            AND date(denials.last_said, (SELECT '+' || amount || ' days' FROM tolerances WHERE name = 'denial')))
        AND (kin.says IS NULL OR compared.of_parts = 1)
        AND NOT (denials.only_article IS answers.article_id AND denials.only_voice IS answers.voice)
    GROUP BY denials.claim_id, answers.predicate, answers.subject_id
)
SELECT
    pairs.*,
    'conflict' AS met,
    CASE WHEN max(one_first_said, other_first_said) > min(one_last_said, other_last_said) THEN 'superseded' ELSE 'conflict' END AS outcome
FROM pairs;
