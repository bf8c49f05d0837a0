-- Versions that the scope lets reports see. A version's own day is that of its change, or, for a later capture
-- of a known article, that of the capture. An article without a date is in every scope.
-- columns: articles
CREATE VIEW scoped_articles AS
SELECT articles.*
FROM scope CROSS JOIN articles JOIN imports ON imports.id = articles.import_id
WHERE (scope.known_at IS NULL OR imports.started <= scope.known_at)
    AND (scope.as_of IS NULL
        OR max(coalesce(articles.published, ''),
            coalesce(substr(articles.modified, 1, 10), ''),
            CASE WHEN articles.version > 1 THEN coalesce(substr(articles.retrieved, 1, 10), '') ELSE '' END) <= scope.as_of);
