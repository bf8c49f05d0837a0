//! Texts of our own that other mastheads print.

use crate::stage::{Stage, article};

/// Three paragraphs, of which the first two are long enough to be compared.
pub const BODY: &str = "The defence ministry in the capital told lawmakers that it had begun to plan for the end of the \
mission, and that the first convoys would cross the frontier before the winter. Three officials with knowledge of the plan \
described a timetable in two steps, of which the first would empty the garrisons in the west.

The second step is less clear, they added, because the northern airfield is needed for flights across the border. A handful \
of advisers may stay on for another year under an agreement that parliament has yet to see. Neither government has published \
a text, and both have asked their officials to keep quiet about the details until it is signed.

Residents near the base said that helicopters had flown in and out all night, which they had not heard for months. Traders \
along the road complained that the army's orders for bread and vegetables had stopped without a word.";

/// Another story.
pub const OTHER: &str = "A storm that came over the coast during the night tore the roofs from several hundred houses and left \
two harbour towns without light. Fishermen who had stayed ashore helped to carry families out of the flooded streets, and a \
school on the hill was opened for them. The mayor asked for blankets and for clean water, of which there was enough for three \
days, and thanked the neighbouring villages that had sent their boats before anybody called.";

/// The beginning of the text, as one that was cut.
pub fn cut() -> String {
    BODY.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n")
}

/// The text behind a lead.
pub fn led() -> String {
    format!("This newspaper has not been able to ask anybody about it.\n\n{BODY}")
}

/// Writes an article.
pub fn write(stage: &Stage, key: &str, metadata: &str, text: &str) {
    stage.write(&format!("{key}.md"), &article(key, metadata, text));
}

/// Alpha prints the text first, Beta a day later with a lead, Gamma a day later still, cut; Delta prints another.
pub const KEYS: [&str; 4] = ["alpha", "beta", "gamma", "delta"];

pub fn write_all(stage: &Stage) {
    write(stage, "alpha", "title: Plans\npublisher: Alpha Post\npublished: 2024-07-22", BODY);
    write(stage, "beta", "title: Ends\npublisher: Beta News\npublished: 2024-07-23", &led());
    write(stage, "gamma", "title: Steps\npublisher: Gamma Times\npublished: 2024-07-24", &cut());
    write(stage, "delta", "title: Storm\npublisher: Delta Echo\npublished: 2024-07-24", OTHER);
}

/// A database with all four.
pub fn four() -> Stage {
    let stage = Stage::new();
    write_all(&stage);
    stage.imported(&["alpha.md", "beta.md", "gamma.md", "delta.md"]);
    stage
}

/// Key and origin of every current article but those of the database, in order of keys: `alpha=alpha-post`.
pub fn origins(stage: &Stage) -> Vec<String> {
    stage.column(
        "SELECT articles.key || '=' || origin_key FROM articles JOIN article_origins ON article_id = articles.id
         WHERE superseded_by IS NULL ORDER BY articles.key",
    )
}

/// What the program found, in words: `same near_copy alpha beta`.
pub fn judgements(stage: &Stage) -> Vec<String> {
    stage.column(
        "SELECT verdict || ' ' || method || ' ' || first_key || ' ' || second_key FROM origin_judgements
         WHERE method <> 'person' ORDER BY first_key, second_key",
    )
}
