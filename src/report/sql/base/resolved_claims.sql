-- What reports count, with entities as ids through merges and without names: to group by before anything is described.
-- columns: claims
-- column subject_root_id: who does it: the entity, through merges
-- column object_root_id: to whom or what: the entity, through merges
-- column place_root_id: where: the entity, through merges
-- column speaker_root_id: who says so: the entity, through merges
-- column via_root_id: through whom it came: the entity, through merges
CREATE VIEW resolved_claims AS
SELECT
    coalesce(subject_root.root_id, current_claims.subject_id) AS subject_root_id,
    coalesce(object_root.root_id, current_claims.object_id) AS object_root_id,
    coalesce(place_root.root_id, current_claims.place_id) AS place_root_id,
    coalesce(speaker_root.root_id, current_claims.speaker_id) AS speaker_root_id,
    coalesce(via_root.root_id, current_claims.via_id) AS via_root_id,
    current_claims.*
FROM current_claims
    LEFT JOIN entity_roots AS subject_root ON subject_root.entity_id = current_claims.subject_id
    LEFT JOIN entity_roots AS object_root ON object_root.entity_id = current_claims.object_id
    LEFT JOIN entity_roots AS place_root ON place_root.entity_id = current_claims.place_id
    LEFT JOIN entity_roots AS speaker_root ON speaker_root.entity_id = current_claims.speaker_id
    LEFT JOIN entity_roots AS via_root ON via_root.entity_id = current_claims.via_id;
