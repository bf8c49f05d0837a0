//! One telling of a grammar's rules: what is drawn, and what the article has said already.

use std::collections::HashMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::grammar::{Date, Grammar, Part, Rule};
use crate::random::Random;

/// How often another telling is tried where two facts of one article would be the same.
const TRIES: usize = 4;

/// An article being told.
pub struct Telling<'g> {
    grammar: &'g Grammar,
    published: NaiveDate,
    facts: HashMap<(usize, u8), String>,
    pub random: Random,
}

impl<'g> Telling<'g> {
    pub fn new(grammar: &'g Grammar, published: NaiveDate, random: Random) -> Self {
        Self { grammar, published, facts: HashMap::new(), random }
    }

    /// A rule's words, with a capital.
    pub fn sentence(&mut self, rule: usize) -> String {
        let mut words = String::new();
        self.rule(rule, &mut words);
        capitalise(&mut words, 0);
        words
    }

    fn rule(&mut self, rule: usize, out: &mut String) {
        let grammar = self.grammar;
        let alternatives = &grammar.rules[rule];
        let drawn = self.random.weighed(&alternatives.sums);
        self.parts(&alternatives.parts[drawn], out);
    }

    fn parts(&mut self, parts: &[Part], out: &mut String) {
        for part in parts {
            match part {
                Part::Text(text) => push(out, text),
                Part::Rule(rule) => self.reference(rule, out),
                Part::Number(low, high) => push(out, &self.number(*low, *high)),
                Part::Maybe(inside) if self.random.percent(50) => self.parts(inside, out),
                Part::Maybe(_) => {}
                Part::OneOf(several) => {
                    let drawn = self.random.index(several.len());
                    self.parts(&several[drawn], out);
                }
                Part::Date(date) => push(out, &self.date(*date)),
            }
        }
    }

    fn reference(&mut self, rule: &Rule, out: &mut String) {
        let start = out.len();
        match (rule.fact, rule.field) {
            (None, None) => self.rule(rule.index, out),
            (fact, field) => {
                let words = match fact {
                    Some(number) => self.fact(rule.index, number),
                    None => self.told(rule.index),
                };
                push(out, field.map_or(words.as_str(), |field| words.split(" / ").nth(field).unwrap()));
            }
        }
        if rule.capital {
            capitalise(out, start);
        }
    }

    fn told(&mut self, rule: usize) -> String {
        let mut words = String::new();
        self.rule(rule, &mut words);
        words
    }

    /// What the article says throughout; facts of one rule differ.
    fn fact(&mut self, rule: usize, number: u8) -> String {
        if let Some(known) = self.facts.get(&(rule, number)) {
            return known.clone();
        }
        let mut words = self.told(rule);
        for _ in 0..TRIES {
            if !self.facts.iter().any(|((other, _), known)| *other == rule && *known == words) {
                break;
            }
            words = self.told(rule);
        }
        self.facts.insert((rule, number), words.clone());
        words
    }

    /// Large numbers are round more often than not, and have their commas.
    fn number(&mut self, low: u64, high: u64) -> String {
        let mut number = self.random.within(low, high);
        if self.random.percent(75) {
            number -= match number {
                0..100 => 0,
                100..1000 => number % 50,
                _ => number % 500,
            };
        }
        match number {
            0..1000 => number.to_string(),
            _ => format!("{},{:03}", number / 1000, number % 1000),
        }
    }

    fn date(&mut self, date: Date) -> String {
        let (day, random) = (self.published, &mut self.random);
        let before = |days: u64| day - Days::new(days);
        let month = |other: NaiveDate| match other.year() == day.year() {
            true => other.format("%B").to_string(),
            false => other.format("%B %Y").to_string(),
        };
        match date {
            Date::Weekday => before(random.below(6)).format("%A").to_string(),
            Date::LastDay => {
                before(random.within(7, 150)).format(random.of(&["%B %-d", "%-d %B", "%b. %-d"])).to_string()
            }
            Date::LastMonth => month(day - Months::new(random.within(1, 14) as u32)),
            Date::LastYear => (day.year() - random.within(1, 21) as i32).to_string(),
            Date::NextDay => {
                (day + Days::new(random.within(2, 120))).format(random.of(&["%B %-d", "%-d %B"])).to_string()
            }
            Date::NextMonth => month(day + Months::new(random.within(1, 15) as u32)),
            Date::NextYear => (day.year() + random.within(1, 3) as i32).to_string(),
        }
    }
}

/// Puts words behind others; "a" becomes "an" where it must, and no two spaces meet.
fn push(out: &mut String, words: &str) {
    let words = if out.ends_with(' ') { words.trim_start() } else { words };
    let vowel = words.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U'])
        && !words.starts_with("uni")
        && !words.starts_with("US");
    if vowel && (out == "a " || [" a ", "“a ", "(a ", " A "].iter().any(|end| out.ends_with(end))) {
        out.pop();
        out.push_str("n ");
    }
    out.push_str(words);
}

/// Makes the first letter from a byte on a capital.
fn capitalise(out: &mut String, start: usize) {
    if let Some((at, first)) = out[start..].char_indices().find(|(_, c)| c.is_alphanumeric()) {
        let at = start + at;
        out.replace_range(at..at + first.len_utf8(), &first.to_uppercase().to_string());
    }
}
