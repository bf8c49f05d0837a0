//! What a table in a file is – a claim file, a claim, an entity, an article – and where it goes. Knows no syntax.

use super::fields::{Fields, twice};
use super::metadata::{self, Metadata, is_text};
use super::node::{Field, Node, Value};
use super::session::Session;
use super::{ClaimFile, CuratedClaim, Header, Item, Kind, claims, entities, header};
use crate::model::vocabulary::PublishedFrom;
use crate::model::{Place, Problem};

/// What a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    ClaimFile,
    Claim,
    EntityFile,
    Entity,
    ArticleList,
    Article,
}

impl Shape {
    /// What a table with these names is. What is nothing else is read as an article, which then misses its text.
    fn of(names: &[&str]) -> Self {
        let has = |name: &str| names.contains(&name);
        let text = names.iter().any(|name| is_text(name));
        if has("claims") || has("claim") {
            Self::ClaimFile
        } else if has("predicate") || (!text && (has("quote") || has("span"))) {
            Self::Claim
        } else if has("entities") || (has("entity") && !text) {
            Self::EntityFile
        } else if has("article") && !text {
            Self::ClaimFile
        } else if has("key") && has("kind") && has("name") && !text {
            Self::Entity
        } else if has("articles") && !text {
            Self::ArticleList
        } else {
            Self::Article
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::ClaimFile | Self::Claim => Kind::Claims,
            Self::EntityFile | Self::Entity => Kind::Entities,
            Self::ArticleList | Self::Article => Kind::Articles,
        }
    }
}

/// What a file holds whose first table has these names.
pub(super) fn kind_of(names: &[&str]) -> Kind {
    Shape::of(names).kind()
}

/// Reads a table or a list of them.
pub(super) fn read(node: &Node, session: &mut Session<'_>) {
    match &node.value {
        Value::List(elements) => elements.iter().for_each(|element| read(element, session)),
        Value::Table(fields) => table(node, fields, session),
        _ => session.problem(
            Problem::refused(
                session.place.at_line(node.line),
                format!("{} where a record should be", node.shown()),
            )
            .with_way_out("write an object with fields, such as title and text"),
        ),
    }
}

fn table(node: &Node, fields: &[Field], session: &mut Session<'_>) {
    let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
    let shape = Shape::of(&names);
    if shape.kind() != session.input.kind {
        let (this, others) = (noun(shape.kind()), noun(session.input.kind));
        let reason = format!("this is of {this}, but the file began with {others}");
        let way_out = format!("put {this} into a file of their own");
        return session
            .problem(Problem::refused(session.place.at_line(node.line), reason).with_way_out(way_out));
    }
    match shape {
        Shape::ClaimFile => claim_file(node, session),
        Shape::Claim => lone_claim(node, session),
        Shape::EntityFile => entity_file(node, session),
        Shape::Entity => entity(node, session),
        Shape::ArticleList => node.get("articles").into_iter().for_each(|articles| read(articles, session)),
        Shape::Article => article(node, session),
    }
}

fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Entities => "entities",
        Kind::Claims => "claims",
        Kind::Articles => "articles",
    }
}

fn article(node: &Node, session: &mut Session<'_>) {
    let place = session.place.at_line(node.line);
    if let Some(repeated) = node.repeated().first() {
        return session.problem(twice(&session.place, repeated));
    }
    if let Some(line) = node.nul_line() {
        let problem = Problem::refused(session.place.at_line(line), "a NUL character in a value");
        return session.problem(problem.with_way_out("remove it"));
    }
    let (mut article, warnings) =
        Metadata::read(node, &session.place, PublishedFrom::Record, session.options);
    if article.text.trim().is_empty() {
        let problem = Problem::refused(place, "an article without a text");
        return session
            .problem(problem.with_way_out("the text goes into a field text, body, content or articleBody"));
    }
    metadata::fill(&mut article, session.options);
    session.problems(warnings);
    session.item(Item::Article { place, article: Box::new(article) });
}

