-- Claims that the scope lets reports see, less those that were retired; of all versions of their articles.
-- columns: claims
CREATE VIEW known_claims AS
SELECT claims.*
FROM scope CROSS JOIN claims
WHERE (scope.known_at IS NULL
        OR (SELECT imports.started FROM imports WHERE imports.id = claims.import_id) <= scope.known_at)
    AND (claims.retired_import_id IS NULL
        OR scope.known_at < (SELECT retiring.started FROM imports AS retiring WHERE retiring.id = claims.retired_import_id));
