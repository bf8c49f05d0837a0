-- title: Timeline
-- question: What happened and what is planned, in order of date, same events merged, with how many articles and origins say so?
-- column period (brief): the days the date bounds
-- column what (brief): predicate and phase
-- column who (brief): who does it
-- column whom (brief): to whom
-- column place (brief): where
-- column figures (brief): the figures given, as said
-- column stances (brief): how it stands, as reported; a denial says denied
-- column articles (brief, right): articles that say so
-- column origins (brief, right): independent origins behind them, as far as they are known
-- column first_said (brief): earliest day of publication among them
-- column last_said: latest day of publication among them
-- column dates_said: the dates as said
-- column earliest: first day, empty where open
-- column latest: last day, empty where open
-- column article_keys: the articles
-- column claim_key: one of the claims that say so
CREATE VIEW report_timeline AS
WITH dated AS (
    SELECT claims.predicate, claims.phase, claims.subject_root_id, claims.object_root_id, claims.place_root_id,
        claims.when_earliest, claims.when_latest, claims.when_text, claims.article_id, claims.key AS claim_key, articles.key AS article_key, articles.published,
        -- "by" is a deadline and "until" an end: never one event. The other relations say the same of the same days.
        CASE claims.when_relation WHEN 'until' THEN 'until ' ELSE 'by ' END AS lasting,
        words.quantity_said || ' ' || words.quantity_unit AS figure_said, words.stance_said,
        coalesce(via.key, origins.origin_key) AS origin_key
    FROM resolved_claims AS claims
        JOIN claim_words AS words ON words.id = claims.id
        JOIN articles ON articles.id = claims.article_id
        JOIN article_origins AS origins ON origins.article_id = claims.article_id
        LEFT JOIN entities AS via ON via.id = claims.via_root_id
    WHERE coalesce(claims.when_earliest, claims.when_latest) IS NOT NULL
    ORDER BY articles.published, articles.key, claims.quote_start, claims.key, claims.reading_hash
),
events AS (
    SELECT predicate, phase, subject_root_id, object_root_id, place_root_id, lasting, when_earliest, when_latest,
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
    GROUP BY predicate, phase, subject_root_id, object_root_id, place_root_id, lasting, when_earliest, when_latest
)
SELECT
    CASE
        WHEN when_earliest IS NULL THEN lasting || when_latest
        WHEN when_latest IS NULL THEN 'from ' || when_earliest
        WHEN when_earliest = when_latest THEN when_earliest
        ELSE when_earliest || ' to ' || when_latest
    END AS period,
    predicate || coalesce(', ' || phase, '') AS what,
    subject.name AS who,
    object.name AS whom,
    place.name AS place,
    figures AS figures,
    stances AS stances,
    articles AS articles,
    origins AS origins,
    first_said AS first_said,
    last_said AS last_said,
    dates_said AS dates_said,
    when_earliest AS earliest,
    when_latest AS latest,
    article_keys AS article_keys,
    claim_key AS claim_key
FROM events
    LEFT JOIN entities AS subject ON subject.id = events.subject_root_id
    LEFT JOIN entities AS object ON object.id = events.object_root_id
    LEFT JOIN entities AS place ON place.id = events.place_root_id
ORDER BY coalesce(when_earliest, when_latest), when_latest, predicate, phase, subject.key, object.key, place.key, lasting;
