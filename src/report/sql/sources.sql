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
--
-- What claims say of their speakers is in the answers, so that no claim is looked up.
CREATE VIEW report_sources AS
WITH said AS MATERIALIZED (
    SELECT
        answered.speaker_kind AS kind, coalesce(speaker_root.root_id, answered.speaker_id) AS speaker_root_id, statements.via_id AS via_root_id,
        CASE WHEN answered.speaker_kind <> 'author' AND answered.speaker_id IS NULL
            THEN coalesce(answered.speaker_text, '(not named)') END AS words,
        articles.publisher_id, articles.text_kind,
        count(*) AS claims,
        count(*) FILTER (WHERE statements.polarity = 'denied') AS denials,
        count(DISTINCT statements.article_id) AS articles,
        min(statements.said) AS first_said,
        max(statements.said) AS last_said,
        group_concat(DISTINCT statements.predicate) AS predicates,
        -- A rank has the claim's key behind its two digits and the day.
        min(substr(statements.rank, 13, 16)) AS claim_key,
        min(statements.article_id) AS article_id
    FROM statements
        CROSS JOIN answers AS answered ON answered.claim_id = statements.claim_id
        CROSS JOIN articles ON articles.id = statements.article_id
        LEFT JOIN entity_roots AS speaker_root ON speaker_root.entity_id = answered.speaker_id
    GROUP BY kind, 2, words, 3, articles.publisher_id, articles.text_kind
),
-- How each publisher is named is looked up once.
outlets AS MATERIALIZED (
    SELECT one.publisher_id AS publisher_id, one.text_kind AS text_kind, labels.publisher_said AS publisher_said
    FROM (SELECT publisher_id, text_kind, min(article_id) AS article_id FROM said GROUP BY publisher_id, text_kind) AS one
        CROSS JOIN article_labels AS labels ON labels.article_id = one.article_id
),
-- Publishers that were merged, or have one name, come together; an article has one publisher, so none is counted twice.
named AS (
    SELECT
        CASE said.kind WHEN 'author' THEN 'the article itself' ELSE coalesce(speaker.name, said.words) END AS speaker,
        said.kind AS kind, via.name AS via, via.key AS via_key, outlets.publisher_said AS source,
        sum(said.claims) AS claims, sum(said.denials) AS denials, sum(said.articles) AS articles,
        min(said.first_said) AS first_said, max(said.last_said) AS last_said,
        ',' || group_concat(said.predicates) || ',' AS predicates,
        speaker.key AS speaker_key, min(said.claim_key) AS claim_key
    FROM said
        CROSS JOIN outlets ON outlets.text_kind = said.text_kind AND outlets.publisher_id IS said.publisher_id
        LEFT JOIN entities AS speaker ON speaker.id = said.speaker_root_id
        LEFT JOIN entities AS via ON via.id = said.via_root_id
    GROUP BY 1, speaker.key, said.kind, via.key, outlets.publisher_said
)
SELECT
    speaker AS speaker,
    kind AS kind,
    via AS via,
    source AS source,
    claims AS claims,
    denials AS denials,
    articles AS articles,
    first_said AS first_said,
    last_said AS last_said,
    (SELECT group_concat(name, ', ') FROM (
        SELECT name FROM predicates AS known WHERE instr(named.predicates, ',' || known.name || ',') > 0 ORDER BY name)) AS predicates,
    speaker_key AS speaker_key,
    claim_key AS claim_key
FROM named
ORDER BY claims DESC, speaker, kind, via_key, source, speaker_key;
