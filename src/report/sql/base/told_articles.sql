-- Articles as they are named in reports, for claims that come article by article: each is looked up where its claims are, which costs less
-- than to keep all of them at hand.
-- columns: article_labels
-- column article_key: the article
-- column published: day of publication
CREATE VIEW told_articles AS
SELECT article_labels.*, articles.key AS article_key, articles.published AS published
FROM articles CROSS JOIN article_labels ON article_labels.article_id = articles.id;
