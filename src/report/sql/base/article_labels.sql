-- How an article is named in reports: never without a name, and a digest never as its publisher's own words.
-- column article_id: the version of the article
-- column title_said: headline, or that there is none and the key
-- column publisher_said: the publisher, or whose text was retold or cut
-- column published_said: day of publication, and whether it was inferred
-- column publisher_id: the outlet, through merges
-- column publisher_key: its key
-- column publisher: its name
-- column wire_id: the agency that the article credits, through merges
-- column wire_key: its key
-- column wire: its name
CREATE VIEW article_labels AS
SELECT
    articles.id AS article_id,
    coalesce(articles.title, '(untitled: ' || articles.key || ')') AS title_said,
    CASE articles.text_kind
        WHEN 'digest' THEN 'digest of ' || coalesce(publisher.name, 'an unnamed publisher')
        WHEN 'excerpt' THEN 'excerpt of ' || coalesce(publisher.name, 'an unnamed publisher')
        ELSE coalesce(publisher.name, '(publisher not known)')
    END AS publisher_said,
    coalesce(articles.published || CASE articles.published_from WHEN 'inferred' THEN ' (inferred)' ELSE '' END, '(undated)') AS published_said,
    publisher.id AS publisher_id,
    publisher.key AS publisher_key,
    publisher.name AS publisher,
    wire.id AS wire_id,
    wire.key AS wire_key,
    wire.name AS wire
FROM articles
    LEFT JOIN entity_roots AS publisher_root ON publisher_root.entity_id = articles.publisher_id
    LEFT JOIN entities AS publisher ON publisher.id = coalesce(publisher_root.root_id, articles.publisher_id)
    LEFT JOIN entity_roots AS wire_root ON wire_root.entity_id = articles.wire_id
    LEFT JOIN entities AS wire ON wire.id = coalesce(wire_root.root_id, articles.wire_id);
