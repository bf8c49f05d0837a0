-- Every claim with its entities resolved through merges, its article's labels, and its values as they were said.
-- columns: claim_words
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
-- column subject_root_id: who does it: the entity, through merges
-- column subject: who does it: its name
-- column subject_key: who does it: its key
-- column object_root_id: to whom or what: the entity, through merges
-- column object: to whom or what: its name
-- column object_key: to whom or what: its key
-- column place_root_id: where: the entity, through merges
-- column place: where: its name
-- column place_key: where: its key
-- column speaker_root_id: who says so: the entity, through merges
-- column speaker: who says so: its name
-- column speaker_key: who says so: its key
-- column via_root_id: through whom it came: the entity, through merges
-- column via: through whom it came: its name
-- column via_key: through whom it came: its key
-- column origin_key: where it comes from: via, else the origin of its article
-- column origin_known: 1 where that is a news organisation, 0 where only the article is known
-- column speaker_said: who says so, in words, and through whom
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
    subject.id AS subject_root_id,
    subject.name AS subject,
    subject.key AS subject_key,
    object.id AS object_root_id,
    object.name AS object,
    object.key AS object_key,
    place.id AS place_root_id,
    place.name AS place,
    place.key AS place_key,
    speaker.id AS speaker_root_id,
    speaker.name AS speaker,
    speaker.key AS speaker_key,
    via.id AS via_root_id,
    via.name AS via,
    via.key AS via_key,
    coalesce(
        via.key,
        (SELECT origins.origin_key FROM article_origins AS origins WHERE origins.article_id = claims.article_id)) AS origin_key,
    via.id IS NOT NULL
        OR (SELECT origins.origin_known FROM article_origins AS origins WHERE origins.article_id = claims.article_id) AS origin_known,
    CASE claims.speaker_kind
        WHEN 'author' THEN 'the article itself'
        ELSE coalesce(claims.speaker_text, speaker.name, 'not named') || CASE claims.speaker_kind
            WHEN 'anonymous' THEN ' (anonymous)'
            WHEN 'document' THEN ' (document)'
            ELSE '' END
    END || coalesce(', via ' || via.name, '') AS speaker_said,
    coalesce(
        (SELECT same.verdict FROM current_reviews AS same
            WHERE same.claim_key = claims.key AND same.reading_hash = claims.reading_hash),
        (SELECT 'stale: ' || other.verdict FROM current_reviews AS other
            WHERE other.claim_key = claims.key ORDER BY other.id DESC LIMIT 1)) AS review,
    claims.*
FROM claim_words AS claims
    JOIN articles ON articles.id = claims.article_id
    JOIN article_labels AS labels ON labels.article_id = claims.article_id
    LEFT JOIN entity_roots AS subject_root ON subject_root.entity_id = claims.subject_id
    LEFT JOIN entities AS subject ON subject.id = coalesce(subject_root.root_id, claims.subject_id)
    LEFT JOIN entity_roots AS object_root ON object_root.entity_id = claims.object_id
    LEFT JOIN entities AS object ON object.id = coalesce(object_root.root_id, claims.object_id)
    LEFT JOIN entity_roots AS place_root ON place_root.entity_id = claims.place_id
    LEFT JOIN entities AS place ON place.id = coalesce(place_root.root_id, claims.place_id)
    LEFT JOIN entity_roots AS speaker_root ON speaker_root.entity_id = claims.speaker_id
    LEFT JOIN entities AS speaker ON speaker.id = coalesce(speaker_root.root_id, claims.speaker_id)
    LEFT JOIN entity_roots AS via_root ON via_root.entity_id = claims.via_id
    LEFT JOIN entities AS via ON via.id = coalesce(via_root.root_id, claims.via_id);
