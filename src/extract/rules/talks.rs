//! Negotiations, meetings, visits. Finds "met on Monday", "talks were suspended in". Not a talk at a school.

use super::{Roles, Rule};
use crate::extract::grammar::ahead::is_set;
use crate::extract::grammar::heads::Head;
use crate::extract::matter::{is_actor, is_public};
use crate::extract::scene::{Scene, Seen};
use crate::extract::words::function_words::Small;
use crate::extract::words::word::Kind;
use crate::model::vocabulary::{EntityKind, Predicate};

pub(super) const RULE: Rule = Rule {
    id: "talks",
    predicate: Predicate::Talks,
    roles: Roles::Parties,
    accepts,
    counts: super::never,
    dated: true,
    denied: false,
};

fn accepts(scene: &Scene, head: usize) -> bool {
    let found = &scene.heads[head];
    let word = scene.words.lower(found.token);
    if found.is_verb() && TRAVEL.contains(&word) {
        return is_public(scene) && is_on_visit(scene, found);
    }
    if matches!(word, "conference" | "teleconference" | "videoconference" | "conversation" | "roundtable")
        && super::near(scene, head, 5, |word| {
            matches!(word, "reporters" | "journalists" | "analysts" | "media")
        })
    {
        return false;
    }
    // "speaking at a security conference on Saturday": where somebody says something.
    let said = (found.first.saturating_sub(7)..found.first).any(|at| {
        matches!(scene.words.lower(at), "speaking" | "speech")
            && matches!(scene.words.lower(at + 1), "at" | "to")
    });
    if !found.is_verb() && said {
        return false;
    }
    if matches!(word, "meeting" | "visit" | "trip") && is_set(scene, found) {
        return true;
    }
    if ["receiv", "welcom"].iter().any(|stem| word.starts_with(stem)) {
        return has_guest(scene, found);
    }
    if ["tour", "gather"].iter().any(|stem| word.starts_with(stem)) {
        return found.is_verb() && (0..found.first).rev().take(12).any(|at| is_actor(scene.words.lower(at)));
    }
    if matches!(word, "speak" | "speaks" | "spoke" | "spoken" | "speaking") {
        return speaks_with(scene, found) && super::parties_near(scene, head);
    }
    if ["send", "sent", "dispatch"].iter().any(|stem| word.starts_with(stem)) {
        return found.is_verb() && sends_official(scene, found);
    }
    if word.starts_with("visit") && found.is_verb() && goes_to_state(scene, found) {
        return true;
    }
    if is_of_wanderers(scene, found)
        || word == "talk" && matches!(scene.words.lower(found.last + 1), "show" | "shows" | "radio")
    {
        return false;
    }
    if word.starts_with("meet") || word == "met" {
        let behind = found.last + 1..(found.last + 8).min(scene.words.len());
        let plain = behind.take_while(|at| scene.words.list[*at].kind != Kind::Mark);
        if plain.into_iter().any(|at| NEEDS.contains(&scene.words.lower(at))) {
            return false;
        }
        // "a peace conference could meet in Geneva"
        let bodies = found.first.saturating_sub(3)..found.first;
        if bodies.into_iter().any(|at| matches!(scene.words.lower(at), "conference" | "summit" | "forum")) {
            return true;
        }
        // "but agreed to meet again"
        if scene.words.lower(found.last + 1) == "again" && is_public(scene) {
            return true;
        }
    }
    if found.is_verb() && matches!(word, "call" | "calls" | "called" | "calling") && !phones(scene, found) {
        return false;
    }
    if !found.is_verb() && matches!(word, "call" | "calls") {
        let before = scene.words.lower(found.token.wrapping_sub(1));
        return matches!(before, "phone" | "telephone" | "video" | "conference" | "zoom")
            || is_between_parties(scene, found);
    }
    // "the bill now heads to the Senate", "the case"
    if found.is_verb() && word.starts_with("head") {
        let bill = |at: usize| {
            matches!(
                scene.words.lower(at),
                "legislation" | "bill" | "measure" | "case" | "resolution" | "country" | "issue"
            )
        };
        if (found.first.saturating_sub(4)..found.first).any(bill) {
            return false;
        }
    }
    if matches!(word, "conference" | "conferences")
        && matches!(scene.words.lower(found.token.wrapping_sub(1)), "news" | "press")
    {
        return false;
    }
    // "an international conference on Somalia opens in London"
    let before = scene.words.lower(found.token.wrapping_sub(1));
    if matches!(word, "conference" | "summit")
        && matches!(before, "international" | "peace" | "donors" | "ministerial" | "regional" | "emergency")
        && (is_public(scene) || scene.seen.iter().any(Seen::is_place))
    {
        return true;
    }
    if matches!(word, "round" | "rounds") {
        return matches!(
            scene.words.lower(found.token.wrapping_sub(1)),
            "negotiating" | "negotiation" | "mediation" | "diplomatic"
        );
    }
    if matches!(word, "session" | "sessions") {
        return is_official(scene, found);
    }
    if word == "summit" {
        return !super::near(scene, head, 6, |word| {
            matches!(word, "climb" | "climbed" | "climbers" | "peak" | "metres")
        });
    }
    matches!(word, "talks" | "negotiations")
        || super::parties_near(scene, head)
        || super::near(scene, head, 8, is_actor)
        || !found.is_verb() && is_official(scene, found)
}

