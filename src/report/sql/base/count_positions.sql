-- What is held of how many: one row per question, day and number, however many articles say so. Of several counts in
-- one article the largest, as it is the one that the others are parts of.
-- column question_id: the question
-- column predicate: of what the count is told
-- column phase: in which part of it
-- column holds: level or event, as in compared_counts
-- column subject_id: who
-- column object_id: to whom
-- column place_id: where
-- column claim_id: the claim that shows it best
-- column unit: what is counted
-- column low: the least that it allows, tolerances included
-- column high: the most that it allows, tolerances included
-- column first_day: the first day of which it is told
-- column last_day: the last
-- column excludes: 1 if it was said firmly enough to exclude another number
-- column claims: how many claims say so
-- column articles: how many articles
-- column origins: how many independent origins
-- column speakers: who says so
-- column first_said: first day on which it was said
-- column last_said: last day on which it was said
-- column only_article: the article, where only one says so
-- column only_voice: the speaker, where only one says so
CREATE VIEW count_positions AS
SELECT held.question_id AS question_id, questions.predicate AS predicate, questions.phase AS phase, held.holds,
    nullif(questions.subject_id, 0) AS subject_id, nullif(questions.object_id, 0) AS object_id, nullif(questions.place_id, 0) AS place_id,
    held.claim_id, held.unit, held.low, held.high, held.first_day, held.last_day, held.excludes, held.claims, held.articles, held.origins,
    held.speakers, held.first_said, held.last_said, held.only_article, held.only_voice
FROM (
        SELECT kept_count_positions.*
        FROM settled_questions CROSS JOIN kept_count_positions ON kept_count_positions.question_id = settled_questions.question_id
        UNION ALL
        SELECT * FROM live_count_positions
    ) AS held
    CROSS JOIN questions ON questions.id = held.question_id;
