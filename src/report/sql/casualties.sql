-- title: Attacks and casualties
-- question: How many were killed, wounded or captured, in how many attacks, where and when, according to whom?
-- column when_said (brief): the date as said, and the days it bounds
-- column what (brief): attack, killed, wounded or captured, and the phase
-- column figure (brief): the figure as said, and what is counted
-- column whom (brief): the victims, or what was attacked
-- column by_whom (brief): who did it
-- column place (brief): where
-- column stance (brief): how it stands, as reported; a denial says denied
-- column according_to (brief): who says so, and through whom
-- column source (brief): the publisher, or whose text was retold, and the day of publication
-- column published: day of publication
-- column unit: what is counted
-- column title: headline of the article
-- column low (right): lower bound
-- column best (right): the number named
-- column high (right): upper bound
-- column qualifier: how the number is hedged
-- column quote: the article's own words
-- column method: curated or extracted
-- column article_key: the article
-- column claim_key: the claim, for show and review
-- parts: by_claim
--
-- What is left out is told by the answers, before its claim is looked up.
CREATE VIEW report_casualties AS
SELECT
    coalesce(told.when_said, '(no date)') AS when_said,
    told.predicate_said AS what,
    told.quantity_said || ' ' || told.quantity_unit AS figure,
    told.object AS whom,
    told.subject AS by_whom,
    told.place AS place,
    told.stance_said AS stance,
    told.speaker_said AS according_to,
    labels.publisher_said || ', ' || labels.published_said AS source,
    labels.published_said AS published,
    told.quantity_unit AS unit,
    labels.title_said AS title,
    told.quantity_low AS low,
    told.quantity_best AS best,
    told.quantity_high AS high,
    told.quantity_qualifier AS qualifier,
    told.quote AS quote,
    told.method AS method,
    labels.article_key AS article_key,
    told.key AS claim_key
FROM told_statements AS told
    CROSS JOIN told_articles AS labels ON labels.article_id = told.answered_article_id
WHERE told.answered_predicate IN (SELECT name FROM predicates WHERE group_name = 'violence')
ORDER BY coalesce(told.when_latest, told.when_earliest) IS NULL, coalesce(told.when_latest, told.when_earliest), told.when_earliest,
    told.predicate, labels.published, labels.article_key, told.quote_start, told.key, told.reading_hash;
