-- Claims of current article versions, less those that were retired; whatever reviews say of them.
-- columns: claims
CREATE VIEW held_claims AS
SELECT claims.*
FROM scope
    CROSS JOIN current_articles
    JOIN claims ON claims.article_id = current_articles.id
    JOIN imports ON imports.id = claims.import_id
WHERE (scope.known_at IS NULL OR imports.started <= scope.known_at)
    AND (claims.retired_import_id IS NULL
        OR scope.known_at < (SELECT retiring.started FROM imports AS retiring WHERE retiring.id = claims.retired_import_id));
