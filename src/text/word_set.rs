//! A list of words, ready to be asked for one: every word of a sentence may be, so that the list is read once. Knows no words
//! of its own.

use std::sync::OnceLock;

use super::WordTable;

/// The words of a list.
#[derive(Debug)]
pub(crate) struct WordSet {
    list: &'static str,
    table: OnceLock<WordTable<bool>>,
}

impl WordSet {
    /// The words of a text, with blanks between them; lines that begin with # are none.
    pub(crate) const fn of(list: &'static str) -> Self {
        Self { list, table: OnceLock::new() }
    }

    /// Whether it holds a word, spelt alike.
    #[inline]
    pub(crate) fn has(&self, word: &str) -> bool {
        self.table.get_or_init(|| table(self.list)).get(word.as_bytes(), word.len())
    }
}

#[cold]
fn table(list: &'static str) -> WordTable<bool> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    WordTable::new(false, lines.flat_map(str::split_ascii_whitespace).map(|word| (word.as_bytes(), true)))
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn a_set_holds_its_words_and_nothing_else() {
        static SET: WordSet = WordSet::of("# nouns of war\ntruce cease-fire\n  counterinsurgencies");
        assert!(["truce", "cease-fire", "counterinsurgencies"].iter().all(|word| SET.has(word)));
        assert!(["", "Truce", "truc", "nouns", "#", "counterinsurgency"].iter().all(|word| !SET.has(word)));
    }
}
