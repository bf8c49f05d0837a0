-- Versions that the scope lets reports see. A version's own day is that of its change, or, for a later capture
-- of a known article, that of the capture. An article without a date is in every scope.
-- columns: articles
CREATE VIEW scoped_articles AS
SELECT articles.*
FROM articles
WHERE ((SELECT known_at FROM scope) IS NULL
        OR (SELECT imports.started FROM imports WHERE imports.id = articles.import_id) <= (SELECT known_at FROM scope))
    AND ((SELECT as_of FROM scope) IS NULL
        OR max(coalesce(articles.published, ''),
            coalesce(substr(articles.modified, 1, 10), ''),
            CASE WHEN articles.version > 1 THEN coalesce(substr(articles.retrieved, 1, 10), '') ELSE '' END) <= (SELECT as_of FROM scope));
