//! Words and what is known of each, for readers who look up every word of every text: keys of fixed size and open
//! addressing, so that a look-up touches one cache line and compares numbers. Knows no words of its own.

use std::collections::HashMap;

/// A word of at most 16 bytes, filled up with zeros, which no word holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct WordKey {
    head: u64,
    tail: u64,
}

impl WordKey {
    /// The key of the first bytes; what follows them helps to read them at once. Longer words have none.
    #[inline]
    pub(crate) fn of(bytes: &[u8], length: usize) -> Option<Self> {
        match length {
            0..=8 => Some(Self { head: eight(bytes, length), tail: 0 }),
            9..=16 => Some(Self { head: eight(bytes, 8), tail: eight(&bytes[8..], length - 8) }),
            _ => None,
        }
    }

    /// The key of one ASCII sign.
    #[inline]
    pub(crate) fn of_sign(sign: u8) -> Self {
        Self { head: u64::from(sign), tail: 0 }
    }

    /// The key of the same word in small ASCII letters.
    #[inline]
    pub(crate) fn lower(self) -> Self {
        Self { head: lower(self.head), tail: lower(self.tail) }
    }

    /// Where to look for it first.
    #[inline]
    pub(crate) fn hash(self) -> u64 {
        let mixed = (self.head ^ self.tail.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ mixed >> 32
    }
}

/// The first bytes, at most eight, as a number.
#[inline]
fn eight(bytes: &[u8], length: usize) -> u64 {
    let all = match bytes.first_chunk() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => bytes.iter().rev().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    };
    if length == 0 { 0 } else { all & u64::MAX >> (64 - 8 * length) }
}

const EACH: u64 = 0x0101_0101_0101_0101;
const TOP: u64 = 0x80 * EACH;

/// Eight bytes with the capitals among them made small.
#[inline]
fn lower(bytes: u64) -> u64 {
    let low = bytes & !TOP;
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let beyond_z = low + (0x7f - b'Z' as u64) * EACH;
    bytes | (from_a & !beyond_z & !bytes & TOP) >> 2
}

/// Where the ASCII letters and digits end that begin at `start`: eight bytes at a time.
#[inline]
pub(crate) fn alphanumeric_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(chunk) = bytes[end..].first_chunk() {
        let others = others(u64::from_le_bytes(*chunk));
        if others != 0 {
            return end + others.trailing_zeros() as usize / 8;
        }
        end += 8;
    }
    bytes[end..].iter().position(|byte| !byte.is_ascii_alphanumeric()).map_or(bytes.len(), |at| end + at)
}

/// The top bit of each of eight bytes that is no ASCII letter or digit.
#[inline]
fn others(bytes: u64) -> u64 {
    !((within(bytes | (0x20 * EACH), b'a', b'z') | within(bytes, b'0', b'9')) & !bytes) & TOP
}

/// The top bit of each of eight bytes that is no ASCII letter.
#[inline]
fn no_letters(bytes: u64) -> u64 {
    !(within(bytes | (0x20 * EACH), b'a', b'z') & !bytes) & TOP
}

/// The top bit of each of eight bytes whose lower bits lie in a range.
#[inline]
fn within(bytes: u64, low: u8, high: u8) -> u64 {
    let bytes = bytes & !TOP;
    (bytes + u64::from(0x80 - low) * EACH) & !(bytes + u64::from(0x7f - high) * EACH)
}

/// A word of ASCII letters, or letters and digits, as it is cut out of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AsciiWord {
    /// The byte after its last; that at which it was to begin where there is none.
    pub(crate) end: usize,
    /// Its key as it is written and in small letters, if it is not too long for one.
    pub(crate) keys: Option<(WordKey, WordKey)>,
}

/// The ASCII letters and digits that begin at `start`. Their end and their keys come of one reading of the bytes.
#[inline]
pub(crate) fn ascii_word(bytes: &[u8], start: usize) -> AsciiWord {
    word_of(bytes, start, others).unwrap_or_else(|| long_word(bytes, start, u8::is_ascii_alphanumeric))
}

