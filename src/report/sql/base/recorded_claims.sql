-- The claims whose evidence is recomputed: every one in the file, of any version, whatever became of it. The command narrows this view when
-- it is asked for a place, a subject, a predicate or dates.
-- columns: claims
CREATE VIEW recorded_claims AS
SELECT * FROM claims;
