-- Whether what is kept at hand can be used: one row, as SQLite sees by its number. The command narrows this view when it is asked for a part of the claims.
-- column is_open: 1 where the scope is open, so that answers say which claims count
-- column is_usable: 1 where comparisons that are kept are those of this scope, and by the rules of today
CREATE VIEW kept_state AS
SELECT
    as_of IS NULL AND known_at IS NULL AS is_open,
    as_of IS NULL AND known_at IS NULL AND EXISTS (SELECT 1 FROM kept_by) AS is_usable
FROM scope
WHERE scope.id = 1;
