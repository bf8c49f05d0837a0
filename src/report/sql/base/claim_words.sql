-- Every claim with its values as they were said.
-- columns: claims
-- column predicate_said: what is claimed, with its phase
-- column quantity_said: the number as it is hedged, in words
-- column when_said: the words of the date, and the days that they mean
-- column stance_said: how it stands; a denial says denied
CREATE VIEW claim_words AS
SELECT
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
        WHEN 'vague' THEN coalesce(
                claims.quantity_text,
                (SELECT vague.words FROM vague_counts AS vague WHERE vague.low = claims.quantity_low AND vague.high = claims.quantity_high),
                'a vague number') || ' (read as '
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
    claims.*
FROM claims;
