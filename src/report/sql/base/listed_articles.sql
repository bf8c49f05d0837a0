-- The articles that are listed one by one: all current ones, also those that claim nothing. The command narrows this view, when it is asked for
-- a place, a subject, a predicate or dates, to those of which a claim that it is asked for is counted.
-- columns: articles
-- column claims: claims that reports count
-- column curated: of them written down by a person
CREATE VIEW listed_articles AS
WITH counted AS MATERIALIZED (
    -- The rank of a curated claim begins with 0.
    SELECT article_id, count(*) AS claims, count(*) FILTER (WHERE rank < '1') AS curated
    FROM statements
    GROUP BY article_id
)
SELECT
    counted_articles.*,
    coalesce(counted.claims, 0) AS claims,
    coalesce(counted.curated, 0) AS curated
FROM counted_articles
    LEFT JOIN counted ON counted.article_id = counted_articles.id;
