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
--
-- The plus sign keeps SQLite from going through the claims in the order of an index by predicate, which costs a look into
-- the file for each: it reads article after article instead.
CREATE VIEW report_coverage AS
WITH answering_claims AS (
    -- The question tells the phase that was said, but for a part: that may follow from a number alone, and the claim is asked.
    SELECT predicate, subject_id AS subject_root_id, place_id AS place_root_id, article_id,
        CASE WHEN phase = 'partial' AND unit IS NOT NULL THEN (SELECT claims.phase FROM claims WHERE claims.id = statements.claim_id)
            ELSE nullif(phase, '') END AS phase
    FROM statements
),
questions AS (
    SELECT predicate, phase, subject_root_id, place_root_id, count(*) AS answers, count(DISTINCT article_id) AS articles,
        predicate || '|' || coalesce(phase, '') || '|' || coalesce(subject_root_id, 0) || '|' || coalesce(place_root_id, 0) AS asked
    FROM answering_claims
    GROUP BY +predicate, phase, subject_root_id, place_root_id
),
size AS MATERIALIZED (
    SELECT articles, articles * (SELECT count(*) FROM questions) <= 250000 AS is_small
    FROM (SELECT count(*) AS articles FROM counted_articles)
),
-- The articles, and who of them answers what; nothing where lists are left empty.
listed AS MATERIALIZED (
    SELECT id, key FROM counted_articles
    WHERE (SELECT is_small FROM size)
),
answering AS MATERIALIZED (
    SELECT DISTINCT article_id,
        predicate || '|' || coalesce(phase, '') || '|' || coalesce(subject_root_id, 0) || '|' || coalesce(place_root_id, 0) AS asked
    FROM answering_claims
    WHERE (SELECT is_small FROM size)
),
-- Lists are put in order by numbers of their questions, which are compared more quickly than words.
numbered AS MATERIALIZED (
    SELECT asked, row_number() OVER () AS number FROM (SELECT DISTINCT asked FROM answering)
),
answered AS MATERIALIZED (
    SELECT numbered.number AS number, answering.article_id AS article_id
    FROM answering CROSS JOIN numbered ON numbered.asked = answering.asked
),
lists AS MATERIALIZED (
    SELECT numbered.asked AS asked, gathered.answered_by AS answered_by, gathered.silent_articles AS silent_articles
    FROM (
            SELECT number, group_concat(key, '; ') FILTER (WHERE is_answer) AS answered_by, group_concat(key, '; ') FILTER (WHERE NOT is_answer) AS silent_articles
            FROM (
                SELECT asking.number AS number, listed.key AS key, answered.number IS NOT NULL AS is_answer
                FROM numbered AS asking
                    CROSS JOIN listed
                    LEFT JOIN answered ON answered.number = asking.number AND answered.article_id = listed.id
                ORDER BY asking.number, listed.key)
            GROUP BY number) AS gathered
        CROSS JOIN numbered ON numbered.number = gathered.number
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
    LEFT JOIN lists ON lists.asked = questions.asked
    LEFT JOIN entities AS subject ON subject.id = questions.subject_root_id
    LEFT JOIN entities AS place ON place.id = questions.place_root_id
ORDER BY questions.articles DESC, questions.answers DESC, questions.predicate, questions.phase, subject.key, place.key;
