-- title: Anonymous sources
-- question: What rests on anonymous speakers alone, and who are they said to be?
-- column question (brief): who does what, and where
-- column says (brief): the answer: how many, when, how it stands
-- column according_to (brief): the speakers, as they are described
-- column speakers_counted (brief, right): how many they are said to be; empty where that is not said
-- column articles (brief, right): how many articles say so
-- column origins (brief, right): how many independent origins
-- column claims (right): how many claims
-- column first_said (brief): first day on which it was said
-- column last_said: last day on which it was said
-- column quote: the answer, in an article's own words
-- column subject_key: who
-- column place_key: where
-- column claim_key: the claim that shows it best
CREATE VIEW report_anonymous AS
SELECT
    coalesce(told.subject, '(not said who)') || ': ' || told.predicate_said || coalesce(' – ' || told.place, '') AS question,
    coalesce(CASE WHEN positions.of_its_time = 1 AND positions.number_low = positions.number_high THEN printf('%,d', positions.number_low) ELSE told.quantity_said END
        || ' ' || told.quantity_unit || '; ', '') || CASE positions.of_its_time WHEN 1 THEN 'at the time; ' ELSE coalesce(told.when_said || '; ', '') END
        || CASE positions.polarity WHEN 'denied' THEN 'denied' ELSE positions.stances END AS says,
    told.speaker_said AS according_to,
    told.speaker_count AS speakers_counted,
    positions.articles AS articles,
    positions.origins AS origins,
    positions.claims AS claims,
    positions.first_said AS first_said,
    positions.last_said AS last_said,
    told.quote AS quote,
    told.subject_key AS subject_key,
    told.place_key AS place_key,
    told.claim_key AS claim_key
FROM positions CROSS JOIN claim_descriptions AS told ON told.claim_id = positions.claim_id
WHERE positions.anonymous = positions.claims
ORDER BY positions.last_said DESC, positions.articles DESC, told.predicate, told.phase, told.subject_key, told.place_key, told.claim_key, told.reading_hash;
