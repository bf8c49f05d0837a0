-- The articles with claims whose edits are reported. The command narrows this view when it is asked for a place, a subject, a predicate or
-- dates.
-- column article_id: the version of the article
CREATE VIEW edited_articles AS
SELECT id AS article_id FROM articles;
