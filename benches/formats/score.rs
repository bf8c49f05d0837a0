//! Precision and recall of texts by the four-word shingles of the article-extraction-benchmark.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value as Json;

/// Prints the means over all pages, and the worst pages where they are to be shown.
pub(crate) fn print(truth: &str, texts: &BTreeMap<String, String>, shown: bool) {
    let truth: Json = serde_json::from_str(truth).unwrap();
    let mut pages = Vec::new();
    for (name, page) in truth.as_object().unwrap() {
        let wanted = page["articleBody"].as_str().unwrap_or_default();
        let found = texts.get(name).map(String::as_str).unwrap_or_default();
        pages.push((name, compare(wanted, found)));
    }
    let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len() as f64;
    let precision = mean(
        pages
            .iter()
            .filter(|(_, [tp, fp, _])| tp + fp > 0.0)
            .map(|(_, [tp, fp, _])| tp / (tp + fp))
            .collect(),
    );
    let recall = mean(
        pages
            .iter()
            .filter(|(_, [tp, _, fneg])| tp + fneg > 0.0)
            .map(|(_, [tp, _, fneg])| tp / (tp + fneg))
            .collect(),
    );
    println!(
        "F1 {:.4}, precision {precision:.4}, recall {recall:.4}, {} pages",
        2.0 * precision * recall / (precision + recall),
        pages.len()
    );
    pages.sort_by(|a, b| (a.1[0]).total_cmp(&b.1[0]));
    for (name, [_, fp, fneg]) in pages.iter().take(if shown { 45 } else { 0 }) {
        println!("  {name} too much {fp:.2}, missing {fneg:.2}");
    }
}

/// Shares of shingles found rightly, found wrongly, and missed.
fn compare(wanted: &str, found: &str) -> [f64; 3] {
    let (wanted, found) = (shingles(wanted), shingles(found));
    let (mut tp, mut fp, mut fneg) = (0, 0, 0);
    for shingle in wanted.keys().chain(found.keys()).collect::<BTreeSet<_>>() {
        let (w, f) = (wanted.get(shingle).copied().unwrap_or(0), found.get(shingle).copied().unwrap_or(0));
        tp += w.min(f);
        fp += f - w.min(f);
        fneg += w - w.min(f);
    }
    let all = f64::from(tp + fp + fneg).max(1.0);
    [f64::from(tp) / all, f64::from(fp) / all, f64::from(fneg) / all]
}

fn shingles(text: &str) -> HashMap<Vec<&str>, i32> {
    let tokens: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect();
    let mut counts = HashMap::new();
    for at in 0..(tokens.len() + 1).saturating_sub(4).max(1) {
        let shingle = tokens[at..tokens.len().min(at + 4)].to_vec();
        if !shingle.is_empty() {
            *counts.entry(shingle).or_default() += 1;
        }
    }
    counts
}