fn entity(node: &Node, session: &mut Session<'_>) {
    match entities::read(node, &session.place) {
        Ok(entity) => {
            let place = session.place.at_line(node.line);
            session.item(Item::Entity { place, entity: Box::new(entity) });
        }
        Err(problems) => session.problems(problems),
    }
}

fn entity_file(node: &Node, session: &mut Session<'_>) {
    session.problems(outermost(node, &session.place, &["entity", "entities"]));
    for field in node.fields().iter().filter(|field| matches!(field.name.as_str(), "entity" | "entities")) {
        field.node.elements().iter().for_each(|element| entity(element, session));
    }
}

fn lone_claim(node: &Node, session: &mut Session<'_>) {
    match claim(node, &session.place, None) {
        Ok(claim) => session.claim(claim),
        Err(problems) => session.problems(problems),
    }
}

/// Reads a claim; without a header it must name its article, and with one it may not name another.
fn claim(node: &Node, place: &Place, header: Option<&Header>) -> Result<CuratedClaim, Vec<Problem>> {
    let claim = claims::read(node, place)?;
    let at = |reason: &str| Problem::refused(place.at_line(node.line).at_field("article"), reason);
    match (&claim.article, header) {
        (None, None) => Err(vec![
            at("it is not said which article the claim is of")
                .with_way_out("give the claim an article (its key or URL), or the file an [article] header"),
        ]),
        (Some(named), Some(header))
            if ![&header.article.key, &header.article.url].contains(&&Some(named.clone())) =>
        {
            Err(vec![
                at("the file's header names another article").with_way_out("leave the claim's article out"),
            ])
        }
        _ => Ok(claim),
    }
}

fn claim_file(node: &Node, session: &mut Session<'_>) {
    session.problems(outermost(node, &session.place, &["article", "claim", "claims"]));
    let Ok(header) = read_header(node, session) else { return broken_header(node, session) };
    let mut claims = Vec::new();
    for element in claim_nodes(node) {
        match claim(element, &session.place, header.as_ref()) {
            Ok(claim) => claims.push(claim),
            Err(problems) => session.problems(problems),
        }
    }
    if header.is_some() || !claims.is_empty() {
        let place = session.place.at_line(node.line);
        session.item(Item::Claims(ClaimFile { place, header, claims }));
    }
}

/// The header if there is one; an error after its problems were handed on.
fn read_header(node: &Node, session: &mut Session<'_>) -> Result<Option<Header>, ()> {
    let Some(node) = node.get("article") else { return Ok(None) };
    match header::read(node, &session.place, session.input, session.options) {
        Ok((header, warnings)) => {
            session.problems(warnings);
            Ok(Some(header))
        }
        Err(problems) => {
            session.problems(problems);
            Err(())
        }
    }
}

/// Nothing goes in, but everything that is wrong is said at once.
fn broken_header(node: &Node, session: &mut Session<'_>) {
    let mut count = 0;
    for element in claim_nodes(node) {
        count += 1;
        if let Err(problems) = claims::read(element, &session.place) {
            session.problems(problems);
        }
    }
    let line = node.get("article").map_or(node.line, |header| header.line);
    let reason = format!("without its article, none of the file's {count} claims is taken in");
    session.problem(
        Problem::refused(session.place.at_line(line), reason).with_way_out("mend the [article] header"),
    );
}

fn claim_nodes(node: &Node) -> impl Iterator<Item = &Node> {
    let lists = node.fields().iter().filter(|field| matches!(field.name.as_str(), "claim" | "claims"));
    lists.flat_map(|field| field.node.elements())
}

/// What does not belong beside the lists of a claim or entity file.
fn outermost(node: &Node, place: &Place, known: &[&str]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let shallow = node
        .fields()
        .iter()
        .map(|field| Field { name: field.name.clone(), node: Node::new(field.node.line, Value::Flag(true)) });
    let shallow = Node::new(node.line, Value::Table(shallow.collect()));
    Fields::record(&shallow, place, &mut problems).allow_only(known);
    problems
}
