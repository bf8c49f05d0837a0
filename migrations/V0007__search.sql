-- Full text over articles. Imports fill it batch by batch; triggers keep it right when articles change or go.

CREATE VIRTUAL TABLE article_search USING fts5 (title, text, content = 'articles', content_rowid = 'id', tokenize = 'porter unicode61');

CREATE TRIGGER article_search_on_delete AFTER DELETE ON articles
WHEN EXISTS (SELECT 1 FROM article_search_docsize WHERE id = OLD.id)
BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
END;
CREATE TRIGGER article_search_on_title AFTER UPDATE OF title ON articles
WHEN OLD.title IS NOT NEW.title AND EXISTS (SELECT 1 FROM article_search_docsize WHERE id = OLD.id)
BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
    INSERT INTO article_search (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
