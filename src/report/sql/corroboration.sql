-- title: Corroboration
-- question: Who stands behind a claim: how many articles, publishers, independent origins, named and anonymous speakers?
-- column question (brief): who does what, and where
-- column says (brief): the answer: how many, when, how it stands
-- column stands_on (brief): in words: one origin, whichever it is, or several
-- column articles (brief, right): how many articles say so
-- column publishers (right): how many publishers, as far as they are known
-- column origins (brief, right): how many independent origins
-- column named (brief, right): how many named speakers
-- column anonymous (brief, right): how many claims rest on anonymous speakers
-- column others (right): how many institutions, documents and outlets
-- column unattributed (right): how many claims the articles make in their own voice
-- column claims (right): how many claims
-- column exact (right): how many of them give the number as exact; empty where nothing is counted
-- column hedged (right): how many of them hedge it
-- column first_said: first day on which it was said
-- column last_said: last day on which it was said
-- column quote: the answer, in an article's own words
-- column subject_key: who
-- column place_key: where
-- column claim_key: the claim that shows it best
CREATE VIEW report_corroboration AS
SELECT
    coalesce(told.subject, '(not said who)') || ': ' || told.predicate_said || coalesce(' – ' || told.place, '') AS question,
    coalesce(CASE WHEN positions.of_its_time = 1 AND positions.number_low = positions.number_high THEN printf('%,d', positions.number_low) ELSE told.quantity_said END
        || ' ' || told.quantity_unit || '; ', '') || CASE positions.of_its_time WHEN 1 THEN 'at the time; ' ELSE coalesce(told.when_said || '; ', '') END
        || CASE positions.polarity WHEN 'denied' THEN 'denied' ELSE positions.stances END AS says,
    CASE
        WHEN positions.articles = 1 THEN 'one article'
        WHEN positions.origins = 1 THEN 'one origin: ' || coalesce(origin.name, positions.only_origin)
        ELSE positions.origins || ' origins'
    END AS stands_on,
    positions.articles AS articles,
    positions.publishers AS publishers,
    positions.origins AS origins,
    positions.named AS named,
    positions.anonymous AS anonymous,
    positions.others AS others,
    positions.unattributed AS unattributed,
    positions.claims AS claims,
    positions.exact AS exact,
    positions.hedged AS hedged,
    positions.first_said AS first_said,
    positions.last_said AS last_said,
    told.quote AS quote,
    told.subject_key AS subject_key,
    told.place_key AS place_key,
    told.claim_key AS claim_key
FROM positions
    CROSS JOIN claim_descriptions AS told ON told.claim_id = positions.claim_id
    LEFT JOIN entities AS origin ON origin.key = positions.only_origin
ORDER BY positions.origins DESC, positions.articles DESC, positions.claims DESC, told.predicate, told.phase, told.subject_key, told.place_key,
    told.claim_key, told.reading_hash;