/// The same for ASCII letters alone.
#[inline]
pub(crate) fn ascii_letters(bytes: &[u8], start: usize) -> AsciiWord {
    word_of(bytes, start, no_letters).unwrap_or_else(|| long_word(bytes, start, u8::is_ascii_alphabetic))
}

/// A word of less than sixteen bytes, if the text goes on for so long.
#[inline(always)] // a token of any reader takes one, and few instructions beside the call
fn word_of(bytes: &[u8], start: usize, others: impl Fn(u64) -> u64) -> Option<AsciiWord> {
    let (head, rest) = bytes.get(start..)?.split_first_chunk::<8>()?;
    let head = u64::from_le_bytes(*head);
    let stop = others(head);
    let keys = |head, tail, (low, high)| {
        // Bit 5 makes letters small and stands in digits anyway.
        let small = WordKey { head: (head | (0x20 * EACH)) & low, tail: (tail | (0x20 * EACH)) & high };
        Some((WordKey { head: head & low, tail: tail & high }, small))
    };
    if stop != 0 {
        let end = start + stop.trailing_zeros() as usize / 8;
        return Some(AsciiWord { end, keys: keys(head, 0, (before(stop), 0)) });
    }
    let tail = u64::from_le_bytes(*rest.first_chunk()?);
    let stop = others(tail);
    let end = start + 8 + stop.trailing_zeros() as usize / 8;
    (stop != 0).then(|| AsciiWord { end, keys: keys(head, tail, (u64::MAX, before(stop))) })
}

/// Any other.
#[cold]
fn long_word(bytes: &[u8], start: usize, fits: fn(&u8) -> bool) -> AsciiWord {
    let length = bytes[start..].iter().take_while(|byte| fits(byte)).count();
    let key = WordKey::of(&bytes[start..], length);
    AsciiWord { end: start + length, keys: key.map(|key| (key, key.lower())) }
}

/// All bits of the bytes before the first whose top bit is set.
#[inline]
fn before(stop: u64) -> u64 {
    ((stop & stop.wrapping_neg()) >> 7).wrapping_sub(1)
}

/// What is known of words.
#[derive(Debug)]
pub(crate) struct WordTable<V> {
    /// At most half of them taken; the empty key is that of a free one.
    slots: Vec<(WordKey, V)>,
    /// Words too long for a key.
    long: HashMap<Box<[u8]>, V>,
    nothing: V,
}

