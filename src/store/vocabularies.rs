//! Writes the closed word lists of the program into their tables.

use rusqlite::{Transaction, params};

use crate::error::Result;
use crate::model::vocabulary::{
    EntityKind, Method, NameKind, Origin, OriginMethod, OriginVerdict, Phase, Polarity, Precision, Predicate,
    PredicateGroup, PublishedFrom, Qualifier, Relation, RelationKind, SpeakerKind, Stance, TextKind, Verdict,
    Vocabulary,
};

/// Brings every vocabulary table up to date. Words are added and redefined, never taken away.
pub(super) fn write(transaction: &Transaction<'_>) -> Result<()> {
    write_one::<PredicateGroup>(transaction)?;
    write_predicates(transaction)?;
    write_one::<Phase>(transaction)?;
    write_one::<Stance>(transaction)?;
    write_one::<Polarity>(transaction)?;
    write_one::<Qualifier>(transaction)?;
    write_one::<Relation>(transaction)?;
    write_one::<Precision>(transaction)?;
    write_one::<SpeakerKind>(transaction)?;
    write_one::<Method>(transaction)?;
    write_one::<TextKind>(transaction)?;
    write_one::<PublishedFrom>(transaction)?;
    write_one::<EntityKind>(transaction)?;
    write_one::<Origin>(transaction)?;
    write_one::<NameKind>(transaction)?;
    write_one::<RelationKind>(transaction)?;
    write_one::<Verdict>(transaction)?;
    write_one::<OriginVerdict>(transaction)?;
    write_one::<OriginMethod>(transaction)
}

fn write_one<V: Vocabulary>(transaction: &Transaction<'_>) -> Result<()> {
    // The table's name is a constant of the program.
    let mut statement = transaction.prepare(&format!(
        "INSERT INTO {} (name, definition) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET definition = excluded.definition",
        V::TABLE
    ))?;
    for value in V::ALL {
        statement.execute([value.word(), value.definition()])?;
    }
    Ok(())
}

fn write_predicates(transaction: &Transaction<'_>) -> Result<()> {
    let mut statement = transaction.prepare(
        "INSERT INTO predicates (name, definition, group_name) VALUES (?1, ?2, ?3)
         ON CONFLICT (name) DO UPDATE SET definition = excluded.definition, group_name = excluded.group_name",
    )?;
    for value in Predicate::ALL {
        statement.execute(params![value.word(), value.definition(), value.group().word()])?;
    }
    Ok(())
}
