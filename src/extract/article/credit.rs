//! Which news agency an article says that it is from: by its dateline, byline, source line, copyright, or a note on who
//! contributed. Who merely told an agency something, what an agency reported, and whose a picture is are no credits.

use std::collections::BTreeSet;

use super::agencies::{Agencies, Sureness, items};
use super::credit_words::CreditWords;
use super::dateline::dateline;

/// Lines at the top where a dateline or byline stands.
const HEAD: usize = 15;
/// Lines from the last paragraph on where a tag that closes the text stands; links to other stories may follow.
const END: usize = 3;
/// A line of so many bytes is a paragraph.
const PARAGRAPH: usize = 120;
/// A note on who contributed or owns stands in so many last bytes of a line; more is not searched.
const NOTE: usize = 500;

/// How much of an article is the agency's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// The article is the agency's report, which its publisher carries or retells.
    Whole,
    /// The agency contributed to its publisher's own report.
    Part,
}

/// The one agency that an article credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// Its key.
    pub agency: String,
    /// How much is the agency's.
    pub share: Share,
}

/// What of an article can hold a credit.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its byline.
    pub author: Option<&'a str>,
    /// Key of the publisher.
    pub publisher: Option<&'a str>,
}

/// All agencies credited; an empty key stands for agencies without their names.
#[derive(Debug, Default)]
struct Credits {
    whole: BTreeSet<String>,
    part: BTreeSet<String>,
}

/// The agency that an article credits, where it is one; none where it is its publisher's own.
pub(in crate::extract) fn credit(agencies: &Agencies, page: &Page<'_>) -> Option<Credit> {
    let mut credits = Credits::default();
    if let Some(author) = page.author {
        credits.byline(agencies, author.strip_prefix("By ").unwrap_or(author));
    }
    let lines: Vec<&str> = page.text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = lines.iter().rposition(|line| line.len() > PARAGRAPH).unwrap_or(0);
    for (at, line) in lines.iter().enumerate() {
        if at < HEAD {
            credits.head(agencies, line, at.checked_sub(1).map(|before| lines[before]));
        }
        if (last..last + END).contains(&at) {
            credits.end(agencies, line);
        }
        credits.source(agencies, line);
        credits.copyright(agencies, line);
        credits.contributors(agencies, line);
        credits.first_published(agencies, line);
    }
    credits.one(page.publisher.map(|publisher| agencies.of_key(publisher).unwrap_or(publisher)), agencies)
}

impl Credits {
    /// What is clear: one agency's report, else one contributor to it. Agencies have their contributors from within.
    fn one(self, publisher: Option<&str>, agencies: &Agencies) -> Option<Credit> {
        let is_agency = publisher.is_some_and(|publisher| agencies.of_key(publisher).is_some());
        let (named, share) = match (self.whole.len(), is_agency) {
            (0, true) => return None,
            (0, false) => (self.part, Share::Part),
            _ => (self.whole, Share::Whole),
        };
        let mut named = named.into_iter();
        match (named.next(), named.next()) {
            (Some(agency), None) if !agency.is_empty() && publisher != Some(agency.as_str()) => {
                Some(Credit { agency, share })
            }
            _ => None,
        }
    }

    fn whole(&mut self, agency: &str) {
        self.whole.insert(agency.to_owned());
    }

    /// A list: one name alone is whose it is, one among others contributed.
    fn list(&mut self, agencies: &Agencies, words: &str) {
        let named = agencies.list(words, Sureness::Weak);
        if named.agencies.len() + named.others == 1 {
            self.whole.extend(named.agencies.into_iter().filter(|agency| !agency.is_empty()));
        } else if named.agencies.iter().any(|agency| !agency.is_empty()) {
            self.part.extend(named.agencies);
        }
    }