/// "the Dec. 14 call with the president", "a call between the two leaders": not one for calm.
fn is_between_parties(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let dated = || scene.dates.iter().any(|date| scene.tokens(&date.range).end == found.token);
    let told = matches!(words.lower(found.last + 1), "for" | "to" | "on" | "by" | "from");
    let reporters = (found.last + 1..found.last + 5)
        .any(|at| matches!(words.lower(at), "reporters" | "journalists" | "analysts" | "investors"));
    !told && !reporters && (words.lower(found.last + 1) == "between" || dated() && is_public(scene))
}

/// "migrants travelling from the border": who goes there negotiates nothing.
fn is_of_wanderers(scene: &Scene, found: &Head) -> bool {
    let subject = found.first.saturating_sub(2)..found.first;
    scene.words.lower(found.token).starts_with("travel")
        && subject.into_iter().any(|at| {
            matches!(
                scene.words.lower(at),
                "migrants"
                    | "refugees"
                    | "tourists"
                    | "passengers"
                    | "pilgrims"
                    | "people"
                    | "families"
                    | "caravan"
            )
        })
}

/// "sent its envoy to Jerusalem": who speaks for others, and where.
fn sends_official(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let behind = found.last + 1..(found.last + 8).min(words.len());
    let plain = |at: &usize| words.list[*at].kind == Kind::Word && words.lower(*at) != "to";
    let goal = behind.clone().find(|at| !plain(at)).filter(|at| words.lower(*at) == "to");
    goal.filter(|_| found.last > found.token).is_some_and(|to| {
        let place = to + 1..(to + 4).min(words.len());
        scene.seen_in(&place).any(Seen::is_place)
    })
}

/// "Okonjo may visit Ghana": somebody by name, whoever it is, and a place right behind.
fn goes_to_state(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let object = found.last + 1..(found.last + 3).min(words.len());
    let state = scene.seen_in(&object).any(|seen| seen.kind == EntityKind::Country && !seen.is_demonym);
    let before = (scene.clause(found.token).start..found.first).rev().take(5);
    let named = |at: usize| {
        let small = Small::CALENDAR | Small::PREPOSITION | Small::DETERMINER;
        words.list[at].capital && words.lower(at) != "i" && !words.is(at, small)
    };
    state && before.into_iter().any(|at| named(at) || is_actor(words.lower(at)))
}

/// Going somewhere, of anybody and anything.
const TRAVEL: &[&str] = &[
    "arrive", "arrives", "arrived", "arriving", "land", "lands", "landed", "landing", "fly", "flies", "flew",
    "flown", "flying",
];

