-- title: Extraction quality
-- question: Against curated claims of the same article: what did the extractor find, miss, get wrong?
-- column row_kind (brief): total: the scores of a task; then its claims: missed, wrong, right
-- column task (brief): figure: a count of people or attacks; schedule: a dated move, stay, talk or vote, or a denied presence
-- column precision (right): total: right / (right + wrong)
-- column recall (right): total: right / (right + missed)
-- column f1 (brief, right): total: harmonic mean of precision and recall
-- column curated (brief): what a person wrote down; of a wrong claim, what stands in the same words; total: how many were found
-- column extracted (brief): what was read; of a missed claim, what was read in the same words; total: how many are right
-- column quote (brief): the words: curated ones, or those of a wrong claim
-- column article_key (brief): the article
-- column right_claims (right): total: curated core claims that were found
-- column wrong_claims (right): total: extracted claims that no curated claim agrees with
-- column missed_claims (right): total: curated core claims that were not found
-- column predicate: of the claim
-- column place_key: of the claim, through merges
-- column low (right): lower bound of the claim's figure
-- column best (right): the number named
-- column high (right): upper bound
-- column earliest: first day of the claim's date
-- column latest: last day
-- column polarity: affirmed or denied
-- column rule: the rule that read the extracted claim
-- column curated_key: the curated claim, for show and review
-- column extracted_key: the extracted claim
--
-- Compared are articles of which curated claims were imported: of the others nobody has said what is in them, nor of those
-- that have only corrections. An article that was stored without being read counts as read in vain. An extracted claim is
-- right when its quote covers a curated quote well (characters, F1 at least 0.4), predicate and place are the same (a curated
-- claim without a place accepts any), and for a figure low, best and high, for a schedule earliest, latest and polarity. Every
-- claim is used once: curated core claims take theirs first, in order of the text. An optional curated claim is neither right
-- nor missed, and an extracted claim of its predicate that shares words with it is neither right nor wrong. A review takes a
-- curated claim out, but what was read stays read. A filter by place, subject, predicate or date tells of the claims that it
-- chooses, curated ones that were missed among them; compared are all claims of their articles, so that each of them is what it
-- is without a filter.
--
-- On the gold and development claims this gives the figures of the scorer that the checks run. The two can differ where an
-- optional claim's words stand several times in its article (the scorer takes every place, the database has one), and where
-- entities were merged (which only the database knows).
--
-- Claims are compared by their numbers and days alone, and told in words at the end, with the names of what they are about from the
-- question that each answers. SQLite copies what a view refers to wherever
-- it is referred to, so each step below refers to the one before it as seldom as can be; and it makes no index for a FULL JOIN,
-- so there is none.
CREATE VIEW report_extraction_quality AS
WITH RECURSIVE
compared AS MATERIALIZED (
    SELECT asked.article_id AS article_id
    FROM (SELECT DISTINCT article_id FROM asked_articles) AS asked
    WHERE asked.article_id IN (SELECT article_id FROM claims WHERE method = 'curated')
        AND EXISTS (
            SELECT 1
            FROM known_claims AS curated CROSS JOIN imports ON imports.id = curated.import_id
            WHERE curated.article_id = asked.article_id AND curated.method = 'curated' AND imports.command <> 'review'
                AND (curated.key, curated.reading_hash) NOT IN (SELECT claim_key, reading_hash FROM refused_readings))
        AND EXISTS (SELECT 1 FROM current_articles WHERE current_articles.id = asked.article_id)
),
-- The claims of articles with curated claims, each with the tasks it belongs to.
candidates AS MATERIALIZED (
    SELECT claims.id AS claim_id, claims.article_id AS article_id, claims.method = 'curated' AS is_curated, claims.core AS core,
        claims.predicate AS predicate, coalesce(place_root.root_id, claims.place_id) AS place_id,
        claims.quantity_low AS low, claims.quantity_best AS best, claims.quantity_high AS high,
        claims.when_earliest AS earliest, claims.when_latest AS latest, claims.polarity AS polarity,
        claims.quote_start AS quote_start, claims.quote_end AS quote_end,
        coalesce(claims.quantity_unit, '') IN ('troops', 'fighters', 'members', 'civilians', 'people', 'contractors', 'attacks') AS is_figure,
        predicates.group_name IN ('presence', 'politics') AND claims.predicate <> 'stationed'
                AND coalesce(claims.when_earliest, claims.when_latest) IS NOT NULL
            OR predicates.group_name = 'presence' AND claims.polarity = 'denied' AS is_schedule,
        claims.key AS key, claims.reading_hash AS reading_hash
    FROM compared
        CROSS JOIN known_claims AS claims ON claims.article_id = compared.article_id
        CROSS JOIN predicates ON predicates.name = claims.predicate
        LEFT JOIN entity_roots AS place_root ON place_root.entity_id = claims.place_id
    WHERE claims.method = 'extracted'
        OR (claims.key, claims.reading_hash) NOT IN (SELECT claim_key, reading_hash FROM refused_readings)
),
tasks (task) AS (VALUES ('figure'), ('schedule')),
-- Curated claims beside the extracted ones that share words with them, how much of them, and what of it is the same; in order of the text,
-- of one and of the other, which is told of these few alone.
pairs AS MATERIALIZED (
    SELECT wanted.article_id AS article_id, wanted.core AS core,
        wanted.claim_id AS wanted_id, found.claim_id AS found_id,
        row_number() OVER (
            ORDER BY wanted.article_id, wanted.quote_start, wanted.quote_end, wanted.key, wanted.reading_hash,
                found.quote_start, found.quote_end, found.key, found.reading_hash) AS rank,
        row_number() OVER (
            ORDER BY found.article_id, found.quote_start, found.quote_end, found.key, found.reading_hash) AS found_rank,
        wanted.predicate = found.predicate AS same_predicate,
        2.0 * (min(wanted.quote_end, found.quote_end) - max(wanted.quote_start, found.quote_start))
            / (wanted.quote_end - wanted.quote_start + found.quote_end - found.quote_start) AS share,
        wanted.predicate = found.predicate AND (wanted.place_id IS NULL OR wanted.place_id IS found.place_id) AS same_event,
        wanted.is_figure AND found.is_figure AND (wanted.low, wanted.best, wanted.high) IS (found.low, found.best, found.high) AS same_figure,
        wanted.is_schedule AND found.is_schedule
            AND (wanted.earliest, wanted.latest, wanted.polarity) IS (found.earliest, found.latest, found.polarity) AS same_schedule
    FROM candidates AS wanted
        CROSS JOIN candidates AS found ON found.article_id = wanted.article_id
    WHERE wanted.is_curated AND NOT found.is_curated
        AND found.quote_start < wanted.quote_end AND wanted.quote_start < found.quote_end
),
agreeing AS (
    SELECT tasks.task AS task, pairs.core AS core, pairs.wanted_id AS wanted_id, pairs.found_id AS found_id,
        row_number() OVER (PARTITION BY pairs.article_id, tasks.task ORDER BY pairs.core DESC, pairs.rank) = 1 AS is_first,
        row_number() OVER (ORDER BY pairs.article_id, tasks.task, pairs.core DESC, pairs.rank) AS step
    FROM pairs CROSS JOIN tasks
    WHERE pairs.share >= 0.4 AND pairs.same_event AND CASE tasks.task WHEN 'figure' THEN pairs.same_figure ELSE pairs.same_schedule END
),
-- Pair after pair: what agrees is chosen unless one of the two claims is taken. `taken` holds those of one article and task.
choices (step, task, core, wanted_id, found_id, is_chosen, taken) AS (
    SELECT 0, NULL, 0, 0, 0, 0, ','
    UNION ALL
    SELECT agreeing.step, agreeing.task, agreeing.core, agreeing.wanted_id, agreeing.found_id,
        agreeing.is_first OR instr(taken, ',' || agreeing.wanted_id || ',') = 0 AND instr(taken, ',' || agreeing.found_id || ',') = 0,
        CASE WHEN agreeing.is_first THEN ',' ELSE taken END
            || CASE WHEN agreeing.is_first
                    OR instr(taken, ',' || agreeing.wanted_id || ',') = 0 AND instr(taken, ',' || agreeing.found_id || ',') = 0
                THEN agreeing.wanted_id || ',' || agreeing.found_id || ',' ELSE '' END
    FROM choices JOIN agreeing ON agreeing.step = choices.step + 1
),
chosen AS MATERIALIZED (
    SELECT task, core, wanted_id, found_id FROM choices WHERE is_chosen
),
-- What stands beside a claim in the same words, best first.
beside AS MATERIALIZED (
    SELECT wanted_id, found_id,
        row_number() OVER (PARTITION BY wanted_id ORDER BY same_predicate DESC, share DESC, found_rank) = 1 AS shows_wanted,
        row_number() OVER (PARTITION BY found_id ORDER BY same_predicate DESC, share DESC, rank) = 1 AS shows_found
    FROM pairs
    WHERE share >= 0.4
),
judged (row_kind, task, claim_id, wanted_id, found_id) AS (
    SELECT 'total', task, NULL, NULL, NULL FROM tasks
    UNION ALL
    SELECT 'right', task, wanted_id, wanted_id, found_id FROM chosen WHERE core = 1
    UNION ALL
    SELECT 'missed', tasks.task, candidates.claim_id, candidates.claim_id, beside.found_id
    FROM candidates CROSS JOIN tasks
        LEFT JOIN chosen ON chosen.wanted_id = candidates.claim_id AND chosen.task = tasks.task
        LEFT JOIN beside ON beside.wanted_id = candidates.claim_id AND beside.shows_wanted
    WHERE chosen.task IS NULL AND candidates.is_curated AND candidates.core = 1
        AND CASE tasks.task WHEN 'figure' THEN candidates.is_figure ELSE candidates.is_schedule END
    UNION ALL
    SELECT 'wrong', tasks.task, candidates.claim_id, beside.wanted_id, candidates.claim_id
    FROM candidates CROSS JOIN tasks
        LEFT JOIN chosen ON chosen.found_id = candidates.claim_id AND chosen.task = tasks.task
        LEFT JOIN beside ON beside.found_id = candidates.claim_id AND beside.shows_found
    WHERE chosen.task IS NULL AND NOT candidates.is_curated
        AND CASE tasks.task WHEN 'figure' THEN candidates.is_figure ELSE candidates.is_schedule END
        AND candidates.claim_id NOT IN (SELECT found_id FROM pairs WHERE core = 0 AND same_predicate)
),
counted AS (
    SELECT *,
        count(*) FILTER (WHERE row_kind = 'right') OVER of_task AS right_claims,
        count(*) FILTER (WHERE row_kind = 'wrong') OVER of_task AS wrong_claims,
        count(*) FILTER (WHERE row_kind = 'missed') OVER of_task AS missed_claims
    FROM judged
    -- What is not asked for was compared, so that what is takes the same as without a filter, but is not counted.
    WHERE row_kind = 'total' OR (SELECT is_open FROM kept_state) OR EXISTS (SELECT 1 FROM recorded_claims WHERE recorded_claims.id = judged.claim_id)
    WINDOW of_task AS (PARTITION BY task)
)
SELECT
    counted.row_kind AS row_kind,
    counted.task AS task,
    CASE row_kind WHEN 'total' THEN 1.0 * right_claims / nullif(right_claims + wrong_claims, 0) END AS precision,
    CASE row_kind WHEN 'total' THEN 1.0 * right_claims / nullif(right_claims + missed_claims, 0) END AS recall,
    CASE row_kind WHEN 'total' THEN 2.0 * right_claims / nullif(2 * right_claims + wrong_claims + missed_claims, 0) END AS f1,
    CASE row_kind
        WHEN 'total' THEN right_claims || ' of ' || (right_claims + missed_claims) || ' found'
            || iif(right_claims + missed_claims > 0, printf(' (recall %.3f)', 1.0 * right_claims / (right_claims + missed_claims)), '')
        ELSE wanted.predicate_said || coalesce('; ' || wanted_subject.name, '') || coalesce('; ' || wanted.quantity_said || ' ' || wanted.quantity_unit, '')
            || coalesce('; ' || wanted_place.name, '') || coalesce('; ' || wanted.when_said, '') || '; ' || wanted.stance_said
    END AS curated,
    CASE row_kind
        WHEN 'total' THEN right_claims || ' of ' || (right_claims + wrong_claims) || ' right'
            || iif(right_claims + wrong_claims > 0, printf(' (precision %.3f)', 1.0 * right_claims / (right_claims + wrong_claims)), '')
        ELSE found.predicate_said || coalesce('; ' || found_subject.name, '') || coalesce('; ' || found.quantity_said || ' ' || found.quantity_unit, '')
            || coalesce('; ' || found_place.name, '') || coalesce('; ' || found.when_said, '') || '; ' || found.stance_said
    END AS extracted,
    claims.quote AS quote,
    articles.key AS article_key,
    CASE row_kind WHEN 'total' THEN right_claims END AS right_claims,
    CASE row_kind WHEN 'total' THEN wrong_claims END AS wrong_claims,
    CASE row_kind WHEN 'total' THEN missed_claims END AS missed_claims,
    claims.predicate AS predicate,
    iif(counted.claim_id = counted.wanted_id, wanted_place.key, found_place.key) AS place_key,
    claims.quantity_low AS low,
    claims.quantity_best AS best,
    claims.quantity_high AS high,
    claims.when_earliest AS earliest,
    claims.when_latest AS latest,
    claims.polarity AS polarity,
    found.rule AS rule,
    wanted.key AS curated_key,
    found.key AS extracted_key