    fn head(&mut self, agencies: &Agencies, line: &str, before: Option<&str>) {
        if let Some(names) = dateline(line) {
            self.list(agencies, names);
        }
        let byline = ["By ", "BY ", "by "].iter().find_map(|by| line.strip_prefix(by));
        match byline.filter(|rest| rest.len() < 120 && !rest.ends_with('.')) {
            Some(names) => self.byline(agencies, names),
            None if stands_for_byline(line, before) => {
                if let Some(agency) = agencies.of_name(line, Sureness::Sure) {
                    self.whole(agency);
                }
            }
            None => {}
        }
    }

    /// "JOHN DOE, Associated Press", "Jane Roe and Reuters"
    fn byline(&mut self, agencies: &Agencies, names: &str) {
        let authors: Vec<Vec<&str>> = names
            .split(" and ")
            .flat_map(|author| author.split(" with "))
            .map(|author| {
                let parts = items(author, &[" of ", " for ", " - ", " – ", " — ", " in "]);
                parts.into_iter().filter(|part| !part.is_empty()).collect()
            })
            .collect();
        let agency = |part: &str| agencies.of_name(part, Sureness::Sure).or_else(|| agencies.closing(part));
        let is_alone =
            |author: &Vec<&str>| author.len() == 1 && agencies.of_name(author[0], Sureness::Sure).is_some();
        let named: BTreeSet<&str> = authors.iter().flatten().filter_map(|part| agency(part)).collect();
        let shared = named.len() > 1 || authors.len() > 1 && authors.iter().any(is_alone);
        let credited = if shared { &mut self.part } else { &mut self.whole };
        credited.extend(named.into_iter().map(str::to_owned));
    }

    /// "SOURCE: Reuters"
    fn source(&mut self, agencies: &Agencies, line: &str) {
        let line = line.trim_matches(['(', ')', '[', ']', '.', ' ']);
        if line.len() > 100 || CreditWords::get().is_of_picture(line) {
            return;
        }
        if let Some((label, names)) = line.split_once(':')
            && CreditWords::get().phrases("label").contains(&label.trim().to_lowercase().as_str())
        {
            self.list(agencies, names);
        }
    }

    /// What closes the last sentences: "… the ministry said. (AFP)", "… – AFP", "… Source: Reuters"
    fn end(&mut self, agencies: &Agencies, line: &str) {
        let line = line.trim_end_matches([' ', '-', '–', '—', '.']);
        if CreditWords::get().is_of_picture(line) {
            return;
        }
        if let Some((before, names)) = line.strip_suffix(')').and_then(|line| line.rsplit_once('('))
            && (before.is_empty() || before.len() > 60 && closes_text(before))
        {
            self.list(agencies, names);
        } else if let Some((before, names)) = line.rsplit_once(['–', '—', ':'])
            && let before = before.strip_suffix("Source").unwrap_or(before)
            && (before.is_empty() || before.len() > 60 && ends_sentence(before))
            && agencies.of_name(names, Sureness::Sure).is_some()
        {
            self.list(agencies, names);
        }
    }

    /// "© 2019 Agence France-Presse"; a name alone behind the sign is a picture's.
    fn copyright(&mut self, agencies: &Agencies, line: &str) {
        let line = tail(line);
        let Some((sign, length)) = ["©", "Copyright", "COPYRIGHT", "copyright", "(c)", "(C)"]
            .iter()
            .find_map(|sign| Some((line.find(sign)?, sign.len())))
        else {
            return;
        };
        let lower = line.to_lowercase();
        let is_dated = line[sign..].bytes().filter(u8::is_ascii_digit).count() >= 4;
        let says_so = lower.contains("copyright") || lower.contains("all rights reserved");
        if !(is_dated || says_so) || CreditWords::get().is_of_picture(line) {
            return;
        }
        let skipped = |c: char| !c.is_alphabetic();
        let owner = ["(c)", "(C)", "©", "by "]
            .iter()
            .fold(line[sign + length..].trim_start_matches(skipped), |rest, word| {
                rest.strip_prefix(word).unwrap_or(rest).trim_start_matches(skipped)
            });
        if let Some((agency, rest)) = agencies.opening(owner, Sureness::Sure)
            && !rest.starts_with('/')
        {
            self.whole(agency);
        }
    }

