//! What a word of a date can be. Knows no text and no calendar.

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub(super) fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// Whether it is shorter than a day.
    pub(super) fn is_clock(self) -> bool {
        self < Self::Day
    }
}

/// Part of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Early,
    Mid,
    Late,
    /// From its first day to the day of reading.
    Earlier,
    /// From the day of reading to its last day.
    Later,
    Start,
    Middle,
    End,
    /// What is left of it.
    Rest,
    /// The week around it.
    WeekOf,
    WeekendOf,
    /// Of a month: its first fifteen days, or those after them.
    FirstHalf,
    SecondHalf,
}

/// Which of the periods of a kind is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pick {
    /// None named: the verb's tense says.
    Bare,
    This,
    Last,
    Next,
    Past,
    Coming,
    Previous,
    Following,
    That,
    Same,
    Current,
    Latest,
    Recent,
}

/// Part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl DayPart {
    /// Its TIMEX3 letters.
    pub(super) fn letters(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }

    pub(super) fn from_letters(letters: &str) -> Option<Self> {
        [Self::Morning, Self::Midday, Self::Afternoon, Self::Evening, Self::Night]
            .into_iter()
            .find(|part| part.letters() == letters)
    }
}

/// A vague time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    /// Its TIMEX3 value.
    pub(super) fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// What a verb form says of the time of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    Past,
    Future,
    Present,
    Implicative,
    /// Past, and sets something for later.
    Directive,
    /// Says that something is set for later.
    Arranged,
    /// Present, of many; most are nouns as well.
    Plural,
    /// The same, of one.
    Singular,
}

/// The reading of one token. Where a word has several, the grammar knows: `second` is an ordinal here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Other,
    Month(u8),
    ShortMonth(u8),
    Weekday(u8),
    ShortWeekday(u8),
    Weekdays(u8),
    /// By the month it begins in.
    Season(u8),
    Unit(Unit),
    Units(Unit),
    Number(u32),
    Scale(u32),
    /// In letters or figures.
    Ordinal(u8),
    /// Figures without a comma.
    Digits(u32),
    /// Figures with thousands separated.
    Figure(u32),
    /// Figures with a decimal part; whether that is a half.
    Decimal(u32, bool),
    /// Its first year, or its last two digits.
    Decade(u32),
    DayPart(DayPart),
    /// Days from today.
    Day(i8),
    Pick(Pick),
    Part(Part),
    Reference(Reference),
    Recurrence(Unit),
    Verb(Verb),
    /// First word of a holiday's name that is nothing else.
    Holiday,
    Key(Key),
    Mark(u8),
}

impl Word {
    /// Whether a date can be told by this word alone or with words that are no triggers.
    pub(super) fn is_trigger(self) -> bool {
        match self {
            Self::Month(_) | Self::ShortMonth(_) | Self::Weekday(_) | Self::Weekdays(_) | Self::Season(_) => {
                true
            }
            Self::Unit(_) | Self::Units(_) | Self::Decade(_) | Self::DayPart(_) | Self::Day(_) => true,
            Self::Reference(_) | Self::Recurrence(_) | Self::Holiday | Self::Digits(_) | Self::Ordinal(_) => {
                true
            }
            Self::Pick(Pick::Current | Pick::Recent | Pick::Past) | Self::Number(17..=19) => true,
            Self::Key(key) => {
                matches!(
                    key,
                    Key::Tonight | Key::Overnight | Key::Weekend | Key::Weekends | Key::Half | Key::Noon
                ) || matches!(key, Key::Future | Key::Midnight)
            }
            _ => false,
        }
    }
}

macro_rules! keys {
    ($($name:ident = $($text:literal)|+),+ $(,)?) => {
        /// The grammar's own words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Key { $($name),+ }

        /// Each of the grammar's words with its spellings.
        pub(super) const KEYS: &[(&str, Key)] = &[$($(($text, Key::$name)),+),+];
    };
}

keys! {
    The = "the",
    A = "a" | "an",
    Of = "of",
    In = "in",
    On = "on",
    At = "at",
    By = "by",
    Before = "before",
    After = "after",
    Since = "since",
    Until = "until" | "till" | "til",
    From = "from",
    To = "to",
    Through = "through" | "thru",
    During = "during",
    Throughout = "throughout",
    Within = "within",
    For = "for",
    Over = "over",
    Around = "around" | "circa",
    About = "about" | "approximately" | "roughly" | "some",
    Hedge = "nearly" | "almost" | "just" | "only" | "barely" | "exactly" | "well",
    Between = "between",
    And = "and",
    Or = "or",
    Starting = "starting",
    Effective = "effective",
    As = "as",
    Ago = "ago",
    Not = "not",
    Than = "than",
    More = "more",
    Less = "less" | "fewer",
    Least = "least",
    Most = "most",
    Up = "up",
    Another = "another",
    Additional = "additional" | "extra" | "further",
    Every = "every" | "each",
    Per = "per",
    Old = "old",
    Few = "few",
    Several = "several" | "many" | "various",
    Couple = "couple",
    Fiscal = "fiscal" | "financial",
    Calendar = "calendar",
    Full = "full" | "straight" | "consecutive" | "trading" | "business" | "working" | "whole" | "long" | "solid" | "successive",
    Half = "half",
    Weekend = "weekend",
    Weekends = "weekends",
    Tonight = "tonight",
    Overnight = "overnight",
    Noon = "noon",
    Midnight = "midnight",
    Am = "am",
    Pm = "pm",
    Zone = "gmt" | "utc" | "est" | "edt" | "et" | "pst" | "pdt" | "pt" | "cst" | "cdt" | "bst" | "cet" | "cest",
    Local = "local" | "time",
    Ahead = "ahead",
    Back = "back",
    Onward = "onward" | "onwards" | "forward",
    Beyond = "beyond",
    Post = "post",
    Pre = "pre",
    Period = "period",
    Comparable = "comparable" | "corresponding",
    Clause = "but" | "while" | "although" | "though" | "because" | "when" | "whereas" | "who" | "which" | "where" | "whose" | "if",
    Could = "could" | "can" | "cannot",
    Rest = "rest" | "remainder",
    Future = "future",
    Moment = "moment",
    Near = "near",
    Dated = "dated",
    These = "these" | "those",
    So = "so",
    Hence = "hence",
    His = "his" | "her" | "their" | "my" | "our" | "your" | "its",
    Once = "once" | "twice" | "times",
    Time = "point",
}
