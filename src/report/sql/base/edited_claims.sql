-- The claims whose edits are reported. The command narrows this view when it is asked for a place, a subject, a predicate
-- or dates.
-- columns: claims
CREATE VIEW edited_claims AS
SELECT * FROM version_claims;
