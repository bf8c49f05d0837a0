-- title: Evidence
-- question: Every claim's quote, recomputed from its article: do all agree?
-- column agrees (brief, yes): 1 where the article says exactly these words at these offsets
-- column claim_key (brief): the claim
-- column article_key (brief): the article
-- column version (right): the version of the article
-- column quote_start (brief, right): first code point of the quote
-- column quote_end (brief, right): the code point after the last
-- column quote (brief): the words as the claim has them
-- column recomputed: the words as the article has them
-- column method: curated or extracted
-- parts: by_record
--
-- A filter by place, subject, predicate or date narrows it; a day or a publisher does not.
CREATE VIEW report_evidence AS
SELECT
    substr(articles.text, claims.quote_start + 1, claims.quote_end - claims.quote_start) IS claims.quote AS agrees,
    claims.key AS claim_key,
    articles.key AS article_key,
    articles.version AS version,
    claims.quote_start AS quote_start,
    claims.quote_end AS quote_end,
    claims.quote AS quote,
    substr(articles.text, claims.quote_start + 1, claims.quote_end - claims.quote_start) AS recomputed,
    claims.method AS method
FROM recorded_claims AS claims JOIN articles ON articles.id = claims.article_id
ORDER BY agrees, articles.key, articles.version, claims.quote_start, claims.quote_end, claims.key, claims.reading_hash, claims.method;
