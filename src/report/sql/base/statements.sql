-- The current claims as answers: the question that each answers, and its answer in terms that compare.
-- column claim_id: the claim
-- column article_id: the version of the article
-- column said: day of publication
-- column predicate: what is claimed
-- column phase: which part of it, '' where none is said; a withdrawal, deployment or handover of a number is a part
-- column subject_id: who does it, through merges
-- column object_id: to whom, through merges
-- column place_id: where, through merges
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
--
-- The plus sign keeps SQLite from grouping in the order of an index by predicate, which costs a look into the file for
-- every claim: it reads article after article instead.
CREATE VIEW statements AS
SELECT
    claims.id AS claim_id,
    claims.article_id AS article_id,
    articles.published AS said,
    +claims.predicate AS predicate,
    coalesce(claims.phase, CASE WHEN claims.quantity_unit IS NOT NULL AND claims.predicate IN ('withdraw', 'deploy', 'transfer') THEN 'partial' ELSE '' END) AS phase,
    coalesce(subject_root.root_id, claims.subject_id) AS subject_id,
    coalesce(object_root.root_id, claims.object_id) AS object_id,
    coalesce(place_root.root_id, claims.place_id) AS place_id,
    claims.polarity AS polarity,
    claims.stance AS stance,
    claims.when_relation AS relation,
    CASE
        WHEN claims.when_relation = 'around' THEN date(claims.when_earliest, '-' || (SELECT amount FROM tolerances WHERE name = 'around') || ' days')
        WHEN claims.when_relation NOT IN ('by', 'until') THEN claims.when_earliest
        ELSE CASE claims.when_precision
            WHEN 'day' THEN claims.when_latest
            WHEN 'week' THEN date(claims.when_latest, '-6 days')
            WHEN 'month' THEN date(claims.when_latest, 'start of month')
            WHEN 'quarter' THEN date(claims.when_latest, 'start of month', '-2 months')
            WHEN 'season' THEN date(claims.when_latest, 'start of month', '-2 months')
            WHEN 'half' THEN date(claims.when_latest, 'start of month', '-5 months')
            WHEN 'year' THEN date(claims.when_latest, 'start of year')
            WHEN 'decade' THEN date(claims.when_latest, 'start of year', '-9 years')
            ELSE date(claims.when_latest, 'start of year', '-99 years')
        END
    END AS first_day,
    CASE
        WHEN coalesce(claims.when_earliest, claims.when_latest) IS NULL THEN NULL
        WHEN claims.when_relation = 'around' THEN date(claims.when_latest, '+' || (SELECT amount FROM tolerances WHERE name = 'around') || ' days')
        ELSE coalesce(claims.when_latest, '9999-12-31')
    END AS last_day,
    CASE
        WHEN claims.when_latest IS NULL OR claims.when_relation = 'from' THEN coalesce(claims.when_latest, claims.when_earliest) >= articles.published
        ELSE claims.when_latest >= articles.published
    END AS ahead,
    claims.quantity_unit AS unit,
    claims.quantity_qualifier AS qualifier,
    CASE claims.quantity_qualifier
        WHEN 'exact' THEN claims.quantity_best
        WHEN 'about' THEN claims.quantity_best - claims.quantity_best * (SELECT amount FROM tolerances WHERE name = 'about') / 100
        WHEN 'nearly' THEN claims.quantity_best - claims.quantity_best * (SELECT amount FROM tolerances WHERE name = 'nearly') / 100
        WHEN 'more_than' THEN claims.quantity_low + 1
        ELSE coalesce(claims.quantity_low, 0)
    END AS low,
    CASE claims.quantity_qualifier
        WHEN 'exact' THEN claims.quantity_best
        WHEN 'about' THEN claims.quantity_best + claims.quantity_best * (SELECT amount FROM tolerances WHERE name = 'about') / 100
        WHEN 'nearly' THEN claims.quantity_best
        WHEN 'less_than' THEN claims.quantity_high - 1
        ELSE coalesce(claims.quantity_high, 9223372036854775807)
    END AS high,
    coalesce(claims.quantity_best, claims.quantity_low) AS number_low,
    coalesce(claims.quantity_best, claims.quantity_high) AS number_high,
    claims.speaker_kind || ' ' || coalesce(claims.speaker_id, claims.speaker_text, '') AS voice,
    CASE claims.speaker_kind WHEN 'author' THEN 'the article itself' ELSE coalesce(claims.speaker_text, 'not named') END AS speaker_said,
    claims.speaker_kind AS speaker_kind,
    coalesce(via_root.root_id, claims.via_id) AS via_id,
    CASE claims.method WHEN 'curated' THEN '0' ELSE '1' END
        || CASE claims.speaker_kind WHEN 'named' THEN '0' WHEN 'author' THEN '3' WHEN 'anonymous' THEN '2' ELSE '1' END
        || coalesce(articles.published, '9999-12-31') || claims.key || claims.id AS rank
FROM current_claims AS claims
    JOIN articles ON articles.id = claims.article_id
    LEFT JOIN entity_roots AS subject_root ON subject_root.entity_id = claims.subject_id
    LEFT JOIN entity_roots AS object_root ON object_root.entity_id = claims.object_id
    LEFT JOIN entity_roots AS place_root ON place_root.entity_id = claims.place_id
    LEFT JOIN entity_roots AS via_root ON via_root.entity_id = claims.via_id;