    /// "The Associated Press contributed to this report." An agency's own people contribute to its own reports.
    fn contributors(&mut self, agencies: &Agencies, line: &str) {
        let line = tail(line);
        let words = CreditWords::get();
        if !words.may_share(line) {
            return;
        }
        let lower = line.to_ascii_lowercase();
        let find =
            |class| words.phrases(class).iter().find_map(|phrase| Some((lower.find(phrase)?, phrase.len())));
        let names = if let Some((at, _)) = find("shared_after") {
            &line[sentence_start(line, at)..at]
        } else if let Some((at, length)) = find("shared_before") {
            let rest = &line[at + length..];
            &rest[..rest.find(". ").unwrap_or(rest.len())]
        } else {
            return;
        };
        let people = |item: &str| {
            let (agency, rest) = agencies.opening(item, Sureness::Sure)?;
            let is_theirs = rest.trim().is_empty() || rest.starts_with(['\'', '’']);
            let has_role = rest.split_whitespace().take(3).any(|word| words.is_role(word));
            (is_theirs || has_role).then(|| (agency.to_owned(), has_role))
        };
        let separators = [" and ", " with ", " from ", " by ", " of ", " for ", " in "];
        let items = items(names, &separators);
        let named: Vec<(String, bool)> = items.iter().filter_map(|item| people(item)).collect();
        let several = items.iter().any(|item| words.is_several(item));
        let first = items.first().and_then(|item| people(item));
        match first {
            Some((agency, true)) if named.iter().all(|(other, _)| *other == agency) && !several => {
                self.whole(&agency);
            }
            _ => {
                self.part.extend(named.into_iter().map(|(agency, _)| agency));
                if several && !self.part.is_empty() {
                    self.part.insert(String::new());
                }
            }
        }
    }

    /// "This story was originally published by Reuters."
    fn first_published(&mut self, agencies: &Agencies, line: &str) {
        let opens = line.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("this "));
        if !opens || line.len() > 300 {
            return;
        }
        let lower = line.to_ascii_lowercase();
        let phrases = CreditWords::get().phrases("whole_before").iter();
        let name = phrases.filter_map(|phrase| Some(&line[lower.find(phrase)? + phrase.len()..])).next();
        if let Some((agency, _)) = name.and_then(|name| agencies.opening(name, Sureness::Sure)) {
            self.whole(agency);
        }
    }
}

/// The end of a line.
fn tail(line: &str) -> &str {
    let mut start = line.len().saturating_sub(NOTE);
    while !line.is_char_boundary(start) {
        start += 1;
    }
    &line[start..]
}

/// A name alone near the top: under a headline it is a byline, under a caption a picture's credit.
fn stands_for_byline(line: &str, before: Option<&str>) -> bool {
    let is_caption =
        |before: &str| before.ends_with(['.', ']', ')']) || CreditWords::get().is_of_picture(before);
    let is_acronym = line.len() <= 4 && line == line.to_uppercase();
    line.len() < 60 && !is_acronym && !before.is_some_and(is_caption)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['.', '!', '?', '"', '”', '’'])
}

/// Whether the article ends here, perhaps with its editors' initials: "… a day. aw/sms".
fn closes_text(words: &str) -> bool {
    let initials = words.trim_end_matches(['-', ' ']).rsplit([' ', '-']).next().unwrap_or("");
    ends_sentence(words) || initials.contains('/') && initials.len() < 9
}

/// Where the sentence begins that holds a byte.
fn sentence_start(line: &str, at: usize) -> usize {
    let stops = line[..at].rmatch_indices(['.', '!', '?', '\u{201d}']);
    let is_stop = |(stop, mark): &(usize, &str)| {
        let after = line[stop + mark.len()..].starts_with(' ');
        // "Lt. Gen.", "D.C.": a stop behind a short word with a capital is an abbreviation's.
        let word = line[..*stop].rsplit([' ', '.']).next().unwrap_or("");
        after && (word.len() > 3 || !word.starts_with(char::is_uppercase))
    };
    stops.into_iter().find(is_stop).map_or(0, |(stop, mark)| stop + mark.len())
}
