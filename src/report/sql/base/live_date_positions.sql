-- Positions on dates of the questions of which nothing is kept that is right.
-- columns: kept_date_positions
CREATE VIEW live_date_positions AS
SELECT
    statements.question_id AS question_id,
    CAST(substr(min((1 - weights.excludes) || statements.rank), 30) AS INTEGER) AS claim_id,
    statements.relation AS relation,
    statements.first_day AS first_day,
    statements.last_day AS last_day,
    statements.ahead AS ahead,
    max(weights.firmness) AS firmness,
    max(weights.excludes) AS excludes,
    count(*) AS claims,
    count(DISTINCT statements.article_id) AS articles,
    count(DISTINCT statements.origin_key) AS origins,
    min(statements.speaker_said) || CASE count(DISTINCT statements.speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(statements.speaker_said)
        ELSE '; ' || max(statements.speaker_said) || '; ' || (count(DISTINCT statements.speaker_said) - 2) || ' more' END AS speakers,
    min(statements.said) AS first_said,
    max(statements.said) AS last_said,
    CASE WHEN min(statements.article_id) = max(statements.article_id) THEN min(statements.article_id) END AS only_article,
    CASE WHEN min(statements.voice) = max(statements.voice) THEN min(statements.voice) END AS only_voice
FROM live_sourced_statements AS statements
    CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance
WHERE statements.polarity = 'affirmed' AND statements.first_day IS NOT NULL AND statements.ahead IS NOT NULL
    AND statements.predicate IN (SELECT one FROM compared_predicates WHERE test <> 'deny' UNION SELECT other FROM compared_predicates WHERE test <> 'deny')
GROUP BY statements.question_id, statements.relation, statements.first_day, statements.last_day, statements.ahead;
