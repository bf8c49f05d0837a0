//! The only code that knows SQLite.
