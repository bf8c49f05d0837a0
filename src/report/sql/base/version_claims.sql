-- Claims of every version within the scope, less those that were retired, rejected or replaced: what a text said before it
-- was changed, and after.
-- columns: claims
CREATE VIEW version_claims AS
SELECT claims.*
FROM scope
    CROSS JOIN scoped_articles
    JOIN claims ON claims.article_id = scoped_articles.id
    JOIN imports ON imports.id = claims.import_id
WHERE (scope.known_at IS NULL OR imports.started <= scope.known_at)
    AND (claims.retired_import_id IS NULL
        OR scope.known_at < (SELECT retiring.started FROM imports AS retiring WHERE retiring.id = claims.retired_import_id))
    AND NOT EXISTS (
        SELECT 1 FROM current_reviews
        WHERE current_reviews.claim_key = claims.key AND current_reviews.reading_hash = claims.reading_hash
            AND current_reviews.verdict IN ('rejected', 'corrected'));
