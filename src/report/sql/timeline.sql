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
    SELECT told.*, told.quantity_said || ' ' || told.quantity_unit AS figure_said,
        -- "by" is a deadline and "until" an end: never one event. The other relations say the same of the same days.
        CASE told.when_relation WHEN 'until' THEN 'until ' ELSE 'by ' END AS lasting
    FROM current_claims JOIN claim_descriptions AS told ON told.claim_id = current_claims.id
    WHERE coalesce(told.when_earliest, told.when_latest) IS NOT NULL
    ORDER BY told.published, told.article_key, told.quote_start, told.claim_key, told.reading_hash
)
SELECT
    CASE
        WHEN when_earliest IS NULL THEN lasting || when_latest
        WHEN when_latest IS NULL THEN 'from ' || when_earliest
        WHEN when_earliest = when_latest THEN when_earliest
        ELSE when_earliest || ' to ' || when_latest
    END AS period,
    predicate_said AS what,
    subject AS who,
    object AS whom,
    place AS place,
    replace(replace(group_concat(DISTINCT replace(figure_said, ',', char(31))), ',', '; '), char(31), ',') AS figures,
    replace(replace(group_concat(DISTINCT replace(stance_said, ',', char(31))), ',', '; '), char(31), ',') AS stances,
    count(DISTINCT article_key) AS articles,
    count(DISTINCT origin_key) AS origins,
    min(published) AS first_said,
    max(published) AS last_said,
    replace(replace(group_concat(DISTINCT replace(when_text, ',', char(31))), ',', '; '), char(31), ',') AS dates_said,
    when_earliest AS earliest,
    when_latest AS latest,
    replace(replace(group_concat(DISTINCT replace(article_key, ',', char(31))), ',', '; '), char(31), ',') AS article_keys,
    min(claim_key) AS claim_key
FROM dated
GROUP BY predicate, phase, subject_root_id, object_root_id, place_root_id, lasting, when_earliest, when_latest
ORDER BY coalesce(when_earliest, when_latest), when_latest, predicate, phase, subject_key, object_key, place_key, lasting;
