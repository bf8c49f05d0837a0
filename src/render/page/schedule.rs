//! What the picture of the schedules shows: the questions with most claims, their positions by day of publication.

use chrono::{Days, NaiveDate};

use super::day;
use super::rows::{Row, with_columns};
use crate::report::Table;

const COLUMNS: &[&str] =
    &["what", "who", "place", "stance", "published", "earliest", "latest", "relation", "claim_key"];
/// Questions drawn.
const QUESTIONS: usize = 12;
/// Positions drawn of a question.
const POSITIONS: usize = 8;
/// Days before the first publication that are shown: older dates are history, and leave no room for the plans.
const BEFORE: u64 = 180;
/// Days after the last publication that are shown at most.
const AFTER: u64 = 15 * 366;

/// One answer to a question, as often as it was given on a day.
pub(super) struct Position<'a> {
    pub(super) published: Option<NaiveDate>,
    pub(super) earliest: Option<NaiveDate>,
    pub(super) latest: Option<NaiveDate>,
    pub(super) relation: &'a str,
    pub(super) stance: &'a str,
    pub(super) rows: Vec<Row<'a>>,
}

impl Position<'_> {
    /// Whether it says when.
    pub(super) fn is_dated(&self) -> bool {
        self.earliest.or(self.latest).is_some()
    }

    /// Whether it was still to come when it was printed, or is denied.
    fn is_ahead(&self) -> bool {
        let end = self.latest.or(self.earliest);
        self.stance.starts_with("denied")
            || end.zip(self.published).is_some_and(|(end, published)| end > published)
    }

    fn reaches(&self, start: NaiveDate) -> bool {
        match self.latest.or(self.earliest).or(self.published) {
            Some(day) => day >= start || (self.latest.is_none() && self.is_dated()),
            None => false,
        }
    }
}

/// Predicate and phase, subject, place.
pub(super) struct Question<'a> {
    pub(super) what: &'a str,
    pub(super) who: Option<&'a str>,
    pub(super) place: Option<&'a str>,
    pub(super) positions: Vec<Position<'a>>,
    /// Claims that the positions stand for.
    claims: usize,
    /// Of these, claims of what was to come when they were printed, and denials.
    ahead: usize,
    /// Positions for which there was no room.
    pub(super) left: usize,
}

/// All that is drawn, and how much is not.
pub(super) struct Picture<'a> {
    pub(super) questions: Vec<Question<'a>>,
    pub(super) start: NaiveDate,
    pub(super) end: NaiveDate,
    /// Questions for which there was no room.
    pub(super) left: usize,
    /// Claims whose dates all lie before the picture begins.
    pub(super) older: usize,
}

/// The keys of the claims that are drawn.
pub(super) fn keys(tables: &[Table]) -> Vec<String> {
    let Some(picture) = picture(tables) else { return Vec::new() };
    let positions = picture.questions.iter().flat_map(|question| &question.positions);
    let rows = positions.flat_map(|position| &position.rows).take(2 * super::MOST_ROWS);
    rows.filter_map(|row| row.text("claim_key")).map(str::to_owned).collect()
}

/// The picture of the table that has these columns; none where there is nothing to draw.
pub(super) fn picture(tables: &[Table]) -> Option<Picture<'_>> {
    let positions = positions(with_columns(tables, COLUMNS)?);
    let (start, end) = window(&positions)?;
    let (shown, older): (Vec<_>, Vec<_>) =
        positions.into_iter().partition(|(_, position)| position.reaches(start));
    let older = older.iter().map(|(_, position)| position.rows.len()).sum();
    let mut questions = questions(shown);
    let left = questions.len().saturating_sub(QUESTIONS);
    questions.truncate(QUESTIONS);
    by_family(&mut questions);
    let end = last_day(&questions, end);
    (!questions.is_empty()).then_some(Picture { questions, start, end, left, older })
}

type Asked<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

