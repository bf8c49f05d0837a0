-- Statements with who is behind them. The sources are looked up once an article, and only of the articles that are asked for.
-- columns: statements
-- column origin_key: where it comes from: the agency that told the article, else the article's origin
-- column publisher_id: the article's publisher, through merges
CREATE VIEW sourced_statements AS
WITH sources AS MATERIALIZED (
    SELECT article_id, origin_key, publisher_id
    FROM article_origins
    WHERE article_id IN (SELECT article_id FROM asked_articles)
)
SELECT
    coalesce(via.key, sources.origin_key) AS origin_key,
    sources.publisher_id AS publisher_id,
    statements.*
FROM statements
    CROSS JOIN sources ON sources.article_id = statements.article_id
    LEFT JOIN entities AS via ON via.id = statements.via_id;
