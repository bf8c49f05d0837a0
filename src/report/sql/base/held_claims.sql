-- Claims of current article versions, less those that were retired; whatever reviews say of them.
-- columns: claims
CREATE VIEW held_claims AS
SELECT known_claims.*
FROM known_claims JOIN current_articles ON current_articles.id = known_claims.article_id;
