-- Every claim with its entities resolved through merges, its article's labels, and its values as they were said.
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
    coalesce(via.key, labels.wire_key, labels.publisher_key, articles.key) AS origin_key,
    coalesce(via.key, labels.wire_key, labels.publisher_key) IS NOT NULL AS origin_known,
    claims.predicate || coalesce(', ' || claims.phase, '') AS predicate_said,
    CASE claims.quantity_qualifier
        WHEN 'exact' THEN printf('%,d', claims.quantity_best)
        WHEN 'about' THEN 'about ' || printf('%,d', claims.quantity_best)
        WHEN 'nearly' THEN 'nearly ' || printf('%,d', claims.quantity_best)
        WHEN 'at_least' THEN 'at least ' || printf('%,d', claims.quantity_low)
        WHEN 'more_than' THEN 'more than ' || printf('%,d', claims.quantity_low)
        WHEN 'at_most' THEN 'at most ' || printf('%,d', claims.quantity_high)
        WHEN 'less_than' THEN 'fewer than ' || printf('%,d', claims.quantity_high)
        WHEN 'between' THEN printf('%,d', claims.quantity_low) || '–' || printf('%,d', claims.quantity_high)
        WHEN 'vague' THEN coalesce(claims.quantity_text, vague.words, 'a vague number') || ' (read as '
            || printf('%,d', claims.quantity_low) || '–' || printf('%,d', claims.quantity_high) || ')'
    END AS quantity_said,
    coalesce(claims.when_text, claims.when_relation) || CASE
        WHEN claims.when_earliest IS NULL AND claims.when_latest IS NULL THEN ' (no date)'
        WHEN claims.when_earliest IS NULL THEN ' (≤ ' || claims.when_latest || ')'
        WHEN claims.when_latest IS NULL THEN ' (≥ ' || claims.when_earliest || ')'
        WHEN claims.when_earliest = claims.when_latest THEN ' (' || claims.when_earliest || ')'
        ELSE ' (' || claims.when_earliest || ' to ' || claims.when_latest || ')'
    END AS when_said,
    CASE claims.polarity
        WHEN 'affirmed' THEN claims.stance
        ELSE CASE claims.stance WHEN 'asserted' THEN 'denied' ELSE 'denied (' || claims.stance || ')' END
    END AS stance_said,
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
FROM claims
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
    LEFT JOIN entities AS via ON via.id = coalesce(via_root.root_id, claims.via_id)
    LEFT JOIN vague_counts AS vague ON vague.low = claims.quantity_low AND vague.high = claims.quantity_high;
