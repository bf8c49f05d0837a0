-- All claims for people: everything joined in, and whether reports count them.
CREATE VIEW claim_details AS
SELECT
    claim_descriptions.*,
    EXISTS (SELECT 1 FROM current_claims WHERE current_claims.id = claim_descriptions.id) AS is_current
FROM claim_descriptions;
