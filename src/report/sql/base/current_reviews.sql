-- The latest verdict on every reading within the scope, unless it was withdrawn.
-- columns: reviews
CREATE VIEW current_reviews AS
SELECT reviews.*
FROM scope CROSS JOIN reviews
WHERE (scope.known_at IS NULL OR reviews.made <= scope.known_at)
    AND reviews.verdict <> 'withdrawn'
    AND NOT EXISTS (
        SELECT 1 FROM reviews AS later
        WHERE later.claim_key = reviews.claim_key AND later.reading_hash = reviews.reading_hash AND later.id > reviews.id
            AND (scope.known_at IS NULL OR later.made <= scope.known_at));
