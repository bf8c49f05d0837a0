-- The articles that are listed one by one: all current ones, also those that claim nothing. The command narrows this view, when it is asked for
-- a place, a subject, a predicate or dates, to those of which a claim that it is asked for is counted.
-- columns: articles
CREATE VIEW listed_articles AS
SELECT * FROM counted_articles;
