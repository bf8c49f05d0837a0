-- Claims of current article versions, less those that were retired; whatever reviews say of them.
-- columns: claims
CREATE VIEW held_claims AS
SELECT known_claims.*
FROM current_articles JOIN known_claims ON known_claims.article_id = current_articles.id;
