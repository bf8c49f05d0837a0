-- Claims that the scope lets reports see, less those that were retired; of all versions of their articles.
-- columns: claims
CREATE VIEW known_claims AS
SELECT claims.*
FROM claims
WHERE ((SELECT known_at FROM scope) IS NULL
        OR (SELECT imports.started FROM imports WHERE imports.id = claims.import_id) <= (SELECT known_at FROM scope))
    AND (claims.retired_import_id IS NULL
        OR (SELECT known_at FROM scope) < (SELECT retiring.started FROM imports AS retiring WHERE retiring.id = claims.retired_import_id));
