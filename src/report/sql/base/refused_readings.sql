-- Readings that a review rejects or replaces. A list: reports look into it for every claim.
-- column claim_key: what was read
-- column reading_hash: how it was read
CREATE VIEW refused_readings AS
SELECT current_reviews.claim_key, current_reviews.reading_hash
FROM current_reviews
WHERE current_reviews.verdict IN ('rejected', 'corrected');
