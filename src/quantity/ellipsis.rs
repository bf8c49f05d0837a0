//! Numbers whose noun stands elsewhere in the sentence: "2,500 troops in Iraq and 900 in Syria", "killing 12", "troop
//! levels from 5,200 to 3,000", "a force of 13,000, including 8,600 Americans".

use super::cardinal::{Form, Value};
use super::lexeme::{Class, Form as NounForm, Traits};
use super::noun;
use super::reading::{Link, Reading};
use super::sentence::Sentence;
use super::unit::{self, Unit};
use crate::model::vocabulary::Qualifier;

/// Gives units to the readings that have none; drops small numbers that count nothing.
pub(super) fn resolve(sentence: &Sentence, readings: Vec<Reading>) -> Vec<Reading> {
    let mut resolved: Vec<Reading> = Vec::with_capacity(readings.len());
    for (at, reading) in readings.iter().enumerate() {
        let next = readings.get(at + 1);
        let mut reading = reading.clone();
        match reading.unit {
            Unit::None => {
                reading.unit = missing(sentence, &reading, &resolved, next);
                share_hedge(sentence, &mut reading, resolved.last());
            }
            Unit::Other(_) if goes_off(sentence, &reading) => reading.unit = Unit::Attacks,
            Unit::People | Unit::Other(_) => reading.unit = refined(sentence, &reading, &resolved),
            _ => {}
        }
        if is_worth_keeping(sentence, &reading, &resolved) {
            resolved.push(reading);
        }
    }
    resolved
}

/// "about 2,500 troops in Iraq and 900 in Syria": who leaves the noun out leaves its "about" out with it.
fn share_hedge(sentence: &Sentence, reading: &mut Reading, before: Option<&Reading>) {
    let hedged = before.is_some_and(|before| {
        before.amount.qualifier == Some(Qualifier::About)
            && before.unit == reading.unit
            && before.noun.is_some()
    });
    let start = reading.amount.tokens.start;
    let joined = start > 0 && sentence.is_any(start - 1, &["and", "alongside", "plus", "with"]);
    let plain =
        joined && reading.amount.qualifier.is_none() && matches!(reading.amount.value, Value::Exact(_));
    let part = is_of_them(sentence, reading);
    // "about 1,200 were killed and 251 others", "and 23,000 more": told to the last digit, or of others.
    let end = reading.amount.tokens.end;
    let round = matches!(reading.amount.value, Value::Exact(number) if number % 10 == 0);
    let own = !round || sentence.is_any(end, &["more", "others"]);
    if hedged && plain && !part && !own && !is_harmed(sentence, reading) && is_inherited(&reading.unit) {
        reading.amount.qualifier = Some(Qualifier::About);
    }
}

/// "two car bombs exploded": as many attacks.
fn goes_off(sentence: &Sentence, reading: &Reading) -> bool {
    let Some((noun, head)) = reading.noun.as_ref() else { return false };
    let end = noun.end;
    sentence.is_any(*head, &["bombs", "mines", "devices", "IEDs", "grenades"])
        && (sentence.is_any(end, &["exploded", "detonated", "ripped", "tore"])
            || sentence.is(end, "went") && sentence.is(end + 1, "off")
            || sentence.is(end, "blew") && sentence.is(end + 1, "up"))
}

/// The unit of a number without a noun.
fn missing(sentence: &Sentence, reading: &Reading, before: &[Reading], next: Option<&Reading>) -> Unit {
    if let Some(class) = frame_of(sentence, reading) {
        return unit::of_class_alone(class);
    }
    if reading.link == Link::Others || is_harmed(sentence, reading) {
        // "139 people, 70 of them civilians, and 900 were injured": people.
        let whole = |reading: &&Reading| {
            reading.unit.counts_people()
                && !is_of_them(sentence, reading)
                && !is_included(sentence, reading, before)
        };
        let people = before.iter().rev().find(whole);
        return people.map_or(Unit::People, |reading| reading.unit.clone());
    }
    // "bringing to 21 the number of soldiers killed"
    if let Some(unit) = numbered(sentence, reading) {
        return unit;
    }
    // "lowered the toll of the bombings by about a hundred, to 253"
    if let Some(toll) = toll(sentence, reading) {
        return toll;
    }
    // "billions" alone are money.
    if matches!(reading.amount.value, Value::Vague(1_000_000.., _)) {
        return Unit::None;
    }
    if let Some(part) = part_of_people(sentence, reading, before) {
        return part;
    }
    // "200 of a planned force of 2,500": the body before the next number says whom both count.
    let own = |next: &Reading| frame_of(sentence, next).map_or(next.unit.clone(), unit::of_class_alone);
    let ahead = next.filter(|next| is_joined(sentence, reading, next)).map(own);
    let ahead = ahead.filter(is_inherited);
    let sent = || is_sent(sentence, reading).then_some(Unit::People);
    ahead.or_else(|| behind(sentence, reading, before)).or_else(sent).unwrap_or(Unit::None)
}

