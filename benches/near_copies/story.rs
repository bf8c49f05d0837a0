//! An event, and articles about it: every one tells it in sentences of its own, and all share its names, figures, places
//! and quotations.

use super::random::Random;
use super::words::{
    ADJECTIVES, ADVERBS, DETERMINERS, JOINS, NAMES, NOUNS, OFFICES, PLACES, PREPOSITIONS, TROOPS, VERBS,
};

/// What all articles about an event have in common.
pub struct Event {
    facts: Vec<String>,
    quotes: Vec<(String, String)>,
    /// A sentence that an agency sent out, and that any of them may print.
    pub agency: String,
}

/// An article: its paragraphs, each of sentences.
#[derive(Clone)]
pub struct Article {
    pub title: String,
    pub paragraphs: Vec<Vec<String>>,
}

impl Article {
    pub fn text(&self) -> String {
        let paragraphs: Vec<String> = self.paragraphs.iter().map(|sentences| sentences.join(" ")).collect();
        paragraphs.join("\n\n")
    }
}

impl Event {
    pub fn new(random: &mut Random) -> Self {
        let place = random.of(PLACES);
        let troops = random.of(TROOPS);
        let count = 100 * (1 + random.index(60));
        let (first, second) = (random.of(NAMES), random.of(NAMES));
        let office = random.of(OFFICES);
        let year = 2023 + random.index(4);
        let month = random.of(&["January", "March", "June", "September", "December"]);
        let facts = vec![
            format!("about {count} {troops} at {place}"),
            format!("the withdrawal of {troops} from {place} by the end of {month} {year}"),
            format!("{office} {first}"),
            format!("{second}, who has been in talks since {month}"),
            format!("the agreement between Washington and Baghdad of {month} {year}"),
        ];
        let quotes = vec![
            (first.to_owned(), quote(random)),
            (second.to_owned(), quote(random)),
            (first.to_owned(), quote(random)),
        ];
        let agency = format!(
            "{} {} told reporters that {} would leave {place} in two phases, the first of them ending in {month} {year}, and that {} and {} {} {}.",
            capitalised(office),
            first,
            troops,
            random.of(DETERMINERS),
            phrase(random),
            of(VERBS, random),
            phrase(random),
        );
        Self { facts, quotes, agency }
    }

    /// An article of so many paragraphs.
    pub fn article(&self, paragraphs: usize, random: &mut Random) -> Article {
        let title = capitalised(&format!("{} {} {}", phrase(random), of(VERBS, random), phrase(random)));
        let paragraphs = (0..paragraphs)
            .map(|_| (0..1 + random.index(3)).map(|_| self.sentence(random)).collect())
            .collect();
        Article { title, paragraphs }
    }

    fn sentence(&self, random: &mut Random) -> String {
        match random.index(10) {
            0..3 => self.with_fact(random),
            3 => {
                let (name, words) = &self.quotes[random.index(self.quotes.len())];
                match random.percent(50) {
                    true => format!(
                        "“{words},” {name} {} {}.",
                        random.of(&["said", "told a broadcaster", "insisted"]),
                        time(random)
                    ),
                    false => format!("{name} said {}: “{words}.”", time(random)),
                }
            }
            4 => format!("{}, {}.", capitalised(&time(random)), clause(random)),
            5 | 6 => format!("{} {} {}.", capitalised(&clause(random)), of(JOINS, random), clause(random)),
            7 => format!(
                "{}, {} said, {} {}.",
                capitalised(&clause(random)),
                phrase(random),
                of(JOINS, random),
                clause(random)
            ),
            _ => format!("{}.", capitalised(&clause(random))),
        }
    }

    fn with_fact(&self, random: &mut Random) -> String {
        let fact = &self.facts[random.index(self.facts.len())];
        match random.index(3) {
            0 => format!(
                "{} {} {} {fact}.",
                capitalised(&phrase(random)),
                of(ADVERBS, random),
                of(VERBS, random)
            ),
            1 => format!(
                "{} {} {} {fact} {} {}.",
                capitalised(random.of(DETERMINERS)),
                noun(random),
                of(VERBS, random),
                of(PREPOSITIONS, random),
                phrase(random)
            ),
            _ => {
                format!("{}, {} {} {fact}.", capitalised(&clause(random)), of(JOINS, random), phrase(random))
            }
        }
    }
}

/// A quotation of 14 words or more.
fn quote(random: &mut Random) -> String {
    let words = format!(
        "we {} {} {} {}, {} {}",
        of(VERBS, random),
        phrase(random),
        of(PREPOSITIONS, random),
        phrase(random),
        of(JOINS, random),
        clause(random)
    );
    capitalised(&words)
}

/// A sentence without its capital and stop.
fn clause(random: &mut Random) -> String {
    let mut words = format!("{} ", phrase(random));
    if random.percent(40) {
        words.push_str(of(ADVERBS, random));
        words.push(' ');
    }
    words.push_str(&format!("{} {}", of(VERBS, random), phrase(random)));
    if random.percent(60) {
        words.push_str(&format!(" {} {}", of(PREPOSITIONS, random), phrase(random)));
    }
    words
}

fn phrase(random: &mut Random) -> String {
    let determiner = random.of(DETERMINERS);
    match random.percent(60) {
        true => format!("{determiner} {} {}", of(ADJECTIVES, random), noun(random)),
        false => format!("{determiner} {}", noun(random)),
    }
}

fn noun(random: &mut Random) -> &'static str {
    of(NOUNS, random)
}

fn time(random: &mut Random) -> String {
    let day = random.of(&["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
    match random.index(3) {
        0 => format!("on {day}"),
        1 => format!("late on {day}"),
        _ => format!("{} {} on {day}", of(PREPOSITIONS, random), phrase(random)),
    }
}

fn of(groups: &[&[&'static str]], random: &mut Random) -> &'static str {
    let group = groups[random.index(groups.len())];
    random.of(group)
}

pub fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
}
