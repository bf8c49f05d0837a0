-- What reports count. The command narrows this view when it is asked for a place, a subject, a predicate or dates.
-- columns: claims
CREATE VIEW current_claims AS
SELECT * FROM countable_claims;
