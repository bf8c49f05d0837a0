-- title: Coverage
-- question: Which article answers which question, and which are silent?
-- column what (brief): predicate and phase
-- column who (brief): who does it
-- column place (brief): where
-- column answers (brief, right): claims that answer it
-- column articles (brief, right): articles that answer it
-- column silent (brief, right): articles that do not
-- column answered_by (brief): the articles that answer it, where there are few
-- column silent_articles: the articles that do not, where there are few
-- column subject_key: who, as a key
-- column place_key: where, as a key
--
-- Every question has a list of every article that answers it or is silent: questions times articles. Above 250,000 of them
-- they are left empty, and the counts remain; a filter by subject, place, predicate or publisher brings the lists back.
CREATE VIEW report_coverage AS
WITH answering_claims AS MATERIALIZED (
    -- The question tells the phase that was said, but for a part: that may follow from a number alone, and the claim is asked, once.
    SELECT predicate, subject_id AS subject_root_id, place_id AS place_root_id, article_id,
        CASE WHEN phase = 'partial' AND unit IS NOT NULL THEN (SELECT claims.phase FROM claims WHERE claims.id = statements.claim_id)
            ELSE nullif(phase, '') END AS phase
    FROM statements
),
questions AS MATERIALIZED (
    SELECT row_number() OVER () AS number, predicate, phase, subject_root_id, place_root_id, count(*) AS answers, count(DISTINCT article_id) AS articles
    FROM answering_claims
    GROUP BY predicate, phase, subject_root_id, place_root_id
),
size AS MATERIALIZED (
    SELECT articles, articles * (SELECT count(*) FROM questions) <= 250000 AS is_small
    FROM (SELECT count(*) AS articles FROM counted_articles)
),
-- The articles in the order of lists, and who of them answers what; nothing where lists are left empty.
listed AS MATERIALIZED (
    SELECT id, key FROM counted_articles
    WHERE (SELECT is_small FROM size)
    ORDER BY key
),
answered AS MATERIALIZED (
    SELECT DISTINCT questions.number AS number, answering.article_id AS article_id
    FROM answering_claims AS answering
        CROSS JOIN questions ON questions.predicate = answering.predicate AND questions.phase IS answering.phase
            AND questions.subject_root_id IS answering.subject_root_id AND questions.place_root_id IS answering.place_root_id
    WHERE (SELECT is_small FROM size)
),
-- Each list goes through the articles as they stand above, so that nothing is sorted for it.
lists AS MATERIALIZED (
    SELECT number,
        (SELECT group_concat(key, '; ') FROM (
            SELECT listed.key
            FROM listed CROSS JOIN answered ON answered.number = questions.number AND answered.article_id = listed.id
            ORDER BY listed.key)) AS answered_by,
        (SELECT group_concat(key, '; ') FROM (
            SELECT listed.key
            FROM listed LEFT JOIN answered ON answered.number = questions.number AND answered.article_id = listed.id
            WHERE answered.number IS NULL
            ORDER BY listed.key)) AS silent_articles
    FROM questions
    WHERE (SELECT is_small FROM size)
)
SELECT
    questions.predicate || coalesce(', ' || questions.phase, '') AS what,
    subject.name AS who,
    place.name AS place,
    questions.answers AS answers,
    questions.articles AS articles,
    (SELECT articles FROM size) - questions.articles AS silent,
    lists.answered_by AS answered_by,
    lists.silent_articles AS silent_articles,
    subject.key AS subject_key,
    place.key AS place_key
FROM questions
    LEFT JOIN lists ON lists.number = questions.number
    LEFT JOIN entities AS subject ON subject.id = questions.subject_root_id
    LEFT JOIN entities AS place ON place.id = questions.place_root_id
ORDER BY questions.articles DESC, questions.answers DESC, questions.predicate, questions.phase, subject.key, place.key;
