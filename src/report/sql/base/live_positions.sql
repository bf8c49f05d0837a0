-- Positions of the questions of which nothing is kept that is right: who stands behind each answer.
-- columns: kept_positions
CREATE VIEW live_positions AS
SELECT
    question_id, position,
    count(*) AS claims,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT publisher_id) AS publishers,
    count(DISTINCT origin_key) AS origins,
    CASE WHEN min(origin_key) = max(origin_key) THEN min(origin_key) END AS only_origin,
    count(DISTINCT CASE speaker_kind WHEN 'named' THEN voice END) AS named,
    sum(speaker_kind = 'anonymous') AS anonymous,
    count(DISTINCT CASE WHEN speaker_kind IN ('institution', 'document', 'outlet') THEN voice END) AS others,
    sum(speaker_kind = 'author') AS unattributed,
    substr(CASE WHEN sum(stance = 'asserted') > 0 THEN '; asserted' ELSE '' END || CASE WHEN sum(stance = 'agreed') > 0 THEN '; agreed' ELSE '' END
        || CASE WHEN sum(stance = 'planned') > 0 THEN '; planned' ELSE '' END || CASE WHEN sum(stance = 'expected') > 0 THEN '; expected' ELSE '' END
        || CASE WHEN sum(stance = 'proposed') > 0 THEN '; proposed' ELSE '' END || CASE WHEN sum(stance = 'possible') > 0 THEN '; possible' ELSE '' END, 3) AS stances,
    sum(qualifier = 'exact') AS exact,
    sum(qualifier <> 'exact') AS hedged,
    min(said) AS first_said,
    max(said) AS last_said,
    CAST(substr(min(rank), 29) AS INTEGER) AS claim_id
FROM live_sourced_statements
GROUP BY question_id, position;
