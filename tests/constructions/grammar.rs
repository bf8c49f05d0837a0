//! Sentences out of clauses, fillers and what may stand beside, each with the claims that it makes.

use std::collections::BTreeMap;

use super::fillers::{Chance, Date, FILLERS, Numbers, Size, count};

/// What a blank says of the claim that it is in.
#[derive(Clone, Default)]
pub(crate) struct Slot {
    pub(crate) numbers: Option<Numbers>,
    pub(crate) place: Option<String>,
    pub(crate) when: Option<(String, String)>,
    pub(crate) subject: Option<String>,
}

/// A claim that a sentence makes.
pub(crate) struct Wanted {
    pub(crate) predicate: String,
    pub(crate) slot: Slot,
    pub(crate) denied: bool,
    /// Whether it may be read or not.
    pub(crate) open: bool,
}

pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) wanted: Vec<Wanted>,
    /// Predicates that may be read of what stands beside.
    pub(crate) allowed: Vec<&'static str>,
}

/// A clause with blanks.
pub(crate) struct Clause {
    pub(crate) predicate: &'static str,
    text: &'static str,
    claims: Option<&'static str>,
}

pub(crate) fn clauses() -> Vec<Clause> {
    let lines = include_str!("clauses.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let clause = |line: &'static str| {
        let mut parts = line.split('|').map(str::trim);
        let (predicate, text) = (parts.next().expect("a predicate"), parts.next().expect("a clause"));
        Clause { predicate, text, claims: parts.next() }
    };
    lines.map(clause).collect()
}

/// Where, which words, and what may be read of them.
fn besides() -> Vec<(&'static str, &'static str, Vec<&'static str>)> {
    let lines = include_str!("beside.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.split('|');
            let place = parts.next().expect("where").trim();
            (place, parts.next().expect("words"), parts.next().unwrap_or("").split_whitespace().collect())
        })
        .collect()
}

/// The clause in some embedding.
pub(crate) fn embedded(clause: &Clause, chance: &mut Chance) -> Sentence {
    let (text, slots) = filled(clause.text, chance);
    let embedding = chance.one(&FILLERS.embedded).clone();
    let speaker = chance.one(&FILLERS.speakers).clone();
    let text = embedding
        .replace("{C}", &capital(&text))
        .replace("{c}", &text)
        .replace("{S}", &capital(&speaker))
        .replace("{s}", &speaker);
    Sentence { text: tidy(&text), wanted: wanted(clause, &slots), allowed: Vec::new() }
}

/// The clause with something beside it.
pub(crate) fn crowded(clause: &Clause, chance: &mut Chance) -> Sentence {
    let list = besides();
    loop {
        let (place, words, allowed) = chance.one(&list);
        let Some(text) = beside(clause.text, place, words) else { continue };
        let (text, slots) = filled(&text, chance);
        let text = tidy(&format!("{}.", capital(&text)));
        return Sentence { text, wanted: wanted(clause, &slots), allowed: allowed.clone() };
    }
}

/// A clause with blanks and these words where they belong; nothing where it has no such place.
fn beside(clause: &str, place: &str, words: &str) -> Option<String> {
    let behind = |blank: &str| clause.find(blank).map(|at| at + blank.len());
    let insert = |at: usize| format!("{}{words}{}", &clause[..at], &clause[at..]);
    match place {
        "end" => Some(format!("{clause}{words}")),
        "front" if !clause.starts_with("{Past}") && !clause.starts_with("{Fut}") => {
            Some(format!("{words}{clause}"))
        }
        "subject" => {
            let first = ["{N}", "{F}", "{G}", "{V}", "{VS}", "{M}"]
                .into_iter()
                .find(|blank| clause.starts_with(blank));
            let next = first.map(|first| &clause[first.len()..]);
            next.filter(|next| next.starts_with(' ')).and(first).and_then(behind).map(insert)
        }
        "place" => ["{in}", "{pl}", "{to}", "{from}"].into_iter().find_map(behind).map(insert),
        _ => None,
    }
}

fn wanted(clause: &Clause, slots: &BTreeMap<String, Slot>) -> Vec<Wanted> {
    if clause.predicate == "-" {
        return Vec::new();
    }
    let all = format!("{} {}", clause.predicate, slots.keys().cloned().collect::<Vec<_>>().join(" "));
    let claims = clause.claims.map_or(all, str::to_owned);
    claims.split(';').map(|claim| one(claim, slots)).collect()
}

/// "killed V in past": the predicate, and the blanks that tell of it.
fn one(claim: &str, slots: &BTreeMap<String, Slot>) -> Wanted {
    let mut words = claim.split_whitespace();
    let predicate = words.next().expect("a predicate").to_owned();
    let mut wanted = Wanted { predicate, slot: Slot::default(), denied: false, open: false };
    for word in words {
        match word {
            "denied" => wanted.denied = true,
            "opt" => wanted.open = true,
            blank => {
                let told = slots.get(blank).unwrap_or_else(|| panic!("no blank {blank}")).clone();
                let slot = &mut wanted.slot;
                slot.numbers = slot.numbers.or(told.numbers);
                slot.place = slot.place.take().or(told.place);
                slot.when = slot.when.take().or(told.when);
            }
        }
    }
    wanted.slot.subject = slots.values().find_map(|slot| slot.subject.clone());
    wanted
}

/// The clause with its blanks filled, and what each says.
fn filled(clause: &str, chance: &mut Chance) -> (String, BTreeMap<String, Slot>) {
    let force = chance.below(FILLERS.forces.len());
    let (mut text, mut slots, mut rest) = (String::new(), BTreeMap::new(), clause);
    while let Some((before, after)) = rest.split_once('{') {
        let (blank, behind) = after.split_once('}').expect("a closed blank");
        let (words, slot) = fill(blank, force, chance);
        text.push_str(before);
        text.push_str(&words);
        slots.insert(blank.to_owned(), slot);
        rest = behind;
    }
    text.push_str(rest);
    (text, slots)
}

