-- The current claims with their values as they were said, and with the names of what they are about: those of their question, which goes
-- through merges already, so that they are not looked up a second time. For reports that list claims one by one.
-- columns: claim_words
-- column answered_article_id: the version of the article, told by the answer
-- column answered_predicate: what is claimed, told by the answer, before the claim is looked up
-- column answered_polarity: affirmed or denied, told by the answer
-- column answered_relation: how its date bounds it, told by the answer
-- column answered_unit: what is counted, told by the answer
-- column subject: who does it: its name
-- column object: to whom or what: its name
-- column place: where: its name
-- column speaker_said: who says so, in words, and through whom
CREATE VIEW told_statements AS
SELECT
    statements.article_id AS answered_article_id,
    statements.predicate AS answered_predicate,
    statements.polarity AS answered_polarity,
    statements.relation AS answered_relation,
    statements.unit AS answered_unit,
    subject.name AS subject,
    object.name AS object,
    place.name AS place,
    CASE claims.speaker_kind
        WHEN 'author' THEN 'the article itself'
        -- The name is looked up where no words name the speaker.
        ELSE coalesce(claims.speaker_text,
            (SELECT speaker.name FROM entities AS speaker
                WHERE speaker.id = coalesce((SELECT root_id FROM entity_roots WHERE entity_id = claims.speaker_id), claims.speaker_id)),
            'not named') || CASE claims.speaker_kind
            WHEN 'anonymous' THEN ' (anonymous)'
            WHEN 'document' THEN ' (document)'
            ELSE '' END
    END || coalesce(', via ' || via.name, '') AS speaker_said,
    claims.*
FROM statements
    LEFT JOIN entities AS place ON place.id = statements.place_id
    LEFT JOIN entities AS subject ON subject.id = statements.subject_id
    LEFT JOIN entities AS object ON object.id = statements.object_id
    LEFT JOIN entities AS via ON via.id = statements.via_id
    CROSS JOIN claim_words AS claims ON claims.id = statements.claim_id;
