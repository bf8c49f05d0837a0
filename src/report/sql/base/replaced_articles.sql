-- Versions of articles to which the scope has a newer one; whatever is newer than another is not the first.
-- column article_id: the version of the article
CREATE VIEW replaced_articles AS
SELECT older.id AS article_id
FROM scoped_articles AS newer
    CROSS JOIN scoped_articles AS older ON older.key = newer.key AND older.version < newer.version
WHERE newer.version > 1;
