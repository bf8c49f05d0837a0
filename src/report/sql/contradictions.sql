-- title: Contradictions
-- question: Where do claims about the same thing exclude each other, and why?
-- column status (brief): open; superseded where only the later one is still said
-- column question (brief): who is to do what, and where
-- column one_says (brief): what was said first, how it stands, and who says so
-- column other_says (brief): what excludes it
-- column why (brief): why they do not fit together
-- column one_held_by (brief): articles and independent origins that hold the one, and when
-- column other_held_by (brief): the same for the other
-- column kind: dates that do not meet, figures that do not meet, or one affirms what the other denies
-- column one_according_to: who says the one
-- column other_according_to: who says the other
-- column one_quote: the one, in its article's own words
-- column other_quote: the other, in its article's own words
-- column one_articles (right): how many articles hold the one
-- column one_origins (right): how many independent origins
-- column one_first_said: first day on which it was said
-- column one_last_said: last day on which it was said
-- column other_articles (right): how many articles hold the other
-- column other_origins (right): how many independent origins
-- column other_first_said: first day on which it was said
-- column other_last_said: last day on which it was said
-- column subject_key: who the one is about
-- column place_key: where
-- column one_claim_key: the claim that shows the one best
-- column other_claim_key: the claim that shows the other best
CREATE VIEW report_contradictions AS
WITH found AS (
    SELECT kind, outcome,
        CASE kind
            WHEN 'dates' THEN says || ': ' || apart || CASE apart WHEN 1 THEN ' day' ELSE ' days' END || ' apart'
            WHEN 'figures' THEN 'they count the same: at least ' || printf('%,d', apart) || ' apart'
            ELSE says
        END AS reason,
        subject_kin, place_kin,
        one_claim_id, one_articles, one_origins, one_speakers, one_first_said, one_last_said,
        other_claim_id, other_articles, other_origins, other_speakers, other_first_said, other_last_said
    FROM position_pairs WHERE outcome IN ('conflict', 'superseded')
),
-- What was said first stands first.
ordered AS (
    SELECT kind, outcome, reason, subject_kin, place_kin, one_first_said > other_first_said AS turned,
        iif(one_first_said > other_first_said, other_claim_id, one_claim_id) AS one_claim_id,
        iif(one_first_said > other_first_said, other_articles, one_articles) AS one_articles,
        iif(one_first_said > other_first_said, other_origins, one_origins) AS one_origins,
        iif(one_first_said > other_first_said, other_speakers, one_speakers) AS one_speakers,
        iif(one_first_said > other_first_said, other_last_said, one_last_said) AS one_last_said,
        iif(one_first_said > other_first_said, one_claim_id, other_claim_id) AS other_claim_id,
        iif(one_first_said > other_first_said, one_articles, other_articles) AS other_articles,
        iif(one_first_said > other_first_said, one_origins, other_origins) AS other_origins,
        iif(one_first_said > other_first_said, one_speakers, other_speakers) AS other_speakers,
        iif(one_first_said > other_first_said, one_last_said, other_last_said) AS other_last_said,
        min(one_first_said, other_first_said) AS one_first_said,
        max(one_first_said, other_first_said) AS other_first_said
    FROM found
)
SELECT
    CASE ordered.outcome WHEN 'conflict' THEN 'open' ELSE 'superseded' END AS status,
    coalesce(one.subject, '(not said who)') || ': ' || CASE ordered.kind WHEN 'denial' THEN one.predicate ELSE one.predicate_said END || coalesce(' – ' || one.place, '') AS question,
    coalesce(one.quantity_said || ' ' || one.quantity_unit || '; ', '') || coalesce(one.when_said || '; ', '') || one.stance_said || '; ' || one.speaker_said AS one_says,
    CASE WHEN one.subject_root_id IS other.subject_root_id THEN '' ELSE coalesce(other.subject, '(not said who)') || ': ' END
        || CASE WHEN one.predicate_said = other.predicate_said OR ordered.kind = 'denial' AND one.predicate = other.predicate THEN '' ELSE other.predicate_said || '; ' END
        || CASE WHEN one.place_root_id IS other.place_root_id THEN '' ELSE coalesce(other.place, '(not said where)') || '; ' END
        || coalesce(other.quantity_said || ' ' || other.quantity_unit || '; ', '') || coalesce(other.when_said || '; ', '')
        || other.stance_said || '; ' || other.speaker_said AS other_says,
    ordered.reason
        || coalesce('; ' || iif(ordered.turned, other.subject, one.subject) || ' ' || ordered.subject_kin || ' ' || iif(ordered.turned, one.subject, other.subject), '')
        || coalesce('; ' || iif(ordered.turned, other.place, one.place) || ' ' || ordered.place_kin || ' ' || iif(ordered.turned, one.place, other.place), '')
        || CASE ordered.outcome WHEN 'superseded' THEN '; the first has not been said since ' || ordered.one_last_said ELSE '' END AS why,
    ordered.one_articles || CASE ordered.one_articles WHEN 1 THEN ' article, ' ELSE ' articles, ' END
        || ordered.one_origins || CASE ordered.one_origins WHEN 1 THEN ' origin, ' ELSE ' origins, ' END
        || ordered.one_first_said || CASE WHEN ordered.one_last_said = ordered.one_first_said THEN '' ELSE ' to ' || ordered.one_last_said END AS one_held_by,
    ordered.other_articles || CASE ordered.other_articles WHEN 1 THEN ' article, ' ELSE ' articles, ' END
        || ordered.other_origins || CASE ordered.other_origins WHEN 1 THEN ' origin, ' ELSE ' origins, ' END
        || ordered.other_first_said || CASE WHEN ordered.other_last_said = ordered.other_first_said THEN '' ELSE ' to ' || ordered.other_last_said END AS other_held_by,
    ordered.kind AS kind,
    ordered.one_speakers AS one_according_to,
    ordered.other_speakers AS other_according_to,
    one.quote AS one_quote,
    other.quote AS other_quote,
    ordered.one_articles AS one_articles,
    ordered.one_origins AS one_origins,
    ordered.one_first_said AS one_first_said,
    ordered.one_last_said AS one_last_said,
    ordered.other_articles AS other_articles,
    ordered.other_origins AS other_origins,
    ordered.other_first_said AS other_first_said,
    ordered.other_last_said AS other_last_said,
    one.subject_key AS subject_key,
    one.place_key AS place_key,
    one.key AS one_claim_key,
    other.key AS other_claim_key
FROM ordered
    CROSS JOIN told_claims AS one ON one.id = ordered.one_claim_id
    CROSS JOIN told_claims AS other ON other.id = ordered.other_claim_id
ORDER BY ordered.outcome, ordered.kind = 'denial' DESC, max(ordered.one_last_said, ordered.other_last_said) DESC,
    min(ordered.one_origins, ordered.other_origins) DESC, ordered.one_articles + ordered.other_articles DESC, one.key, other.key;
