//! What follows from a country's names: its government, forces, parliament and capital, with the names that news
//! English makes for them ("Iraqi troops", "the government of Iraq"). Made by code, so that nobody types them.

use crate::model::entity::slug;
use crate::model::vocabulary::{EntityKind, NameKind, RelationKind};
use crate::model::{Entity, EntityName, EntityRelation};

/// Nouns for a country's forces, after an adjective: "Iraqi troops".
const FORCES: &[&str] = &[
    "troops",
    "soldiers",
    "soldier",
    "forces",
    "military",
    "army",
    "armed forces",
    "military forces",
    "ground forces",
    "special forces",
    "military personnel",
    "service members",
    "service member",
    "serviceman",
    "peacekeepers",
    "servicemen",
    "army soldiers",
    "combat troops",
];
/// Nouns for a country's government, after an adjective.
const GOVERNMENT: &[&str] = &["government", "administration", "authorities", "government officials"];
/// Nouns for a country's parliament, after an adjective.
const PARLIAMENT: &[&str] = &["parliament", "lawmakers", "legislature", "parliamentarians"];

/// The entities that follow from a country; none from anything else.
pub fn derived(country: &Entity) -> Vec<Entity> {
    if country.kind != EntityKind::Country {
        return Vec::new();
    }
    let mut entities = vec![
        body(country, "forces", EntityKind::Force, RelationKind::ForceOf, FORCES, "armed forces"),
        government(country),
        body(
            country,
            "parliament",
            EntityKind::Institution,
            RelationKind::ParliamentOf,
            PARLIAMENT,
            "parliament",
        ),
    ];
    entities.extend(capital(country));
    entities
}

fn government(country: &Entity) -> Entity {
    let mut government = body(
        country,
        "government",
        EntityKind::Government,
        RelationKind::GovernmentOf,
        GOVERNMENT,
        "government",
    );
    for name in full_names(country) {
        government.names.push(named(format!("government of {name}"), NameKind::Name));
    }
    // "Baghdad and Washington agreed": the capital speaks for the government, but is first of all a city.
    if let Some(capital) = &country.capital {
        government.names.push(named(capital.clone(), NameKind::Weak));
    }
    government
}

/// A body of the country, named by adjective and noun.
fn body(
    country: &Entity,
    suffix: &str,
    kind: EntityKind,
    relation: RelationKind,
    nouns: &[&str],
    title: &str,
) -> Entity {
    let adjectives = adjectives(country);
    let names = adjectives.iter().flat_map(|adjective| {
        nouns.iter().map(move |noun| named(format!("{adjective} {noun}"), NameKind::Name))
    });
    let adjective = adjectives.first().map_or(country.name.as_str(), String::as_str);
    entity(
        format!("{}-{suffix}", country.key),
        format!("{adjective} {title}"),
        kind,
        names.collect(),
        vec![(relation, country)],
    )
}

/// The capital; none where city and country have one name and key, as in Singapore.
fn capital(country: &Entity) -> Option<Entity> {
    let name = country.capital.clone()?;
    let key = slug(&name);
    let relations = vec![(RelationKind::CapitalOf, country), (RelationKind::LocatedIn, country)];
    let named_for =
        adjectives(country).into_iter().map(|word| named(format!("{word} capital"), NameKind::Name));
    (key != country.key && !key.is_empty())
        .then(|| entity(key, name, EntityKind::Place, named_for.collect(), relations))
}

fn entity(
    key: String,
    name: String,
    kind: EntityKind,
    names: Vec<EntityName>,
    relations: Vec<(RelationKind, &Entity)>,
) -> Entity {
    let relation = |(kind, parent): (RelationKind, &Entity)| EntityRelation {
        parent: parent.key.clone(),
        kind,
        from: None,
        until: None,
    };
    Entity {
        key,
        name,
        kind,
        weak_name: false,
        names,
        relations: relations.into_iter().map(relation).collect(),
        aliases: Vec::new(),
        wikidata: None,
        capital: None,
    }
}

fn named(name: String, kind: NameKind) -> EntityName {
    EntityName { name, kind, language: None }
}

/// Words that stand before a noun: demonyms and acronyms ("Iraqi", "US"), less the plurals of people ("Iraqis").
fn adjectives(country: &Entity) -> Vec<String> {
    let of_kind = |kind: NameKind| {
        country.names.iter().filter(move |name| name.kind == kind).map(|name| name.name.clone())
    };
    let demonyms: Vec<String> = of_kind(NameKind::Demonym).collect();
    let is_plural =
        |word: &String| word.strip_suffix('s').is_some_and(|one| demonyms.iter().any(|other| other == one));
    let mut adjectives: Vec<String> = demonyms.iter().filter(|word| !is_plural(word)).cloned().collect();
    for acronym in of_kind(NameKind::Acronym) {
        if !adjectives.contains(&acronym) {
            adjectives.push(acronym);
        }
    }
    adjectives
}

fn full_names(country: &Entity) -> Vec<&str> {
    let own = std::iter::once(country.name.as_str());
    own.chain(country.names.iter().filter(|name| name.kind == NameKind::Name).map(|name| name.name.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{capital, derived, entity, named};
    use crate::model::Entity;
    use crate::model::vocabulary::{EntityKind, NameKind};

    fn country(key: &str, name: &str, city: &str, words: &[(&str, NameKind)]) -> Entity {
        let names = words.iter().map(|(word, kind)| named((*word).to_owned(), *kind)).collect();
        let mut country = entity(key.to_owned(), name.to_owned(), EntityKind::Country, names, Vec::new());
        country.capital = Some(city.to_owned());
        country
    }

    #[test]
    fn a_country_has_forces_government_parliament_and_capital() {
        let iraq = country(
            "iraq",
            "Iraq",
            "Baghdad",
            &[("Iraqi", NameKind::Demonym), ("Iraqis", NameKind::Demonym)],
        );
        let derived = derived(&iraq);
        let keys: Vec<&str> = derived.iter().map(|entity| entity.key.as_str()).collect();
        assert_eq!(keys, ["iraq-forces", "iraq-government", "iraq-parliament", "baghdad"]);
        let forces: Vec<&str> = derived[0].names.iter().map(|name| name.name.as_str()).collect();
        assert!(forces.contains(&"Iraqi troops") && !forces.contains(&"Iraqis troops"));
        assert!(derived[1].names.contains(&named("Baghdad".to_owned(), NameKind::Weak)));
        assert!(derived[3].names.contains(&named("Iraqi capital".to_owned(), NameKind::Name)));
    }

    #[test]
    fn acronyms_stand_before_nouns() {
        let us = country(
            "us",
            "United States",
            "Washington",
            &[("American", NameKind::Demonym), ("U.S.", NameKind::Acronym)],
        );
        let forces = &derived(&us)[0];
        for name in ["American soldiers", "U.S. military"] {
            assert!(forces.names.iter().any(|known| known.name == name), "{name}");
        }
    }

    #[test]
    fn a_city_state_is_its_own_capital() {
        assert_eq!(capital(&country("singapore", "Singapore", "Singapore", &[])), None);
    }
}
