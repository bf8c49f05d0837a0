//! A consistent copy while others write.

use std::path::Path;

use super::Store;
use crate::error::{Error, Result};

impl Store {
    /// Writes a whole, compact copy to a file that is not there yet; a copy that breaks off leaves nothing.
    ///
    /// # Errors
    /// When the file is there already, or cannot be written.
    pub fn back_up(&self, to: &Path) -> Result<()> {
        if to.exists() {
            return Err(Error::user(format!(
                "{}: is there already; a backup never overwrites: name another file",
                to.display()
            )));
        }
        let mut name = to.as_os_str().to_owned();
        name.push(".part");
        let part = Path::new(&name);
        let written = self
            .connection
            .execute("VACUUM INTO ?1", [part.to_string_lossy()])
            .map_err(|error| Error::user(format!("{}: {error}", to.display())))
            .and_then(|_| {
                std::fs::File::open(part)
                    .and_then(|file| file.sync_all())
                    .map_err(|error| Error::io(part, error))
            })
            .and_then(|()| std::fs::rename(part, to).map_err(|error| Error::io(to, error)));
        if written.is_err() {
            // The reason is what matters; a part that cannot be removed either is named in it.
            let _ = std::fs::remove_file(part);
        }
        written
    }
}
