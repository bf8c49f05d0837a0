//! What the generated story is about: questions, few of them hot and many hardly asked, whose answers move over time.

use std::collections::HashSet;

use chrono::{Days, Months, NaiveDate};

use crate::random::Random;

/// Days that the story lasts.
pub(crate) const LENGTH: u64 = 3 * 365;

/// Keys of forces and groups that a new database knows, and how they are called.
const SUBJECTS: &[(&str, &str)] = &[
    ("us-forces", "US troops"),
    ("us-led-coalition", "coalition troops"),
    ("iraq-forces", "Iraqi troops"),
    ("turkey-forces", "Turkish troops"),
    ("russia-forces", "Russian troops"),
    ("france-forces", "French troops"),
    ("uk-forces", "British troops"),
    ("germany-forces", "German troops"),
    ("nato-forces", "NATO troops"),
    ("un-forces", "UN peacekeepers"),
    ("israel-forces", "Israeli troops"),
    ("iran-forces", "Iranian troops"),
    ("syria-forces", "Syrian troops"),
    ("italy-forces", "Italian troops"),
    ("ukraine-forces", "Ukrainian troops"),
    ("kenya-forces", "Kenyan troops"),
    ("uganda-forces", "Ugandan troops"),
    ("chad-forces", "Chadian troops"),
    ("isis", "Islamic State fighters"),
    ("pmf", "militia fighters"),
    ("hezbollah", "Hezbollah fighters"),
    ("houthis", "Houthi fighters"),
    ("taliban", "Taliban fighters"),
    ("al-shabaab", "Shabaab fighters"),
    ("wagner-group", "Wagner fighters"),
    ("rsf", "RSF fighters"),
    ("m23", "M23 fighters"),
    ("sdf", "SDF fighters"),
    ("peshmerga", "Peshmerga fighters"),
    ("kfor", "KFOR soldiers"),
];
/// Keys of places, and their names.
const PLACES: &[(&str, &str)] = &[
    ("iraq", "Iraq"),
    ("syria", "Syria"),
    ("ain-al-asad", "Ain al-Asad"),
    ("erbil", "Erbil"),
    ("baghdad", "Baghdad"),
    ("al-tanf", "al-Tanf"),
    ("afghanistan", "Afghanistan"),
    ("niger", "Niger"),
    ("mali", "Mali"),
    ("somalia", "Somalia"),
    ("libya", "Libya"),
    ("lebanon", "Lebanon"),
    ("yemen", "Yemen"),
    ("ukraine", "Ukraine"),
    ("poland", "Poland"),
    ("germany", "Germany"),
    ("south-korea", "South Korea"),
    ("japan", "Japan"),
    ("kuwait", "Kuwait"),
    ("jordan", "Jordan"),
    ("djibouti", "Djibouti"),
    ("chad", "Chad"),
    ("sudan", "Sudan"),
    ("south-sudan", "South Sudan"),
    ("kosovo", "Kosovo"),
    ("georgia", "Georgia"),
    ("armenia", "Armenia"),
    ("turkey", "Turkey"),
    ("israel", "Israel"),
    ("pakistan", "Pakistan"),
    ("mozambique", "Mozambique"),
    ("haiti", "Haiti"),
    ("bagram", "Bagram"),
    ("al-udeid", "al-Udeid"),
    ("incirlik", "Incirlik"),
    ("ramstein", "Ramstein"),
    ("camp-lemonnier", "Camp Lemonnier"),
    ("kabul-airport", "Kabul airport"),
    ("tower-22", "Tower 22"),
    ("guantanamo-bay", "Guantanamo Bay"),
];
/// Predicates, how they are said, and whether they count people, move on a day, or both.
const PREDICATES: &[(&str, &str, Asks)] = &[
    ("withdraw", "will leave", Asks::When),
    ("stationed", "are stationed in", Asks::HowMany),
    ("withdraw", "are to be pulled out of", Asks::Both),
    ("remain", "will stay in", Asks::When),
    ("deploy", "go to", Asks::Both),
    ("end_mission", "end their mission in", Asks::When),
    ("transfer", "hand over their base in", Asks::When),
    ("killed", "were killed in", Asks::HowMany),
    ("wounded", "were wounded in", Asks::HowMany),
    ("talks", "are the matter of talks in", Asks::When),
    ("agreement", "are part of a deal signed in", Asks::When),
    ("vote", "are voted upon in", Asks::When),
    ("train", "are trained in", Asks::HowMany),
    ("members", "are enlisted in", Asks::HowMany),
];
const PHASES: &[(&str, &str)] =
    &[("", ""), ("complete", "all "), ("partial", "some "), ("start", "the first ")];
