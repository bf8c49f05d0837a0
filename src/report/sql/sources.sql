-- title: Sources
-- question: Who says what how often, named or anonymous, through which outlet?
-- column speaker (brief): who says so
-- column kind (brief): named, anonymous, institution, document, outlet, or the article's author
-- column via (brief): the news organisation through which it came
-- column source (brief): the publisher that printed it
-- column claims (brief, right): claims that rest on this speaker
-- column denials (brief, right): of them denials
-- column articles (brief, right): articles that quote this speaker
-- column first_said (brief): earliest day of publication
-- column last_said (brief): latest day of publication
-- column predicates: what the claims are about
-- column speaker_key: the speaker, where known
-- column claim_key: one of the claims
CREATE VIEW report_sources AS
WITH said AS (
    SELECT told.*,
        CASE told.speaker_kind WHEN 'author' THEN 'the article itself' ELSE coalesce(told.speaker, told.speaker_text, '(not named)') END AS who_says
    FROM current_claims JOIN claim_descriptions AS told ON told.claim_id = current_claims.id
    ORDER BY told.predicate
)
SELECT
    who_says AS speaker,
    speaker_kind AS kind,
    via AS via,
    publisher_said AS source,
    count(*) AS claims,
    count(*) FILTER (WHERE polarity = 'denied') AS denials,
    count(DISTINCT article_key) AS articles,
    min(published) AS first_said,
    max(published) AS last_said,
    replace(group_concat(DISTINCT predicate), ',', ', ') AS predicates,
    speaker_key AS speaker_key,
    min(claim_key) AS claim_key
FROM said
GROUP BY who_says, speaker_key, speaker_kind, via_key, publisher_said
ORDER BY claims DESC, who_says, speaker_kind, via_key, publisher_said, speaker_key;
