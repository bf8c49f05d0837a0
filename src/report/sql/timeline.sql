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
WITH held AS (
    SELECT kept_events.*
    FROM settled_topics CROSS JOIN kept_events ON kept_events.topic_id = settled_topics.topic_id
    UNION ALL
    SELECT * FROM live_events
),
events AS (
    SELECT held.*, nullif(phase, '') AS said_phase, nullif(earliest, '') AS when_earliest, nullif(latest, '') AS when_latest FROM held
)
SELECT
    CASE
        WHEN when_earliest IS NULL THEN lasting || when_latest
        WHEN when_latest IS NULL THEN 'from ' || when_earliest
        WHEN when_earliest = when_latest THEN when_earliest
        ELSE when_earliest || ' to ' || when_latest
    END AS period,
    questions.predicate || coalesce(', ' || events.said_phase, '') AS what,
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
ORDER BY coalesce(when_earliest, when_latest), when_latest, questions.predicate, events.said_phase, subject.key, object.key, place.key, lasting,
    when_earliest;
