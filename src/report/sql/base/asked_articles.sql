-- The articles whose origins are wanted. The command narrows this view when it is asked for a few claims.
-- column article_id: the version of the article
CREATE VIEW asked_articles AS
SELECT id AS article_id FROM articles;
