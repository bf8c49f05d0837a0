-- The articles that reports look at. The command narrows this view when it is asked for a publisher.
-- columns: articles
CREATE VIEW current_articles AS
SELECT * FROM newest_articles;
