-- title: Troop figures
-- question: How many, where, as of when, according to whom, how exactly?
-- column force (brief): whose forces, or which group
-- column place (brief): where
-- column figure (brief): the figure as said, and what is counted
-- column what (brief): stationed, withdraw, deploy …, the phase, and how it stands where it is not simply asserted
-- column as_of (brief): the date as said
-- column according_to (brief): who says so, and through whom
-- column source (brief): the publisher, or whose text was retold, and the day of publication
-- column title (brief): headline of the article
-- column published: day of publication
-- column stance: how it stands, as reported; a denial says denied
-- column unit: what is counted
-- column low (right): lower bound
-- column best (right): the number named
-- column high (right): upper bound
-- column qualifier: how the number is hedged
-- column earliest: first day for which it is said, empty where open or not said
-- column latest: last day for which it is said, empty where open or not said
-- column quote: the article's own words
-- column method: curated or extracted
-- column article_key: the article
-- column claim_key: the claim, for show and review
-- parts: by_claim
--
-- What is left out is told by the answers, before its claim is looked up.
CREATE VIEW report_troop_figures AS
SELECT
    told.subject AS force,
    told.place AS place,
    told.quantity_said || ' ' || told.quantity_unit AS figure,
    told.predicate_said || CASE told.stance_said WHEN 'asserted' THEN '' ELSE '; ' || told.stance_said END AS what,
    coalesce(told.when_said, '(not said)') AS as_of,
    told.speaker_said AS according_to,
    labels.publisher_said || ', ' || labels.published_said AS source,
    labels.title_said AS title,
    labels.published_said AS published,
    told.stance_said AS stance,
    told.quantity_unit AS unit,
    told.quantity_low AS low,
    told.quantity_best AS best,
    told.quantity_high AS high,
    told.quantity_qualifier AS qualifier,
    told.when_earliest AS earliest,
    told.when_latest AS latest,
    told.quote AS quote,
    told.method AS method,
    labels.article_key AS article_key,
    told.key AS claim_key
FROM told_statements AS told
    CROSS JOIN told_articles AS labels ON labels.article_id = told.answered_article_id
WHERE told.answered_unit IN (SELECT name FROM units WHERE counts = 'people')
    AND told.answered_predicate IN (SELECT name FROM predicates WHERE group_name = 'presence' OR name IN ('members', 'train'))
ORDER BY told.place IS NULL, told.place, told.subject IS NULL, told.subject, told.predicate,
    coalesce(told.when_latest, told.when_earliest, labels.published), labels.published, labels.article_key, told.quote_start,
    told.key, told.reading_hash;
