-- What is held of how many: one row per question, day and number, however many articles say so. Of several counts in
-- one article the largest, as it is the one that the others are parts of.
-- column predicate: of what the count is told
-- column phase: in which part of it
-- column holds: level or event, as in compared_counts
-- column subject_id: who
-- column object_id: to whom
-- column place_id: where
-- column unit: what is counted
-- column low: the least that it allows, tolerances included
-- column high: the most that it allows, tolerances included
-- column first_day: the first day of which it is told
-- column last_day: the last
-- column excludes: 1 if it was said firmly enough to exclude another number
-- column claims: how many claims say so
-- column articles: how many articles
-- column origins: how many independent origins
-- column speakers: who says so
-- column first_said: first day on which it was said
-- column last_said: last day on which it was said
-- column only_article: the article, where only one says so
-- column only_voice: the speaker, where only one says so
-- column claim_id: the claim that shows it best
CREATE VIEW count_positions AS
WITH counted AS (
    SELECT statements.*, compared_counts.holds AS holds, weights.excludes AS excludes,
        max(coalesce(statements.number_high, statements.number_low)) OVER (
            PARTITION BY statements.article_id, statements.question_id, statements.unit, statements.first_day, statements.last_day) AS largest
    FROM sourced_statements AS statements
        CROSS JOIN compared_counts ON compared_counts.predicate = statements.predicate
        CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance
    WHERE statements.polarity = 'affirmed' AND statements.unit IS NOT NULL AND statements.said IS NOT NULL
        AND statements.first_day >= date(statements.last_day,
            (SELECT '-' || amount || ' days' FROM tolerances WHERE name = compared_counts.holds))
)
SELECT
    predicate, phase, holds, subject_id, object_id, place_id, unit, low, high, first_day, last_day,
    max(excludes) AS excludes,
    count(*) AS claims,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT origin_key) AS origins,
    min(speaker_said) || CASE count(DISTINCT speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(speaker_said)
        ELSE '; ' || max(speaker_said) || '; ' || (count(DISTINCT speaker_said) - 2) || ' more' END AS speakers,
    min(said) AS first_said,
    max(said) AS last_said,
    CASE WHEN min(article_id) = max(article_id) THEN min(article_id) END AS only_article,
    CASE WHEN min(voice) = max(voice) THEN min(voice) END AS only_voice,
    CAST(substr(min((1 - excludes) || rank), 30) AS INTEGER) AS claim_id
FROM counted
WHERE coalesce(number_high, number_low) = largest
GROUP BY question_id, unit, low, high, first_day, last_day;
