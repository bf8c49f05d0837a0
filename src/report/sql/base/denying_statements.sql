-- Statements that deny, or that a denial answers with no, with where they come from: as far as kept denials are not right any more.
-- columns: all_statements
-- column origin_key: where it comes from: the agency that told the article, else the article's origin
-- column firmness: how firmly it stands
CREATE VIEW denying_statements AS
SELECT statements.*, coalesce(via.key, sources.origin_key) AS origin_key, weights.firmness AS firmness
FROM (
        SELECT all_statements.*
        FROM kept_state
            CROSS JOIN (
                SELECT question_id FROM unpaired_denials
                UNION
                SELECT affirming.id
                FROM (
                        SELECT DISTINCT questions.place_id, questions.predicate
                        FROM unpaired_denials CROSS JOIN questions ON questions.id = unpaired_denials.question_id
                    ) AS denying
                    CROSS JOIN compared_predicates AS compared ON compared.one = denying.predicate AND compared.test = 'deny'
                    CROSS JOIN questions AS affirming ON affirming.place_id = denying.place_id AND affirming.predicate = compared.other
            ) AS wanted
            CROSS JOIN asked_questions ON asked_questions.id = wanted.question_id
            CROSS JOIN all_statements ON all_statements.question_id = wanted.question_id
        WHERE kept_state.is_usable AND all_statements.is_counted = 1
        UNION ALL
        SELECT statements.*
        FROM statements
        WHERE NOT (SELECT is_usable FROM kept_state)
    ) AS statements
    CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance AND weights.affirms = 1
    CROSS JOIN (
        SELECT article_id, origin_key
        FROM article_origins
        WHERE article_id IN (
            SELECT asked_articles.article_id FROM kept_state CROSS JOIN asked_articles
            WHERE NOT kept_state.is_usable OR EXISTS (SELECT 1 FROM stale_questions))
        LIMIT -1
    ) AS sources ON sources.article_id = statements.article_id
    LEFT JOIN entities AS via ON via.id = statements.via_id
WHERE coalesce(statements.ahead, 1) = 1 AND statements.said IS NOT NULL;
