//! What a sentence is about: whether states, armies and those who speak for them act in it. Knows nouns and entities, no
//! predicates.

use super::scene::{Scene, Seen};
use crate::model::vocabulary::EntityKind;
use crate::text::WordSet;

/// Nouns of those who decide, negotiate and command.
static ACTORS: WordSet = WordSet::of(
    "administration allies ambassador army cabinet chancellor chiefs commander commanders congress council \
    counterpart defence defense delegation delegations diplomats envoy envoys factions generals government \
    governments junta lawmakers leaders legislature mediators military militia militias minister ministers \
    ministry navy negotiators opposition parliament parties presidency president presidents premier rebels \
    regime republic rivals ruler rulers secretary senate senators sides state warring",
);

/// Nouns of what they deal with.
static MATTERS: WordSet = WordSet::of(
    "armistice border ceasefire cease-fire conflict crisis disarmament hostages nuclear peace prisoners \
    sanctions security timetable truce war",
);

/// Whether a sentence is of states and armies: by an entity that acts, or by its nouns.
pub(super) fn is_public(scene: &Scene) -> bool {
    scene.seen.iter().any(|seen| acts(scene, seen)) || of_public_nouns(scene)
}

/// Whether an entity can decide, negotiate or fight; a country that something only lies in cannot.
pub(super) fn acts(scene: &Scene, seen: &Seen) -> bool {
    match seen.kind {
        EntityKind::Country => !super::place::is_located(scene, seen),
        EntityKind::Place | EntityKind::Base => false,
        EntityKind::Person
        | EntityKind::Government
        | EntityKind::Institution
        | EntityKind::Alliance
        | EntityKind::Office => true,
        _ => seen.is_armed(),
    }
}

/// Whether a noun of armies, missions, governments or their business stands in the sentence.
pub(super) fn of_public_nouns(scene: &Scene) -> bool {
    (0..scene.words.len()).any(|at| {
        let about = scene.words.entry(at).about;
        about.force || about.mission || is_actor(scene.words.lower(at)) || MATTERS.has(scene.words.lower(at))
    })
}

/// What an office or a chamber is elected by: "presidential".
pub(super) fn is_of_office(word: &str) -> bool {
    matches!(word, "presidential" | "parliamentary" | "legislative" | "municipal")
}

/// A form of "leave".
pub(super) fn is_leaving(word: &str) -> bool {
    matches!(word, "leave" | "leaves" | "left" | "leaving")
}

/// Whether a noun names those who decide, negotiate or command.
pub(super) fn is_actor(word: &str) -> bool {
    ACTORS.has(word)
}

/// Nouns of firms and markets. Compared by length first: every word of a sentence is asked.
fn is_of_firms(word: &str) -> bool {
    matches!(
        word,
        "airline"
            | "amp"
            | "bank"
            | "bankers"
            | "branches"
            | "brand"
            | "carmaker"
            | "co"
            | "corp"
            | "customers"
            | "dividend"
            | "earnings"
            | "firm"
            | "inc"
            | "investors"
            | "ltd"
            | "merger"
            | "passenger"
            | "pension"
            | "plc"
            | "profit"
            | "profits"
            | "quarter"
            | "retailer"
            | "revenue"
            | "sales"
            | "shareholder"
            | "shareholders"
            | "shares"
            | "startup"
            | "stock"
            | "stocks"
            | "takeover"
            | "tourism"
            | "units"
            | "unprofitable"
    )
}

/// Whether a sentence is of firms and markets, and no state or army acts in it.
pub(super) fn is_commerce(scene: &Scene) -> bool {
    let armed = || {
        scene.seen.iter().any(Seen::is_armed)
            || (0..scene.words.len()).any(|at| {
                let about = scene.words.entry(at).about;
                about.force
                    && !matches!(
                        scene.words.lower(at),
                        "units" | "unit" | "fleet" | "crew" | "officer" | "officers" | "operators"
                    )
            })
    };
    (0..scene.words.len()).any(|at| is_of_firms(scene.words.lower(at))) && !armed()
}

/// What somebody says of another, and that other may deny.
pub(super) fn is_allegation(word: &str) -> bool {
    matches!(word, "claims" | "reports" | "accusations" | "allegations" | "charges" | "suggestions")
}
