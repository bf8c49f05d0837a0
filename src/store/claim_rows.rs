//! From rows to claims: the columns of the query `stored_claims!`, in its order.

use rusqlite::Row;

use super::StoredClaim;
use crate::model::vocabulary::{Method, Polarity, Vocabulary};
use crate::model::{Claim, Evidence, Named, Quantity, Reading, Speaker, When};
use crate::text::Span;

/// A row of `stored_claims!` as a claim.
pub(super) fn stored(row: &Row<'_>) -> rusqlite::Result<StoredClaim> {
    let named = |key: usize| -> rusqlite::Result<Option<Named>> {
        let named = Named { key: row.get(key)?, text: row.get(key + 1)? };
        Ok((named.key.is_some() || named.text.is_some()).then_some(named))
    };
    let via: Option<String> = row.get(36)?;
    Ok(StoredClaim {
        id: row.get(0)?,
        key: row.get(1)?,
        reading_hash: row.get(2)?,
        article_key: row.get(3)?,
        quote: row.get(4)?,
        claim: Claim {
            evidence: Evidence {
                quote: Span::new(row.get(5)?, row.get(6)?),
                sentence: Span::new(row.get(7)?, row.get(8)?),
            },
            reading: Reading {
                predicate: word(row, 9)?,
                phase: word_opt(row, 10)?,
                subject: named(11)?,
                object: named(13)?,
                place: named(15)?,
                quantity: quantity(row)?,
                when: when(row)?,
                stance: word(row, 30)?,
                polarity: word::<Polarity>(row, 31)?,
                speaker: Speaker {
                    key: row.get(32)?,
                    text: row.get(33)?,
                    kind: word(row, 34)?,
                    count: row.get(35)?,
                },
                via: via.map(|key| Named { key: Some(key), text: None }),
            },
            method: word::<Method>(row, 37)?,
            core: row.get(38)?,
            rule: row.get(39)?,
        },
        retired: row.get(40)?,
    })
}

fn quantity(row: &Row<'_>) -> rusqlite::Result<Option<Quantity>> {
    let Some(qualifier) = word_opt(row, 21)? else { return Ok(None) };
    Ok(Some(Quantity {
        text: row.get(17)?,
        low: row.get(18)?,
        best: row.get(19)?,
        high: row.get(20)?,
        qualifier,
        unit: row.get(22)?,
    }))
}

fn when(row: &Row<'_>) -> rusqlite::Result<Option<When>> {
    let Some(relation) = word_opt(row, 24)? else { return Ok(None) };
    let day = |column: usize| -> rusqlite::Result<Option<chrono::NaiveDate>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.and_then(|text| text.parse().ok()))
    };
    Ok(Some(When {
        text: row.get(23)?,
        relation,
        earliest: day(25)?,
        latest: day(26)?,
        precision: word(row, 27)?,
        anchor: day(28)?,
        edtf: row.get(29)?,
    }))
}

fn word<V: Vocabulary>(row: &Row<'_>, column: usize) -> rusqlite::Result<V> {
    word_opt(row, column)?.ok_or_else(|| {
        rusqlite::Error::InvalidColumnType(column, V::NOUN.to_owned(), rusqlite::types::Type::Null)
    })
}

/// A word that this program does not know (a newer one's, or a stranger's) is an error, not a guess.
fn word_opt<V: Vocabulary>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<V>> {
    let text: Option<String> = row.get(column)?;
    match text {
        None => Ok(None),
        Some(text) => V::from_word(&text).map(Some).ok_or_else(|| {
            rusqlite::Error::InvalidColumnType(
                column,
                format!("{} '{text}'", V::NOUN),
                rusqlite::types::Type::Text,
            )
        }),
    }
}
