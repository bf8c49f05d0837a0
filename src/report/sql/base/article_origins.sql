-- Who is really behind an article: whose text it is, as far as is known.
-- column article_id: the version of the article
-- column origin_key: the agency that it credits, else its publisher, else the article itself
-- column origin_known: 1 where that is a news organisation, 0 where only the article is known
-- column origin_how: why, in words
CREATE VIEW article_origins AS
SELECT
    articles.id AS article_id,
    coalesce(labels.wire_key, labels.publisher_key, articles.key) AS origin_key,
    coalesce(labels.wire_key, labels.publisher_key) IS NOT NULL AS origin_known,
    CASE
        WHEN labels.wire_key IS NOT NULL THEN 'credits ' || labels.wire
        WHEN labels.publisher_key IS NOT NULL THEN 'its publisher'
        ELSE 'only the article is known'
    END AS origin_how
FROM articles JOIN article_labels AS labels ON labels.article_id = articles.id;