/// "civilians killed in attacks, including around 170 in May and 30 in June": parts of the people counted before, whatever noun
/// stands nearer.
fn part_of_people(sentence: &Sentence, reading: &Reading, before: &[Reading]) -> Option<Unit> {
    let led = reading.amount.tokens.start.checked_sub(1)?;
    let last = before.last()?;
    let included = sentence.is(led, "including") && last.noun.is_some();
    let again = sentence.is(led, "and") && last.noun.is_none() && is_included(sentence, last, before);
    ((included || again) && last.unit.counts_people()).then(|| last.unit.clone())
}

/// "bringing to 21 the number of soldiers killed": what the words behind say is numbered.
fn numbered(sentence: &Sentence, reading: &Reading) -> Option<Unit> {
    let end = reading.amount.tokens.end;
    let number = sentence.is(end, "the")
        && sentence.is_any(end + 1, &["number", "total", "count"])
        && sentence.is(end + 2, "of");
    let phrase = noun::after(sentence, end + 3, false).filter(|_| number)?;
    phrase.class.map(unit::of_class_alone)
}

/// A verb of sending people or of leaving them, right before a number that counts them.
pub(crate) fn is_sending(verb: &str) -> bool {
    // "addend", "dispatches from": the verbs and no words like them.
    const FORMS: &[&str] = &[
        "send",
        "sends",
        "sent",
        "sending",
        "dispatch",
        "dispatched",
        "dispatching",
        "deploy",
        "deploys",
        "deployed",
        "deploying",
        "add",
        "adds",
        "added",
        "adding",
        "leave",
        "leaves",
        "left",
        "leaving",
        "keep",
        "keeps",
        "kept",
        "keeping",
    ];
    FORMS.contains(&verb)
}

/// "sent 3,000 more to Poland", "will add 350 in Lithuania", "leave 900 there": who is sent or left somewhere are people.
fn is_sent(sentence: &Sentence, reading: &Reading) -> bool {
    let verb = reading.amount.tokens.start.checked_sub(1).map_or("", |at| sentence.word(at));
    let end = reading.amount.tokens.end;
    let more = sentence.is_any(end, &["more", "extra"]);
    let end = end + usize::from(more);
    // "has since sent 600 more."
    let closes = more && matches!(sentence.mark(end), Some('.' | ','));
    is_sending(verb)
        && (closes || sentence.is_any(end, &["to", "there", "into", "in", "behind"]))
        && matches!(
            reading.amount.value,
            Value::Exact(20..) | Value::Round(_) | Value::Between(20.., _) | Value::Vague(..)
        )
}

/// "the toll of the bombings rose by 12 to 253": what a toll comes to are people; by how much it differs counts nobody.
fn toll(sentence: &Sentence, reading: &Reading) -> Option<Unit> {
    let start = reading.amount.tokens.start;
    let leads = start.checked_sub(1)?;
    let differs = sentence.is(leads, "by");
    // "the number of Kenyans killed rose to at least 44"
    let number = |at: usize| {
        sentence.is(at, "number")
            && sentence.is(at + 1, "of")
            && (at + 2..at + 8).any(|at| {
                sentence.is_any(at, &["killed", "dead", "deaths", "wounded", "injured", "casualties"])
            })
    };
    let told = (0..leads).rev().take(24).any(|at| sentence.is_any(at, &["toll", "tolls"]) || number(at));
    (told && (differs || sentence.is_any(leads, &["to", "at", "from", "past", "above", "beyond"])))
        .then_some(if differs { Unit::None } else { Unit::People })
}

/// "70 of them civilians": told beside those that it is a part of.
fn is_of_them(sentence: &Sentence, reading: &Reading) -> bool {
    let end = reading.amount.tokens.end;
    sentence.is(end, "of") && sentence.is_any(end + 1, &["them", "whom"])
}

