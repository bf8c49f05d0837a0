-- Every claim with its entities resolved through merges, and its values as they were said; nothing of its article.
-- columns: claim_words
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
-- column speaker_said: who says so, in words, and through whom
CREATE VIEW told_claims AS
SELECT
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
    CASE claims.speaker_kind
        WHEN 'author' THEN 'the article itself'
        ELSE coalesce(claims.speaker_text, speaker.name, 'not named') || CASE claims.speaker_kind
            WHEN 'anonymous' THEN ' (anonymous)'
            WHEN 'document' THEN ' (document)'
            ELSE '' END
    END || coalesce(', via ' || via.name, '') AS speaker_said,
    claims.*
FROM claim_words AS claims
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
