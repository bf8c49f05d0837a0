-- Claims of current article versions, less those that were retired, rejected or replaced.
-- columns: claims
CREATE VIEW standing_claims AS
SELECT held_claims.*
FROM held_claims
WHERE (held_claims.key, held_claims.reading_hash) NOT IN (SELECT claim_key, reading_hash FROM refused_readings);
