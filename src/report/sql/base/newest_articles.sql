-- The newest version of every article within the scope.
-- columns: articles
CREATE VIEW newest_articles AS
SELECT scoped_articles.*
FROM scoped_articles
WHERE NOT EXISTS (
    SELECT 1 FROM scoped_articles AS newer
    WHERE newer.key = scoped_articles.key AND newer.version > scoped_articles.version);
