//! What schema.org data in a page say of its article. Lenient: broken scripts are passed over.

use dom_query::Document;
use serde_json::Value as Json;

use crate::source::node::{Field, MAX_DEPTH, Node, Value};

/// The article's fields under the names of schema.org, and whether there is one.
pub(super) fn article(page: &Document) -> Option<Node> {
    let scripts: Vec<Json> = page
        .select("script")
        .iter()
        .filter(|script| {
            script.attr("type").is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json"))
        })
        .filter_map(|script| parse(&script.text()))
        .collect();
    let mut nodes = Vec::new();
    scripts.iter().for_each(|script| gather(script, 0, &mut nodes));
    let article = nodes.iter().find(|node| is_article(node))?;
    let fields = FIELDS.iter().filter_map(|name| {
        let value = value(article.get(*name)?, &nodes, 0)?;
        Some(Field { name: (*name).to_owned(), node: Node::new(1, value) })
    });
    Some(Node::new(1, Value::Table(fields.collect())))
}

/// Fields taken from an article; its body in schema.org data is often cut or without paragraphs.
const FIELDS: &[&str] = &[
    "headline",
    "name",
    "author",
    "creator",
    "publisher",
    "datePublished",
    "dateModified",
    "url",
    "mainEntityOfPage",
    "inLanguage",
];

/// JSON as pages have it: in comments, with raw line breaks inside strings, with a semicolon behind it.
fn parse(script: &str) -> Option<Json> {
    let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->");
    let script = script.trim().trim_start_matches("//<![CDATA[").trim_end_matches("//]]>");
    let script = script.trim().trim_end_matches(';');
    let spaced = || script.replace(|c: char| c.is_control(), " ");
    serde_json::from_str(script).or_else(|_| serde_json::from_str(&spaced())).ok()
}

/// Every object at the top, in lists, in graphs, and what a page is about.
fn gather<'j>(json: &'j Json, depth: usize, nodes: &mut Vec<&'j Json>) {
    match json {
        _ if depth > 4 => {}
        Json::Array(elements) => elements.iter().for_each(|element| gather(element, depth + 1, nodes)),
        Json::Object(fields) => {
            nodes.push(json);
            for name in ["@graph", "mainEntity"] {
                fields.get(name).into_iter().for_each(|inner| gather(inner, depth + 1, nodes));
            }
        }
        _ => {}
    }
}

fn is_article(node: &Json) -> bool {
    let types = match node.get("@type") {
        Some(Json::Array(types)) => types.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    types.iter().filter_map(Json::as_str).any(|name| {
        let name = name.rsplit(['/', ':']).next().unwrap_or(name);
        name.ends_with("Article") || name.ends_with("Posting") && name != "JobPosting" || name == "Report"
    })
}

/// A value with its references followed, in the shape of records.
fn value(json: &Json, nodes: &[&Json], depth: usize) -> Option<Value> {
    if depth > MAX_DEPTH.min(8) {
        return None;
    }
    let node = |json: &Json| Some(Node::new(1, value(json, nodes, depth + 1)?));
    Some(match json {
        Json::Null | Json::Bool(_) => return None,
        Json::Number(number) => {
            number.as_i64().map_or_else(|| Value::Number(number.to_string()), Value::Integer)
        }
        Json::String(words) => Value::Text(plain(words)),
        Json::Array(elements) => Value::List(elements.iter().filter_map(node).collect()),
        Json::Object(fields) => {
            let id = fields.get("@id").and_then(Json::as_str);
            let meant = id.filter(|_| fields.len() == 1).and_then(|id| {
                nodes.iter().find(|node| {
                    node.get("@id").and_then(Json::as_str) == Some(id) && node.get("name").is_some()
                })
            });
            let fields = meant.and_then(|node| node.as_object()).unwrap_or(fields);
            let kept = fields.iter().filter(|(name, _)| ["name", "url", "@id"].contains(&name.as_str()));
            Value::Table(
                kept.filter_map(|(name, json)| Some(Field { name: name.clone(), node: node(json)? }))
                    .collect(),
            )
        }
    })
}

/// Words without the character references that some sites escape twice.
pub(super) fn plain(words: &str) -> String {
    if !words.contains(['&', '<']) {
        return words.replace('\0', "");
    }
    let page = Document::fragment(words.replace('<', "&lt;"));
    page.text().replace('\0', "")
}
