-- Positions on numbers of the questions of which nothing is kept that is right. Of several counts in one article the largest.
-- columns: kept_count_positions
CREATE VIEW live_count_positions AS
WITH counted AS (
    SELECT statements.*, compared_counts.holds AS holds, weights.excludes AS excludes,
        max(coalesce(statements.number_high, statements.number_low)) OVER (
            PARTITION BY statements.article_id, statements.question_id, statements.unit, statements.first_day, statements.last_day) AS largest
    FROM live_sourced_statements AS statements
        CROSS JOIN compared_counts ON compared_counts.predicate = statements.predicate
        CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance
    WHERE statements.polarity = 'affirmed' AND statements.unit IS NOT NULL AND statements.said IS NOT NULL
        AND statements.first_day >= date(statements.last_day,
            (SELECT '-' || amount || ' days' FROM tolerances WHERE name = compared_counts.holds))
)
SELECT
    question_id,
    CAST(substr(min((1 - excludes) || rank), 30) AS INTEGER) AS claim_id,
    holds, unit, low, high, first_day, last_day,
    max(excludes) AS excludes,
    count(*) AS claims,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT origin_key) AS origins,
    min(speaker_said) || CASE count(DISTINCT speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(speaker_said)
        ELSE '; ' || max(speaker_said) || '; ' || (count(DISTINCT speaker_said) - 2) || ' more' END AS speakers,
    min(said) AS first_said,
    max(said) AS last_said,
    CASE WHEN min(article_id) = max(article_id) THEN min(article_id) END AS only_article,
    CASE WHEN min(voice) = max(voice) THEN min(voice) END AS only_voice
FROM counted
WHERE coalesce(number_high, number_low) = largest
GROUP BY question_id, unit, low, high, first_day, last_day;
