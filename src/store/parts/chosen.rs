//! A report of the claims that were chosen, in parts: where each of its rows belongs to one claim, another connection is narrowed in the
//! same way, and each of the two leaves the claims of the other out.

use super::{PARTS, Part, Read, Sender, unsorted};
use crate::error::Result;
use crate::store::query::data_version;
use crate::store::{Scope, Store};

const COUNT: &str = "SELECT count(*) FROM temp.chosen_claims";
/// Leaves a part of the claims. Behind the last there is none, and nothing is compared with that.
const KEEP_PART: &str = "DELETE FROM temp.chosen_claims
    WHERE claim_id < (SELECT claim_id FROM temp.chosen_claims ORDER BY claim_id
            LIMIT 1 OFFSET (SELECT count(*) FROM temp.chosen_claims) * ?1 / ?2)
        OR claim_id >= (SELECT claim_id FROM temp.chosen_claims ORDER BY claim_id
            LIMIT 1 OFFSET (SELECT count(*) FROM temp.chosen_claims) * (?1 + 1) / ?2)";

/// KiB of pages in memory, as SQLite takes them. Claims come in the order of the file, so that what was read is hardly asked for again, and
/// a page that takes the place of another costs less than one for which the system is asked.
const CACHE: i64 = -8 * 1024;

/// The other part of what a connection is to read.
pub(super) struct Beside {
    part: Part,
    scope: Scope,
}

impl Store {
    /// The other part of a view, where that is a report of many claims that were chosen. Both connections then see the same state of
    /// the file, in which the claims were chosen, until this one rolls back.
    pub(super) fn beside(&self, view: &str, many: i64) -> Result<Option<Beside>> {
        let program = self.program.views.iter().find(|known| known.name == view);
        let cut = program.and_then(|view| Some((&view.sql, view.cut.as_ref()?)));
        let (Some(path), Some(narrowing), Some((sql, cut))) = (self.path(), self.narrowing.get(), cut) else {
            return Ok(None);
        };
        if !cut.is_by_claim
            || !narrowing.scope.filter.narrows_claims()
            || self.connection.query_row(COUNT, [], |row| row.get::<_, i64>(0))? < many
            || !self.has_own_views()?
        {
            return Ok(None);
        }
        let names = self.view_names(view)?;
        let Some(unsorted) = unsorted(sql, &names) else { return Ok(None) };
        let mut store = Self::connect_read_only(path, self.program.clone())?;
        store.limit_views(self.time_limit.limit())?;
        // This one looked at the file before, and begins last: where it sees what it saw, so does the other.
        for begins in [&store, self] {
            begins.connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema")?;
        }
        if data_version(&self.connection)? != narrowing.state {
            self.connection.execute_batch("ROLLBACK")?;
            return Ok(None);
        }
        let part = Part { store, unsorted, width: names.len() };
        Ok(Some(Beside { part, scope: narrowing.scope.clone() }))
    }

    fn keep_part(&self, number: i64) -> Result<()> {
        self.connection.pragma_update(None, "cache_size", CACHE)?;
        self.connection.execute(KEEP_PART, [number, PARTS])?;
        Ok(())
    }
}

impl Beside {
    /// What reads the first part by the connection that is there, and the other by its own.
    pub(super) fn reads<'a>(self, here: &'a mut Store, view: &'a str) -> [Read<'a>; 2] {
        let Self { part: Part { store, unsorted, width }, scope } = self;
        let same = unsorted.clone();
        let first = move |sender: &Sender| {
            here.keep_part(0)?;
            here.send_sorted(view, &same, width, sender)
        };
        let other = move |sender: &Sender| {
            store.look_through(&scope)?;
            store.keep_part(1)?;
            store.send_sorted(view, &unsorted, width, sender)
        };
        [Box::new(first), Box::new(other)]
    }
}
