//! The words of the reader: cues of predicates and other verbs, with their forms, from the files of `lexicon/`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::function_words::Small;

use crate::model::vocabulary::Predicate;
use crate::text::{WordKey, WordTable};

/// What a verb does to the clause that depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Class {
    /// It attributes: "said".
    Say,
    /// It negates what follows: "refused".
    Deny,
    /// Someone wants what follows.
    Propose,
    /// Someone has decided what follows.
    Plan,
    /// Someone predicts what follows.
    Expect,
    /// What follows may be.
    Possible,
    /// What follows is settled.
    Agree,
    /// What follows begins.
    Start,
    /// "have".
    Have,
    /// "be".
    Be,
    /// "do".
    Do,
    /// Any other verb.
    Other,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Form {
    /// "withdraw"
    Base,
    /// "withdraws"
    Third,
    /// "withdrew", or "left" where past and participle are one
    Past,
    /// "withdrawn"
    Participle,
    /// "withdrawing"
    Ing,
}

/// What a word can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Sense {
    /// A cue verb of a predicate, perhaps only with a particle after it.
    CueVerb(Predicate, Form, &'static [&'static str]),
    /// A cue noun of a predicate.
    CueNoun(Predicate),
    /// Another cue word ("dead").
    CueWord(Predicate),
    /// A word that is no verb and tells how a thing stands.
    Word(Class),
    /// A verb of the general list.
    Verb(Class, Form, &'static [&'static str]),
}

macro_rules! cue_files {
    ($($predicate:ident = $name:literal),+ $(,)?) => {
        const CUE_FILES: &[(Predicate, &str)] =
            &[$((Predicate::$predicate, include_str!(concat!("../lexicon/cues/", $name, ".txt")))),+];
    };
}

cue_files![
    Withdraw = "withdraw",
    Deploy = "deploy",
    Remain = "remain",
    Stationed = "stationed",
    EndMission = "end_mission",
    Transfer = "transfer",
    Invade = "invade",
    Attack = "attack",
    Killed = "killed",
    Wounded = "wounded",
    Captured = "captured",
    Talks = "talks",
    Agreement = "agreement",
    Announce = "announce",
    Vote = "vote",
    Election = "election",
    Members = "members",
    Train = "train",
    Budget = "budget",
];

const STANCE_FILE: &str = include_str!("../lexicon/stance.txt");
const VERB_FILE: &str = include_str!("../lexicon/verbs.txt");

/// What is known of a word.
#[derive(Debug, Default)]
pub(in crate::extract) struct Entry {
    /// What it can be, most particular first.
    pub(super) senses: Vec<Sense>,
    /// What it does as a small word.
    pub(super) small: Small,
    /// What it tells of a speaker.
    pub(super) role: Option<Role>,
    /// What it tells of a clause's matter.
    pub(in crate::extract) about: About,
    /// Whether it can be a verb.
    pub(in crate::extract) can_be_verb: bool,
    /// Whether it can be a noun.
    pub(in crate::extract) can_be_noun: bool,
}

/// What a noun of a speaker tells of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Role {
    /// People without a name.
    Anonymous,
    /// Someone who speaks for an institution.
    Office,
    /// A deal, report, letter.
    Document,
    /// The one holder of an office.
    Holder,
    /// A body that speaks.
    Institution,
    /// A news organisation.
    Outlet,
}

/// What a noun tells of its clause: a set.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::extract) struct About {
    /// It is of armed forces.
    pub(in crate::extract) force: bool,
    /// It is of what can end: a mission, an operation.
    pub(in crate::extract) mission: bool,
    /// It is of what is handed over.
    pub(in crate::extract) handed: bool,
    /// It is of a state's own forces and what they fight with.
    pub(in crate::extract) army: bool,
    /// It is of violence, or of what it is done with.
    pub(in crate::extract) deed: bool,
}

/// Words and what is known of them. A word is looked up once a token; entry 0 is that of unknown words.
#[derive(Debug)]
pub(in crate::extract) struct Lexicon {
    numbers: FxHashMap<&'static str, u16>,
    entries: Vec<Entry>,
    /// The same numbers, each with what the word does as a small word, for look-ups.
    listed: WordTable<(u16, Small)>,
}

