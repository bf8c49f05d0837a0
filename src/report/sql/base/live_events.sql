-- Events of the topics of which nothing is kept that is right: who, where and when is one event, with who says so.
-- columns: kept_events
CREATE VIEW live_events AS
WITH sources AS (
    SELECT origins.article_id, origins.origin_key, articles.key, articles.published,
        row_number() OVER (ORDER BY articles.published, articles.key) AS place
    FROM article_origins AS origins CROSS JOIN articles ON articles.id = origins.article_id
    WHERE origins.article_id IN (
        SELECT asked_articles.article_id FROM kept_state CROSS JOIN asked_articles
        WHERE NOT kept_state.is_usable OR EXISTS (SELECT 1 FROM stale_questions WHERE is_settled = 0))
),
-- Few questions are looked up one by one; where all are asked for, claims are read in the order of the file.
answering AS (
    SELECT live_topics.topic_id, answering.claim_id, answering.article_id, answering.via_id
    FROM kept_state CROSS JOIN live_topics CROSS JOIN all_statements AS answering ON answering.question_id = live_topics.question_id
    WHERE kept_state.is_usable AND answering.is_counted = 1
    UNION ALL
    SELECT asked_topics.topic_id, statements.claim_id, statements.article_id, statements.via_id
    FROM kept_state CROSS JOIN statements CROSS JOIN asked_topics ON asked_topics.question_id = statements.question_id
    WHERE NOT kept_state.is_usable
),
dated AS (
    SELECT answering.topic_id, coalesce(claims.phase, '') AS phase,
        -- "by" is a deadline and "until" an end: never one event. The other relations say the same of the same days.
        CASE claims.when_relation WHEN 'until' THEN 'until ' ELSE 'by ' END AS lasting,
        coalesce(claims.when_earliest, '') AS earliest, coalesce(claims.when_latest, '') AS latest,
        claims.when_text, claims.article_id, claims.key AS claim_key, sources.key AS article_key, sources.published,
        claims.quantity_said || ' ' || claims.quantity_unit AS figure_said, claims.stance_said,
        coalesce(via.key, sources.origin_key) AS origin_key
    FROM answering
        CROSS JOIN claim_words AS claims ON claims.id = answering.claim_id
        CROSS JOIN sources ON sources.article_id = answering.article_id
        LEFT JOIN entities AS via ON via.id = answering.via_id
    WHERE coalesce(claims.when_earliest, claims.when_latest) IS NOT NULL
    -- Together what is one event, so that grouping has little left to sort; and of an event, in order of publication.
    ORDER BY answering.topic_id, 2, lasting, 4, 5, sources.place, claims.quote_start, claims.key, claims.reading_hash
)
SELECT topic_id, phase, lasting, earliest, latest,
    replace(replace(group_concat(DISTINCT replace(figure_said, ',', char(31))), ',', '; '), char(31), ',') AS figures,
    replace(replace(group_concat(DISTINCT replace(stance_said, ',', char(31))), ',', '; '), char(31), ',') AS stances,
    count(DISTINCT article_id) AS articles,
    count(DISTINCT origin_key) AS origins,
    min(published) AS first_said,
    max(published) AS last_said,
    replace(replace(group_concat(DISTINCT replace(when_text, ',', char(31))), ',', '; '), char(31), ',') AS dates_said,
    replace(replace(group_concat(DISTINCT replace(article_key, ',', char(31))), ',', '; '), char(31), ',') AS article_keys,
    min(claim_key) AS claim_key
FROM dated
GROUP BY topic_id, phase, lasting, earliest, latest;
