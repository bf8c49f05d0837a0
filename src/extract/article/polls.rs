//! Whether the people of an article is asked something: "Sunday's voting" and "who cast ballots" do not say themselves
//! whether of a referendum or an election.

/// Who runs or watches a poll of either kind: "election officials".
const RUNNING: &[&str] = &[" offic", " organi", " monitor", " observer", " commission", " board", " worker"];

/// Whether an article tells of a referendum more than of an election.
pub(in crate::extract) fn asks_people(text: &str) -> bool {
    let asked = ["eferendum", "lebiscite"].iter().map(|word| text.matches(word).count()).sum::<usize>();
    let run = |at: usize| RUNNING.iter().any(|noun| text[at..].starts_with(noun));
    asked > text.match_indices("lection").filter(|(at, word)| !run(at + word.len())).count()
}
