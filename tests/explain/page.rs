//! The page for people and the document for programs, against those that were looked at.

use factdb::render::{Color, Look, Note, Passage, annotated};

use crate::stage::{Stage, assert_same, repository};
use crate::story;

fn golden(name: &str, printed: &str) {
    let path = repository().join("tests/explain").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        assert!(std::env::var_os("CI").is_none(), "golden files are updated by people, who look at them");
        std::fs::write(&path, printed).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert_same(printed, &golden, &format!("{name}: UPDATE_GOLDEN=1 rewrites it, once the new one is right"));
}

#[test]
fn a_story_is_explained_as_it_was_checked() {
    let stage = Stage::bare();
    stage.write("story.md", &story());
    let page = stage.ok(&["explain", "story.md"]);
    golden("story.txt", &page);
    golden("story.json", &stage.ok(&["explain", "story.md", "--format", "json"]));
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    assert!(!page.contains('\x1b'), "a pipe gets no colours");
    assert!(!stage.db().exists(), "nothing is stored");
}

fn passage() -> Passage {
    let note = |words: &str, meaning: &str| Note {
        label: "date",
        color: Color::Green,
        words: words.to_owned(),
        meaning: meaning.to_owned(),
    };
    Passage {
        text: "They leave by the end of the year after next, if all goes well.".to_owned(),
        aside: None,
        notes: vec![
            note("by the end of the year after next", "a deadline that is still far off"),
            note("next\x1b]0;x\x07", "\x1b[31mred"),
        ],
    }
}

#[test]
fn columns_are_aligned_and_fit_every_width() {
    for width in [40, 60, 80, 140] {
        let look = Look { width: Some(width), ..Look::default() };
        let page = annotated(&[passage()], &look);
        assert!(page.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}\n{page}");
    }
    let page = annotated(&[passage()], &Look::default());
    assert_eq!(
        page,
        "1  They leave by the end of the year after next, if all goes well.\n   \
           date  by the end of the year after  a deadline that is still far off\n         \
                 next\n   \
           date  next]0;x                      [31mred\n"
    );
}

#[test]
fn colours_are_only_where_they_are_wanted() {
    let colored = |color| {
        let look = Look { width: Some(80), color, ..Look::default() };
        annotated(&[passage()], &look)
    };
    assert!(!colored(false).contains('\x1b'));
    let page = colored(true);
    assert!(page.contains("\x1b[32mdate\x1b[0m  \x1b[32mby the end"), "{page}");
    // Without its colours it is the same page.
    assert_eq!(page.replace("\x1b[32m", "").replace("\x1b[0m", ""), colored(false));
    let aside = Passage { aside: Some("a link".to_owned()), notes: Vec::new(), ..passage() };
    let look = Look { width: Some(80), color: true, ..Look::default() };
    assert!(annotated(&[aside], &look).ends_with("   \x1b[2m(a link)\x1b[0m\n"));
}