/// "19 people, among them two Thai soldiers, and injured 172": told of as a part of those before.
fn is_included(sentence: &Sentence, reading: &Reading, before: &[Reading]) -> bool {
    let start = reading.amount.tokens.start;
    let last = before.iter().rfind(|other| other.amount.tokens.end <= start && other.unit.counts_people());
    last.is_some_and(|last| {
        (last.amount.tokens.end..start).any(|at| sentence.is_any(at, &["including", "among"]))
    })
}

/// Whether a number hands its unit on to a number without one.
fn is_inherited(unit: &Unit) -> bool {
    !matches!(unit, Unit::None | Unit::Money(_) | Unit::Percent | Unit::Distance)
}

/// "force of 13,000": what the body before "of" holds.
fn frame_of(sentence: &Sentence, reading: &Reading) -> Option<Class> {
    let of = reading.amount.tokens.start.checked_sub(1).filter(|of| sentence.is(*of, "of"))?;
    let body = of.checked_sub(1)?;
    noun::held_by(sentence, body).or_else(|| group_of(sentence, body))
}

/// "a peacekeeping group of about 200", "a team of 12": whoever the words before the group say.
fn group_of(sentence: &Sentence, at: usize) -> Option<Class> {
    if !sentence.is_any(at, noun::TEAMS) {
        return None;
    }
    let kind = at.checked_sub(1)?;
    let is = |traits| sentence.has(kind, traits);
    match () {
        () if is(Traits::MILITARY) => Some(Class::Troops),
        () if is(Traits::REBEL) => Some(Class::Fighters),
        () if sentence.is(kind, "armed") => Some(Class::Fighters),
        () => None,
    }
}

/// "killing 12", "12 were wounded".
fn is_harmed(sentence: &Sentence, reading: &Reading) -> bool {
    let mut before = reading.amount.tokens.start;
    while before > 0 && sentence.is_any(before - 1, &["also", "another", "a", "the", "total", "of"]) {
        before -= 1;
    }
    let mut after = reading.amount.tokens.end;
    // "40 on our side were wounded"
    if sentence.is(after, "on") && sentence.is_any(after + 2, &["side", "sides"]) {
        after += 3;
    }
    while sentence.has(after, Traits::AUXILIARY)
        || sentence.is_any(after, &["later", "also", "since", "subsequently"])
    {
        after += 1;
    }
    before.checked_sub(1).is_some_and(|verb| sentence.has(verb, Traits::HARM))
        || sentence.has(after, Traits::HARM)
}

/// "from 5,200 to 3,000 troops", "900 and 2,500 troops": the next number has the noun of both.
fn is_joined(sentence: &Sentence, reading: &Reading, next: &Reading) -> bool {
    if reading.link == Link::Part {
        return true;
    }
    let between = reading.amount.tokens.end..next.amount.tokens.start;
    let linking = |at| {
        sentence.mark(at) == Some(',')
            || sentence.is_any(at, &["to", "and", "or", "if", "not", "even", "perhaps", "maybe", "possibly"])
    };
    let hedged = next.amount.before.start < next.amount.core.start;
    let comma = between.len() == 1 && sentence.mark(between.start).is_some();
    between.len() <= 4 && between.clone().all(linking) && (hedged || !comma)
}

/// The nearest count or body before the number.
fn behind(sentence: &Sentence, reading: &Reading, before: &[Reading]) -> Option<Unit> {
    let start = reading.amount.tokens.start;
    // "forecasts such as 200": an example of what is named there.
    if start > 1 && sentence.is(start - 1, "as") && sentence.is(start - 2, "such") {
        return None;
    }
    for at in (0..start).rev().take(40) {
        let counted =
            before.iter().find(|other| other.amount.core.contains(&at) && is_inherited(&other.unit));
        if let Some(other) = counted {
            return Some(other.unit.clone());
        }
        if let Some(unit) = level_noun(sentence, at) {
            return Some(unit);
        }
    }
    None
}

