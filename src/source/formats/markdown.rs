//! Markdown to the words a reader sees: paragraphs with a blank line between them, no markup, no pictures.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Format, text};
use crate::source::Kind;

/// The format.
pub(super) const FORMAT: Format = Format {
    id: "markdown",
    name: "Markdown",
    extensions: &["md", "markdown"],
    holds: &[Kind::Articles],
    is_certain: |_| false,
    recognise: |_| false,
    kind: |_| Some(Kind::Articles),
    cut: |content, cutter| cutter.whole(content, |bytes, session| text::read(bytes, session, plain)),
};

/// The words of a Markdown text.
pub(super) fn plain(markdown: &str) -> String {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_WIKILINKS;
    let mut page = Page::default();
    Parser::new_ext(markdown, options).for_each(|event| page.event(event));
    page.text
}

/// The text so far.
#[derive(Default)]
struct Page {
    text: String,
    /// Line breaks due before the next words.
    breaks: usize,
    /// How many lists are open.
    lists: usize,
    /// How many pictures are open: what is inside is a description, not the article's words.
    images: usize,
    /// Whether a cell of this row was already written.
    row: bool,
}

impl Page {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) => self.words(&words),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.words("\n"),
            Event::InlineHtml(tag) if tag.to_lowercase().starts_with("<br") => self.words(" "),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::Table(_)
            | Tag::BlockQuote(_)
            | Tag::FootnoteDefinition(_) => self.block(),
            Tag::List(_) => {
                self.block();
                self.lists += 1;
            }
            Tag::Item | Tag::TableHead | Tag::TableRow => {
                self.break_line(1);
                self.row = false;
            }
            Tag::TableCell => self.cell(),
            Tag::Image { .. } => self.images += 1,
            _ => {}
        }
    }

    fn cell(&mut self) {
        if std::mem::replace(&mut self.row, true) {
            self.words(" | ");
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::CodeBlock
            | TagEnd::Table
            | TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition => self.block(),
            TagEnd::List(_) => {
                self.lists = self.lists.saturating_sub(1);
                self.block();
            }
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            _ => {}
        }
    }

    /// A block stands on its own, but inside a list an item stays together.
    fn block(&mut self) {
        self.break_line(if self.lists > 0 { 1 } else { 2 });
    }

    fn break_line(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn words(&mut self, words: &str) {
        if self.images > 0 || words.is_empty() {
            return;
        }
        if self.breaks > 0 {
            // A picture alone, or a line break, leaves nothing to begin a block with.
            if words.trim().is_empty() {
                return;
            }
            let kept = self.text.trim_end().len();
            self.text.truncate(kept);
            let breaks = if self.text.is_empty() { 0 } else { self.breaks };
            (0..breaks).for_each(|_| self.text.push('\n'));
            self.breaks = 0;
        }
        self.text.push_str(words);
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_goes_and_words_stay() {
        for (markdown, text) in [
            ("# A *plan*\n\nOne\ntwo.\n\nThree  \nfour.", "A plan\n\nOne two.\n\nThree\nfour."),
            ("See [the deal](https://x.example/) &amp; `code`.", "See the deal & code."),
            ("![a map](m.png)\n\nText ![x](y) on.", "Text  on."),
            ("[[Reuters]] and [[p|the BBC]]", "Reuters and the BBC"),
            ("- one\n- two\n  - three\n\nAfter", "one\ntwo\nthree\n\nAfter"),
            ("1. one\n\n   more\n\n2. two", "one\nmore\ntwo"),
            ("<div>x</div>\n\nA <b>bold</b> word", "A bold word"),
            ("| a | b |\n|---|---|\n| 1 | 2 |\n\nEnd", "a | b\n1 | 2\n\nEnd"),
            ("> said\n> so\n\nEnd[^1]\n\n[^1]: note", "said so\n\nEnd\n\nnote"),
            ("```\nlet x;\n```\nEnd", "let x;\n\nEnd"),
            ("2,500 troops – “here”", "2,500 troops – “here”"),
        ] {
            assert_eq!(plain(markdown), text, "{markdown}");
        }
    }
}
