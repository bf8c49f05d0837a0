-- What is held of when something happens: one row per question and date, however many articles say so.
-- column predicate: what is claimed
-- column phase: which part of it
-- column subject_id: who does it
-- column object_id: to whom
-- column place_id: where
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
-- column claim_id: the claim that shows it best
CREATE VIEW date_positions AS
SELECT
    statements.predicate AS predicate,
    statements.phase AS phase,
    statements.subject_id AS subject_id,
    statements.object_id AS object_id,
    statements.place_id AS place_id,
    statements.relation AS relation,
    statements.first_day AS first_day,
    statements.last_day AS last_day,
    statements.ahead AS ahead,
    max(weights.firmness) AS firmness,
    max(weights.excludes) AS excludes,
    count(*) AS claims,
    count(DISTINCT statements.article_id) AS articles,
    count(DISTINCT statements.origin_key) AS origins,
    min(statements.speaker_said) || CASE count(DISTINCT statements.speaker_said) WHEN 1 THEN '' WHEN 2 THEN '; ' || max(statements.speaker_said)
        ELSE '; ' || max(statements.speaker_said) || '; ' || (count(DISTINCT statements.speaker_said) - 2) || ' more' END AS speakers,
    min(statements.said) AS first_said,
    max(statements.said) AS last_said,
    CASE WHEN min(statements.article_id) = max(statements.article_id) THEN min(statements.article_id) END AS only_article,
    CASE WHEN min(statements.voice) = max(statements.voice) THEN min(statements.voice) END AS only_voice,
    CAST(substr(min((1 - weights.excludes) || statements.rank), 30) AS INTEGER) AS claim_id
FROM sourced_statements AS statements
    CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance
WHERE statements.polarity = 'affirmed' AND statements.first_day IS NOT NULL AND statements.ahead IS NOT NULL
    AND statements.predicate IN (SELECT one FROM compared_predicates WHERE test <> 'deny' UNION SELECT other FROM compared_predicates WHERE test <> 'deny')
GROUP BY statements.question_id, statements.relation, statements.first_day, statements.last_day, statements.ahead;
