-- The questions that reports look at. The command narrows this view when it is asked for a few.
-- columns: questions
CREATE VIEW asked_questions AS
SELECT * FROM questions;
