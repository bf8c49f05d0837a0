//! The documentation says what the program does: generated pages are current, commands work as printed, links lead
//! somewhere. `UPDATE_DOCS=1 cargo test --test documentation` rewrites what is generated; not where `CI` is set.
#![cfg(unix)] // the commands are a shell's

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use factdb::cli;
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_schema_page_is_current() {
    let folder = Folder::new();
    generated("docs/schema.md", &folder.output("factdb schema"));
}

#[test]
fn the_commands_page_is_current() {
    let mut page = String::from(
        "# Commands\n\nWhat `factdb COMMAND --help` says. Generated; see \
         [CONTRIBUTING.md](../CONTRIBUTING.md).\n",
    );
    // A fixed width: without one, the help would follow the terminal that the tests run in.
    let mut program = cli::definition().term_width(100);
    program.build();
    describe(&mut program, 2, &mut page);
    generated("docs/commands.md", &page);
}

fn describe(command: &mut clap::Command, level: usize, page: &mut String) {
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_owned();
    let help = command.render_long_help().to_string();
    let help: String = help.lines().map(|line| format!("{}\n", line.trim_end())).collect();
    page.push_str(&format!("\n{} {name}\n\n```text\n{help}```\n", "#".repeat(level)));
    for command in command.get_subcommands_mut().filter(|command| command.get_name() != "help") {
        describe(command, level + 1, page);
    }
}

#[test]
fn the_pictures_in_the_readme_are_current() {
    let folder = Folder::with_example();
    let readme = read("README.md");
    let mut current = readme.clone();
    let pictures = blocks(&readme, "console");
    assert!(!pictures.is_empty(), "the README shows a report");
    for picture in pictures {
        let command = picture.lines().next().and_then(|line| line.strip_prefix("$ "));
        let command = command.expect("a picture begins with its command, behind $");
        let output: String =
            folder.output(command).lines().map(|line| format!("{}\n", line.trim_end())).collect();
        current = current
            .replace(&fenced("console", &picture), &fenced("console", &format!("$ {command}\n{output}")));
    }
    generated("README.md", &current);
}

#[test]
fn the_commands_in_the_readme_work_in_their_order() {
    let folder = Folder::new();
    let blocks = blocks(&read("README.md"), "sh");
    let (built, rest): (Vec<_>, Vec<_>) = blocks.into_iter().partition(|block| block.starts_with("cargo "));
    assert_eq!(built.len(), 2, "one command to build and see, one to test");
    let program = built[0].replace("cargo build --release && ", "").replace("./target/release/", "");
    assert!(!program.contains("cargo"), "the first command builds, and then runs the program");
    for block in std::iter::once(&program).chain(&rest) {
        let tool = block.split_whitespace().next().unwrap_or_default();
        // SQLite clients are not everywhere; whatever else the README names, it brings.
        if !["sqlite3", "python3"].contains(&tool)
            || folder.run(&format!("command -v {tool}")).status.success()
        {
            folder.output(block);
        }
    }
}

#[test]
fn the_same_claims_can_be_written_in_every_format() {
    let page = read("docs/claims.md");
    let one = |language| {
        let found = blocks(&page, language);
        assert_eq!(found.len(), 1, "docs/claims.md has one example in {language}");
        found[0].clone()
    };
    let dumps = ["toml", "json", "jsonl", "csv"].map(|format| {
        let folder = Folder::new();
        folder.write("made-up-story.md", &one("markdown"));
        folder.write(&format!("made-up-story.claims.{format}"), &one(format));
        let summary = folder.output("factdb import made-up-story.*");
        assert!(
            summary.starts_with("1 article and 4 curated claims added, 0 refused\n"),
            "{format}: {summary}"
        );
        folder.output("factdb dump")
    });
    assert!(dumps.iter().all(|dump| *dump == dumps[0]), "every format gives the same database");
}

#[test]
fn links_lead_somewhere() {
    let mut pages = vec!["README.md".into(), "CONTRIBUTING.md".into(), "CHANGELOG.md".into()];
    for folder in ["docs", "docs/decisions"] {
        pages.extend(pages_in(folder));
    }
    let mut broken = Vec::new();
    for page in &pages {
        let folder = Path::new(ROOT).join(page);
        let folder = folder.parent().expect("a page lies in a folder");
        for link in links(&read(page)) {
            let target = link.split('#').next().unwrap_or_default();
            if !target.contains("://") && !folder.join(target).exists() {
                broken.push(format!("{page}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_page_is_linked_from_the_readme() {
    let readme = read("README.md");
    for page in pages_in("docs") {
        assert!(readme.contains(&format!("]({page})")), "{page} is found by nobody");
    }
}

/// Compares a page with what it should be, or writes it.
fn generated(page: &str, expected: &str) {
    let path = Path::new(ROOT).join(page);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        assert!(std::env::var_os("CI").is_none(), "pages are not updated where CI is set");
        fs::write(&path, expected).expect("the page can be written");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let line = found.lines().zip(expected.lines()).position(|(a, b)| a != b);
    assert!(
        found == expected,
        "{page} is not current, from line {} on: run UPDATE_DOCS=1 cargo test --test documentation",
        line.unwrap_or(found.lines().count().min(expected.lines().count())) + 1
    );
}

fn read(page: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(page)).unwrap_or_else(|error| panic!("{page}: {error}"))
}

fn pages_in(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(ROOT).join(folder)).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut pages: Vec<String> =
        names.filter(|name| name.ends_with(".md")).map(|name| format!("{folder}/{name}")).collect();
    pages.sort();
    pages
}

/// The fenced blocks in a language.
fn blocks(page: &str, language: &str) -> Vec<String> {
    let opening = format!("\n```{language}\n");
    let ends = page.split(&opening).skip(1);
    ends.map(|rest| rest.split_inclusive('\n').take_while(|line| line.trim_end() != "```").collect())
        .collect()
}

fn fenced(language: &str, block: &str) -> String {
    format!("```{language}\n{block}```\n")
}

fn links(page: &str) -> Vec<String> {
    let prose: String = page.split("```").step_by(2).collect();
    prose.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

/// A folder with the example in it, as a clone has it, to run commands in.
struct Folder(TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(TempDir::new().expect("a temporary folder"));
        let example = folder.0.path().join("seeds/example");
        fs::create_dir_all(&example).expect("a folder for the example");
        for entry in fs::read_dir(Path::new(ROOT).join("seeds/example")).expect("the example") {
            let file = entry.expect("an entry").path();
            fs::copy(&file, example.join(file.file_name().expect("a name"))).expect("a copy");
        }
        folder
    }

    fn with_example() -> Self {
        let folder = Self::new();
        folder.output("factdb import seeds/example");
        folder
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.path().join(name), content).expect("the file can be written");
    }

    fn run(&self, script: &str) -> Output {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_factdb"));
        let own = [program.parent().expect("the program lies in a folder").to_owned()];
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(own.into_iter().chain(std::env::split_paths(&path))).expect("a PATH");
        let mut shell = Command::new("sh");
        shell.args(["-ec", script]).current_dir(self.0.path()).env("PATH", path).env_remove("FACTDB");
        shell.output().expect("a shell")
    }

    /// What a script prints, which must succeed and print something.
    fn output(&self, script: &str) -> String {
        let Output { status, stdout, stderr } = self.run(script);
        assert!(status.success(), "{script}\n{}", String::from_utf8_lossy(&stderr));
        String::from_utf8(stdout).expect("UTF-8")
    }
}
