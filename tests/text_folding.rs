//! Quotes found in texts whatever their typography, and with the original's offsets.

use factdb::text::{Span, fold};
use proptest::prelude::*;

/// Name; the text with `[` and `]` around every occurrence; the quote.
const CASES: &[(&str, &str, &str)] = &[
    ("plain", "The [troops] left.", "troops"),
    ("whole text", "[Troops left.]", "Troops left."),
    ("at the beginning", "[Troops left] on Monday", "Troops left"),
    ("at the end", "On Monday [troops left]", "troops left"),
    ("the quote's own white space is trimmed", "The [troops left] at dawn", "  troops\n left "),
    ("no-break space", "about [2,500\u{A0}troops] in", "2,500 troops"),
    ("narrow no-break and thin spaces", "[2\u{202F}500\u{2009}men]", "2 500 men"),
    ("no-break space in the quote only", "about [2,500 troops] in", "2,500\u{A0}troops"),
    ("runs of white space", "the [troops \t \u{3000} left] now", "troops left"),
    ("line breaks", "the [troops\r\n  left] now", "troops left"),
    ("blank lines", "a [b\n\n\nc] d", "b c"),
    ("white space at the text's ends", " \n [troops] \n ", "troops"),
    ("curly apostrophe", "[Iraq’s army] fled", "Iraq's army"),
    ("modifier apostrophe and backtick", "[Sanaʼa and Ta`izz]", "Sana'a and Ta'izz"),
    ("curly quotation marks", "He said [“no point”] today", "\"no point\""),
    ("guillemets and low marks", "[«Nein» „nein“ ‹nein›]", "\"Nein\" \"nein\" 'nein'"),
    ("two single quotes are a double one", "He said [''no''] today", "“no”"),
    ("LaTeX's marks", "He said [``no''] today", "\"no\""),
    ("primes", "a [6′ 2″ man]", "6' 2\" man"),
    ("dashes", "the [US–Iraq deal — signed] in", "US-Iraq deal - signed"),
    ("no-break hyphen and minus", "[al‑Asad at −5]", "al-Asad at -5"),
    ("two hyphens are not a dash", "it -- was", "it — was"),
    ("ellipsis", "we [want … US] forces", "want ... US"),
    ("three dots", "we [want ... US] forces", "want … US"),
    ("ligatures", "the [oﬃcer’s ﬁnal ﬂight] was", "officer's final flight"),
    ("ligatures in the quote only", "the [final flight] was", "ﬁnal ﬂight"),
    ("soft hyphens and another word", "the with\u{AD}drawal", "the withdrawal is"),
    ("soft hyphens inside words", "the [with\u{AD}draw\u{AD}al] of", "withdrawal"),
    ("soft hyphen at the edge stays out", "the [troops]\u{AD} left", "troops"),
    ("zero-width characters", "the [tro\u{200B}ops\u{200D} \u{2060}le\u{FEFF}ft] at", "troops left"),
    ("bidi marks", "the \u{200F}[troops\u{200E} left]\u{200E} at", "troops left"),
    ("only invisible characters", "a \u{200B} b", "\u{200B}"),
    ("byte order mark", "\u{FEFF}[Troops] left", "Troops"),
    ("decomposed in the text", "in [Tu\u{308}rkiye], he", "Türkiye"),
    ("decomposed in the quote", "in [Türkiye], he", "Tu\u{308}rkiye"),
    ("two marks in either order", "[a\u{323}\u{302}]", "\u{1EAD}"),
    ("a mark after an invisible character", "[cafe\u{AD}\u{301}] bar", "café"),
    ("a letter is not found without its mark", "cafe\u{301}", "cafe"),
    ("Hangul", "[\u{1112}\u{1161}\u{11AB}] is", "한"),
    ("Ångström", "the [\u{212B}ngström]", "Ångström"),
    ("after emoji", "🚨👨‍👩‍👧 [troops] left 🇮🇶", "troops"),
    ("emoji", "a [🚨] b", "🚨"),
    ("Chinese within a run of letters", "美国撤军了", "撤军"),
    ("Chinese words on boundaries", "美国 [撤军] 了", "撤军"),
    ("mathematical letters beyond 16 bits", "𝔘𝔖 [troops] 𝔩", "troops"),
    ("a negation is not skipped", "it would not improve things", "would improve"),
    ("would improve", "it [would improve] things", "would improve"),
    ("a longer word", "it would improved things", "would improve"),
    ("a longer word before", "nonwithdrawal withdrawals", "withdrawal"),
    ("accents make letters", "améliorer", "am"),
    ("case is kept", "The US told us", "Us"),
    ("a figure inside a figure", "2,500 troops and 1.500 more", "500 troops"),
    ("a figure before a separator", "[2], 2,5 and 2.5", "2"),
    ("a figure with its currency", "$[500] and €[500]", "500"),
    ("hyphens end words", "the [US]-led and non-[US] troops", "US"),
    ("underscores do, too", "_[US]_", "US"),
    ("glued text has no boundary", "neighbourhoodUS Says", "US Says"),
    ("the quote brings its own punctuation", "the base[.\"An agreement]\"", ".\"An agreement"),
    ("several", "[Troops], [Troops] and [Troops].", "Troops"),
    ("overlapping occurrences: the first", "[ha ha] ha", "ha ha"),
    ("overlapping occurrences: two", "[ha ha] [ha ha] ha", "ha ha"),
    ("the first ends inside a word, the next does not", "a ab [a a]", "a a"),
    ("an occurrence inside a refused one", "xa [a a] b", "a a"),
    ("empty", "troops", ""),
    ("white space", "a b", " \n\u{A0}"),
    ("longer than the text", "troops", "troops left"),
    ("nothing to look in", "", "troops"),
    ("part of an ellipsis", "and so on…", "on."),
];

