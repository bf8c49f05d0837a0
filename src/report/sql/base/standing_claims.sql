-- Claims of current article versions, less those that were retired, rejected or replaced.
-- columns: claims
CREATE VIEW standing_claims AS
SELECT held_claims.*
FROM held_claims
WHERE NOT EXISTS (
    SELECT 1 FROM current_reviews
    WHERE current_reviews.claim_key = held_claims.key AND current_reviews.reading_hash = held_claims.reading_hash
        AND current_reviews.verdict IN ('rejected', 'corrected'));
