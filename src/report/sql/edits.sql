-- title: Edits
-- question: Which claims appeared, vanished or changed when an article was changed?
-- column changed_on (brief): day of the change, or of the later capture
-- column source (brief): the publisher, or whose text was retold
-- column edit (brief): appeared, vanished, or what changed: number, hedge, date, stance, source, subject, place
-- column what (brief): predicate and phase
-- column who (brief): who does it
-- column place (brief): where
-- column was (brief): what the earlier text said: number, date, stance, speaker
-- column now (brief): what the later text says
-- column was_quote: the words before
-- column is_quote: the words after
-- column title: headline of the later text
-- column version (right): number of the later text
-- column method: curated or extracted
-- column article_key: the article
-- column was_claim_key: the claim before, for show
-- column is_claim_key: the claim after, for show
CREATE VIEW report_edits AS
WITH changed AS MATERIALIZED (
    SELECT older.id AS was_article, newer.id AS is_article, newer.key AS article_key, newer.version AS version,
        max(coalesce(newer.published, ''), coalesce(substr(newer.modified, 1, 10), ''), coalesce(substr(newer.retrieved, 1, 10), '')) AS changed_on,
        -- Where people read both texts, what they read counts instead of what rules read; where they read one, the rules compare.
        CASE WHEN EXISTS (SELECT 1 FROM claims WHERE claims.article_id = older.id AND claims.method = 'curated')
            AND EXISTS (SELECT 1 FROM claims WHERE claims.article_id = newer.id AND claims.method = 'curated')
            THEN 'curated' ELSE 'extracted' END AS first_method
    FROM articles AS superseded
        CROSS JOIN scoped_articles AS older ON older.id = superseded.id
        CROSS JOIN scoped_articles AS newer ON newer.key = older.key AND newer.version > older.version
    WHERE superseded.superseded_by IS NOT NULL
        AND (EXISTS (SELECT 1 FROM edited_articles WHERE edited_articles.article_id = older.id)
            OR EXISTS (SELECT 1 FROM edited_articles WHERE edited_articles.article_id = newer.id))
        AND EXISTS (SELECT 1 FROM current_articles WHERE current_articles.key = newer.key)
        AND NOT EXISTS (
            SELECT 1 FROM scoped_articles AS between_them
            WHERE between_them.key = newer.key AND between_them.version > older.version AND between_them.version < newer.version)
),
texts AS (
    SELECT changed.*, was_article AS text_id FROM changed
    UNION ALL
    SELECT changed.*, is_article FROM changed
),
told AS (
    SELECT changed.*, claims.id, claims.article_id = changed.is_article AS is_new, claims.key, claims.reading_hash, claims.method,
        claims.predicate, claims.phase, claims.quote_start, claims.quantity_low, claims.quantity_best, claims.quantity_high,
        claims.quantity_qualifier, claims.quantity_unit, claims.when_relation, claims.when_earliest, claims.when_latest,
        claims.stance, claims.polarity,
        coalesce(subject_root.root_id, claims.subject_id) AS subject, coalesce(object_root.root_id, claims.object_id) AS object,
        coalesce(place_root.root_id, claims.place_id) AS place,
        claims.speaker_kind || ' ' || coalesce(speaker_root.root_id, claims.speaker_id, claims.speaker_text, '')
            || ' ' || coalesce(claims.speaker_count, '') || ' ' || coalesce(via_root.root_id, claims.via_id, '') AS source,
        substr(articles.text, claims.sentence_start + 1, claims.sentence_end - claims.sentence_start) AS sentence,
        -- Whether the other text was read the same.
        min(claims.article_id) OVER same <> max(claims.article_id) OVER same AS stands
    FROM texts AS changed
        CROSS JOIN version_claims AS claims ON claims.article_id = changed.text_id
        CROSS JOIN articles ON articles.id = claims.article_id
        LEFT JOIN entity_roots AS subject_root ON subject_root.entity_id = claims.subject_id
        LEFT JOIN entity_roots AS object_root ON object_root.entity_id = claims.object_id
        LEFT JOIN entity_roots AS place_root ON place_root.entity_id = claims.place_id
        LEFT JOIN entity_roots AS speaker_root ON speaker_root.entity_id = claims.speaker_id
        LEFT JOIN entity_roots AS via_root ON via_root.entity_id = claims.via_id
    WHERE claims.method = changed.first_method OR NOT EXISTS (
        SELECT 1 FROM claims AS covering
        WHERE covering.article_id = claims.article_id AND covering.method = changed.first_method AND covering.predicate = claims.predicate
            AND covering.retired_import_id IS NULL
            AND 2 * (min(covering.quote_end, claims.quote_end) - max(covering.quote_start, claims.quote_start))
                > claims.quote_end - claims.quote_start)
    WINDOW same AS (PARTITION BY changed.was_article, changed.is_article, claims.key, claims.reading_hash)
),
-- For every claim the likest of the other text: the same words read otherwise, else one of the same predicate with the same
-- subject and place, or in a sentence that begins or ends alike.
paired AS (
    SELECT own.was_article, own.is_article, own.article_key, own.version, own.changed_on, own.is_new, own.sentence,
        CASE own.is_new WHEN 0 THEN own.id ELSE other.id END AS was_id,
        CASE own.is_new WHEN 1 THEN own.id ELSE other.id END AS is_id,
        CASE WHEN own.quantity_low IS NOT other.quantity_low OR own.quantity_best IS NOT other.quantity_best
                OR own.quantity_high IS NOT other.quantity_high OR own.quantity_unit IS NOT other.quantity_unit THEN ', number' ELSE '' END
            || CASE WHEN own.quantity_qualifier IS NOT other.quantity_qualifier THEN ', hedge' ELSE '' END
            || CASE WHEN own.when_relation IS NOT other.when_relation OR own.when_earliest IS NOT other.when_earliest
                OR own.when_latest IS NOT other.when_latest THEN ', date' ELSE '' END
            || CASE WHEN own.stance <> other.stance OR own.polarity <> other.polarity THEN ', stance' ELSE '' END
            || CASE WHEN own.source <> other.source THEN ', source' ELSE '' END
            || CASE WHEN own.subject IS NOT other.subject OR own.object IS NOT other.object THEN ', subject' ELSE '' END
            || CASE WHEN own.place IS NOT other.place THEN ', place' ELSE '' END AS differences,
        row_number() OVER (
            PARTITION BY own.was_article, own.is_article, own.id
            ORDER BY 50 * (own.key = other.key)
                + 4 * (own.subject IS other.subject) + 4 * (own.place IS other.place) + 2 * (own.object IS other.object)
                + 2 * (own.phase IS other.phase) + 2 * (own.quantity_unit IS other.quantity_unit) + 2 * (own.source = other.source)
                + 3 * (own.when_earliest IS other.when_earliest AND own.when_latest IS other.when_latest)
                + 3 * (own.quantity_low IS other.quantity_low AND own.quantity_best IS other.quantity_best AND own.quantity_high IS other.quantity_high)
                + (own.stance = other.stance) + (own.polarity = other.polarity)
                + 4 * (substr(own.sentence, 1, 24) = substr(other.sentence, 1, 24))
                + 4 * (substr(own.sentence, -24) = substr(other.sentence, -24)) DESC,
                abs(own.quote_start - other.quote_start), other.key, other.reading_hash
        ) AS choice
    FROM told AS own
        LEFT JOIN told AS other ON other.was_article = own.was_article AND other.is_article = own.is_article
            AND other.is_new <> own.is_new AND other.method = own.method AND other.predicate = own.predicate AND NOT other.stands
            AND (other.key = own.key
                OR other.subject IS own.subject AND other.place IS own.place AND other.quantity_unit IS own.quantity_unit
                    AND (other.when_relation IS NULL) = (own.when_relation IS NULL)
                OR substr(other.sentence, 1, 24) = substr(own.sentence, 1, 24)
                OR substr(other.sentence, -24) = substr(own.sentence, -24))
    WHERE NOT own.stands
),
-- Two that choose each other are one claim before and after.
chosen AS (
    SELECT paired.*, count(*) OVER (PARTITION BY was_article, is_article, was_id, is_id) = 2 AS is_mutual
    FROM paired WHERE choice = 1
),
edits AS (
    SELECT chosen.article_key, chosen.version, chosen.changed_on, chosen.is_article,
        CASE WHEN is_mutual OR NOT is_new THEN was_id END AS was_id, CASE WHEN is_mutual OR is_new THEN is_id END AS is_id,
        CASE WHEN is_mutual THEN differences WHEN is_new THEN ', appeared' ELSE ', vanished' END AS edit
    FROM chosen CROSS JOIN articles AS opposite ON opposite.id = CASE chosen.is_new WHEN 1 THEN chosen.was_article ELSE chosen.is_article END
    -- Words that stand in the other text as well neither vanished nor appeared, if nobody read them there.
    WHERE CASE WHEN is_mutual THEN is_new AND differences <> '' ELSE instr(opposite.text, chosen.sentence) = 0 END
),
described AS (
    SELECT edits.*, told.claim_id, told.claim_key, told.predicate_said, told.subject, told.place, told.method, told.quote, told.quote_start,
        substr(coalesce('; ' || told.quantity_said || ' ' || told.quantity_unit, '') || coalesce('; ' || told.when_said, '')
            || '; ' || told.stance_said || '; ' || told.speaker_said
            || CASE WHEN edits.edit LIKE '%, subject%' THEN '; who: ' || coalesce(told.subject, 'not said') || coalesce(' to ' || told.object, '') ELSE '' END
            || CASE WHEN edits.edit LIKE '%, place%' THEN '; where: ' || coalesce(told.place, 'not said') ELSE '' END, 3) AS said
    FROM edits CROSS JOIN claim_descriptions AS told ON told.claim_id IN (edits.was_id, edits.is_id)
)
SELECT
    coalesce(nullif(changed_on, ''), '(undated)') AS changed_on,
    labels.publisher_said AS source,
    substr(edit, 3) AS edit,
    coalesce(max(predicate_said) FILTER (WHERE claim_id = is_id), max(predicate_said)) AS what,
    coalesce(max(subject) FILTER (WHERE claim_id = is_id), max(subject)) AS who,
    coalesce(max(place) FILTER (WHERE claim_id = is_id), max(place)) AS place,
    max(said) FILTER (WHERE claim_id = was_id) AS was,
    max(said) FILTER (WHERE claim_id = is_id) AS now,
    max(quote) FILTER (WHERE claim_id = was_id) AS was_quote,
    max(quote) FILTER (WHERE claim_id = is_id) AS is_quote,
    labels.title_said AS title,
    version AS version,
    max(method) AS method,
    article_key AS article_key,
    max(claim_key) FILTER (WHERE claim_id = was_id) AS was_claim_key,
    max(claim_key) FILTER (WHERE claim_id = is_id) AS is_claim_key
FROM described CROSS JOIN article_labels AS labels ON labels.article_id = is_article
WHERE EXISTS (SELECT 1 FROM edited_claims WHERE edited_claims.id = was_id) OR EXISTS (SELECT 1 FROM edited_claims WHERE edited_claims.id = is_id)
GROUP BY article_key, version, is_article, was_id, is_id
ORDER BY changed_on, article_key, version, coalesce(max(quote_start) FILTER (WHERE claim_id = is_id), max(quote_start)), edit,
    was_claim_key, is_claim_key, was, now;
