//! A part of a page to the words that a reader sees: paragraphs with a blank line between them, lines broken where they
//! are broken. Walks without recursion, so that depth costs nothing.

use dom_query::{NodeData, NodeRef};

/// Elements that stand on lines of their own, with room around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];
/// Elements that begin a line.
const LINES: &[&str] = &["li", "tr", "option", "caption"];
/// Elements whose content is not the page's words, or describes a picture.
const SILENT: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "iframe",
    "object",
    "svg",
    "math",
    "canvas",
    "audio",
    "video",
    "button",
    "select",
    "textarea",
    "input",
    "figcaption",
    "datalist",
    "map",
    "rp",
    "rt",
];

/// The words below a node.
pub(super) fn prose(root: &NodeRef<'_>) -> String {
    let mut page = Prose::default();
    let mut next = root.first_child();
    while let Some(node) = next {
        let silent = page.open(&node);
        let down = if silent { None } else { node.first_child() };
        next = match down {
            Some(child) => Some(child),
            None => page.onward(node, root),
        };
    }
    page.text.truncate(page.text.trim_end().len());
    page.text
}

/// The text so far.
#[derive(Default)]
struct Prose {
    text: String,
    /// Line breaks due before the next words.
    breaks: usize,
    /// Whether white space is due before the next words.
    space: bool,
    /// How many elements are open that keep their lines.
    kept: usize,
    /// Whether this row of a table has a cell.
    cell: bool,
}

impl Prose {
    /// Begins a node; whether what is below it is to be left out.
    fn open(&mut self, node: &NodeRef<'_>) -> bool {
        node.query_or(true, |inner| match &inner.data {
            NodeData::Text { contents } => {
                self.words(contents);
                true
            }
            NodeData::Element(element) => self.begin(&element.name.local) || element_is_hidden(element),
            _ => true,
        })
    }

    /// Ends a node and those above it that end with it, and goes to what follows.
    fn onward<'n>(&mut self, node: NodeRef<'n>, root: &NodeRef<'n>) -> Option<NodeRef<'n>> {
        let mut node = node;
        loop {
            self.end(&node);
            if let Some(sibling) = node.next_sibling() {
                return Some(sibling);
            }
            node = node.parent().filter(|parent| parent.id != root.id)?;
        }
    }

    fn begin(&mut self, name: &str) -> bool {
        if SILENT.contains(&name) {
            return true;
        }
        match name {
            "br" => self.breaks += 1,
            "pre" => {
                self.kept += 1;
                self.break_line(2);
            }
            "td" | "th" => self.begin_cell(),
            _ if BLOCKS.contains(&name) => self.break_line(2),
            _ if LINES.contains(&name) => {
                self.cell = false;
                self.break_line(1);
            }
            _ => {}
        }
        false
    }

    fn begin_cell(&mut self) {
        if std::mem::replace(&mut self.cell, true) && self.breaks == 0 {
            self.words(" | ");
        }
    }

    fn end(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else { return };
        match &*name {
            "pre" => {
                self.kept = self.kept.saturating_sub(1);
                self.break_line(2);
            }
            name if BLOCKS.contains(&name) => self.break_line(2),
            name if LINES.contains(&name) => self.break_line(1),
            _ => {}
        }
    }

    fn break_line(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
    }

    fn words(&mut self, words: &str) {
        if self.kept > 0 {
            return words.split_inclusive('\n').for_each(|line| {
                self.piece(line.trim_end_matches(['\n', '\r']));
                self.breaks += usize::from(line.ends_with('\n'));
            });
        }
        self.space |= words.starts_with(is_white);
        let mut any = false;
        for word in words.split(is_white).filter(|word| !word.is_empty()) {
            self.piece(word);
            (self.space, any) = (true, true);
        }
        self.space &= !any || words.ends_with(is_white);
    }

    /// Words without white space to close up, behind the white space that is due.
    fn piece(&mut self, words: &str) {
        if words.is_empty() || words == "\u{feff}" {
            return;
        }
        if self.text.is_empty() {
        } else if self.breaks > 0 {
            let kept = self.text.trim_end_matches(' ').len();
            self.text.truncate(kept);
            self.text.push_str(if self.breaks > 1 { "\n\n" } else { "\n" });
        } else if self.space {
            self.text.push(' ');
        }
        (self.breaks, self.space) = (0, false);
        self.text.push_str(words);
    }
}

/// White space as HTML closes it up; a non-breaking space stays.
fn is_white(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}' | '\0')
}

fn element_is_hidden(element: &dom_query::Element) -> bool {
    element.attrs.iter().any(|attribute| {
        let value: &str = &attribute.value;
        match &*attribute.name.local {
            "hidden" => value != "until-found",
            "aria-hidden" => value.eq_ignore_ascii_case("true"),
            "style" => value.replace(' ', "").to_ascii_lowercase().contains("display:none"),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::prose;

    #[test]
    fn paragraphs_stay_paragraphs_and_markup_goes() {
        for (html, text) in [
            ("<p>One\n two.</p><p>Three<br>four.</p>", "One two.\n\nThree\nfour."),
            ("<div>One <b>two</b>, <i> three</i>.<div>Four</div></div>", "One two, three.\n\nFour"),
            ("<ul><li>one<li>two</ul>End", "one\ntwo\n\nEnd"),
            ("One<br><br>two", "One\n\ntwo"),
            ("<table><tr><td>a<td>b<tr><td>1<td>2</table>", "a | b\n1 | 2"),
            ("<figure><img alt=x><figcaption>A tank</figcaption></figure><p>Text.", "Text."),
            ("<p>a&nbsp;b &amp; c</p><script>x</script><p hidden>no</p>", "a\u{a0}b & c"),
            ("<pre>one\n  two</pre>end", "one\n  two\n\nend"),
            ("<p>un<b>broken</b> word<span> </span>here</p>", "unbroken word here"),
        ] {
            let page = dom_query::Document::from(html);
            assert_eq!(prose(&page.root()), text, "{html}");
        }
    }
}