fn fill(blank: &str, force: usize, chance: &mut Chance) -> (String, Slot) {
    let (adjective, key, name) = &FILLERS.forces[force];
    let subject = Some(format!("{key}-forces"));
    let ours = |words: String| (words, Slot { subject: subject.clone(), ..Slot::default() });
    match blank {
        "N" | "n" => {
            let (number, numbers) = count(chance, Size::Middling, true);
            let nation = if blank == "N" { format!("{adjective} ") } else { String::new() };
            let subject = subject.filter(|_| blank == "N");
            let words = format!("{number} {nation}{}", chance.one(&FILLERS.troops));
            (words, Slot { numbers: Some(numbers), subject, ..Slot::default() })
        }
        "N2" => counted("40 Danish soldiers".to_owned(), [Some(40); 3]),
        "Na" => counted(format!("another 250 {adjective} soldiers"), [Some(250); 3]),
        "na" => counted("an additional 250 soldiers".to_owned(), [Some(250); 3]),
        "ns" => counted("350".to_owned(), [Some(350); 3]),
        "nsb" => counted("45,000".to_owned(), [Some(45_000); 3]),
        "nb" => of(chance, Size::Large, &["soldiers", "troops", "active-duty personnel"]),
        "mb" => of(chance, Size::Large, &["fighters", "members", "men"]),
        "V" => {
            let noun = chance.one(&FILLERS.civilians).as_str();
            of(chance, Size::Small, &[noun])
        }
        "VS" => of(chance, Size::Small, &["soldiers", "peacekeepers", "members of the security forces"]),
        "M" => of(chance, Size::Small, &["militants", "rebels", "insurgents", "gunmen"]),
        "k" => {
            let (number, numbers) = count(chance, Size::Small, true);
            counted(number, numbers)
        }
        "c" => {
            let (number, numbers) = count(chance, Size::Middling, false);
            counted(number, numbers)
        }
        "c0" => counted("at least 25".to_owned(), [Some(25), None, None]),
        "c2" => counted("36".to_owned(), [Some(36); 3]),
        "F" => ours(format!("{adjective} {}", chance.one(&["troops", "forces", "soldiers"]))),
        "A" => ours(adjective.clone()),
        "G" => ours(match chance.below(3) {
            0 => name.clone(),
            1 => format!("the {adjective} government"),
            _ => format!("the {adjective} army"),
        }),
        "Gf" => (format!("the {adjective} army"), Slot::default()),
        "Ga" => (FILLERS.forces[(force + 1) % FILLERS.forces.len()].2.clone(), Slot::default()),
        "Gb" => (FILLERS.forces[(force + 2) % FILLERS.forces.len()].2.clone(), Slot::default()),
        "in" | "to" | "from" | "pl" | "country" => place(blank, chance),
        "past" => dated(chance.one(&FILLERS.past), false),
        "Past" => dated(chance.one(&FILLERS.past), true),
        "fut" => dated(chance.one(&FILLERS.future), false),
        "Fut" => dated(chance.one(&FILLERS.future), true),
        "futn" | "futn2" => dated(chance.one(&FILLERS.noun_future), false),
        "until" => dated(chance.one(&FILLERS.until), false),
        "since" => dated(chance.one(&FILLERS.since), false),
        "money" => plain(chance, &["$3 million", "$2.5 billion", "500 million euros", "£40m"]),
        "dist" => plain(chance, &["20 km", "150 miles", "about 30 miles"]),
        "pct" => plain(chance, &["12 percent", "about 40%", "two thirds"]),
        "age" => plain(chance, &["22", "47", "63"]),
        "small" => plain(chance, &["two", "three", "five", "12", "20"]),
        other => panic!("no filler for {other}"),
    }
}

fn plain(chance: &mut Chance, words: &[&str]) -> (String, Slot) {
    ((*chance.one(words)).to_owned(), Slot::default())
}

fn counted(words: String, numbers: Numbers) -> (String, Slot) {
    (words, Slot { numbers: Some(numbers), ..Slot::default() })
}

fn of(chance: &mut Chance, size: Size, nouns: &[&str]) -> (String, Slot) {
    let (number, numbers) = count(chance, size, true);
    counted(format!("{number} {}", chance.one(nouns)), numbers)
}

fn dated((words, first, last): &Date, opens: bool) -> (String, Slot) {
    let when = Some((first.clone(), last.clone()));
    (if opens { capital(words) } else { words.clone() }, Slot { when, ..Slot::default() })
}

fn place(blank: &str, chance: &mut Chance) -> (String, Slot) {
    let is_country = blank == "country" || chance.below(2) == 0;
    let city = chance.one(&FILLERS.cities);
    let country = chance.one(&FILLERS.countries);
    let (name, key) = if is_country { (&country.0, &country.1) } else { (&city.0, &city.1) };
    let words = match blank {
        "in" if is_country => chance.one(&FILLERS.in_country).replace("{0}", name),
        "in" => {
            chance.one(&FILLERS.in_city).replace("{0}", name).replace("{2}", &city.2).replace("{3}", &city.3)
        }
        "to" | "from" if is_country => format!("{blank} {}{name}", chance.one(&["", "", "northern "])),
        "to" | "from" => format!("{blank} {}{name}", chance.one(&["", "the city of ", "a base in "])),
        _ => name.clone(),
    };
    (words, Slot { place: Some(key.clone()), ..Slot::default() })
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Marks that two fillers leave beside each other.
fn tidy(text: &str) -> String {
    text.replace(",,", ",").replace(", ,", ",").replace(",.", ".")
}
