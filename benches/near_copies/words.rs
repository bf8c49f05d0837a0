//! The words that articles are made of: groups whose members can stand for one another.

pub const NOUNS: &[&[&str]] = &[
    &["envoy", "diplomat", "emissary"], &["timetable", "schedule", "calendar"], &["garrison", "outpost", "post"],
    &["convoy", "column"], &["minister", "secretary"], &["lawmaker", "deputy", "legislator"], &["militia", "faction"],
    &["ceasefire", "truce"], &["border", "frontier"], &["accord", "pact", "deal"], &["airfield", "airstrip", "runway"],
    &["commander", "general"], &["adviser", "counsellor"], &["analyst", "observer"], &["drone", "aircraft"],
    &["shelling", "bombardment"], &["mission", "operation"], &["handover", "transfer"], &["delegation", "team"],
    &["parliament", "assembly", "chamber"], &["warehouse", "depot", "store"], &["hospital", "clinic"], &["bridge", "crossing"],
    &["village", "hamlet", "settlement"], &["farmer", "grower"], &["teacher", "schoolmaster"], &["shopkeeper", "trader", "merchant"],
    &["budget", "funding"], &["inquiry", "investigation", "probe"], &["refugee", "displaced family"], &["checkpoint", "roadblock"],
    &["helicopter", "gunship"], &["radar", "sensor"], &["barracks", "quarters"], &["trench", "ditch"], &["engineer", "technician"],
    &["translator", "interpreter"], &["mayor", "governor"], &["tribe", "clan"], &["pipeline", "conduit"], &["harvest", "crop"],
    &["election", "vote", "ballot"], &["newspaper", "daily"], &["statement", "communique", "declaration"], &["letter", "note", "memo"],
    &["rumour", "report"], &["deadline", "cut-off"], &["promise", "pledge", "vow"], &["demand", "request"], &["dispute", "quarrel", "row"],
    &["protest", "demonstration", "rally"], &["curfew", "lockdown"], &["siege", "blockade"], &["weapon", "rifle"], &["rocket", "missile"],
    &["tunnel", "passage"], &["valley", "basin"], &["desert", "steppe"], &["river", "stream"], &["capital", "city"],
];

pub const VERBS: &[&[&str]] = &[
    &["weighed", "considered", "pondered"], &["rejected", "dismissed", "spurned"], &["welcomed", "hailed", "praised"],
    &["delayed", "postponed", "put off"], &["inspected", "examined", "surveyed"], &["abandoned", "left", "vacated"],
    &["reinforced", "strengthened", "bolstered"], &["questioned", "doubted", "challenged"], &["watched", "monitored", "observed"],
    &["repaired", "mended", "fixed"], &["negotiated", "bargained over", "haggled over"], &["criticised", "faulted", "condemned"],
    &["described", "portrayed", "depicted"], &["ignored", "overlooked", "disregarded"], &["financed", "funded", "paid for"],
    &["visited", "toured", "called at"], &["blocked", "obstructed", "barred"], &["defended", "justified"], &["emptied", "cleared"],
    &["surrounded", "encircled"], &["supplied", "provisioned"], &["searched", "combed"], &["shelled", "bombarded"],
    &["trained", "instructed", "coached"], &["replaced", "relieved", "succeeded"], &["requested", "sought", "asked for"],
    &["prepared", "readied"], &["revealed", "disclosed", "made known"], &["concealed", "hid", "covered up"], &["feared", "dreaded"],
    &["recalled", "remembered"], &["mapped", "charted"], &["guarded", "protected"], &["divided", "split"], &["approved", "endorsed", "backed"],
    &["studied", "reviewed"], &["measured", "gauged"], &["dismantled", "took down"], &["occupied", "held"], &["photographed", "filmed"],
];