FROM counted
    LEFT JOIN claims ON claims.id = counted.claim_id
    LEFT JOIN articles ON articles.id = claims.article_id
    LEFT JOIN claim_words AS wanted ON wanted.id = counted.wanted_id
    LEFT JOIN answers AS wanted_answer ON wanted_answer.claim_id = counted.wanted_id
    LEFT JOIN questions AS wanted_question ON wanted_question.id = wanted_answer.question_id
    LEFT JOIN entities AS wanted_subject ON wanted_subject.id = wanted_question.subject_id
    LEFT JOIN entities AS wanted_place ON wanted_place.id = wanted_question.place_id
    LEFT JOIN claim_words AS found ON found.id = counted.found_id
    LEFT JOIN answers AS found_answer ON found_answer.claim_id = counted.found_id
    LEFT JOIN questions AS found_question ON found_question.id = found_answer.question_id
    LEFT JOIN entities AS found_subject ON found_subject.id = found_question.subject_id
    LEFT JOIN entities AS found_place ON found_place.id = found_question.place_id
ORDER BY CASE row_kind WHEN 'total' THEN 1 WHEN 'missed' THEN 2 WHEN 'wrong' THEN 3 ELSE 4 END, task, articles.key, claims.quote_start,
    claims.quote_end, claims.key, claims.reading_hash;
