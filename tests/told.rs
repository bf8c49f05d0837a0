//! What the commands tell a person: in words, about the field, the rows and the view that they mean.
#![allow(clippy::unwrap_used)]

mod stage;

use stage::Stage;

#[test]
fn a_wrong_correction_names_the_field_and_the_value_as_they_were_typed() {
    let stage = Stage::example();
    let key = stage.one("SELECT key FROM claims WHERE quantity_qualifier = 'about' AND when_relation IS NULL ORDER BY key LIMIT 1");
    for (settings, told) in [
        (
            &["quantity.qualifier=aboutt"][..],
            "--set quantity.qualifier=aboutt: \"aboutt\" is no qualifier; did you mean \"about\"?",
        ),
        (&["quantity.best=many"], "--set quantity.best=many: \"many\" is not a whole number"),
        (&["colour=red"], "--set colour=red: there is no field \"colour\" here"),
        (
            &["stance=planned", "place=Erbil City"],
            "--set place=Erbil City: \"Erbil City\" is a name, not an entity key",
        ),
        (&["predicate="], "--set predicate=: \"predicate\" is missing"),
        (
            &["object_text=both", "when.latest=2030-01-01"],
            "--set object_text=both --set when.latest=2030-01-01: then when.",
        ),
        (&["nonsense"], "'nonsense' is not FIELD=VALUE"),
    ] {
        let mut arguments = vec!["review", "correct", &key];
        for setting in settings {
            arguments.extend(["--set", setting]);
        }
        let message = stage.refused(&arguments);
        assert!(message.contains(told) && !message.contains(":1"), "{settings:?}: {message}");
    }
    assert_eq!(stage.one("SELECT count(*) FROM reviews"), "0");
}
