//! The closed word lists: each an enum here and a table of the same words and definitions in the database.

/// A closed list of words.
pub trait Vocabulary: Copy + Eq + Sized + 'static {
    /// Table that holds the words.
    const TABLE: &'static str;
    /// What one word is called in messages.
    const NOUN: &'static str;
    /// Every word, in the order of the table.
    const ALL: &'static [Self];

    /// The word as files and database write it.
    fn word(self) -> &'static str;
    /// What the word means.
    fn definition(self) -> &'static str;

    /// The value for a word, exactly as written.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident in $table:literal as $noun:literal { $($(#[$mark:meta])* $variant:ident = $word:literal : $definition:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = $definition] $(#[$mark])* $variant,)+
        }

        impl Vocabulary for $name {
            const TABLE: &'static str = $table;
            const NOUN: &'static str = $noun;
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            fn definition(self) -> &'static str {
                match self { $(Self::$variant => $definition),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

vocabulary! {
    /// What happens.
    Predicate in "predicates" as "predicate" {
        Stationed = "stationed": "forces are or were at a place: a level",
        Withdraw = "withdraw": "forces leave, pull out, draw down, are cut or reduced",
        Deploy = "deploy": "forces go, return, are sent, arrive, are reinforced",
        Remain = "remain": "forces stay",
        EndMission = "end_mission": "a mission, operation, coalition or mandate ends",
        Transfer = "transfer": "a base, a task or a command is handed over",
        Invade = "invade": "an invasion, incursion or start of a war",
        Attack = "attack": "attacks, strikes, assaults; the count is of attacks",
        Killed = "killed": "people are killed; the victims are the object",
        Wounded = "wounded": "people are wounded; the victims are the object",
        Captured = "captured": "people are captured; the victims are the object",
        Talks = "talks": "negotiations, meetings, visits",
        Agreement = "agreement": "a deal is reached or signed",
        Announce = "announce": "an announcement is made or due",
        Vote = "vote": "a vote is held",
        Election = "election": "an election is held",
        Members = "members": "size of an armed group, army or coalition, wherever its members are",
        Train = "train": "people are trained",
        Budget = "budget": "money",
    }
}

vocabulary! {
    /// The families of predicates.
    PredicateGroup in "predicate_groups" as "predicate group" {
        Presence = "presence": "where forces are and how they move",
        Violence = "violence": "attacks and casualties",
        Politics = "politics": "talks, deals, announcements, votes",
        Resources = "resources": "members, training, money",
    }
}

impl Predicate {
    /// The family it belongs to.
    pub const fn group(self) -> PredicateGroup {
        use Predicate as P;
        match self {
            P::Stationed | P::Withdraw | P::Deploy | P::Remain | P::EndMission | P::Transfer | P::Invade => {
                PredicateGroup::Presence
            }
            P::Attack | P::Killed | P::Wounded | P::Captured => PredicateGroup::Violence,
            P::Talks | P::Agreement | P::Announce | P::Vote | P::Election => PredicateGroup::Politics,
            P::Members | P::Train | P::Budget => PredicateGroup::Resources,
        }
    }
}

vocabulary! {
    /// Which part of the thing.
    Phase in "phases" as "phase" {
        Start = "start": "it begins",
        Partial = "partial": "a first phase, some, hundreds of them",
        Complete = "complete": "all, the last, the remaining, fully",
        Peak = "peak": "the highest level",
    }
}

vocabulary! {
    /// How the thing stands, as reported, whatever the polarity.
    Stance in "stances" as "stance" {
        Asserted = "asserted": "it is or was so",
        Agreed = "agreed": "parties have settled it, even if unsigned",
        Planned = "planned": "the actor has decided or ordered it, or is preparing it",
        Proposed = "proposed": "someone wants, asks, urges, recommends or considers it",
        Expected = "expected": "someone predicts it",
        Possible = "possible": "it may, could or might be so",
    }
}

vocabulary! {
    /// Whether the words affirm or deny.
    Polarity in "polarities" as "polarity" {
        Affirmed = "affirmed": "the words say that it is, was or will be so",
        Denied = "denied": "the words deny, refuse, rule out or negate it",
    }
}

vocabulary! {
    /// How a number is hedged.
    Qualifier in "qualifiers" as "qualifier" {
        Exact = "exact": "the number itself: low, best and high are equal",
        About = "about": "about, around, some, roughly, approximately, an estimated: best alone",
        Nearly = "nearly": "nearly, almost, close to: best alone, from below",
        AtLeast = "at_least": "no fewer than low",
        MoreThan = "more_than": "more than low, which itself is excluded",
        AtMost = "at_most": "no more than high",
        LessThan = "less_than": "fewer than high, which itself is excluded",
        Between = "between": "from low to high",
        Vague = "vague": "a word without a number (dozens, hundreds), read as low to high",
    }
}

vocabulary! {
    /// How a thing stands to a period.
    Relation in "relations" as "relation" {
        On = "on": "on a day or within a period",
        From = "from": "starting then; also since",
        By = "by": "no later than; also before",
        Until = "until": "lasting to",
        After = "after": "after",
        Around = "around": "about that date",
    }
}

vocabulary! {
    /// Precision of date words.
    Precision in "precisions" as "precision" {
        Day = "day": "a day",
        Week = "week": "a week, Monday to Sunday, or a weekend",
        Month = "month": "a month or a part of one",
        Quarter = "quarter": "a quarter of a year",
        Season = "season": "winter, spring, summer, autumn",
        Half = "half": "half a year",
        Year = "year": "a year or a part of one",
        Decade = "decade": "ten years",
        Century = "century": "a hundred years",
    }
}

vocabulary! {
    /// Who the article says it from.
    SpeakerKind in "speaker_kinds" as "speaker kind" {
        Named = "named": "a person, by name",
        Anonymous = "anonymous": "people without a name: officials, sources",
        Institution = "institution": "a government, ministry, army, party, company",
        Document = "document": "a deal, report, letter, law",
        Outlet = "outlet": "another news organisation",
        Author = "author": "the article's own voice",
    }
}

vocabulary! {
    /// How a claim came to be.
    Method in "methods" as "method" {
        Extracted = "extracted": "read from the text by a rule",
        Curated = "curated": "written down by a person",
    }
}

vocabulary! {
    /// What a stored text is.
    #[derive(Default)]
    TextKind in "text_kinds" as "text kind" {
        #[default]
        Full = "full": "the article's text",
        Excerpt = "excerpt": "a part of the article's text",
        Digest = "digest": "retold in the importer's words: its quotes are never the publisher's",
    }
}

vocabulary! {
    /// Where a date of publication was found.
    PublishedFrom in "published_sources" as "source of the date" {
        FrontMatter = "front_matter": "the file's front matter",
        Record = "record": "a field of the JSON or CSV record",
        ClaimFile = "claim_file": "the header of a claim file",
        Option = "option": "an option of the import command",
        JsonLd = "json_ld": "schema.org data in the page",
        Meta = "meta": "a meta element of the page",
        Time = "time": "a time element of the page",
        Url = "url": "the article's address",
        Feed = "feed": "the feed that carried it",
        Text = "text": "the text itself",
        Inferred = "inferred": "a person's inference from what the text mentions",
    }
}

vocabulary! {
    /// What an entity is.
    EntityKind in "entity_kinds" as "entity kind" {
        Person = "person": "a human being",
        Government = "government": "a state's government",
        Institution = "institution": "a parliament, ministry, court, organisation",
        Force = "force": "armed forces of a state or body",
        ArmedGroup = "armed_group": "an armed group that is no state's army",
        Coalition = "coalition": "forces of several states for one purpose",
        Alliance = "alliance": "a standing organisation of states",
        Country = "country": "a country",
        Place = "place": "a region, province, city or site",
        Base = "base": "a military base or guarded compound",
        Outlet = "outlet": "a news outlet",
        Agency = "agency": "a news agency",
        Office = "office": "a post that people hold",
        Document = "document": "a deal, law, report or letter",
        Other = "other": "anything else, or not yet known",
    }
}

vocabulary! {
    /// What kind of name a name is.
    NameKind in "name_kinds" as "kind of name" {
        Name = "name": "a full name",
        Acronym = "acronym": "an abbreviation",
        Former = "former": "a name no longer in use",
        Transliteration = "transliteration": "another spelling of the same name",
        Demonym = "demonym": "an adjective or noun for what is of the place",
        Weak = "weak": "too ambiguous to match alone",
    }
}

vocabulary! {
    /// What relates two entities (child to parent).
    RelationKind in "relation_kinds" as "kind of relation" {
        LocatedIn = "located_in": "the child lies inside the parent",
        CapitalOf = "capital_of": "the child is the parent's capital",
        PartOf = "part_of": "the child is a part of the parent",
        MemberOf = "member_of": "the child is a member of the parent",
        ForceOf = "force_of": "the child is an armed force of the parent",
        GovernmentOf = "government_of": "the child governs the parent",
        ParliamentOf = "parliament_of": "the child is the parent's parliament",
        HoldsOffice = "holds_office": "the child holds or held an office in the parent",
    }
}

vocabulary! {
    /// How an entity or a name came into the database.
    Origin in "entity_methods" as "origin of an entity" {
        Seed = "seed": "shipped with the program",
        Derived = "derived": "made by the program from a country's names and demonyms",
        File = "file": "an entity file of the user",
        Command = "command": "added by hand on the command line",
        ClaimFile = "claim_file": "a claim file used its key before anything described it",
        Metadata = "metadata": "an article's metadata named it",
        Found = "found": "found in a text: never used to read another text",
    }
}

vocabulary! {
    /// What a person says of a reading.
    Verdict in "verdicts" as "verdict" {
        Accepted = "accepted": "the reading is right",
        Rejected = "rejected": "the reading is wrong: no report counts it",
        Corrected = "corrected": "the reading is wrong, and another claim replaces it",
        Withdrawn = "withdrawn": "the verdict before this one no longer holds",
    }
}

vocabulary! {
    /// What is said of two articles: whether their texts have one origin.
    OriginVerdict in "origin_verdicts" as "verdict" {
        Same = "same": "one text under two mastheads: one origin",
        Different = "different": "two texts, each with an origin of its own",
        Unsure = "unsure": "something points to one origin, and does not prove it",
        Withdrawn = "withdrawn": "the verdict before this one no longer holds",
    }
}

vocabulary! {
    /// How that was found.
    OriginMethod in "origin_methods" as "method" {
        NearCopy = "near_copy": "the one text stands in the other, by its runs of words",
        Quotation = "quotation": "both quote the same long words of the same speaker on the same day",
        Person = "person": "a person said so",
    }
}
