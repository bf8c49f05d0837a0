-- Questions of the topics whose events are to be worked out: those with a question that is stale, and all where what is kept cannot be used.
-- column question_id: the question
-- column topic_id: the first of the questions of its topic
CREATE VIEW live_topics AS
SELECT question_id, topic_id
FROM asked_topics
WHERE topic_id NOT IN (SELECT topic_id FROM settled_topics);