/// Rows that say the same on the same day are one position.
fn positions(rows: Vec<Row<'_>>) -> Vec<(Asked<'_>, Position<'_>)> {
    let mut places = std::collections::HashMap::new();
    let mut found: Vec<(Asked<'_>, Position<'_>)> = Vec::new();
    for row in rows {
        let date = |name: &str| row.text(name).and_then(day::parsed);
        let asked = (row.text("what").unwrap_or_default(), row.text("who"), row.text("place"));
        let position = Position {
            published: date("published"),
            earliest: date("earliest"),
            latest: date("latest"),
            relation: row.text("relation").unwrap_or_default(),
            stance: row.text("stance").unwrap_or_default(),
            rows: vec![row],
        };
        let same = (
            asked,
            position.published,
            position.earliest,
            position.latest,
            position.relation,
            position.stance,
        );
        let index = *places.entry(same).or_insert(found.len());
        match found.get_mut(index) {
            Some((_, known)) => known.rows.push(row),
            None => found.push((asked, position)),
        }
    }
    found
}

/// From half a year before the first publication to the last date that is not beyond all plans.
fn window(positions: &[(Asked<'_>, Position<'_>)]) -> Option<(NaiveDate, NaiveDate)> {
    let published = || positions.iter().filter_map(|(_, position)| position.published);
    let dates = || positions.iter().flat_map(|(_, position)| [position.earliest, position.latest]).flatten();
    let first = published().min().and_then(|day| day.checked_sub_days(Days::new(BEFORE)));
    let latest = dates().max().or_else(|| published().max())?;
    let start = match first {
        // Articles about nothing but history: then history is the picture.
        Some(first) if latest >= first => first,
        _ => dates().min().or(first)?,
    };
    let limit = published().max().and_then(|day| day.checked_add_days(Days::new(AFTER))).unwrap_or(latest);
    Some((start, limit))
}

/// The last day that the picture has to show, if that is before the limit.
fn last_day(questions: &[Question<'_>], limit: NaiveDate) -> NaiveDate {
    let positions = questions.iter().flat_map(|question| &question.positions);
    let days = positions.flat_map(|position| [position.earliest, position.latest, position.published]);
    days.flatten().filter(|day| *day <= limit).max().unwrap_or(limit)
}

/// Questions of one predicate stand together, the predicate with most claims first: what is partial beside what is complete.
fn by_family(questions: &mut [Question<'_>]) {
    let family = |question: &Question<'_>| question.what.split(',').next().unwrap_or_default().to_owned();
    let mut ahead: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for question in questions.iter() {
        *ahead.entry(family(question)).or_default() += question.ahead;
    }
    // A stable order: within a family it stays what it was.
    questions.sort_by_cached_key(|question| (std::cmp::Reverse(ahead[&family(question)]), family(question)));
}

/// The positions by question, those with most claims of what was to come first.
fn questions<'a>(positions: Vec<(Asked<'a>, Position<'a>)>) -> Vec<Question<'a>> {
    let mut places = std::collections::HashMap::new();
    let mut questions: Vec<Question<'a>> = Vec::new();
    for (asked, position) in positions {
        let index = *places.entry(asked).or_insert(questions.len());
        if index == questions.len() {
            let (what, who, place) = asked;
            questions.push(Question {
                what,
                who,
                place,
                positions: Vec::new(),
                claims: 0,
                ahead: 0,
                left: 0,
            });
        }
        questions[index].claims += position.rows.len();
        questions[index].ahead += if position.is_ahead() { position.rows.len() } else { 0 };
        questions[index].positions.push(position);
    }
    let name = |question: &Question<'a>| (question.what, question.who, question.place);
    questions
        .sort_by(|a, b| (b.ahead, b.claims).cmp(&(a.ahead, a.claims)).then_with(|| name(a).cmp(&name(b))));
    questions.iter_mut().for_each(with_room);
    questions
}

/// Keeps the positions that most claims hold, by day of publication: so the eye sees dates slip.
fn with_room(question: &mut Question<'_>) {
    question.left = question.positions.len().saturating_sub(POSITIONS);
    question.positions.sort_by_key(|position| std::cmp::Reverse(position.rows.len()));
    question.positions.truncate(POSITIONS);
    question.positions.sort_by_key(|position| {
        (position.published.is_none(), position.published, position.latest.or(position.earliest))
    });
}

/// Claims of a position whose evidence can be linked.
pub(super) fn linked<'a>(position: &Position<'a>) -> Vec<(&'a str, Row<'a>)> {
    let keyed = |row: &Row<'a>| row.text("claim_key").map(|key| (key, *row));
    position.rows.iter().filter_map(keyed).collect()
}
