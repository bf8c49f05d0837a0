-- The articles whose claims are asked for, as they are named in reports: looked up once an article, which LIMIT sees to, and not once
-- a claim.
-- columns: article_labels
-- column article_key: the article
-- column published: day of publication
CREATE VIEW told_articles AS
SELECT article_labels.*, articles.key AS article_key, articles.published AS published
FROM articles CROSS JOIN article_labels ON article_labels.article_id = articles.id
WHERE articles.id IN (SELECT article_id FROM asked_articles)
LIMIT -1;
