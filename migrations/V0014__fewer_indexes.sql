-- Indexes that nothing looks anything up by: reports and commands compare the days of answers, and names and relations are found by
-- their entities. Every claim and every name is written without them.

DROP INDEX claims_by_latest;
DROP INDEX claims_by_earliest;
DROP INDEX entity_names_by_kind;
DROP INDEX entity_names_by_method;
DROP INDEX entity_relations_by_source;
