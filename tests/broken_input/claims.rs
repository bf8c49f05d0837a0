//! Claims that their article does not bear out, or that say what no claim can say; entities that refer to nothing.

use super::support::Desk;
use super::{Broken, import};

/// An article with one sound claim; what a test adds comes behind it, from line 9 on.
const ARTICLE: &str = "[article]
key = \"a\"
text = \"They would not improve the road. We saw 900 men at dawn. We saw 900 men at noon.\"
[[claim]]
quote = \"We saw 900 men at noon\"
predicate = \"stationed\"
stance = \"asserted\"
";

/// A further claim, sound but for what is said.
fn claim(quote: &str, rest: &str) -> String {
    format!(
        "{ARTICLE}[[claim]]\nquote = \"{quote}\"\npredicate = \"stationed\"\nstance = \"asserted\"\n{rest}\n"
    )
}

#[test]
fn a_broken_claim_is_refused_by_line_and_the_sound_ones_beside_it_get_in() {
    let predicate = claim("at dawn", "").replacen(
        "at dawn\"\npredicate = \"stationed",
        "at dawn\"\npredicate = \"statoined",
        1,
    );
    for (file, told) in [
        (
            claim("They would improve the road", ""),
            &["in/a.toml:8: quote", "does not say", "the nearest words are", "would not improve the road"][..],
        ),
        (claim("1,200 women", ""), &["in/a.toml:8: quote", "does not say “1,200 women”"]),
        (claim("We saw 900 men", ""), &["in/a.toml:8: quote", "stands 2 times", "occurrence = 1 to 2"]),
        (
            claim("We saw 900 men", "occurrence = 3"),
            &["in/a.toml:8: quote", "stands 2 times in the article, not 3"],
        ),
        (claim("at dawn", "colour = \"red\""), &["in/a.toml:12: colour", "there is no field \"colour\""]),
        (
            claim("at dawn", "prediacte = \"withdraw\""),
            &["in/a.toml:12: prediacte", "did you mean \"predicate\"?"],
        ),
        (
            predicate,
            &["in/a.toml:10: predicate", "\"statoined\" is no predicate", "did you mean \"stationed\"?"],
        ),
        (
            claim("at dawn", "polarity = \"affirmd\""),
            &["in/a.toml:12: polarity", "did you mean \"affirmed\"?"],
        ),
        (
            claim("at dawn", "when = { relation = \"on\", earliest = \"2024-02-30\", precision = \"day\" }"),
            &["in/a.toml:12: when.earliest", "there is no day 2024-02-30", "YYYY-MM-DD"],
        ),
        (
            claim("at dawn", "when = { relation = \"on\", earliest = 2024-02-30, precision = \"day\" }"),
            &["in/a.toml:12", "nothing of the file"],
        ),
        (
            claim("at dawn", "quantity = { qualifier = \"about\", unit = \"troops\" }"),
            &["in/a.toml:12: quantity", "a quantity needs low, best or high", "best alone"],
        ),
        (claim("at dawn", "place = \"../../etc\""), &["in/a.toml:12: place"]),
    ] {
        // A date that TOML itself knows to be wrong makes the whole file unreadable.
        let kept: &[&str] = if told.contains(&"nothing of the file") { &[] } else { &["a 1"] };
        import(&Broken { files: &[("a.toml", file.as_bytes())], told, kept, ..Broken::default() });
    }
}

#[test]
fn a_header_that_cannot_be_used_takes_its_claims_with_it() {
    let file = ARTICLE.replace("key = \"a\"", "key = \"a\"\npublished = \"2024-02-30\"");
    let told = &[
        "in/a.toml:3: published",
        "there is no day \"2024-02-30\"",
        "none of the file's 1 claims",
        "[article]",
    ];
    import(&Broken { files: &[("a.toml", file.as_bytes())], told, ..Broken::default() });
}

#[test]
fn a_claim_of_an_article_that_is_not_there_waits_for_nobody() {
    let lone = b"[[claim]]\narticle = \"elsewhere\"\nquote = \"q\"\npredicate = \"withdraw\"\nstance = \"planned\"\n";
    let told = &[
        "in/lone.toml:1: article",
        "no article has the key or address 'elsewhere'",
        "import the article first",
    ];
    import(&Broken { files: &[("lone.toml", lone)], told, ..Broken::default() });

    let header = b"[article]\nkey = \"elsewhere\"\n[[claim]]\nquote = \"q\"\npredicate = \"withdraw\"\nstance = \"planned\"\n";
    import(&Broken {
        files: &[("header.toml", header)],
        told: &["no article has the key"],
        ..Broken::default()
    });

    let bare = b"[article]\nkey = \"elsewhere\"\ntitle = \"A title for it\"\n";
    let told = &["in/bare.toml", "no article has the key or address 'elsewhere'", "import the article first"];
    import(&Broken { files: &[("bare.toml", bare)], told, ..Broken::default() });

    let nobody = b"[[claim]]\nquote = \"q\"\npredicate = \"withdraw\"\nstance = \"planned\"\n";
    let told = &["in/nobody.toml:1: article", "not said which article"];
    import(&Broken { files: &[("nobody.toml", nobody)], told, ..Broken::default() });
}

#[test]
fn a_claim_file_of_a_stranger_reaches_nothing_outside_its_folder() {
    let desk = Desk::new();
    desk.write("secret.txt", "The password is in here.");
    let absolute = desk.path("secret.txt").display().to_string();
    desk.write("in/texts/a.txt", "The road was closed.");
    for (file, told) in [
        ("../../secret.txt", "it lies outside the claim file's folder"),
        ("../texts/../../secret.txt", "it lies outside the claim file's folder"),
        (absolute.as_str(), "its path is absolute"),
        ("gone.txt", "there is no in/deep/gone.txt"),
        ("", "no article has the key or address 'reach'"),
    ] {
        desk.write("in/deep/reach.toml", format!("[article]\nkey = \"reach\"\nfile = '{file}'\n[[claim]]\nquote = \"password\"\npredicate = \"withdraw\"\nstance = \"planned\"\n"));
        desk.run(&["import", "in"]).tells(&["in/deep/reach.toml", told]).ends_with(1);
    }
    assert_eq!(desk.texts("SELECT text FROM articles"), ["The road was closed."]);
}

#[cfg(unix)]
#[test]
fn a_claim_file_follows_no_link_even_where_the_user_named_it() {
    let desk = Desk::new();
    desk.write("secret.txt", "The password is in here.");
    std::os::unix::fs::symlink(desk.path("secret.txt"), desk.path("link.txt")).expect("a link");
    desk.write("a.toml", "[article]\nkey = \"a\"\nfile = 'link.txt'\n");
    desk.run(&["import", "a.toml"]).tells(&["a.toml:3", "a symbolic link leads there"]).ends_with(1);
    assert_eq!(desk.texts("SELECT count(*) FROM articles"), ["0"]);
}

#[test]
fn a_relation_to_an_entity_that_is_not_there_names_it() {
    let entities =
        b"[[entity]]\nkey = \"hill-fort\"\nname = \"Hill Fort\"\nkind = \"base\"\nlocated_in = [\"iraqq\"]\n";
    let told = &["in/forts.toml:1", "'hill-fort' refers to 'iraqq'", "near: iraq"];
    let (desk, _) = import(&Broken { files: &[("forts.toml", entities)], told, ..Broken::default() });
    assert_eq!(desk.texts("SELECT count(*) FROM entities WHERE key = 'iraqq'"), ["0"]);
}
