-- Positions for people: the question and the answer in words, with the claim that shows the answer best.
-- columns: positions
-- column question: who does what, and where
-- column says: the answer: how many, when, how it stands
-- column according_to: who says so, in words
-- column speakers_counted: how many speakers they are said to be
-- column quote: the answer, in an article's own words
-- column subject_key: who: its key
-- column place_key: where: its key
-- column claim_key: the claim, for show and review
-- column reading_hash: its reading
-- column told_phase: its phase, as it was said
CREATE VIEW told_positions AS
SELECT
    positions.*,
    coalesce(told.subject, '(not said who)') || ': ' || told.predicate_said || coalesce(' – ' || told.place, '') AS question,
    coalesce(CASE WHEN positions.of_its_time = 1 AND positions.number_low = positions.number_high THEN printf('%,d', positions.number_low) ELSE told.quantity_said END
        || ' ' || told.quantity_unit || '; ', '') || CASE positions.of_its_time WHEN 1 THEN 'at the time; ' ELSE coalesce(told.when_said || '; ', '') END
        || CASE positions.polarity WHEN 'denied' THEN 'denied' ELSE positions.stances END AS says,
    told.speaker_said AS according_to,
    told.speaker_count AS speakers_counted,
    told.quote AS quote,
    told.subject_key AS subject_key,
    told.place_key AS place_key,
    told.key AS claim_key,
    told.reading_hash AS reading_hash,
    told.phase AS told_phase
FROM positions CROSS JOIN told_claims AS told ON told.id = positions.claim_id;
