-- What reports count. The command narrows this view, and nothing else, when it is asked for a place or a subject.
CREATE VIEW current_claims AS
SELECT * FROM countable_claims;
