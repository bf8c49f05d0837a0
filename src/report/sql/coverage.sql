-- title: Coverage
-- question: Which article answers which question, and which are silent?
-- column what (brief): predicate and phase
-- column who (brief): who does it
-- column place (brief): where
-- column answers (brief, right): claims that answer it
-- column articles (brief, right): articles that answer it
-- column silent (brief, right): articles that do not
-- column answered_by (brief): the articles that answer it
-- column silent_articles: the articles that do not
-- column subject_key: who, as a key
-- column place_key: where, as a key
CREATE VIEW report_coverage AS
WITH answers AS (
    SELECT told.predicate, told.phase, told.subject_root_id, told.place_root_id, told.predicate_said, told.subject, told.subject_key,
        told.place, told.place_key, told.article_key
    FROM current_claims JOIN claim_descriptions AS told ON told.claim_id = current_claims.id
    ORDER BY told.article_key
),
questions AS (
    SELECT predicate, phase, subject_root_id, place_root_id, predicate_said, subject, subject_key, place, place_key,
        count(*) AS answers, count(DISTINCT article_key) AS articles, replace(replace(group_concat(DISTINCT replace(article_key, ',', char(31))), ',', '; '), char(31), ',') AS answered_by
    FROM answers
    GROUP BY predicate, phase, subject_root_id, place_root_id
)
SELECT
    predicate_said AS what,
    subject AS who,
    place AS place,
    answers AS answers,
    articles AS articles,
    (SELECT count(*) FROM current_articles) - articles AS silent,
    answered_by AS answered_by,
    (SELECT group_concat(key, '; ') FROM (
        SELECT current_articles.key FROM current_articles
        WHERE NOT EXISTS (
            SELECT 1 FROM answers
            WHERE answers.article_key = current_articles.key AND answers.predicate = questions.predicate
                AND answers.phase IS questions.phase AND answers.subject_root_id IS questions.subject_root_id
                AND answers.place_root_id IS questions.place_root_id)
        ORDER BY current_articles.key)) AS silent_articles,
    subject_key AS subject_key,
    place_key AS place_key
FROM questions
ORDER BY articles DESC, answers DESC, predicate, phase, subject_key, place_key;
