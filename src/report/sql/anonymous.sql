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
SELECT question, says, according_to, speakers_counted, articles, origins, claims, first_said, last_said, quote, subject_key, place_key, claim_key
FROM told_positions
WHERE anonymous = claims
ORDER BY last_said DESC, articles DESC, predicate, told_phase, subject_key, place_key, claim_key, reading_hash;
