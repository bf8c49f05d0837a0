//! Near-copies are told from other stories about the same event: a tenth of what `cargo bench --bench near_copies` counts.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "../benches/near_copies/pairs.rs"]
mod pairs;
#[path = "../benches/random.rs"]
mod random;
#[path = "../benches/near_copies/rewrite.rs"]
mod rewrite;
#[path = "../benches/near_copies/story.rs"]
mod story;
#[path = "../benches/near_copies/words.rs"]
mod words;

use factdb::likeness::{Sketch, quotations, sketch, words_of};

const PAIRS: u64 = 200;

/// How many of the pairs the program would call one text.
fn same(pair: impl Fn(u64) -> pairs::Pair) -> usize {
    let is_same = |number: &u64| {
        let (one, other) = pair(*number);
        let (Some(one), Some(other)) = (sketch(&one), sketch(&other)) else { return false };
        let bands = one.bands().iter().filter(|band| other.bands().contains(band)).count();
        one.meets(&other, bands) && one.likeness(&other).same
    };
    (0..PAIRS).filter(is_same).count()
}

#[test]
fn of_a_hundred_rewritings_ninety_five_are_the_same() {
    let found = same(pairs::copy);
    assert!(found * 100 >= 95 * PAIRS as usize, "{found} of {PAIRS}");
}

#[test]
fn of_a_hundred_pairs_of_stories_about_one_event_one_is_the_same_at_most() {
    let found = same(pairs::different);
    assert!(found * 100 <= PAIRS as usize, "{found} of {PAIRS}");
}

fn text(number: u64) -> String {
    pairs::article(number).text()
}

#[test]
fn half_of_a_text_is_a_copy_of_it_and_so_is_the_text_with_another_before_it() {
    let whole = text(1);
    let paragraphs: Vec<&str> = whole.split("\n\n").collect();
    let half = paragraphs[paragraphs.len() / 2..].join("\n\n");
    let longer = format!("{}\n\n{whole}", text(2));
    for other in [half, longer, whole.clone()] {
        let likeness = sketch(&whole).unwrap().likeness(&sketch(&other).unwrap());
        assert!(likeness.same && likeness.score > 0.9, "{likeness:?}\n{other}");
    }
}

#[test]
fn a_shared_headline_is_no_copy() {
    let headline =
        "Coalition troops to leave Ain al-Asad by the end of the year, officials say after talks in Baghdad";
    let with = |number| sketch(&format!("{headline}\n\n{}", text(number))).unwrap();
    assert!(!with(1).likeness(&with(2)).same);
}

#[test]
fn typography_and_case_and_furniture_make_no_difference() {
    let plain = text(3);
    let other =
        plain.replace('-', "\u{2010}").replace(['“', '”'], "\"").replace(' ', "\u{a0}").to_uppercase();
    let other = format!("Read more: our coverage of the region\n\n{other}\n\nSubscribe to our newsletter");
    assert_eq!(sketch(&plain).unwrap().likeness(&sketch(&other).unwrap()).score, 1.0);
}

#[test]
fn what_is_too_short_or_quoted_throughout_has_no_sketch() {
    let words = |count: usize| (0..count).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ");
    assert!(sketch(&words(59)).is_none());
    assert!(sketch(&words(60)).is_some());
    assert!(sketch(&format!("He said: “{}”", words(200))).is_none());
    for text in ["", " \n ", "“", "\"\"\"\"", "\u{feff}"] {
        assert!(sketch(text).is_none() && quotations(text).is_empty(), "{text:?}");
    }
}

#[test]
fn a_quotation_mark_that_was_forgotten_hides_only_its_paragraph() {
    let whole = text(4);
    let broken = format!("The note began: \"we never\n\n{whole}");
    let likeness = sketch(&whole).unwrap().likeness(&sketch(&broken).unwrap());
    assert!(likeness.score > 0.9, "{likeness:?}");
}

#[test]
fn sketches_and_quotations_come_back_from_their_bytes() {
    for number in 0..20 {
        let text = text(number);
        let kept = sketch(&text).unwrap();
        assert_eq!(Sketch::from_bytes(&kept.to_bytes()).unwrap(), kept);
        let quoted = quotations(&text);
        assert_eq!(
            factdb::likeness::Quotation::from_bytes(&factdb::likeness::Quotation::to_bytes(&quoted)),
            quoted
        );
    }
}

#[test]
fn bytes_that_are_no_sketch_are_refused() {
    for bytes in [&[][..], &[1], &[0, 0, 0, 0, 1], &[2, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0, 0]] {
        assert_eq!(Sketch::from_bytes(bytes), None, "{bytes:?}");
    }
    assert!(factdb::likeness::Quotation::from_bytes(&[1; 40]).len() < 4);
}

#[test]
fn sketches_are_what_they_were() {
    // They are kept in files: whoever changes this changes what texts of different versions are compared by.
    let sketch = sketch(&text(5)).unwrap();
    assert_eq!(sketch.bands()[..4], [20_251_596, 45_348_865, 69_730_122, 72_560_426]);
}

const SAID: &str = "we shall not leave a single post before the last of the convoys has crossed the river";

#[test]
fn quotations_meet_when_words_and_speaker_are_shared() {
    let longer = format!("Colonel Harun Vesk told us: \"{SAID}, and not a day later.\"");
    let cases = [
        (format!("“{SAID},” Vesk said on Monday."), true),
        (format!("\"Believe me, {SAID}\", said Colonel Vesk."), true),
        (format!("“{SAID},” Ilse Morrow said on Monday."), false),
        (format!("“{}”, Vesk said.", SAID.replace("convoys", "trucks").replace("single", "lone")), false),
        (format!("{SAID}, Vesk said."), false),
        ("“We shall not leave,” Vesk said.".to_owned(), false),
    ];
    let one = quotations(&longer);
    for (text, meets) in cases {
        let other = quotations(&text);
        let shared = one
            .iter()
            .find(|mine| other.iter().any(|theirs| theirs.run == mine.run && mine.may_share_speaker(theirs)));
        assert_eq!(shared.is_some(), meets, "{text}");
        if let Some(shared) = shared {
            let words = words_of(&longer, shared.run).unwrap();
            assert_eq!(words.split_whitespace().count(), 12, "{words}");
            assert_eq!(words_of(&text, shared.run).unwrap(), words);
        }
    }
}

#[test]
fn a_text_made_to_hurt_costs_no_more_than_its_length() {
    let started = std::time::Instant::now();
    for text in
        ["\"a ".repeat(200_000), "word".repeat(200_000), "“".repeat(300_000), "a b c d ".repeat(100_000)]
    {
        let _ = (sketch(&text), quotations(&text));
    }
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
