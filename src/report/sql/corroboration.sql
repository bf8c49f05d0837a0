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
    told.question AS question,
    told.says AS says,
    CASE
        WHEN told.articles = 1 THEN 'one article'
        WHEN told.origins = 1 THEN 'one origin: ' || coalesce(origin.name, told.only_origin)
        ELSE told.origins || ' origins'
    END AS stands_on,
    told.articles AS articles,
    told.publishers AS publishers,
    told.origins AS origins,
    told.named AS named,
    told.anonymous AS anonymous,
    told.others AS others,
    told.unattributed AS unattributed,
    told.claims AS claims,
    told.exact AS exact,
    told.hedged AS hedged,
    told.first_said AS first_said,
    told.last_said AS last_said,
    told.quote AS quote,
    told.subject_key AS subject_key,
    told.place_key AS place_key,
    told.claim_key AS claim_key
FROM told_positions AS told
    LEFT JOIN entities AS origin ON origin.key = told.only_origin
ORDER BY told.origins DESC, told.articles DESC, told.claims DESC, told.predicate, told.told_phase, told.subject_key, told.place_key,
    told.claim_key, told.reading_hash;