/// How dates bound what they tell, the likely ones more often.
pub(crate) const RELATIONS: &[&str] = &["by", "by", "by", "on", "on", "from"];
/// The hot questions: indexes of predicate, phase, subject and place.
const HOT: &[[usize; 4]] = &[
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [1, 0, 0, 1],
    [5, 1, 1, 0],
    [2, 2, 0, 2],
    [3, 0, 0, 3],
    [0, 3, 0, 0],
    [4, 0, 4, 8],
    [7, 0, 10, 11],
];

/// What an answer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    /// A date.
    When,
    /// A figure.
    HowMany,
    /// Both.
    Both,
}

/// What many claims answer.
pub(crate) struct Question {
    pub(crate) predicate: &'static str,
    pub(crate) verb: &'static str,
    pub(crate) phase: (&'static str, &'static str),
    pub(crate) subject: (&'static str, &'static str),
    pub(crate) place: (&'static str, &'static str),
    pub(crate) asks: Asks,
    /// What is said, in the order in which it comes up.
    pub(crate) answers: Vec<Answer>,
}

/// A date or figure that articles give.
pub(crate) struct Answer {
    pub(crate) count: u64,
    pub(crate) day: NaiveDate,
    /// `day`, `month` or `year`.
    pub(crate) precision: &'static str,
    /// How the date bounds it, in most articles.
    pub(crate) relation: &'static str,
}

impl Question {
    /// What an article of that day says: mostly the newest answer, at times the one or two before it, rarely what is to
    /// come. Older answers are said no more.
    pub(crate) fn answer(&self, day: u64, random: &mut Random) -> &Answer {
        let count = self.answers.len() as u64;
        let newest = day * count / (LENGTH + 1);
        let index = match random.below(20) {
            0..16 => newest,
            16..19 => random.within(newest.saturating_sub(2), newest),
            _ => (newest + 1).min(count - 1),
        };
        &self.answers[usize::try_from(index).unwrap()]
    }
}

/// The story.
pub(crate) struct World {
    pub(crate) first_day: NaiveDate,
    pub(crate) questions: Vec<Question>,
    /// How often each is answered, added up: Zipf's law, flattened a little at its head.
    sums: Vec<u64>,
}

impl World {
    /// So many questions, each unlike the others.
    pub(crate) fn new(seed: u64, questions: usize) -> Self {
        let first_day = NaiveDate::from_ymd_opt(2022, 7, 1).unwrap();
        let (mut random, mut asked, mut world) = (Random::new(seed, 1), HashSet::new(), Vec::new());
        let most = PREDICATES.len() * PHASES.len() * SUBJECTS.len() * PLACES.len() / 2;
        while world.len() < questions.min(most) {
            let parts = HOT.get(world.len()).copied().unwrap_or_else(|| {
                [PREDICATES.len(), PHASES.len(), SUBJECTS.len(), PLACES.len()]
                    .map(|length| usize::try_from(random.below(length as u64)).unwrap())
            });
            if asked.insert(parts) {
                world.push(question(parts, first_day, &mut random));
            }
        }
        let mut sum = 0;
        let weights = (0..world.len() as u64).map(|rank| 1_000_000_000 / (rank + 3));
        let sums = weights
            .map(|weight| {
                sum += weight;
                sum
            })
            .collect();
        Self { first_day, questions: world, sums }
    }

    /// The questions that one article answers: several, none twice.
    pub(crate) fn questions(&self, count: usize, random: &mut Random) -> Vec<&Question> {
        let mut chosen: Vec<usize> = Vec::new();
        while chosen.len() < count {
            let index = random.weighed(&self.sums);
            if !chosen.contains(&index) {
                chosen.push(index);
            }
        }
        chosen.into_iter().map(|index| &self.questions[index]).collect()
    }
}

fn question(
    [predicate, phase, subject, place]: [usize; 4],
    first_day: NaiveDate,
    random: &mut Random,
) -> Question {
    let (predicate, verb, asks) = PREDICATES[predicate];
    let mut count = 100 * random.within(1, 400);
    let mut day = first_day + Days::new(random.within(0, 700));
    let mut answers = Vec::new();
    for _ in 0..random.within(2, 12) {
        let precision = random.of(&["day", "month", "month", "year"]);
        answers.push(Answer { count, day, precision, relation: random.of(RELATIONS) });
        count = (count * random.within(80, 125) / 100).max(20);
        day =
            day + Months::new(u32::try_from(random.within(0, 3)).unwrap()) + Days::new(random.within(0, 20));
    }
    Question {
        predicate,
        verb,
        phase: PHASES[phase],
        subject: SUBJECTS[subject],
        place: PLACES[place],
        asks,
        answers,
    }
}
