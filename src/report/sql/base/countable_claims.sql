-- Standing claims, less the extracted ones of whose words a curated claim of the same predicate covers more than half:
-- a reading is counted once. Most articles have no curated claims, which one look into an index tells.
-- columns: claims
CREATE VIEW countable_claims AS
SELECT standing_claims.*
FROM standing_claims
WHERE standing_claims.method = 'curated'
    OR NOT EXISTS (
        SELECT 1 FROM claims AS curated
        WHERE curated.article_id = standing_claims.article_id AND curated.method = 'curated')
    OR NOT EXISTS (
        SELECT 1 FROM known_claims AS curated
        WHERE curated.article_id = standing_claims.article_id AND curated.method = 'curated'
            AND curated.predicate = standing_claims.predicate
            AND 2 * (min(curated.quote_end, standing_claims.quote_end) - max(curated.quote_start, standing_claims.quote_start))
                > standing_claims.quote_end - standing_claims.quote_start
            AND (curated.key, curated.reading_hash) NOT IN (SELECT claim_key, reading_hash FROM refused_readings));
