-- The articles that reports look at. The command narrows this view when it is asked for a publisher.
CREATE VIEW current_articles AS
SELECT * FROM newest_articles;
