-- The same statements with who is behind them. The sources are looked up once an article, which LIMIT sees to.
-- columns: live_statements
-- column origin_key: where it comes from: the agency that told the article, else the article's origin
-- column publisher_id: the article's publisher, through merges
CREATE VIEW live_sourced_statements AS
SELECT
    coalesce(via.key, sources.origin_key) AS origin_key,
    sources.publisher_id AS publisher_id,
    live_statements.*
FROM live_statements
    CROSS JOIN (
        SELECT article_id, origin_key, publisher_id
        FROM article_origins
        WHERE article_id IN (
            SELECT asked_articles.article_id FROM kept_state CROSS JOIN asked_articles
            WHERE NOT kept_state.is_usable OR EXISTS (SELECT 1 FROM stale_questions WHERE is_settled = 0))
        LIMIT -1
    ) AS sources ON sources.article_id = live_statements.article_id
    LEFT JOIN entities AS via ON via.id = live_statements.via_id;
