//! The words of the reader: cues of predicates and other verbs, with their forms, from the files of `lexicon/`.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::model::vocabulary::Predicate;

/// What a verb does to the clause that depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
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
pub(super) enum Form {
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
pub(super) enum Sense {
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
            &[$((Predicate::$predicate, include_str!(concat!("lexicon/cues/", $name, ".txt")))),+];
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

const STANCE_FILE: &str = include_str!("lexicon/stance.txt");
const VERB_FILE: &str = include_str!("lexicon/verbs.txt");

/// Words and their senses.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    senses: HashMap<&'static str, Vec<Sense>>,
}

impl Lexicon {
    /// The one lexicon.
    pub(super) fn get() -> &'static Self {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Self::load)
    }

    /// What a lower-case word can be, most particular first.
    pub(super) fn senses(&self, word: &str) -> &[Sense] {
        self.senses.get(word).map_or(&[], Vec::as_slice)
    }

    fn load() -> Self {
        let mut lexicon = Self::default();
        for (predicate, file) in CUE_FILES {
            for line in lines(file) {
                lexicon.cue(*predicate, line);
            }
        }
        for line in lines(VERB_FILE) {
            let (class, forms) = line.split_once(' ').unwrap_or((line, ""));
            lexicon.forms(forms, |form, particles| Sense::Verb(class_of(class), form, particles));
        }
        for line in lines(STANCE_FILE) {
            let (class, words) = line.split_once(' ').unwrap_or((line, ""));
            words.split(' ').for_each(|word| lexicon.add(word, Sense::Word(class_of(class))));
        }
        for senses in lexicon.senses.values_mut() {
            // Senses that need a particle come first: where it is there, it tells.
            senses.sort_by_key(|sense| !needs_particle(sense));
        }
        lexicon
    }

    fn cue(&mut self, predicate: Predicate, line: &'static str) {
        match line.split_once(' ') {
            Some(("verb", forms)) => {
                self.forms(forms, |form, particles| Sense::CueVerb(predicate, form, particles))
            }
            Some(("noun", words)) => {
                words.split(' ').for_each(|word| self.add(word, Sense::CueNoun(predicate)))
            }
            Some(("word", words)) => {
                words.split(' ').for_each(|word| self.add(word, Sense::CueWord(predicate)))
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
                self.add(word, sense(form, particles));
            }
        }
    }

    fn add(&mut self, word: &'static str, sense: Sense) {
        let senses = self.senses.entry(word).or_default();
        if !senses.contains(&sense) {
            senses.push(sense);
        }
    }
}

/// What a noun of a speaker tells of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// People without a name.
    Anonymous,
    /// Someone who speaks for an institution.
    Office,
    /// A deal, report, letter.
    Document,
}

/// Nouns of speakers.
#[derive(Debug)]
pub(super) struct Speakers {
    roles: HashMap<&'static str, Role>,
}

impl Speakers {
    /// The one list.
    pub(super) fn get() -> &'static Self {
        static SPEAKERS: OnceLock<Speakers> = OnceLock::new();
        SPEAKERS.get_or_init(|| {
            let mut roles = HashMap::new();
            for line in lines(include_str!("lexicon/speakers.txt")) {
                let (name, words) = line.split_once(' ').unwrap_or((line, ""));
                let role = match name {
                    "office" => Role::Office,
                    "document" => Role::Document,
                    _ => Role::Anonymous,
                };
                roles.extend(words.split(' ').map(|word| (word, role)));
            }
            Self { roles }
        })
    }

    /// What a lower-case noun tells of a speaker.
    pub(super) fn role(&self, word: &str) -> Option<Role> {
        self.roles.get(word).copied()
    }
}

/// Nouns that tell what a clause is about.
#[derive(Debug, Default)]
pub(super) struct Nouns {
    force: HashSet<&'static str>,
    mission: HashSet<&'static str>,
    handed: HashSet<&'static str>,
}

impl Nouns {
    /// The one list.
    pub(super) fn get() -> &'static Self {
        static NOUNS: OnceLock<Nouns> = OnceLock::new();
        NOUNS.get_or_init(|| {
            let mut nouns = Self::default();
            for line in lines(include_str!("lexicon/nouns.txt")) {
                let (name, words) = line.split_once(' ').unwrap_or((line, ""));
                let list = match name {
                    "force" => &mut nouns.force,
                    "mission" => &mut nouns.mission,
                    _ => &mut nouns.handed,
                };
                list.extend(words.split(' '));
            }
            nouns
        })
    }

    /// Whether a noun is of armed forces.
    pub(super) fn is_force(&self, word: &str) -> bool {
        self.force.contains(word)
    }

    /// Whether a noun is of what can end: a mission, an operation.
    pub(super) fn is_mission(&self, word: &str) -> bool {
        self.mission.contains(word)
    }

    /// Whether a noun is of what is handed over.
    pub(super) fn is_handed_over(&self, word: &str) -> bool {
        self.handed.contains(word)
    }
}

fn needs_particle(sense: &Sense) -> bool {
    matches!(sense, Sense::CueVerb(_, _, particles) | Sense::Verb(_, _, particles) if !particles.is_empty())
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
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
        let senses = Lexicon::get().senses("left");
        assert!(
            matches!(senses.first(), Some(Sense::CueVerb(Predicate::Remain, _, particles)) if !particles.is_empty())
        );
    }
}
