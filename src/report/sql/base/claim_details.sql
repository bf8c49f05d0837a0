-- All claims for people: everything joined in, and whether reports count them.
-- columns: claim_descriptions
-- column is_current: 1 where reports count the claim, else 0
CREATE VIEW claim_details AS
SELECT
    claim_descriptions.*,
    EXISTS (SELECT 1 FROM current_claims WHERE current_claims.id = claim_descriptions.id) AS is_current
FROM claim_descriptions;
