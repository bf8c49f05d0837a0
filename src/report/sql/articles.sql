-- title: Articles
-- question: What was imported, from whom, with how many claims?
-- column published (brief): day of publication
-- column source (brief): the publisher, or whose text was retold
-- column title (brief): headline
-- column author (brief): author or authors
-- column wire (brief): the agency that the article credits
-- column claims (brief, right): claims that reports count
-- column curated (brief, right): of them written down by a person
-- column extracted (brief, right): of them read by a rule
-- column versions (right): texts of this article in the database
-- column characters (right): length of the text in code points
-- column published_from: where the day of publication was found
-- column text_kind: full, excerpt or digest
-- column language: language of the text
-- column url: address
-- column article_key (brief): the article, for show and export
--
-- Where claims are asked for by place, subject, predicate or date, the articles that have one; else all, also those that claim nothing.
CREATE VIEW report_articles AS
WITH older AS MATERIALIZED (
    -- Few articles have older versions.
    SELECT articles.key AS key, count(DISTINCT replaced_articles.article_id) AS versions
    FROM replaced_articles CROSS JOIN articles ON articles.id = replaced_articles.article_id
    GROUP BY articles.key
)
SELECT
    labels.published_said AS published,
    labels.publisher_said AS source,
    labels.title_said AS title,
    current.author AS author,
    labels.wire AS wire,
    current.claims AS claims,
    current.curated AS curated,
    current.claims - current.curated AS extracted,
    1 + coalesce(older.versions, 0) AS versions,
    length(current.text) AS characters,
    current.published_from AS published_from,
    current.text_kind AS text_kind,
    current.language AS language,
    current.url AS url,
    current.key AS article_key
FROM listed_articles AS current
    CROSS JOIN article_labels AS labels ON labels.article_id = current.id
    LEFT JOIN older ON older.key = current.key
ORDER BY current.published IS NULL, +current.published, +current.key;