impl Lexicon {
    /// The one lexicon.
    pub(in crate::extract) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::load)
    }

    /// The number of the entry of the lower-case word that the first bytes are, and what it does as a small word.
    #[inline]
    pub(super) fn listed(&self, bytes: &[u8], length: usize) -> (u16, Small) {
        self.listed.get(bytes, length)
    }

    /// The same for a whole word, by its key if it has one.
    #[inline]
    pub(super) fn listed_key(&self, key: Option<WordKey>, word: &[u8]) -> (u16, Small) {
        key.map_or_else(|| self.listed.get(word, word.len()), |key| self.listed.at(key))
    }

    /// What is known of a word.
    #[inline]
    pub(super) fn entry(&self, number: u16) -> &Entry {
        &self.entries[usize::from(number)]
    }

    /// The words that can be cues of such predicates.
    pub(in crate::extract) fn cues(
        &self,
        fits: impl Fn(Predicate) -> bool,
    ) -> impl Iterator<Item = &'static str> {
        let is_cue = move |sense: &Sense| match sense {
            Sense::CueVerb(predicate, ..) | Sense::CueNoun(predicate) | Sense::CueWord(predicate) => {
                fits(*predicate)
            }
            Sense::Word(_) | Sense::Verb(..) => false,
        };
        self.words_with(move |entry| entry.senses.iter().any(&is_cue))
    }

    /// The words that can deny what stands around them.
    pub(in crate::extract) fn denials(&self) -> impl Iterator<Item = &'static str> {
        let denies = |sense: &Sense| matches!(sense, Sense::Word(Class::Deny) | Sense::Verb(Class::Deny, ..));
        let listed = self.words_with(move |entry| {
            entry.small.has(Small::NEGATION | Small::NEGATIVE) || entry.senses.iter().any(denies)
        });
        // "isn't", whichever verb it is.
        listed.chain(["cannot", "none", "t"])
    }

    fn words_with(&self, fits: impl Fn(&Entry) -> bool) -> impl Iterator<Item = &'static str> {
        let entry = |number: &u16| &self.entries[usize::from(*number)];
        self.numbers.iter().filter(move |(_, number)| fits(entry(number))).map(|(word, _)| *word)
    }

    fn load() -> Self {
        let nothing = || WordTable::new((0, Small::default()), []);
        let mut lexicon =
            Self { numbers: FxHashMap::default(), entries: vec![Entry::default()], listed: nothing() };
        for (predicate, file) in CUE_FILES {
            for line in lines(file) {
                lexicon.cue(*predicate, line);
            }
        }
        for line in lines(VERB_FILE) {
            let (class, forms) = line.split_once(' ').unwrap_or((line, ""));
            lexicon.forms(forms, |form, particles| Sense::Verb(class_of(class), form, particles));
        }
        lexicon.words(STANCE_FILE, |entry, class| entry.add(Sense::Word(class_of(class))));
        lexicon
            .words(include_str!("../lexicon/speakers.txt"), |entry, name| entry.role = Some(role_of(name)));
        lexicon.words(include_str!("../lexicon/nouns.txt"), |entry, name| entry.about.add(name));
        for (word, small) in Small::listed() {
            let entry = lexicon.of(word);
            entry.small = entry.small | small;
        }
        for entry in &mut lexicon.entries {
            // Senses that need a particle come first: where it is there, it tells.
            entry.senses.sort_by_key(|sense| !needs_particle(sense));
        }
        let small = |number: u16| lexicon.entries[usize::from(number)].small;
        let words = lexicon.numbers.iter();
        lexicon.listed = WordTable::new(
            (0, Small::default()),
            words.map(|(word, number)| (word.as_bytes(), (*number, small(*number)))),
        );
        lexicon
    }

    fn of(&mut self, word: &'static str) -> &mut Entry {
        let next = self.entries.len();
        let number = *self.numbers.entry(word).or_insert(u16::try_from(next).unwrap_or(0));
        if usize::from(number) == next {
            self.entries.push(Entry::default());
        }
        &mut self.entries[usize::from(number)]
    }

    /// A file of lines that begin with a class.
    fn words(&mut self, file: &'static str, add: impl Fn(&mut Entry, &str)) {
        for line in lines(file) {
            let (class, words) = line.split_once(' ').unwrap_or((line, ""));
            words.split(' ').for_each(|word| add(self.of(word), class));
        }
    }

    fn cue(&mut self, predicate: Predicate, line: &'static str) {
        match line.split_once(' ') {
            Some(("verb", forms)) => {
                self.forms(forms, |form, particles| Sense::CueVerb(predicate, form, particles))
            }
            Some(("noun", words)) => {
                words.split(' ').for_each(|word| self.of(word).add(Sense::CueNoun(predicate)))
            }
            Some(("word", words)) => {
                words.split(' ').for_each(|word| self.of(word).add(Sense::CueWord(predicate)))
            }
            _ => {}
        }
    }

    /// "base third past participle ing", perhaps with particles after a plus.
    fn forms(&mut self, line: &'static str, sense: impl Fn(Form, &'static [&'static str]) -> Sense) {
        let (forms, particles) = line.split_once(" + ").unwrap_or((line, ""));
        // Loaded once for the life of the program.
        let particles: &'static [&'static str] =
            Box::leak(particles.split_whitespace().collect::<Vec<_>>().into_boxed_slice());
        let order = [Form::Base, Form::Third, Form::Past, Form::Participle, Form::Ing];
        let mut seen: Vec<&str> = Vec::new();
        for (word, form) in forms.split(' ').zip(order) {
            if !seen.contains(&word) {
                seen.push(word);
                self.of(word).add(sense(form, particles));
            }
        }
    }
}

