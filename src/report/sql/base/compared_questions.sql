-- Questions that are held against each other, as far as kept pairs are not right any more: none where all are; all where nothing
-- that is kept can be used.
-- columns: questions
-- column is_unpaired: 1 where its pairs are to be found
-- column are_unpaired: 1, as there is at least one whose pairs are to be found
CREATE VIEW compared_questions AS
SELECT *
FROM (
    SELECT *, max(is_unpaired) OVER () AS are_unpaired
    FROM (
        SELECT asked_questions.*, NOT kept_state.is_usable OR asked_questions.id IN (SELECT question_id FROM stale_questions) AS is_unpaired
        FROM kept_state CROSS JOIN asked_questions))
WHERE are_unpaired;
