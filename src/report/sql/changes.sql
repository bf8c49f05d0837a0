-- title: Changes
-- question: How did the answer move: from what to what, by how many days, how firmly, and who moved it?
-- column moved_on (brief): day on which the new answer was first said
-- column question (brief): who is to do what, and where; the first part of a withdrawal is its start
-- column from_said (brief): the answer until then, how it stood, and the last day it was said
-- column to_said (brief): the new answer, and how it stands
-- column move (brief): later, earlier, more or fewer, by how much; or firmer, or a step back
-- column according_to (brief): who says so
-- column source (brief): the publisher, or whose text was retold, and the day of publication
-- column slipped_days (right): days from the old to the new latest day; negative where it came earlier; empty where open, or for figures
-- column changed_by (right): from the old to the new number; empty for dates
-- column step_back (yes): 1 if the new answer is less firm than the old: agreed, then only possible
-- column from_stance: how the old one stood
-- column to_stance: how the new one stands
-- column from_last_said: last day on which it was said, up to the move
-- column from_quote: the old answer, in its article's own words
-- column to_quote: the new answer, in its article's own words
-- column subject_key: who
-- column place_key: where
-- column from_claim_key: the claim that shows the old answer best
-- column to_claim_key: the claim that shows the new one best
-- parts: by_topic
CREATE VIEW report_changes AS
WITH topics AS MATERIALIZED (
    -- By number, which sorts faster than words: questions that differ in their object alone, and the first part with the start.
    SELECT id, predicate, phase = '' AS is_whole, phase = 'partial' AS is_part,
        min(id) OVER (PARTITION BY predicate, phase, subject_id, place_id) AS topic_id,
        min(id) OVER (PARTITION BY predicate, CASE phase WHEN 'partial' THEN 'start' ELSE phase END, subject_id, place_id) AS asked_id
    FROM asked_questions
    WHERE subject_id > 0 AND place_id > 0
),
dated AS (
    SELECT 'date' AS kind, said, topics.asked_id AS asked_id, topics.topic_id AS topic_id, topics.is_part AS is_part,
        first_day AS low, last_day AS high,
        weights.firmness AS firmness, count(DISTINCT article_id) AS articles, CAST(substr(min(rank), 29) AS INTEGER) AS claim_id
    FROM statements
        CROSS JOIN topics ON topics.id = statements.question_id
        CROSS JOIN stance_weights AS weights ON weights.stance = statements.stance
    WHERE polarity = 'affirmed' AND ahead = 1 AND weights.excludes = 1
        AND topics.predicate IN (SELECT one FROM compared_predicates WHERE test = 'meet')
    GROUP BY topics.topic_id, said, first_day, last_day, weights.firmness
    UNION ALL
    SELECT 'count', said, topics.asked_id, topics.topic_id, topics.is_part, low, high,
        NULL, count(DISTINCT article_id), CAST(substr(min(rank), 29) AS INTEGER)
    FROM statements CROSS JOIN topics ON topics.id = statements.question_id
    WHERE polarity = 'affirmed' AND stance = 'asserted' AND unit IS NOT NULL AND said IS NOT NULL AND coalesce(ahead, 1) = 1 AND topics.is_whole
        AND topics.predicate IN (SELECT predicate FROM compared_counts WHERE holds = 'level')
    GROUP BY topics.topic_id, said, low, high
),
-- The answer of a day: the firmest, then the one of most articles, then the latest date or largest number.
answers AS (
    SELECT * FROM (
        SELECT dated.*, row_number() OVER (
            PARTITION BY asked_id, kind, said
            ORDER BY is_part, firmness DESC, articles DESC, high DESC, low DESC, claim_id) AS place_in_day
        FROM dated)
    WHERE place_in_day = 1
),
answered AS (
    SELECT answers.*,
        lag(said) OVER days AS from_said, lag(is_part) OVER days AS from_part, lag(low) OVER days AS from_low, lag(high) OVER days AS from_high,
        lag(firmness) OVER days AS from_firmness, lag(claim_id) OVER days AS from_claim_id,
        row_number() OVER (PARTITION BY topic_id, kind, low, high ORDER BY said) AS time_said
    FROM answers
    WINDOW days AS (PARTITION BY asked_id, kind ORDER BY said)
),
moves AS (
    SELECT * FROM answered
    WHERE from_said IS NOT NULL
        -- One part may follow another; only the first answers when it starts.
        AND NOT (from_part AND is_part AND kind = 'date')
        AND CASE
            WHEN from_low = low AND from_high = high THEN firmness <> from_firmness
            WHEN kind = 'count' THEN time_said = 1 AND (low > from_high OR high < from_low)
            ELSE time_said = 1
        END
)
SELECT
    moves.said AS moved_on,
    coalesce(now.subject, '') || ': ' || asked.predicate || CASE asked.phase WHEN '' THEN '' WHEN 'partial' THEN ', start' ELSE ', ' || asked.phase END
        || coalesce(' – ' || now.place, '') AS question,
    CASE moves.kind WHEN 'date' THEN before.when_said ELSE before.quantity_said || ' ' || before.quantity_unit END
        || '; ' || before.stance_said || '; ' || moves.from_said AS from_said,
    CASE moves.kind WHEN 'date' THEN now.when_said ELSE now.quantity_said || ' ' || now.quantity_unit END || '; ' || now.stance_said AS to_said,
    CASE
        WHEN moves.kind = 'count' THEN CASE WHEN moves.low > moves.from_high THEN 'more' ELSE 'fewer' END
        ELSE CASE
            WHEN moves.low = moves.from_low AND moves.high = moves.from_high THEN 'same date'
            WHEN moves.high = '9999-12-31' OR moves.from_high = '9999-12-31' THEN 'no common bound'
            WHEN moves.high > moves.from_high THEN CAST(julianday(moves.high) - julianday(moves.from_high) AS INTEGER) || ' days later'
            WHEN moves.high < moves.from_high THEN CAST(julianday(moves.from_high) - julianday(moves.high) AS INTEGER) || ' days earlier'
            ELSE 'same latest day'
        END || CASE
            WHEN moves.firmness > moves.from_firmness THEN '; firmer: ' || before.stance_said || ', now ' || now.stance_said
            WHEN moves.firmness < moves.from_firmness THEN '; a step back: ' || before.stance_said || ', now ' || now.stance_said
            ELSE '' END
    END AS move,
    now.speaker_said AS according_to,
    now.publisher_said || ', ' || now.published_said AS source,
    CASE WHEN moves.kind = 'date' AND moves.high <> '9999-12-31' AND moves.from_high <> '9999-12-31'
        THEN CAST(julianday(moves.high) - julianday(moves.from_high) AS INTEGER) END AS slipped_days,
    CASE moves.kind WHEN 'count' THEN coalesce(now.quantity_best, now.quantity_low, now.quantity_high)
        - coalesce(before.quantity_best, before.quantity_low, before.quantity_high) END AS changed_by,
    coalesce(moves.firmness < moves.from_firmness, 0) AS step_back,
    before.stance_said AS from_stance,
    now.stance_said AS to_stance,
    moves.from_said AS from_last_said,
    before.quote AS from_quote,
    now.quote AS to_quote,
    now.subject_key AS subject_key,
    now.place_key AS place_key,
    before.key AS from_claim_key,
    now.claim_key AS to_claim_key
FROM moves
    CROSS JOIN questions AS asked ON asked.id = moves.asked_id
    CROSS JOIN claim_descriptions AS now ON now.claim_id = moves.claim_id
    CROSS JOIN told_claims AS before ON before.id = moves.from_claim_id
ORDER BY moves.said DESC, moves.kind, asked.predicate, CASE asked.phase WHEN 'partial' THEN 'start' ELSE asked.phase END, now.subject_key, now.place_key, now.claim_key;
