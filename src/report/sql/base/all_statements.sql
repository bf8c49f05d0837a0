-- All claims as answers, whether they count or not: the question that each answers, and its answer in terms that compare.
-- column claim_id: the claim
-- column article_id: the version of the article
-- column is_counted: 1 if reports count it when the scope is open
-- column said: day of publication
-- column question_id: the question: predicate, phase, subject, object and place
-- column predicate: what is claimed
-- column phase: which part of it, '' where none is said; a withdrawal, deployment or handover of a number is a part
-- column subject_id: who does it, through merges
-- column object_id: to whom, through merges
-- column place_id: where, through merges
-- column position: what is answered, as one word to group by
-- column polarity: affirmed or denied
-- column stance: how it stands
-- column relation: how its date bounds it
-- column first_day: the first day that it allows; of a deadline, the first day of the period that was named
-- column last_day: the last day that it allows; '9999-12-31' where open
-- column ahead: 1 if its date was not over when it was said, 0 if it was; NULL where either is not known
-- column unit: what is counted
-- column qualifier: how the number is hedged
-- column low: the least that it allows, tolerances included
-- column high: the most that it allows, tolerances included
-- column number_low: the number named, or its lower bound
-- column number_high: the number named, or its upper bound
-- column voice: who speaks, to tell speakers apart
-- column speaker_said: who says so, in words
-- column speaker_kind: what kind of speaker
-- column via_id: through whom it came
-- column rank: to choose among claims of one answer: the lowest shows it best (curated, then named speakers, then the
--   earliest); whatever the order of import; its last characters, from the 29th on, are the claim's id
CREATE VIEW all_statements AS
SELECT
    answers.claim_id AS claim_id,
    answers.article_id AS article_id,
    answers.is_counted AS is_counted,
    answers.said AS said,
    answers.question_id AS question_id,
    questions.predicate AS predicate,
    questions.phase AS phase,
    nullif(questions.subject_id, 0) AS subject_id,
    nullif(questions.object_id, 0) AS object_id,
    nullif(questions.place_id, 0) AS place_id,
    answers.position AS position,
    answers.polarity AS polarity,
    answers.stance AS stance,
    answers.relation AS relation,
    CASE answers.relation
        WHEN 'around' THEN date(answers.first_day, '-' || allowed.around || ' days')
        ELSE answers.first_day
    END AS first_day,
    CASE answers.relation
        WHEN 'around' THEN date(answers.last_day, '+' || allowed.around || ' days')
        ELSE answers.last_day
    END AS last_day,
    answers.ahead AS ahead,
    answers.quantity_unit AS unit,
    answers.quantity_qualifier AS qualifier,
    CASE answers.quantity_qualifier
        WHEN 'exact' THEN answers.quantity_best
        WHEN 'about' THEN answers.quantity_best - answers.quantity_best * allowed.about / 100
        WHEN 'nearly' THEN answers.quantity_best - answers.quantity_best * allowed.nearly / 100
        WHEN 'more_than' THEN answers.quantity_low + 1
        ELSE coalesce(answers.quantity_low, 0)
    END AS low,
    CASE answers.quantity_qualifier
        WHEN 'exact' THEN answers.quantity_best
        WHEN 'about' THEN answers.quantity_best + answers.quantity_best * allowed.about / 100
        WHEN 'nearly' THEN answers.quantity_best
        WHEN 'less_than' THEN answers.quantity_high - 1
        ELSE coalesce(answers.quantity_high, 9223372036854775807)
    END AS high,
    coalesce(answers.quantity_best, answers.quantity_low) AS number_low,
    coalesce(answers.quantity_best, answers.quantity_high) AS number_high,
    answers.speaker_kind || ' ' || coalesce(answers.speaker_id, answers.speaker_text, '') AS voice,
    CASE answers.speaker_kind WHEN 'author' THEN 'the article itself' ELSE coalesce(answers.speaker_text, 'not named') END AS speaker_said,
    answers.speaker_kind AS speaker_kind,
    answers.via_id AS via_id,
    answers.rank AS rank
FROM answers
    CROSS JOIN questions ON questions.id = answers.question_id
    CROSS JOIN (
        SELECT max(amount) FILTER (WHERE name = 'around') AS around, max(amount) FILTER (WHERE name = 'about') AS about,
            max(amount) FILTER (WHERE name = 'nearly') AS nearly
        FROM tolerances) AS allowed;
