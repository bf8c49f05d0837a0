-- What is held of when something happens: one row per question and date, however many articles say so.
-- column question_id: the question
-- column predicate: what is claimed
-- column phase: which part of it
-- column subject_id: who does it
-- column object_id: to whom
-- column place_id: where
-- column claim_id: the claim that shows it best
-- column relation: how the date bounds it
-- column first_day: the first day that it allows; of a deadline, the first day of the period that was named
-- column last_day: the last day that it allows
-- column ahead: 1 if the date was not over when it was said, 0 if it was
-- column firmness: the firmest stance in which it was said
-- column excludes: 1 if it was said firmly enough to exclude another date
-- column claims: how many claims say so
-- column articles: how many articles
-- column origins: how many independent origins
-- column speakers: who says so
-- column first_said: first day on which it was said
-- column last_said: last day on which it was said
-- column only_article: the article, where only one says so
-- column only_voice: the speaker, where only one says so
CREATE VIEW date_positions AS
SELECT held.question_id AS question_id, questions.predicate AS predicate, questions.phase AS phase,
    nullif(questions.subject_id, 0) AS subject_id, nullif(questions.object_id, 0) AS object_id, nullif(questions.place_id, 0) AS place_id,
    held.claim_id, held.relation, held.first_day, held.last_day, held.ahead, held.firmness, held.excludes, held.claims, held.articles, held.origins,
    held.speakers, held.first_said, held.last_said, held.only_article, held.only_voice
FROM (
        SELECT kept_date_positions.*
        FROM settled_questions CROSS JOIN kept_date_positions ON kept_date_positions.question_id = settled_questions.question_id
        UNION ALL
        SELECT * FROM live_date_positions
    ) AS held
    CROSS JOIN questions ON questions.id = held.question_id;
