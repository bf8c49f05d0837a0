-- Who stands behind an answer: one row per question and answer, however many claims give it. Figures are one answer
-- whatever their hedge, and levels said to hold at the time, whenever that was.
-- column question_id: the question
-- column predicate: what is claimed
-- column phase: which part of it, '' where none is said
-- column subject_id: who does it
-- column object_id: to whom
-- column place_id: where
-- column polarity: affirmed or denied
-- column first_day: first day that the date allows, before tolerances; NULL without a date, and for levels of their time
-- column last_day: last day that it allows
-- column of_its_time: 1 for a level that was said to hold at the time
-- column unit: what is counted
-- column number_low: the number named, or its lower bound
-- column number_high: the number named, or its upper bound
-- column claims: how many claims
-- column articles: how many articles
-- column publishers: how many publishers, as far as they are known
-- column origins: how many independent origins
-- column only_origin: the origin, where there is only one
-- column named: how many named speakers
-- column anonymous: how many claims rest on anonymous speakers
-- column others: how many institutions, documents and outlets
-- column unattributed: how many claims the articles make in their own voice
-- column stances: how it stands, in all its claims
-- column exact: how many claims give the number as exact; NULL where nothing is counted
-- column hedged: how many claims hedge it
-- column first_said: first day on which it was said
-- column last_said: last day on which it was said
-- column claim_id: the claim that shows it best
CREATE VIEW positions AS
WITH held AS (
    SELECT kept_positions.*
    FROM settled_questions CROSS JOIN kept_positions ON kept_positions.question_id = settled_questions.question_id
    UNION ALL
    SELECT * FROM live_positions
)
SELECT
    held.question_id AS question_id,
    questions.predicate AS predicate,
    questions.phase AS phase,
    nullif(questions.subject_id, 0) AS subject_id,
    nullif(questions.object_id, 0) AS object_id,
    nullif(questions.place_id, 0) AS place_id,
    shown.polarity AS polarity,
    CASE substr(held.position, 2, 1) WHEN '=' THEN NULL ELSE shown.first_day END AS first_day,
    CASE substr(held.position, 2, 1) WHEN '=' THEN NULL ELSE shown.last_day END AS last_day,
    substr(held.position, 2, 1) = '=' AS of_its_time,
    shown.quantity_unit AS unit,
    coalesce(shown.quantity_best, shown.quantity_low) AS number_low,
    coalesce(shown.quantity_best, shown.quantity_high) AS number_high,
    held.claims AS claims,
    held.articles AS articles,
    held.publishers AS publishers,
    held.origins AS origins,
    held.only_origin AS only_origin,
    held.named AS named,
    held.anonymous AS anonymous,
    held.others AS others,
    held.unattributed AS unattributed,
    held.stances AS stances,
    held.exact AS exact,
    held.hedged AS hedged,
    held.first_said AS first_said,
    held.last_said AS last_said,
    held.claim_id AS claim_id
FROM held
    CROSS JOIN questions ON questions.id = held.question_id
    CROSS JOIN answers AS shown ON shown.claim_id = held.claim_id;
