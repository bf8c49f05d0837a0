-- Every claim with its entities resolved through merges, its article's labels, and its values as they were said.
-- columns: told_claims
-- column claim_id: the claim, for joins
-- column claim_key: the claim, for show and review
-- column article_key: the article
-- column title: headline
-- column url: canonical address
-- column published: day of publication
-- column text_kind: full, excerpt, or digest in the importer's words
-- column publisher: the outlet: its name
-- column publisher_key: the outlet: its key
-- column title_said: headline, or that there is none and the key
-- column publisher_said: the publisher, or whose text was retold or cut
-- column published_said: day of publication, and whether it was inferred
-- column sentence: the sentence that holds the quote
-- column origin_key: where it comes from: via, else the origin of its article
-- column origin_known: 1 where that is a news organisation, 0 where only the article is known
-- column review: the latest verdict on this reading; stale where another reading was judged
CREATE VIEW claim_descriptions AS
SELECT
    claims.id AS claim_id,
    claims.key AS claim_key,
    articles.key AS article_key,
    articles.title AS title,
    articles.url AS url,
    articles.published AS published,
    articles.text_kind AS text_kind,
    labels.publisher AS publisher,
    labels.publisher_key AS publisher_key,
    labels.title_said AS title_said,
    labels.publisher_said AS publisher_said,
    labels.published_said AS published_said,
    substr(articles.text, claims.sentence_start + 1, claims.sentence_end - claims.sentence_start) AS sentence,
    coalesce(
        claims.via_key,
        (SELECT origins.origin_key FROM article_origins AS origins WHERE origins.article_id = claims.article_id)) AS origin_key,
    claims.via_root_id IS NOT NULL
        OR (SELECT origins.origin_known FROM article_origins AS origins WHERE origins.article_id = claims.article_id) AS origin_known,
    coalesce(
        (SELECT same.verdict FROM current_reviews AS same
            WHERE same.claim_key = claims.key AND same.reading_hash = claims.reading_hash),
        (SELECT 'stale: ' || other.verdict FROM current_reviews AS other
            WHERE other.claim_key = claims.key ORDER BY other.id DESC LIMIT 1)) AS review,
    claims.*
FROM told_claims AS claims
    JOIN articles ON articles.id = claims.article_id
    JOIN article_labels AS labels ON labels.article_id = claims.article_id;
