//! What words that refer back can mean: "the group", "there", "he".

/// What a reference back can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    Coalition,
    Alliance,
    Group,
    Country,
    Capital,
    Town,
    Region,
    Base,
    Embassy,
    Border,
    /// A body whose name holds the noun itself: "the council".
    Body(u32),
    /// A building or site whose name ends with the noun itself: "the dam".
    Site(u32),
    Place,
    Person,
    President,
    PrimeMinister,
}

impl Sort {
    /// Whether it is meant by what stands near alone, never by what the article mentions somewhere.
    pub(super) fn is_near(self) -> bool {
        matches!(self, Self::Person | Self::Body(_) | Self::Place | Self::Town | Self::Region | Self::Base)
    }
}

/// Nouns after "the" and what they can mean.
pub(super) const NOUNS: &[(&str, Sort)] = &[
    ("coalition", Sort::Coalition),
    ("alliance", Sort::Alliance),
    ("bloc", Sort::Alliance),
    ("group", Sort::Group),
    ("militants", Sort::Group),
    ("insurgents", Sort::Group),
    ("rebels", Sort::Group),
    ("jihadists", Sort::Group),
    ("extremists", Sort::Group),
    ("fighters", Sort::Group),
    ("gunmen", Sort::Group),
    ("militia", Sort::Group),
    ("militias", Sort::Group),
    ("separatists", Sort::Group),
    ("guerrillas", Sort::Group),
    ("movement", Sort::Group),
    ("organization", Sort::Group),
    ("organisation", Sort::Group),
    ("country", Sort::Country),
    ("nation", Sort::Country),
    ("capital", Sort::Capital),
    ("city", Sort::Town),
    ("town", Sort::Town),
    ("village", Sort::Town),
    ("province", Sort::Region),
    ("region", Sort::Region),
    ("district", Sort::Region),
    ("base", Sort::Base),
    ("airbase", Sort::Base),
    ("camp", Sort::Base),
    ("embassy", Sort::Embassy),
    ("border", Sort::Border),
    ("frontier", Sort::Border),
    ("president", Sort::President),
    ("premier", Sort::PrimeMinister),
];