impl<V: Copy> WordTable<V> {
    /// A table of words, each with what is known of it, and what is known of any other. Of a word that is given twice the
    /// first counts.
    pub(crate) fn new<'w>(nothing: V, words: impl IntoIterator<Item = (&'w [u8], V)>) -> Self {
        let mut table =
            Self { slots: vec![(WordKey::default(), nothing); 64], long: HashMap::new(), nothing };
        let mut count = 0;
        for (word, value) in words.into_iter().filter(|(word, _)| !word.is_empty()) {
            let Some(key) = WordKey::of(word, word.len()) else {
                table.long.entry(word.into()).or_insert(value);
                continue;
            };
            let free = table.slot(key);
            if table.slots[free].0 == WordKey::default() {
                table.slots[free] = (key, value);
                count += 1;
            }
            if count * 2 > table.slots.len() {
                table.grow();
            }
        }
        table
    }

    fn grow(&mut self) {
        let larger = vec![(WordKey::default(), self.nothing); self.slots.len() * 2];
        for (key, value) in std::mem::replace(&mut self.slots, larger) {
            if key != WordKey::default() {
                let free = self.slot(key);
                self.slots[free] = (key, value);
            }
        }
    }

    /// The slot that holds the key, or the free one where it would be.
    #[inline]
    fn slot(&self, key: WordKey) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = key.hash() as usize & mask;
        while self.slots[at].0 != key && self.slots[at].0 != WordKey::default() {
            at = (at + 1) & mask;
        }
        at
    }

    /// What is known of the word with this key.
    #[inline]
    pub(crate) fn at(&self, key: WordKey) -> V {
        self.slots[self.slot(key)].1
    }

    /// What is known of the word that the first bytes are.
    #[inline]
    pub(crate) fn get(&self, bytes: &[u8], length: usize) -> V {
        match WordKey::of(bytes, length) {
            Some(key) => self.at(key),
            None => self.long.get(&bytes[..length]).copied().unwrap_or(self.nothing),
        }
    }

    /// The same, whatever the case of its ASCII letters in the text; the table has it in small letters.
    #[inline]
    pub(crate) fn get_lower(&self, bytes: &[u8], length: usize) -> V {
        match WordKey::of(bytes, length) {
            Some(key) => self.at(key.lower()),
            None if self.long.is_empty() => self.nothing,
            None => {
                let lower = bytes[..length].to_ascii_lowercase();
                self.long.get(&*lower).copied().unwrap_or(self.nothing)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AsciiWord, WordKey, WordTable, alphanumeric_end, ascii_letters, ascii_word, lower};

    #[test]
    fn words_are_found_whole_and_nothing_else() {
        let words =
            ["a", "troops", "withdraw", "withdrawal", "counterinsurgency", "élan", "counterterrorism"];
        let table = WordTable::new(0, words.iter().map(|word| word.as_bytes()).zip(1..));
        let text = "a troops withdraw withdrawal counterinsurgency élan counterterrorism";
        for (word, number) in words.iter().zip(1..) {
            let at = text.find(&format!("{word} ")).unwrap_or(text.len() - word.len());
            assert_eq!(table.get(&text.as_bytes()[at..], word.len()), number, "{word}");
            let shouted = word.to_ascii_uppercase();
            assert_eq!(table.get_lower(shouted.as_bytes(), shouted.len()), number, "{shouted}");
            let part = &text.as_bytes()[at..];
            assert_eq!(table.get(part, word.len() - 1), 0, "{word} cut short");
        }
        assert_eq!(table.get(b"", 0), 0);
    }

    #[test]
    fn a_table_keeps_what_it_was_given_as_it_grows() {
        let words: Vec<String> = (0..5000).map(|number| format!("w{number}")).collect();
        let table = WordTable::new(usize::MAX, words.iter().map(|word| word.as_bytes()).zip(0..));
        assert!(words.iter().zip(0..).all(|(word, at)| table.get(word.as_bytes(), word.len()) == at));
        assert_eq!(table.get(b"w5000", 5), usize::MAX);
    }

    #[test]
    fn eight_letters_become_small_as_one_does() {
        for byte in 0..=255_u8 {
            let bytes = [byte, b'A', byte, b'z', b'Z', byte, b'@', b'['];
            assert_eq!(
                lower(u64::from_le_bytes(bytes)).to_le_bytes(),
                bytes.map(|byte| byte.to_ascii_lowercase())
            );
        }
    }

    #[test]
    fn eight_bytes_end_a_word_where_one_does() {
        for byte in 0..=255_u8 {
            for at in 0..9 {
                let mut bytes = *b"Abz019ZyxwAbz019Z";
                bytes[at] = byte;
                let first = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric());
                assert_eq!(alphanumeric_end(&bytes, 0), first.unwrap_or(bytes.len()), "{byte} at {at}");
            }
        }
    }

    #[test]
    fn a_word_is_cut_with_its_key_wherever_it_ends() {
        let texts =
            ["a", "Ab3,", "withdraw.", "withdrawal ends here", "twelveletter1234", "twelveletter123-"];
        let longer = ["twelveletter12345 and", "Ab3\u{e9}", "-", "", "counterinsurgencyoperations of old"];
        for text in texts.iter().chain(&longer) {
            let bytes = text.as_bytes();
            let ends = |fits: fn(&u8) -> bool| bytes.iter().position(|b| !fits(b)).unwrap_or(bytes.len());
            let word = ends(u8::is_ascii_alphanumeric);
            let keys = |length| WordKey::of(bytes, length).map(|key| (key, key.lower()));
            assert_eq!(ascii_word(bytes, 0), AsciiWord { end: word, keys: keys(word) }, "{text}");
            let letters = ends(u8::is_ascii_alphabetic);
            assert_eq!(ascii_letters(bytes, 0), AsciiWord { end: letters, keys: keys(letters) }, "{text}");
        }
        assert_eq!(Some(WordKey::of_sign(b',')), WordKey::of(b",", 1));
    }
}