impl Entry {
    fn add(&mut self, sense: Sense) {
        if !self.senses.contains(&sense) {
            self.senses.push(sense);
        }
        self.can_be_verb |= matches!(sense, Sense::CueVerb(..) | Sense::Verb(..));
        self.can_be_noun |= matches!(sense, Sense::CueNoun(_) | Sense::Word(_));
    }
}

impl About {
    fn add(&mut self, name: &str) {
        match name {
            "force" => self.force = true,
            "mission" => self.mission = true,
            "army" => self.army = true,
            "deed" => self.deed = true,
            _ => self.handed = true,
        }
    }
}

fn role_of(name: &str) -> Role {
    match name {
        "office" => Role::Office,
        "document" => Role::Document,
        "holder" => Role::Holder,
        "institution" => Role::Institution,
        "outlet" => Role::Outlet,
        _ => Role::Anonymous,
    }
}

fn needs_particle(sense: &Sense) -> bool {
    matches!(sense, Sense::CueVerb(_, _, particles) | Sense::Verb(_, _, particles) if !particles.is_empty())
}

pub(super) fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn class_of(word: &str) -> Class {
    match word {
        "say" => Class::Say,
        "deny" => Class::Deny,
        "propose" => Class::Propose,
        "plan" => Class::Plan,
        "expect" => Class::Expect,
        "possible" => Class::Possible,
        "agree" => Class::Agree,
        "start" => Class::Start,
        "have" => Class::Have,
        "be" => Class::Be,
        "do" => Class::Do,
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{CUE_FILES, Lexicon, Sense};
    use crate::model::vocabulary::{Predicate, Vocabulary};

    #[test]
    fn every_predicate_has_its_file_of_cues() {
        let listed: Vec<Predicate> = CUE_FILES.iter().map(|(predicate, _)| *predicate).collect();
        assert!(Predicate::ALL.iter().all(|predicate| listed.contains(predicate)));
        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/extract/lexicon/cues"))
            .expect("cues");
        assert_eq!(files.count(), CUE_FILES.len());
    }

    #[test]
    fn senses_with_a_particle_come_first() {
        let lexicon = Lexicon::get();
        let senses = &lexicon.entry(lexicon.listed(b"left", 4).0).senses;
        assert!(
            matches!(senses.first(), Some(Sense::CueVerb(Predicate::Remain, _, particles)) if !particles.is_empty())
        );
    }
}
