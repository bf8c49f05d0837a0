//! The file that a claim file names as its article. A claim file may come from a stranger, so it reaches nothing but
//! regular files in its own folder, unless the user named it or its folder.

use std::path::{Component, Path, PathBuf};

use super::open::{Links, open, read_whole};
use super::page::{self, Page};
use super::{Input, Options, decode, formats};
use crate::model::{Article, Place, Problem};

/// How much of a file is looked at to tell a web page.
const HEAD: usize = 4096;

/// The article that `file` holds, its canonical path, and warnings; or why it is not read.
pub(super) fn read(
    file: &str,
    place: &Place,
    input: &Input,
    options: &Options,
) -> Result<(Article, PathBuf, Vec<Problem>), Problem> {
    let path = locate(file, input).map_err(|(reason, way_out)| {
        Problem::refused(place.clone(), format!("\"{file}\" is not read: {reason}")).with_way_out(way_out)
    })?;
    let there = Place::file(path.shown);
    let named = |problem: Problem| Problem {
        reason: format!("the article \"{file}\" is not read: {}", problem.reason),
        place: place.clone(),
        ..problem
    };
    let opened = open(&path.canonical, Links::Refuse, &there).map_err(named)?;
    let bytes = read_whole(opened, options.max_bytes, &there).map_err(named)?;
    let (article, warnings) = if page::is_page(&String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)])) {
        page::read(&Page { bytes: &bytes, ..Page::default() }, &there, options).map_err(named)?
    } else {
        let text = decode::decode(&bytes, &there, options).map_err(named)?;
        formats::text::article_of_file(&path.canonical, &text, &there, options).map_err(named)?
    };
    Ok((article, path.canonical, warnings))
}

struct Located {
    canonical: PathBuf,
    shown: String,
}

/// Where `file` is, or the reason and the way out.
fn locate(file: &str, input: &Input) -> Result<Located, (String, &'static str)> {
    let Some(claim_file) = input.path() else {
        return Err((
            "the claims come from standard input, which has no folder".into(),
            "give the text in \"text\"",
        ));
    };
    let folder =
        claim_file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let base = folder.canonicalize().map_err(|error| (error.to_string(), "check the claim file's folder"))?;
    let shown = Path::new(&*input.name).parent().unwrap_or(Path::new("")).join(file).display().to_string();
    let path = below(&base, Path::new(file), input.named)?;
    let canonical = path.canonicalize().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound if file.contains('\\') => {
            (format!("there is no {shown}"), "write / between folders")
        }
        std::io::ErrorKind::NotFound => {
            (format!("there is no {shown}"), "its path is relative to the claim file")
        }
        _ => (error.to_string(), "check the file"),
    })?;
    // Where they differ, a link stands somewhere on the way.
    if canonical != path {
        return Err(("a symbolic link leads there".into(), "name the file itself"));
    }
    Ok(Located { canonical, shown })
}

/// The path without `.` and `..`, if it stays below `base` or may leave it.
fn below(base: &Path, file: &Path, may_leave: bool) -> Result<PathBuf, (String, &'static str)> {
    let mut path = base.to_path_buf();
    for component in file.components() {
        match component {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir if (path != base && path.starts_with(base)) || may_leave => {
                path.pop();
            }
            Component::ParentDir => {
                let reason = "it lies outside the claim file's folder".into();
                return Err((
                    reason,
                    "name the claim file or its folder on the command line, if you trust it",
                ));
            }
            Component::RootDir | Component::Prefix(_) => {
                return Err(("its path is absolute".into(), "write the path relative to the claim file"));
            }
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::{Path, below};

    #[test]
    fn only_a_named_claim_file_leaves_its_folder() {
        for (file, may_leave, expected) in [
            ("a.txt", false, Some("/b/c/a.txt")),
            ("./x/../a.txt", false, Some("/b/c/a.txt")),
            ("../a.txt", false, None),
            ("x/../../a.txt", false, None),
            ("../a.txt", true, Some("/b/a.txt")),
            ("/etc/passwd", true, None),
        ] {
            assert_eq!(
                below(Path::new("/b/c"), Path::new(file), may_leave).ok().as_deref(),
                expected.map(Path::new),
                "{file}"
            );
        }
    }
}
