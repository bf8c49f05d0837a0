//! Files without a name: gone with the program, however it ends.

use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// An empty file to write to and to read from, where SQLite has its own: in the folder that TMPDIR names, else in one that is not memory.
pub(super) fn nameless() -> io::Result<File> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let folder = folder();
    loop {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!("factdb-{}-{number}", std::process::id()));
        match options().open(&path) {
            // A run that was killed between these two lines left its file.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            file => return file.and_then(|file| std::fs::remove_file(&path).map(|()| file)),
        }
    }
}

fn folder() -> PathBuf {
    let lasting = Path::new("/var/tmp");
    if std::env::var_os("TMPDIR").is_none() && lasting.is_dir() {
        lasting.to_owned()
    } else {
        std::env::temp_dir()
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
