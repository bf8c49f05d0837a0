-- The current articles, told from older versions all at once: for counting and listing them, not for looking one up. The command narrows this
-- view when it is asked for a publisher.
-- columns: articles
CREATE VIEW counted_articles AS
SELECT scoped_articles.*
FROM scoped_articles
WHERE scoped_articles.id NOT IN (SELECT article_id FROM replaced_articles);
