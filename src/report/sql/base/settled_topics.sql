-- Topics whose events are kept and right: none of their questions is stale.
-- column topic_id: the first of the questions of the topic
CREATE VIEW settled_topics AS
SELECT asked_topics.topic_id AS topic_id
FROM kept_state CROSS JOIN asked_topics
WHERE kept_state.is_usable
GROUP BY asked_topics.topic_id
HAVING max(asked_topics.question_id IN (SELECT question_id FROM stale_questions WHERE is_settled = 0)) = 0;