pub const ADJECTIVES: &[&[&str]] = &[
    &["cautious", "wary", "careful"], &["fragile", "brittle", "shaky"], &["remote", "distant", "far-off"], &["crowded", "packed"],
    &["senior", "high-ranking"], &["retired", "former"], &["local", "regional"], &["abandoned", "derelict", "disused"],
    &["small", "modest", "little"], &["large", "sizeable", "big"], &["new", "fresh"], &["old", "ageing"], &["northern", "upper"],
    &["southern", "lower"], &["dusty", "sandy"], &["angry", "furious", "irate"], &["quiet", "calm", "still"], &["secret", "hidden"],
    &["public", "open"], &["costly", "expensive", "dear"], &["hasty", "hurried", "rushed"], &["slow", "gradual"], &["bitter", "rancorous"],
    &["joint", "shared", "common"], &["final", "last"], &["rival", "competing"], &["nervous", "anxious", "uneasy"], &["armed", "equipped"],
    &["vague", "unclear", "hazy"], &["official", "formal"], &["wounded", "injured", "hurt"], &["weary", "tired", "exhausted"],
    &["stubborn", "obstinate"], &["foreign", "outside"], &["young", "youthful"], &["disputed", "contested"], &["heavy", "massive"],
    &["narrow", "slender"], &["broken", "shattered"], &["ordinary", "common"],
];

pub const ADVERBS: &[&[&str]] = &[
    &["quietly", "silently"], &["openly", "publicly"], &["again", "once more"], &["briefly", "shortly"], &["repeatedly", "time and again"],
    &["reluctantly", "grudgingly"], &["swiftly", "quickly", "rapidly"], &["partly", "in part"], &["suddenly", "abruptly"],
    &["carefully", "cautiously"], &["twice", "two times"], &["barely", "hardly"], &["privately", "in private"], &["finally", "at last"],
    &["rarely", "seldom"], &["largely", "mostly"], &["calmly", "coolly"], &["formally", "officially"],
];

pub const PREPOSITIONS: &[&[&str]] = &[
    &["near", "close to"], &["behind"], &["outside", "beyond"], &["along"], &["across"], &["before", "ahead of"], &["after", "following"],
    &["despite", "in spite of"], &["during"], &["because of", "owing to"], &["without"], &["inside", "within"],
];

pub const JOINS: &[&[&str]] = &[
    &["while", "whereas"], &["because", "since"], &["although", "though"], &["and"], &["but", "yet"], &["before"], &["after"], &["until"],
];

pub const DETERMINERS: &[&str] = &["the", "a", "one", "another", "every", "some", "that", "this", "their", "no"];

pub const NAMES: &[&str] = &[
    "Harun Vesk", "Ilse Morrow", "Tarek Odeh", "Bram Colley", "Nadia Fersen", "Owen Pratt", "Samir Lahoud", "Greta Holm", "Yusuf Danek",
    "Clara Whitby", "Idris Kamal", "Petra Lund", "Faisal Moran", "Anton Reeve", "Leila Shaw", "Marcus Thorne",
];

pub const OFFICES: &[&str] = &[
    "defence spokesman", "foreign minister", "coalition commander", "government adviser", "army colonel", "committee chairwoman",
    "embassy official", "provincial governor",
];

pub const PLACES: &[&str] = &[
    "Ain al-Asad air base", "the Harir airfield", "Camp Victory", "the Conoco gas field", "the al-Tanf garrison", "Erbil airport",
    "the Green Zone", "Deir ez-Zor", "the Omar oil field", "Camp Taji", "Qayyarah West", "the Rmeilan strip",
];

pub const TROOPS: &[&str] = &[
    "US-led coalition troops", "American soldiers", "British advisers", "French gunners", "Danish engineers", "Iraqi army units",
    "Turkish commandos", "German trainers",
];

pub const FURNITURE: &[&str] = &[
    "Read more: our coverage of the region", "Subscribe to our newsletter", "Share this article", "Photo: archive", "By our own staff",
    "Follow us for updates", "Advertisement",
];
