//! An article by its number: metadata and text. Articles of one seed are all different, but for a share that is asked to be
//! copies: what another masthead made of an earlier article.

use chrono::{Days, NaiveDate};

use crate::grammar::Grammar;
use crate::random::Random;
use crate::telling::Telling;

/// Days over which articles are published.
const LENGTH: u64 = 3 * 365;
const PUBLISHERS: u64 = 300;
/// How far back a copy's original is looked for.
const BACK: u64 = 40;
const AGENCIES: &[&str] = &["Reuters", "AP", "AFP", "Xinhua", "dpa"];
/// What articles are about, and how many of a hundred.
const TOPICS: &[(&str, u64)] = &[("war", 45), ("talks", 22), ("politics", 15), ("world", 18)];
/// Bytes of texts at even steps from the shortest to the longest; 4 kB in the middle of all.
const LENGTHS: &[u64] = &[
    400, 700, 1_000, 1_300, 1_600, 1_900, 2_200, 2_450, 2_700, 2_950, 3_200, 3_500, 3_800, 4_200, 4_700,
    5_300, 6_100, 7_400, 10_000, 18_000,
];

/// What is generated.
pub struct Articles {
    grammar: Grammar,
    topics: Vec<Topic>,
    seed: u64,
    /// Copies, of a hundred.
    copies: u64,
}

struct Topic {
    title: usize,
    lead: usize,
    sentence: usize,
}

/// An article.
#[derive(Clone)]
pub struct Article {
    pub number: u64,
    pub url: String,
    pub title: String,
    pub author: String,
    pub publisher: String,
    pub published: NaiveDate,
    pub paragraphs: Vec<String>,
}

impl Article {
    pub fn text(&self) -> String {
        self.paragraphs.join("\n\n")
    }
}

impl Articles {
    pub fn new(seed: u64, copies: u64) -> Self {
        let grammar = Grammar::new(&[include_str!("news.grammar"), include_str!("words.grammar")]);
        let topic = |name: &str| Topic {
            title: grammar.index(&format!("title.{name}")),
            lead: grammar.index(&format!("lead.{name}")),
            sentence: grammar.index(&format!("sentence.{name}")),
        };
        let topics = TOPICS.iter().map(|(name, _)| topic(name)).collect();
        Self { grammar, topics, seed, copies }
    }

    /// The article of that number.
    pub fn article(&self, number: u64) -> Article {
        let mut random = Random::apart(self.seed, 2 * number);
        match random.percent(self.copies) && number > 0 {
            true => self.copy(number, random),
            false => self.original(number),
        }
    }

    /// A headline of its own.
    pub fn title(&self, random: &mut Random) -> String {
        let topic = &self.topics[random.weighed(&topic_sums())];
        let stream = Random::apart(self.seed ^ 1, random.below(u64::MAX));
        Telling::new(&self.grammar, first_day(), stream).sentence(topic.title)
    }

    fn original(&self, number: u64) -> Article {
        let mut random = Random::apart(self.seed, 2 * number + 1);
        let published = first_day() + Days::new(random.below(LENGTH));
        let topic = &self.topics[random.weighed(&topic_sums())];
        let length = length(&mut random);
        let mut telling = Telling::new(&self.grammar, published, random);
        let title = telling.sentence(topic.title);
        let author = telling.sentence(self.grammar.index("person"));
        let mut paragraphs = vec![self.lead(topic, &mut telling)];
        let mut told = paragraphs[0].len() as u64;
        while told < length {
            let sentences = telling.random.within(1, 3);
            let paragraph: Vec<String> = (0..sentences).map(|_| telling.sentence(topic.sentence)).collect();
            paragraphs.push(paragraph.join(" "));
            told += paragraphs.last().unwrap().len() as u64 + 2;
        }
        if telling.random.percent(20) {
            let at = 1 + telling.random.index(paragraphs.len());
            paragraphs.insert(at, telling.sentence(self.grammar.index("furniture")));
        }
        if telling.random.percent(30) {
            paragraphs.push(telling.sentence(self.grammar.index("credit")));
        }
        let (publisher, url) = masthead(number, &title, published, &mut telling.random);
        Article { number, url, title, author, publisher, published, paragraphs }
    }

    /// The first paragraph; three of four have a dateline, most of them with an agency.
    fn lead(&self, topic: &Topic, telling: &mut Telling<'_>) -> String {
        let lead = telling.sentence(topic.lead);
        if !telling.random.percent(75) {
            return lead;
        }
        let city = telling.sentence(self.grammar.index("dateline")).to_uppercase();
        let agency = telling.random.of(AGENCIES);
        match telling.random.below(3) {
            0 => format!("{city} ({agency}) — {lead}"),
            1 => format!("{city} ({agency}) - {lead}"),
            _ => format!("{city} — {lead}"),
        }
    }

    /// What another masthead made of an article within its forty neighbours: its own headline and lead, some paragraphs left out.
    fn copy(&self, number: u64, mut random: Random) -> Article {
        let original = self.original(number - 1 - random.below(BACK.min(number)));
        let own = self.original(number);
        let mut paragraphs = original.paragraphs;
        let keep = (paragraphs.len() * 3).div_ceil(4).max(1);
        while paragraphs.len() > keep {
            paragraphs.remove(random.index(paragraphs.len()));
        }
        paragraphs.insert(0, own.paragraphs[0].clone());
        let published = original.published + Days::new(random.below(3));
        let (publisher, url) = masthead(number, &own.title, published, &mut random);
        Article { number, url, title: own.title, author: own.author, publisher, published, paragraphs }
    }
}

fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 7, 1).unwrap()
}

fn topic_sums() -> Vec<u64> {
    let mut sum = 0;
    TOPICS
        .iter()
        .map(|(_, share)| {
            sum += share;
            sum
        })
        .collect()
}

fn length(random: &mut Random) -> u64 {
    let at = random.index(LENGTHS.len() - 1);
    random.within(LENGTHS[at], LENGTHS[at + 1])
}

/// Publisher and address. The number stands in the address, so that no two are the same.
fn masthead(number: u64, title: &str, published: NaiveDate, random: &mut Random) -> (String, String) {
    let masthead = random.below(PUBLISHERS);
    let slug: String =
        title.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let slug = slug.split('-').filter(|word| !word.is_empty()).take(8).collect::<Vec<_>>().join("-");
    let day = published.format("%Y/%m/%d");
    (
        format!("The Example Courier {masthead:03}"),
        format!("https://courier-{masthead:03}.example/{day}/{slug}-{number}"),
    )
}
