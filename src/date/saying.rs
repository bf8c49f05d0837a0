//! What the text says of a time, before anyone asks what day that is. Knows no calendar and no publication date.

use super::word::{DayPart, Part, Pick, Reference, Unit};

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Amount {
    Exact(u32),
    /// That many and a half.
    Half(u32),
    Range(u32, u32),
    Vague,
}

/// Which year a yearless date belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InYear {
    Exact(i32),
    /// "July last year": in the year picked.
    Of(Pick),
    /// "last July", or plain "July": the occurrence picked.
    Nearby(Pick),
}

/// What an offset counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// "ago", "from now".
    Published,
    /// "earlier", "later": a date named before, else the publication date.
    Previous,
}

/// A day of the year whose date follows from a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    Fixed {
        month: u8,
        day: u8,
    },
    /// The nth weekday of a month; the last where n is -1.
    Weekday {
        nth: i8,
        weekday: u8,
        month: u8,
    },
    /// Days from Easter Sunday.
    Easter(i16),
}

/// A stretch of the calendar as it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// Up to a second day of the month, if that is later.
    Day {
        year: InYear,
        month: u8,
        day: u8,
        to: u8,
    },
    DayOfMonth(u8),
    Month {
        year: InYear,
        month: u8,
    },
    Year(i32),
    /// "2003-04".
    Years(i32, i32),
    /// By its first year.
    Decade(i32),
    /// The 19th is 19.
    Century(i32),
    /// The quarter named before has number 0.
    Quarter {
        year: InYear,
        number: u8,
    },
    Half {
        year: InYear,
        number: u8,
    },
    Season {
        year: InYear,
        start: u8,
    },
    Weekday {
        weekday: u8,
        pick: Pick,
    },
    /// "Tuesday of next week": in the week picked.
    WeekdayOf {
        weekday: u8,
        week: Pick,
    },
    Weekend(Pick),
    Unit {
        unit: Unit,
        pick: Pick,
    },
    Shift {
        amount: Amount,
        unit: Unit,
        back: bool,
        origin: Origin,
    },
    /// The past or next so many units, up to or from the day of reading.
    Window {
        amount: Amount,
        unit: Unit,
        back: bool,
    },
    /// The first or last so many units of a year.
    Opening {
        amount: Amount,
        unit: Unit,
        closing: bool,
        year: InYear,
    },
    /// The first, second… week or day of a month or year; the last is 0.
    Nth {
        number: u8,
        unit: Unit,
        year: InYear,
        month: Option<u8>,
    },
    /// Days from today.
    Distance(i8),
    Feast {
        feast: Feast,
        year: InYear,
    },
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    Part(DayPart),
    At { hour: u8, minute: Option<u8> },
}

/// What comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Recurring {
    Every(Amount, Unit),
    Weekday(u8, Option<DayPart>),
    Month(u8),
    Season(u8),
    DayPart(DayPart),
    Weekend,
}

/// What a date expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Saying {
    Period {
        base: Base,
        part: Option<Part>,
        clock: Option<Clock>,
    },
    /// A length; `more` where it is added to what has been ("another year").
    Length {
        amount: Amount,
        unit: Unit,
        more: bool,
    },
    Recurring(Recurring),
    Reference(Reference),
}

impl Saying {
    pub(super) fn of(base: Base) -> Self {
        Self::Period { base, part: None, clock: None }
    }
}

/// A saying and the tokens that say it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) saying: Saying,
}
