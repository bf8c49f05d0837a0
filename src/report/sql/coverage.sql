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
WITH questions AS (
    SELECT predicate, phase, subject_root_id, place_root_id, count(*) AS answers, count(DISTINCT article_id) AS articles
    FROM resolved_claims
    GROUP BY +predicate, phase, subject_root_id, place_root_id
),
size AS (
    SELECT articles, articles * (SELECT count(*) FROM questions) <= 250000 AS is_small
    FROM (SELECT count(*) AS articles FROM current_articles)
),
-- The articles, and who of them answers what; nothing where lists are left empty.
listed AS (
    SELECT id, key FROM current_articles
    WHERE (SELECT is_small FROM size)
),
answering AS (
    SELECT DISTINCT predicate, phase, subject_root_id, place_root_id, article_id
    FROM resolved_claims
    WHERE (SELECT is_small FROM size)
)
SELECT
    questions.predicate || coalesce(', ' || questions.phase, '') AS what,
    subject.name AS who,
    place.name AS place,
    questions.answers AS answers,
    questions.articles AS articles,
    (SELECT articles FROM size) - questions.articles AS silent,
    (SELECT group_concat(key, '; ') FROM (
        SELECT listed.key FROM listed
        WHERE EXISTS (
            SELECT 1 FROM answering
            WHERE answering.article_id = listed.id AND answering.predicate = questions.predicate
                AND answering.phase IS questions.phase AND answering.subject_root_id IS questions.subject_root_id
                AND answering.place_root_id IS questions.place_root_id)
        ORDER BY listed.key)) AS answered_by,
    (SELECT group_concat(key, '; ') FROM (
        SELECT listed.key FROM listed
        WHERE NOT EXISTS (
            SELECT 1 FROM answering
            WHERE answering.article_id = listed.id AND answering.predicate = questions.predicate
                AND answering.phase IS questions.phase AND answering.subject_root_id IS questions.subject_root_id
                AND answering.place_root_id IS questions.place_root_id)
        ORDER BY listed.key)) AS silent_articles,
    subject.key AS subject_key,
    place.key AS place_key
FROM questions
    LEFT JOIN entities AS subject ON subject.id = questions.subject_root_id
    LEFT JOIN entities AS place ON place.id = questions.place_root_id
ORDER BY questions.articles DESC, questions.answers DESC, questions.predicate, questions.phase, subject.key, place.key;
