-- title: Schedules
-- question: What is to happen, or happened, where and when, according to whom?
-- column when_said (brief): the date as said, and the days it bounds
-- column what (brief): predicate and phase
-- column who (brief): who does it
-- column whom: to whom
-- column place (brief): where
-- column how_many (brief): how many, as said
-- column stance (brief): how it stands, as reported; a denial says denied
-- column according_to (brief): who says so, and through whom
-- column source (brief): the publisher, or whose text was retold, and the day of publication
-- column published: day of publication
-- column title: headline of the article
-- column quote: the article's own words
-- column earliest: first day, empty where open
-- column latest: last day, empty where open
-- column relation: on, from, by, until, after, around
-- column method: curated or extracted
-- column article_key: the article
-- column claim_key: the claim, for show and review
-- parts: by_claim
--
-- What is left out is told by the answers, before its claim is looked up.
CREATE VIEW report_schedules AS
SELECT
    coalesce(told.when_said, '(no date)') AS when_said,
    told.predicate_said AS what,
    told.subject AS who,
    told.object AS whom,
    told.place AS place,
    told.quantity_said || ' ' || told.quantity_unit AS how_many,
    told.stance_said AS stance,
    told.speaker_said AS according_to,
    labels.publisher_said || ', ' || labels.published_said AS source,
    labels.published_said AS published,
    labels.title_said AS title,
    told.quote AS quote,
    told.when_earliest AS earliest,
    told.when_latest AS latest,
    told.when_relation AS relation,
    told.method AS method,
    labels.article_key AS article_key,
    told.key AS claim_key
FROM told_statements AS told
    CROSS JOIN told_articles AS labels ON labels.article_id = told.answered_article_id
WHERE (told.answered_relation IS NOT NULL AND told.answered_predicate <> 'stationed'
        AND told.answered_predicate IN (SELECT name FROM predicates WHERE group_name IN ('presence', 'politics')))
    OR (told.answered_polarity = 'denied' AND told.answered_predicate IN (SELECT name FROM predicates WHERE group_name = 'presence'))
ORDER BY coalesce(told.when_latest, told.when_earliest, '9999-99'), told.when_earliest,
    told.predicate, labels.published, labels.article_key, told.quote_start, told.key, told.reading_hash;
