//! Opening the database with what this program brings to it: its views and the entities it starts from.

use std::path::Path;

use super::{clock, seeds};
use crate::error::Result;
use crate::model::vocabulary::Origin;
use crate::report;
use crate::store::{Program, Run, Store};

/// What this program brings.
pub(super) fn program() -> Program {
    Program { version: env!("CARGO_PKG_VERSION"), views: report::views(), seeds_hash: seeds::fingerprint() }
}

/// Opens for writing; a new file is made and seeded.
pub(super) fn for_writing(path: &Path) -> Result<Store> {
    let mut store = Store::open_for_writing(path, program())?;
    seed(&mut store)?;
    Ok(store)
}

/// Opens for writing a file that must be there already.
pub(super) fn existing_for_writing(path: &Path) -> Result<Store> {
    drop(Store::open_for_reading(path, program())?);
    for_writing(path)
}

/// What names can be looked up in: the file, or where there is none what a new one would start from.
pub(super) fn for_names(path: &Path) -> Result<Store> {
    // An empty file is what a command that writes makes a database of.
    let is_there = std::fs::metadata(path).is_ok_and(|metadata| metadata.len() > 0);
    if is_there { for_reading(path) } else { in_memory() }
}

/// Opens for reading a file that must be there.
pub(super) fn for_reading(path: &Path) -> Result<Store> {
    Store::open_for_reading(path, program())
}

/// A seeded database in memory.
pub(super) fn in_memory() -> Result<Store> {
    let mut store = Store::in_memory(program())?;
    seed(&mut store)?;
    Ok(store)
}

/// Puts in the entities that a database starts from, all or none.
fn seed(store: &mut Store) -> Result<()> {
    if !store.needs_seeds()? {
        return Ok(());
    }
    let entities = seeds::entities()?;
    let now = clock::now();
    let mut import = store.begin(&Run { command: "seed", started: now.clone(), trial: false })?;
    for (entity, origin) in &entities {
        import.entity(entity, *origin)?;
    }
    import.relating(|import| {
        entities.iter().try_for_each(|(entity, origin)| import.relations(entity, *origin))
    })?;
    import.mark_seeded()?;
    import.finish(&now)?;
    Ok(())
}

/// A described entity and all that follows from it.
pub(super) fn with_derived(
    entity: crate::model::Entity,
    origin: Origin,
) -> Vec<(crate::model::Entity, Origin)> {
    let derived = crate::entity::derived(&entity);
    std::iter::once((entity, origin))
        .chain(derived.into_iter().map(|entity| (entity, Origin::Derived)))
        .collect()
}
