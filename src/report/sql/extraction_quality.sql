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
-- curated claim out, but what was read stays read. Filters by place, subject, predicate or date do not narrow this report:
-- they would hide what was missed.
--
-- On the gold and development claims this gives the figures of the scorer that the checks run. The two can differ where an
-- optional claim's words stand several times in its article (the scorer takes every place, the database has one), and where
-- entities were merged (which only the database knows).
--
-- SQLite copies what a view refers to wherever it is referred to, so each step below refers to the one before it as seldom
-- as can be; and it makes no index for a FULL JOIN, so there is none.
CREATE VIEW report_extraction_quality AS
WITH RECURSIVE
-- The claims of articles with curated claims, each with the tasks it belongs to.
candidates AS (
    SELECT *, row_number() OVER (ORDER BY article_id, quote_start, quote_end, key, reading_hash) AS rank
    FROM (
        SELECT
            told.claim_id, told.article_id, told.article_key, told.method, told.core, told.rule, told.key, told.reading_hash,
            told.quote, told.quote_start, told.quote_end, told.predicate, told.place_root_id, told.place_key,
            told.quantity_low AS low, told.quantity_best AS best, told.quantity_high AS high,
            told.when_earliest AS earliest, told.when_latest AS latest, told.polarity,
            told.predicate_said || coalesce('; ' || told.subject, '') || coalesce('; ' || told.quantity_said || ' ' || told.quantity_unit, '')
                || coalesce('; ' || told.place, '') || coalesce('; ' || told.when_said, '') || '; ' || told.stance_said AS says,
            coalesce(told.quantity_unit, '') IN ('troops', 'fighters', 'members', 'civilians', 'people', 'contractors', 'attacks') AS is_figure,
            predicates.group_name IN ('presence', 'politics') AND told.predicate <> 'stationed'
                    AND coalesce(told.when_earliest, told.when_latest) IS NOT NULL
                OR predicates.group_name = 'presence' AND told.polarity = 'denied' AS is_schedule,
            max(told.method = 'curated' AND imports.command <> 'review') OVER (PARTITION BY told.article_id) AS is_compared
        FROM held_claims
            JOIN claim_descriptions AS told ON told.claim_id = held_claims.id
            JOIN predicates ON predicates.name = told.predicate
            JOIN imports ON imports.id = held_claims.import_id
        WHERE held_claims.article_id IN (SELECT article_id FROM claims WHERE method = 'curated')
            AND (held_claims.method = 'extracted' OR NOT EXISTS (
                SELECT 1 FROM current_reviews
                WHERE current_reviews.claim_key = held_claims.key AND current_reviews.reading_hash = held_claims.reading_hash
                    AND current_reviews.verdict IN ('rejected', 'corrected'))))
    WHERE is_compared
),
tasks (task) AS (VALUES ('figure'), ('schedule')),
-- Curated claims beside the extracted ones that share words with them, and how much of them; every extracted claim alone, too.
pairs AS (
    SELECT tasks.task AS task, wanted.article_id AS article_id, wanted.core AS core,
        wanted.claim_id AS wanted_id, wanted.rank AS wanted_rank, wanted.says AS wanted_says, wanted.place_key AS wanted_place,
        found.claim_id AS found_id, found.rank AS found_rank, found.says AS found_says, found.place_key AS found_place,
        wanted.predicate IS found.predicate AS same_predicate,
        CASE tasks.task WHEN 'figure' THEN wanted.is_figure ELSE wanted.is_schedule END AS is_wanted,
        CASE tasks.task WHEN 'figure' THEN found.is_figure ELSE found.is_schedule END AS is_found,
        2.0 * (min(wanted.quote_end, found.quote_end) - max(wanted.quote_start, found.quote_start))
            / (wanted.quote_end - wanted.quote_start + found.quote_end - found.quote_start) AS share,
        (wanted.place_root_id IS NULL OR wanted.place_root_id IS found.place_root_id)
            AND CASE tasks.task
                WHEN 'figure' THEN (wanted.low, wanted.best, wanted.high) IS (found.low, found.best, found.high)
                ELSE (wanted.earliest, wanted.latest, wanted.polarity) IS (found.earliest, found.latest, found.polarity)
            END AS says_the_same
    FROM candidates AS wanted
        LEFT JOIN candidates AS found
            ON found.article_id = wanted.article_id AND found.method = 'extracted'
                AND found.quote_start < wanted.quote_end AND wanted.quote_start < found.quote_end
        CROSS JOIN tasks
    WHERE wanted.method = 'curated'
    UNION ALL
    SELECT tasks.task, article_id, NULL, NULL, NULL, NULL, NULL, claim_id, rank, says, place_key, NULL, NULL,
        CASE tasks.task WHEN 'figure' THEN is_figure ELSE is_schedule END, NULL, NULL
    FROM candidates CROSS JOIN tasks
    WHERE method = 'extracted'
),
steps AS (
    SELECT *,
        (is_wanted AND is_found AND same_predicate AND says_the_same AND share >= 0.4) IS TRUE AS agrees,
        row_number() OVER (PARTITION BY article_id, task ORDER BY core DESC, wanted_rank, found_rank) = 1 AS is_first,
        row_number() OVER (ORDER BY article_id, task, core DESC, wanted_rank, found_rank) AS step
    FROM pairs
    WHERE is_wanted OR is_found
),
-- Pair after pair: what agrees is chosen unless one of the two claims is taken. `taken` holds those of one article and task.
choices (step, task, core, wanted_id, wanted_rank, wanted_says, wanted_place, found_id, found_rank, found_says, found_place,
    same_predicate, share, is_wanted, is_found, is_chosen, taken) AS (
    SELECT 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, ','
    UNION ALL
    SELECT steps.step, steps.task, steps.core, steps.wanted_id, steps.wanted_rank, steps.wanted_says, steps.wanted_place,
        steps.found_id, steps.found_rank, steps.found_says, steps.found_place,
        steps.same_predicate, steps.share, steps.is_wanted, steps.is_found,
        steps.agrees AND (steps.is_first
            OR instr(taken, ',' || steps.wanted_id || ',') = 0 AND instr(taken, ',' || steps.found_id || ',') = 0),
        CASE WHEN steps.is_first THEN ',' ELSE taken END
            || CASE WHEN steps.agrees AND (steps.is_first
                    OR instr(taken, ',' || steps.wanted_id || ',') = 0 AND instr(taken, ',' || steps.found_id || ',') = 0)
                THEN steps.wanted_id || ',' || steps.found_id || ',' ELSE '' END
    FROM choices JOIN steps ON steps.step = choices.step + 1
),
-- What became of both claims of a pair, and whether the pair is the one to show for each.
outcomes AS (
    SELECT task, core, wanted_id, wanted_says, wanted_place, found_id, found_says, found_place,
        is_wanted, is_found, is_chosen, share >= 0.4 AS is_beside,
        max(is_chosen) OVER (PARTITION BY task, wanted_id) AS wanted_is_chosen,
        max(is_chosen) OVER (PARTITION BY task, found_id) AS found_is_chosen,
        max(core = 0 AND same_predicate) OVER (PARTITION BY task, found_id) IS TRUE AS found_is_optional,
        row_number() OVER (PARTITION BY task, wanted_id ORDER BY share >= 0.4 DESC, same_predicate DESC, share DESC, found_rank) = 1 AS shows_wanted,
        row_number() OVER (PARTITION BY task, found_id ORDER BY share >= 0.4 DESC, same_predicate DESC, share DESC, wanted_rank) = 1 AS shows_found
    FROM choices
),
judged (row_kind, task, claim_id, place_key, wanted_id, wanted_says, found_id, found_says) AS (
    SELECT 'total', task, NULL, NULL, NULL, NULL, NULL, NULL FROM tasks
    UNION ALL
    SELECT kind, task,
        CASE kind WHEN 'wrong' THEN found_id ELSE wanted_id END,
        CASE kind WHEN 'wrong' THEN found_place ELSE wanted_place END,
        CASE WHEN kind <> 'wrong' OR is_beside THEN wanted_id END,
        CASE WHEN kind <> 'wrong' OR is_beside THEN wanted_says END,
        CASE WHEN kind <> 'missed' OR is_beside THEN found_id END,
        CASE WHEN kind <> 'missed' OR is_beside THEN found_says END
    FROM outcomes JOIN (SELECT 'right' AS kind UNION ALL SELECT 'missed' UNION ALL SELECT 'wrong')
        ON CASE kind
            WHEN 'right' THEN is_chosen AND core = 1
            WHEN 'missed' THEN is_wanted AND core = 1 AND NOT wanted_is_chosen AND shows_wanted
            ELSE is_found AND NOT found_is_chosen AND NOT found_is_optional AND shows_found
        END
),
counted AS (
    SELECT *,
        count(*) FILTER (WHERE row_kind = 'right') OVER of_task AS right_claims,
        count(*) FILTER (WHERE row_kind = 'wrong') OVER of_task AS wrong_claims,
        count(*) FILTER (WHERE row_kind = 'missed') OVER of_task AS missed_claims
    FROM judged
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
        ELSE wanted_says
    END AS curated,
    CASE row_kind
        WHEN 'total' THEN right_claims || ' of ' || (right_claims + wrong_claims) || ' right'
            || iif(right_claims + wrong_claims > 0, printf(' (precision %.3f)', 1.0 * right_claims / (right_claims + wrong_claims)), '')
        ELSE found_says
    END AS extracted,
    claims.quote AS quote,
    articles.key AS article_key,
    CASE row_kind WHEN 'total' THEN right_claims END AS right_claims,
    CASE row_kind WHEN 'total' THEN wrong_claims END AS wrong_claims,
    CASE row_kind WHEN 'total' THEN missed_claims END AS missed_claims,
    claims.predicate AS predicate,
    counted.place_key AS place_key,
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
    LEFT JOIN claims AS wanted ON wanted.id = counted.wanted_id
    LEFT JOIN claims AS found ON found.id = counted.found_id
ORDER BY CASE row_kind WHEN 'total' THEN 1 WHEN 'missed' THEN 2 WHEN 'wrong' THEN 3 ELSE 4 END, task, articles.key, claims.quote_start,
    claims.quote_end, claims.key, claims.reading_hash;
