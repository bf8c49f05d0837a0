//! A grammar read from files: rules with weighted alternatives, which know of other rules, numbers, what may be left out and
//! what an article says the same way throughout. Its notation stands at the head of `news.grammar`.

use std::collections::HashMap;

/// A piece of an alternative.
#[derive(Debug)]
pub enum Part {
    Text(String),
    Rule(Rule),
    /// A number between two.
    Number(u64, u64),
    /// Left out half of the time.
    Maybe(Vec<Part>),
    OneOf(Vec<Vec<Part>>),
    Date(Date),
}

/// Another rule, told at this place.
#[derive(Debug)]
pub struct Rule {
    pub index: usize,
    /// Number of the article's own telling of it; told anew where none is given.
    pub fact: Option<u8>,
    /// Which of the fields, from 0.
    pub field: Option<usize>,
    pub capital: bool,
}

/// A date around the day of publication.
#[derive(Debug, Clone, Copy)]
pub enum Date {
    Weekday,
    LastDay,
    LastMonth,
    LastYear,
    NextDay,
    NextMonth,
    NextYear,
}

const DATES: &[(&str, Date)] = &[
    ("weekday", Date::Weekday),
    ("last-day", Date::LastDay),
    ("last-month", Date::LastMonth),
    ("last-year", Date::LastYear),
    ("next-day", Date::NextDay),
    ("next-month", Date::NextMonth),
    ("next-year", Date::NextYear),
];

/// What a rule can be.
#[derive(Debug, Default)]
pub struct Alternatives {
    /// Weights, each with all before it.
    pub sums: Vec<u64>,
    pub parts: Vec<Vec<Part>>,
}

pub struct Grammar {
    names: HashMap<String, usize>,
    pub rules: Vec<Alternatives>,
}

impl Grammar {
    /// Reads grammars; a mistake in one ends the program.
    pub fn new(sources: &[&str]) -> Self {
        let lines = || sources.iter().flat_map(|source| source.lines()).filter(|line| !line.starts_with('#'));
        let is_name = |line: &&str| !line.starts_with(' ') && !line.is_empty();
        let names: HashMap<String, usize> =
            lines().filter(is_name).enumerate().map(|(index, name)| (name.to_owned(), index)).collect();
        let mut rules: Vec<Alternatives> = Vec::new();
        for line in lines().filter(|line| !line.is_empty()) {
            if is_name(&line) {
                rules.push(Alternatives::default());
                continue;
            }
            for alternative in line.trim().split(" | ") {
                let (weight, words) = weighted(alternative);
                let rule = rules.last_mut().unwrap();
                rule.sums.push(rule.sums.last().unwrap_or(&0) + weight);
                rule.parts.push(Notation { rest: words, names: &names }.parts(&[]));
            }
        }
        assert_eq!(names.len(), rules.len(), "a rule stands twice");
        Self { names, rules }
    }

    pub fn index(&self, name: &str) -> usize {
        self.names.get(name).copied().unwrap_or_else(|| panic!("no rule {name}"))
    }
}

fn weighted(alternative: &str) -> (u64, &str) {
    match alternative.strip_prefix('*').and_then(|rest| rest.split_once(' ')) {
        Some((weight, words)) => (weight.parse().unwrap(), words),
        None => (1, alternative),
    }
}

/// An alternative as it is read.
struct Notation<'s, 'n> {
    rest: &'s str,
    names: &'n HashMap<String, usize>,
}

impl Notation<'_, '_> {
    /// Everything up to one of the ends, which is left.
    fn parts(&mut self, ends: &[char]) -> Vec<Part> {
        let mut parts = Vec::new();
        while let Some(next) = self.rest.chars().next().filter(|next| !ends.contains(next)) {
            parts.push(match next {
                '{' => self.reference(),
                '[' => {
                    self.skip();
                    let inside = self.parts(&[']']);
                    self.skip();
                    Part::Maybe(inside)
                }
                '(' if self.is_choice() => self.choice(),
                _ => self.text(ends),
            });
        }
        parts
    }

    fn skip(&mut self) {
        self.rest = &self.rest[1..];
    }

    /// Brackets without a bar are the text's own.
    fn is_choice(&self) -> bool {
        self.rest.split_once(')').is_some_and(|(inside, _)| inside.contains('|'))
    }

    fn choice(&mut self) -> Part {
        let mut several = Vec::new();
        while !self.rest.starts_with(')') {
            self.skip();
            several.push(self.parts(&['|', ')']));
        }
        self.skip();
        Part::OneOf(several)
    }

    fn text(&mut self, ends: &[char]) -> Part {
        let is_end = |(at, c): &(usize, char)| *at > 0 && (ends.contains(c) || "{[(".contains(*c));
        let end = self.rest.char_indices().find(is_end).map_or(self.rest.len(), |(at, _)| at);
        let (text, rest) = self.rest.split_at(end);
        self.rest = rest;
        Part::Text(text.to_owned())
    }

    fn reference(&mut self) -> Part {
        let (inside, rest) = self.rest[1..].split_once('}').unwrap();
        self.rest = rest;
        if let Some((low, high)) = inside.split_once("..") {
            return Part::Number(low.parse().unwrap(), high.parse().unwrap());
        }
        if let Some((_, date)) = DATES.iter().find(|(name, _)| *name == inside) {
            return Part::Date(*date);
        }
        let (inside, capital) = inside.strip_suffix(".cap").map_or((inside, false), |bare| (bare, true));
        let (inside, field) = match inside.split_once(':') {
            Some((name, field)) => (name, Some(field.parse::<usize>().unwrap() - 1)),
            None => (inside, None),
        };
        let (name, fact) = match inside.split_once('@') {
            Some((name, number)) => (name, Some(if number.is_empty() { 1 } else { number.parse().unwrap() })),
            None => (inside, None),
        };
        let index = *self.names.get(name).unwrap_or_else(|| panic!("no rule {name}"));
        Part::Rule(Rule { index, fact, field, capital })
    }
}
