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
WITH topics AS (
    -- Questions that differ in their phase alone: a claim has the phase that was said, its question may have another.
    SELECT id, min(id) OVER (PARTITION BY predicate, subject_id, object_id, place_id) AS topic_id FROM asked_questions
),
sources AS (
    SELECT origins.article_id, origins.origin_key, articles.key, articles.published,
        row_number() OVER (ORDER BY articles.published, articles.key) AS place
    FROM article_origins AS origins CROSS JOIN articles ON articles.id = origins.article_id
    WHERE origins.article_id IN (SELECT article_id FROM asked_articles)
),
dated AS (
    SELECT topics.topic_id, claims.phase, claims.when_earliest, claims.when_latest, claims.when_text, claims.article_id, claims.key AS claim_key,
        sources.key AS article_key, sources.published,
        -- "by" is a deadline and "until" an end: never one event. The other relations say the same of the same days.
        CASE claims.when_relation WHEN 'until' THEN 'until ' ELSE 'by ' END AS lasting,
        claims.quantity_said || ' ' || claims.quantity_unit AS figure_said, claims.stance_said,
        coalesce(via.key, sources.origin_key) AS origin_key
    FROM statements
        CROSS JOIN claim_words AS claims ON claims.id = statements.claim_id
        CROSS JOIN topics ON topics.id = statements.question_id
        CROSS JOIN sources ON sources.article_id = statements.article_id
        LEFT JOIN entities AS via ON via.id = statements.via_id
    WHERE coalesce(claims.when_earliest, claims.when_latest) IS NOT NULL
    -- Together what is one event, so that grouping has little left to sort; and of an event, in order of publication.
    ORDER BY topics.topic_id, claims.phase, lasting, claims.when_earliest, claims.when_latest,
        sources.place, claims.quote_start, claims.key, claims.reading_hash
),
events AS (
    SELECT topic_id, phase, lasting, when_earliest, when_latest,
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
    GROUP BY topic_id, phase, lasting, when_earliest, when_latest
)
SELECT
    CASE
        WHEN when_earliest IS NULL THEN lasting || when_latest
        WHEN when_latest IS NULL THEN 'from ' || when_earliest
        WHEN when_earliest = when_latest THEN when_earliest
        ELSE when_earliest || ' to ' || when_latest
    END AS period,
    questions.predicate || coalesce(', ' || events.phase, '') AS what,
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
    CROSS JOIN questions ON questions.id = events.topic_id
    LEFT JOIN entities AS subject ON subject.id = questions.subject_id
    LEFT JOIN entities AS object ON object.id = questions.object_id
    LEFT JOIN entities AS place ON place.id = questions.place_id
ORDER BY coalesce(when_earliest, when_latest), when_latest, questions.predicate, events.phase, subject.key, object.key, place.key, lasting,
    when_earliest;
