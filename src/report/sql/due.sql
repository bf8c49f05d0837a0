-- title: Due
-- question: What was due by now, and has no article said that it was done?
-- column due_by (brief): the last day on which it was to happen
-- column question (brief): who was to do what, and where
-- column said (brief): the date as it was said, and how it stood
-- column according_to (brief): who said so
-- column reported (brief): in words: no report of it in so many articles since
-- column days_past (right): days from the last day to the day of the scope, or to the last publication in it
-- column articles_since (right): articles published after the last day
-- column articles (brief, right): how many articles said that it was due
-- column origins (brief, right): how many independent origins
-- column first_said: first day on which it was said
-- column last_said: last day on which it was said
-- column quote: in an article's own words
-- column subject_key: who
-- column place_key: where
-- column claim_key: the claim that shows it best
CREATE VIEW report_due AS
WITH today AS MATERIALIZED (
    SELECT coalesce((SELECT as_of FROM scope),
        (SELECT published FROM current_articles WHERE published IS NOT NULL ORDER BY published DESC LIMIT 1)) AS day
),
-- Plans, and what was said to have happened: by whom, where, and last when.
planned AS MATERIALIZED (
    SELECT statements.predicate, statements.phase, coalesce(statements.subject_id, 0) AS subject_id, coalesce(statements.place_id, 0) AS place_id,
        statements.first_day, statements.last_day, statements.article_id, statements.via_id, statements.said, statements.rank
    FROM statements
        CROSS JOIN predicates ON predicates.name = statements.predicate AND predicates.group_name IN ('presence', 'politics')
    WHERE statements.polarity = 'affirmed' AND statements.predicate NOT IN ('stationed', 'remain')
        AND statements.ahead = 1 AND statements.relation IN ('on', 'by', 'from', 'around') AND statements.stance IN ('expected', 'planned', 'agreed')
        AND statements.last_day < (SELECT day FROM today)
        -- Of nobody and nowhere it cannot be told whether it was done.
        AND (statements.subject_id > 0 OR statements.place_id > 0)
),
plans AS MATERIALIZED (
    SELECT predicate, phase, subject_id, place_id, min(first_day) AS first_day, last_day, count(DISTINCT article_id) AS articles,
        min(said) AS first_said, max(said) AS last_said, CAST(substr(min(rank), 29) AS INTEGER) AS claim_id
    FROM planned
    GROUP BY predicate, phase, subject_id, place_id, last_day
),
done AS MATERIALIZED (
    SELECT questions.predicate, questions.phase, questions.subject_id, questions.place_id, asserted.said
    FROM (
            SELECT question_id, max(said) AS said
            FROM statements
            -- The plus signs keep SQLite from putting all answers into an index of these two words, which it asks once.
            WHERE +polarity = 'affirmed' AND +stance = 'asserted'
            GROUP BY question_id
        ) AS asserted
        CROSS JOIN questions ON questions.id = asserted.question_id
),
-- The same of anybody there and of them anywhere, both written -1: then it matters alone when it was last said.
done_by_any AS MATERIALIZED (
    SELECT predicate, phase, CASE turn WHEN 'anybody' THEN -1 ELSE subject_id END AS subject_id,
        CASE turn WHEN 'anywhere' THEN -1 ELSE place_id END AS place_id, max(said) AS said
    FROM (SELECT 'each' AS turn UNION ALL SELECT 'anybody' UNION ALL SELECT 'anywhere') AS turns
        CROSS JOIN done
    GROUP BY 1, 2, 3, 4
),
-- Whom and which places questions are about, each as a part and as a whole of itself.
asked AS MATERIALIZED (
    SELECT 'subject' AS field, subject_id AS id FROM asked_questions
    UNION
    SELECT 'place', place_id FROM asked_questions
),
-- What a part has done is told of the whole, and the other way round; of nobody, it may be of anybody.
related AS MATERIALIZED (
    SELECT DISTINCT field,
        CASE turn WHEN 'whole' THEN whole_id WHEN 'nobody' THEN 0 ELSE part_id END AS one_id,
        CASE turn WHEN 'part' THEN whole_id WHEN 'nobody' THEN -1 WHEN 'somebody' THEN 0 ELSE part_id END AS other_id
    FROM (SELECT 'part' AS turn UNION ALL SELECT 'whole' UNION ALL SELECT 'nobody' UNION ALL SELECT 'somebody') AS turns
        CROSS JOIN (
            SELECT field, part_id, whole_id, says FROM asked_kin
            WHERE (field, whole_id) IN (SELECT field, id FROM asked)
        )
    WHERE turn <> 'whole' OR says IS NOT NULL
),
met AS MATERIALIZED (
    SELECT plans.claim_id
    FROM plans
        CROSS JOIN related AS subjects ON subjects.field = 'subject' AND subjects.one_id = plans.subject_id
        CROSS JOIN related AS places ON places.field = 'place' AND places.one_id = plans.place_id
        CROSS JOIN done_by_any AS done ON done.predicate = plans.predicate AND done.subject_id = subjects.other_id AND done.place_id = places.other_id
    WHERE done.said >= plans.first_day AND (plans.phase IN ('', 'start', 'partial') OR done.phase IN (plans.phase, 'complete'))
),
-- How many articles there are of each day or later.
days AS MATERIALIZED (
    SELECT published AS day, sum(count(*)) OVER (ORDER BY published DESC) AS articles
    FROM counted_articles
    WHERE published IS NOT NULL
    GROUP BY published
),
overdue AS MATERIALIZED (
    SELECT plans.*, coalesce((SELECT max(days.articles) FROM days WHERE days.day > plans.last_day), 0) AS articles_since
    FROM plans
    WHERE claim_id NOT IN (SELECT claim_id FROM met)
)
SELECT
    overdue.last_day AS due_by,
    coalesce(told.subject, '(not said who)') || ': ' || told.predicate_said || coalesce(' – ' || told.place, '') AS question,
    coalesce(told.quantity_said || ' ' || told.quantity_unit || '; ', '') || told.when_said || '; ' || told.stance_said AS said,
    told.speaker_said AS according_to,
    CASE overdue.articles_since
        WHEN 0 THEN 'no article since'
        WHEN 1 THEN 'no report of completion in the 1 article since'
        ELSE 'no report of completion in the ' || overdue.articles_since || ' articles since'
    END AS reported,
    CAST(julianday((SELECT day FROM today)) - julianday(overdue.last_day) AS INTEGER) AS days_past,
    overdue.articles_since AS articles_since,
    overdue.articles AS articles,
    -- Where articles come from is asked of those alone that tell of what is overdue.
    (SELECT count(DISTINCT coalesce(via.key, (SELECT origins.origin_key FROM article_origins AS origins WHERE origins.article_id = planned.article_id)))
        FROM planned LEFT JOIN entities AS via ON via.id = planned.via_id
        WHERE planned.predicate = overdue.predicate AND planned.phase = overdue.phase AND planned.subject_id = overdue.subject_id
            AND planned.place_id = overdue.place_id AND planned.last_day = overdue.last_day) AS origins,
    overdue.first_said AS first_said,
    overdue.last_said AS last_said,
    told.quote AS quote,
    told.subject_key AS subject_key,
    told.place_key AS place_key,
    told.claim_key AS claim_key
FROM overdue CROSS JOIN claim_descriptions AS told ON told.claim_id = overdue.claim_id
ORDER BY overdue.last_day DESC, overdue.articles DESC, told.predicate, told.phase, told.subject_key, told.place_key, told.claim_key, told.reading_hash;