/// "arrived in the capital on a surprise visit", "flew to Geneva for talks": the words behind say what for.
fn is_on_visit(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let visit = |at: usize| {
        matches!(
            words.lower(at),
            "visit" | "talks" | "summit" | "negotiations" | "consultations" | "trip" | "tour" | "meeting"
        )
    };
    let behind = found.last + 1..(found.last + 16).min(words.len());
    let bids = |at: usize| words.lower(at) == "bid" && matches!(words.lower(at + 1), "to" | "for");
    if behind.clone().any(bids) {
        return true;
    }
    let purpose = |at: usize| matches!(words.lower(at), "on" | "for" | "ahead");
    let mut marked = behind.take_while(|at| words.raw(*at) != ";").skip_while(|at| !purpose(*at));
    marked.any(visit)
}

/// "received the US envoy", "welcomed his Iraqi counterpart": a guest right behind the verb.
fn has_guest(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let behind = found.last + 1..(found.last + 5).min(words.len());
    let guest = |at: usize| {
        matches!(
            words.lower(at),
            "counterpart"
                | "envoy"
                | "delegation"
                | "minister"
                | "secretary"
                | "ambassador"
                | "mediators"
                | "negotiators"
                | "president"
                | "leader"
                | "leaders"
        )
    };
    let plain = |at: &usize| words.list[*at].kind == Kind::Word && !words.is(*at, Small::PREPOSITION);
    found.is_verb() && behind.take_while(plain).any(guest)
}

/// "spoke with the king", "spoke by phone": not to reporters, nor on a matter.
fn speaks_with(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    let behind = found.last + 1..(found.last + 7).min(words.len());
    let audience = |at: usize| {
        matches!(
            words.lower(at),
            "reporters"
                | "journalists"
                | "media"
                | "radio"
                | "television"
                | "newspaper"
                | "agency"
                | "lawmakers"
                | "parliament"
                | "nation"
                | "crowd"
                | "condition"
                | "interview"
                | "interviews"
        )
    };
    let with = |at: usize| matches!(words.lower(at), "with" | "to" | "phone" | "telephone");
    behind.clone().any(with) && !behind.clone().any(audience)
}

/// "a top-level meeting"
fn is_official(scene: &Scene, found: &Head) -> bool {
    let kind = |at: usize| {
        let word = scene.words.lower(at);
        word.ends_with("-level") || word.ends_with("lateral") || OFFICIAL.contains(&word)
    };
    (1..=2).filter_map(|back| found.token.checked_sub(back)).any(kind)
}

/// What kind of meeting states hold.
const OFFICIAL: &[&str] = &[
    "ministerial",
    "emergency",
    "security",
    "defense",
    "defence",
    "peace",
    "state",
    "official",
    "diplomatic",
    "nuclear",
    "crisis",
    "ceasefire",
    "donor",
    "donors",
];

/// What is met without a meeting.
const NEEDS: &[&str] = &[
    "conditions",
    "criteria",
    "deadline",
    "deadlines",
    "demand",
    "demands",
    "expectations",
    "goal",
    "goals",
    "need",
    "needs",
    "requirements",
    "resistance",
    "standards",
    "target",
    "targets",
];

/// "called the president on Monday": somebody is rung up; "called him a liar", "was called a witness" gives a name.
fn phones(scene: &Scene, found: &Head) -> bool {
    let words = &scene.words;
    // "called on officers to join"
    if matches!(words.lower(found.last + 1), "on" | "upon" | "for") {
        return false;
    }
    let behind = found.last + 1..(found.last + 7).min(words.len());
    let object = scene.seen_in(&behind).next().map(|seen| scene.tokens(&seen.range).end);
    let names = object.is_some_and(|end| {
        matches!(words.lower(end), "a" | "an" | "the")
            || words.list.get(end).is_some_and(|next| next.kind == Kind::Quote)
    });
    // "called the talks encouraging"
    let matter =
        behind.clone().any(|at| matches!(words.lower(at), "talks" | "deal" | "agreement" | "attack" | "war"));
    let phone = behind.clone().any(|at| matches!(words.lower(at), "phone" | "telephone"));
    !found.passive && (phone || object.is_some() && !names && !matter && words.lower(found.last + 1) != "a")
}