/// The text without its brackets, and the spans between them.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start, mut count) = (String::new(), Vec::new(), 0, 0);
    for c in marked.chars() {
        match c {
            '[' => start = count,
            ']' => spans.push(Span::new(start, count)),
            _ => {
                text.push(c);
                count += 1;
            }
        }
    }
    (text, spans)
}

#[test]
fn quotes_are_found_where_the_cases_say() {
    let failures: Vec<String> = CASES
        .iter()
        .filter_map(|(name, marked, quote)| {
            let (text, wanted) = unmarked(marked);
            let found = fold(&text).find_all(quote);
            (found != wanted).then(|| format!("{name}: wanted {wanted:?}, found {found:?}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn folded_text_is_plain() {
    let cases = [
        (" a \u{A0}\n b\t", "a b"),
        ("“Iraq’s” ‘‘ﬁnal’’ – … —", "\"Iraq's\" \"final\" - ... -"),
        ("with\u{AD}drawal\u{200B}", "withdrawal"),
        ("e\u{301}", "é"),
        ("ﬁ\u{301}x", "fíx"),
        ("\u{301}a \u{301}", "\u{301}a \u{301}"),
        ("Straße ſ Ⅷ ½ ™", "Straße ſ Ⅷ ½ ™"),
    ];
    for (text, folded) in cases {
        assert_eq!(fold(text).text(), folded, "{text:?}");
    }
}

#[test]
fn the_nearest_run_is_shown_where_it_is_near() {
    let text = "Officials said on Monday that an earlier withdrawal would not improve security in the country’s north.";
    let cases = [
        (
            "an earlier withdrawal would improve security",
            Some("an earlier withdrawal would not improve security"),
        ),
        ("that a earlier withdrawl would not improve", Some("that an earlier withdrawal would not improve")),
        ("the country's nroth.", Some("the country's north.")),
        ("the minister resigned after the vote", None),
        ("", None),
    ];
    for (quote, nearest) in cases {
        assert_eq!(fold(text).nearest(quote).as_deref(), nearest, "{quote:?}");
    }
    assert_eq!(fold("").nearest("troops"), None);
    let long = "word ".repeat(500);
    assert!(fold(&long).nearest(&long.replace('w', "v")).is_some_and(|run| run.chars().count() <= 160));
}

#[test]
fn texts_made_to_hurt_take_linear_time() {
    let n = 200_000;
    let text = "a ab ".repeat(n / 4);
    assert!(fold(&text).find_all(&format!("{}a a", "a ab ".repeat(n / 8))).is_empty());
    assert!(fold(&"a".repeat(n)).find_all(&"a".repeat(n / 2)).is_empty());
    assert!(fold(&format!("a{}", "\u{301}".repeat(n))).find_all("a").is_empty());
    assert_eq!(fold(&"a \u{A0}".repeat(n)).find_all("a").len(), n);
    fold(&"ab ".repeat(n)).nearest(&"ba ".repeat(n));
}

fn typeset() -> impl Strategy<Value = String> {
    let parts = [
        "troops", "US", "2,500", " ", " ", "\n", "\u{A0}", "'", "’", "``", "“", "-", "–", "…", ".", "ﬁ", "ﬃ",
        "\u{AD}", "\u{200B}", "e", "\u{301}", "\u{323}", "é", "\u{1112}", "\u{1161}", "\u{11AB}", "撤", "🚨",
        "\u{212B}",
    ];
    prop::collection::vec(prop::sample::select(parts.to_vec()), 0..40).prop_map(|parts| parts.concat())
}

/// Folding is idempotent, and every run that is found reads as the quote does.
fn check(text: &str, from: usize, length: usize) -> Result<(), TestCaseError> {
    let folded = fold(text);
    prop_assert_eq!(fold(folded.text()).text().to_string(), folded.text());
    let quote: String = text.chars().skip(from).take(length).collect();
    let mut end = 0;
    for span in folded.find_all(&quote) {
        prop_assert!(end <= span.start && !span.is_empty());
        let words = span.of(text).unwrap_or_default();
        prop_assert_eq!(fold(words).text().to_string(), fold(&quote).text().to_string());
        end = span.end;
    }
    folded.nearest(&quote);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_typesetting_folds(text in typeset(), from in 0usize..20, length in 0usize..20) {
        check(&text, from, length)?;
    }

    #[test]
    fn any_text_folds(text in any::<String>(), from in 0usize..20, length in 0usize..20) {
        check(&text, from, length)?;
    }
}
