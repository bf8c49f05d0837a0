-- Where every article comes from: the agency that it credits, else the first of the texts that it is a copy of, else its
-- publisher, else itself. Of copies, the agency that any of them credits; else the publisher of the first by day, or its key.
-- On an earlier day or at an earlier instant only copies count that were there; what people say of copies counts always.
-- column article_id: the version of the article
-- column publisher_id: its publisher, through merges
-- column origin_key: the agency, the publisher, or the article that it comes from
-- column origin_known: 1 where that is a news organisation, 0 where only an article is known
-- column origin_how: how that is known, in words
CREATE VIEW article_origins AS
SELECT
    articles.id AS article_id,
    coalesce(own_root.root_id, articles.publisher_id) AS publisher_id,
    coalesce(wire.key, credited.key, publisher.key, origin.key) AS origin_key,
    coalesce(wire.id, credited.id, publisher.id) IS NOT NULL AS origin_known,
    CASE
        WHEN wire.id IS NOT NULL THEN 'credits ' || wire.name
        WHEN leader.id <> articles.id THEN CASE placed.method
                WHEN 'person' THEN 'the same text as ' || parent.key || ', a person says'
                ELSE 'near-copy of ' || parent.key || printf(' (%.2f)', placed.score)
            END || CASE
                WHEN credited.id IS NOT NULL THEN '; of these texts one credits ' || credited.name
                WHEN publisher.id IS NULL THEN ''
                WHEN leader.id = parent.id THEN ' of ' || publisher.name
                ELSE '; the first of these texts is of ' || publisher.name
            END
        WHEN credited.id IS NOT NULL THEN 'a near-copy of it credits ' || credited.name
        WHEN publisher.id IS NOT NULL THEN 'its publisher'
        ELSE 'only the article is known'
    END AS origin_how
FROM scope CROSS JOIN articles
    LEFT JOIN article_clusters AS placed ON placed.article_id = articles.id
        AND (scope.as_of IS NULL AND scope.known_at IS NULL
            OR EXISTS (SELECT 1 FROM scoped_articles WHERE scoped_articles.id = placed.leader_id))
    LEFT JOIN articles AS leader ON leader.id = placed.leader_id
    LEFT JOIN articles AS parent ON parent.id = placed.parent_id
    JOIN articles AS origin ON origin.id = coalesce(leader.id, articles.id)
    LEFT JOIN entity_roots AS own_root ON own_root.entity_id = articles.publisher_id
    LEFT JOIN entity_roots AS wire_root ON wire_root.entity_id = articles.wire_id
    LEFT JOIN entities AS wire ON wire.id = coalesce(wire_root.root_id, articles.wire_id)
    LEFT JOIN article_clusters AS crediting ON placed.article_id IS NOT NULL AND crediting.article_id = (
        SELECT member.article_id FROM article_clusters AS member
        WHERE member.leader_id = placed.leader_id AND member.wire_rank > ''
            AND (scope.as_of IS NULL AND scope.known_at IS NULL
                OR EXISTS (SELECT 1 FROM scoped_articles WHERE scoped_articles.id = member.article_id))
        ORDER BY member.wire_rank LIMIT 1)
    LEFT JOIN entity_roots AS credited_root ON credited_root.entity_id = crediting.wire_id
    LEFT JOIN entities AS credited ON credited.id = coalesce(credited_root.root_id, crediting.wire_id)
    LEFT JOIN entity_roots AS publisher_root ON publisher_root.entity_id = origin.publisher_id
    LEFT JOIN entities AS publisher ON publisher.id = coalesce(publisher_root.root_id, origin.publisher_id);