/// A noun that a number may count without standing before it: "troops … to 168,000", "the death toll rose to 45".
fn level_noun(sentence: &Sentence, at: usize) -> Option<Unit> {
    use Class as C;
    // "British strength is now around 1,800", "troop strength fell to 900"
    let told = |next: usize| {
        sentence.is_any(next, &["is", "was", "will", "stands", "stood", "fell", "rose", "peaked"])
    };
    let of_forces = |before: usize| {
        sentence.word(before).starts_with(char::is_uppercase) || sentence.has(before, Traits::MILITARY)
    };
    if sentence.is(at, "strength") && told(at + 1) && at > 0 && of_forces(at - 1) {
        return Some(unit::of_class_alone(C::Troops));
    }
    // "soldiers killed", "have been killed": the soldiers are counted.
    let told = |before| sentence.lexeme(before).noun.is_some() || sentence.has(before, Traits::AUXILIARY);
    let participle = at > 0 && sentence.has(at, Traits::HARM) && told(at - 1);
    let noun = sentence.lexeme(at).noun.filter(|_| !participle);
    let noun = noun.filter(|noun| noun.form != NounForm::Singular || noun.class == C::Troops);
    let class = noun.map(|noun| noun.class).filter(|class| {
        !matches!(class, C::People | C::Nationals | C::CivilStaff | C::Distance | C::Percent | C::Uncounted)
    });
    match class {
        Some(class) => Some(unit::of_noun(sentence, at, class)),
        None => noun::held_by(sentence, at).map(unit::of_class_alone),
    }
}

/// "a force of 15,000 American … units", "13,000 troops, including 8,600 Americans": people who are troops.
fn refined(sentence: &Sentence, reading: &Reading, before: &[Reading]) -> Unit {
    if let Some(unit) = framed(sentence, reading) {
        return unit;
    }
    if let Some(unit) = participle(sentence, reading, before) {
        return unit;
    }
    let perhaps = matches!(reading.class, Some(Class::Nationals | Class::CivilStaff));
    let last = before.last().filter(|last| last.unit == Unit::Troops && perhaps);
    let included = last.is_some_and(|last| {
        if reading.link == Link::Others {
            return true;
        }
        let between = last.amount.tokens.end..reading.amount.tokens.start;
        between.clone().any(|at| sentence.is_any(at, &["including", "whom", "them", "among", "includes"]))
    });
    if included { Unit::Troops } else { reading.unit.clone() }
}

/// "a force of 300 men", "of 15,000 American and Afghan units": a body of troops consists of troops.
fn framed(sentence: &Sentence, reading: &Reading) -> Option<Unit> {
    let unit = unit::of_class_alone(frame_of(sentence, reading)?);
    let (_, head) = reading.noun.as_ref()?;
    let general = matches!(reading.class, Some(Class::Nationals | Class::CivilStaff | Class::Members));
    let body = reading.class.is_none() && sentence.lexeme(*head).frame.is_some();
    let person = reading.class == Some(Class::People) && sentence.is(*head, "people");
    (general || body || person).then_some(unit)
}

/// "12 soldiers were killed and 30 wounded": the participle alone names nobody, so they are those named before.
fn participle(sentence: &Sentence, reading: &Reading, before: &[Reading]) -> Option<Unit> {
    let (noun, head) = reading.noun.as_ref()?;
    let alone =
        noun.len() == 1 && sentence.has(*head, Traits::HARM) && reading.class == Some(Class::Casualties);
    let people = before.iter().rev().find(|reading| reading.unit.counts_people()).filter(|_| alone)?;
    Some(people.unit.clone())
}

/// "the two met", "one said": small numbers in words count only with a noun, a verb of harm or a count to follow.
fn is_worth_keeping(sentence: &Sentence, reading: &Reading, before: &[Reading]) -> bool {
    let small = matches!(reading.amount.value, Value::Exact(0..=9)) && reading.amount.form != Form::Clear;
    let nameless = reading.noun.is_none() && small;
    let hedged = reading.amount.qualifier.is_some() || reading.additional || reading.amount.before.additional;
    let last = reading.amount.tokens.start.checked_sub(1);
    // "12 people, including three in Kharkiv"
    let part = last.is_some_and(|last| sentence.is(last, "including"))
        && sentence.is_any(reading.amount.tokens.end, &["in", "at", "near"]);
    let parallel =
        !before.is_empty() && (part || last.is_some_and(|last| sentence.is_any(last, &["and", "or", ","])));
    // "the death toll rose to seven"
    let levels = ["to", "at", "from", "passed", "reached", "topped", "hit"];
    let level = reading.unit == Unit::People && last.is_some_and(|last| sentence.is_any(last, &levels));
    let one = reading.amount.value == Value::Exact(1);
    let others = reading.link != Link::Plain;
    // "three in Kharkiv and one in Lviv"
    let one = one && !(parallel && sentence.is_any(reading.amount.tokens.end, &["in", "at", "near"]));
    // "its crew of four"
    let framed = reading.unit.counts_people() && frame_of(sentence, reading).is_some();
    !nameless
        || framed
        || is_harmed(sentence, reading)
        || level
        || (!one && (hedged || parallel || others))
        || (others && !before.is_empty())
}
