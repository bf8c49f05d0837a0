//! Nouns of those who are killed, wounded or captured, for what they are called.

/// One of an army.
pub(super) const SOLDIER: &[&str] =
    &["soldier", "marine", "serviceman", "servicewoman", "sailor", "airman", "trooper", "paratrooper"];

/// People who are called by what they are, whoever governs them.
pub(super) const OF_A_KIND: &[&str] = &[
    "children",
    "demonstrators",
    "hostages",
    "journalists",
    "migrants",
    "pilgrims",
    "prisoners",
    "protesters",
    "refugees",
    "schoolchildren",
    "schoolgirls",
    "students",
    "tourists",
    "worshippers",
];

/// People of no side.
pub(super) const ORDINARY: &[&str] = &[
    "men",
    "women",
    "man",
    "woman",
    "children",
    "residents",
    "villagers",
    "citizens",
    "nationals",
    "farmers",
    "people",
    "workers",
    "labourers",
    "laborers",
    "boys",
    "girls",
    "teenagers",
    "youths",
    "students",
    "families",
    "refugees",
    "protesters",
    "shepherds",
    "fishermen",
    "passengers",
    "tourists",
    "engineers",
    "journalists",
    "teachers",
    "schoolchildren",
    "schoolgirls",
    "shoppers",
    "vacationers",
    "pilgrims",
    "worshippers",
    "worshipers",
];
