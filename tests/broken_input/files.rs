//! Paths that lead nowhere or to no file, and options that there are not.

use super::support::{Desk, permissions_bind, set_mode};

#[test]
fn paths_that_lead_nowhere_are_named_and_the_others_are_read() {
    let desk = Desk::new();
    desk.write("good.txt", "---\nkey: good\n---\nThe road was closed.");
    let ran = desk.run(&["import", "gone.txt", "good.txt", "gone/"]);
    ran.tells(&["gone.txt: there is no such file or folder; check the path", "gone/: there is no such"])
        .ends_with(1);
    assert!(ran.stdout.contains("1 article and 0 curated claims added, 2 refused"), "{ran:?}");
    assert_eq!(super::articles(&desk), ["good 0"]);
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_not_waited_for() {
    let desk = Desk::new();
    let made = std::process::Command::new("mkfifo").arg(desk.path("in.txt")).status();
    assert!(made.expect("mkfifo").success());
    let ran = desk.run(&["import", "in.txt", "/dev/zero", "/dev/null"]);
    ran.tells(&["in.txt: this is a pipe or a device", "factdb import -", "/dev/zero", "/dev/null"])
        .ends_with(1);
    assert_eq!(desk.texts("SELECT count(*) FROM articles"), ["0"]);
}

#[test]
fn a_file_without_permission_is_named_and_the_others_are_read() {
    if !permissions_bind() {
        return; // nothing is closed to root
    }
    let desk = Desk::new();
    desk.write("in/good.txt", "---\nkey: good\n---\nThe road was closed.");
    set_mode(&desk.write("in/closed.txt", "Nobody reads this."), 0o000);
    desk.write("in/cellar/deep.txt", "Nor this.");
    set_mode(&desk.path("in/cellar"), 0o000);
    let ran = desk.run(&["import", "in"]);
    set_mode(&desk.path("in/cellar"), 0o700);
    ran.tells(&[
        "in/closed.txt: no permission to read it; change its permissions",
        "in/cellar: no permission",
    ]);
    ran.ends_with(1);
    assert_eq!(super::articles(&desk), ["good 0"]);
}

#[test]
fn wrong_usage_ends_with_two_and_says_what_is_right() {
    let desk = Desk::empty();
    for (arguments, told) in [
        (&["import", "--publishd", "2024-01-01", "x.txt"][..], "--published"),
        (&["import"][..], "<PATHS>"),
        (&["import", "--published", "2024-02-30", "x.txt"][..], "2024-02-30"),
        (&["import", "--max-bytes", "much", "x.txt"][..], "--max-bytes"),
        (&["imprt", "x.txt"][..], "import"),
        (&["report", "--format", "pdf"][..], "markdown"),
        (&["report", "schedules", "--as-of", "yesterday"][..], "--as-of"),
        (&[][..], "Usage"),
    ] {
        desk.run::<&str>(arguments).tells(&[told]).ends_with(2);
    }
    assert!(desk.fingerprints("facts").is_empty(), "wrong usage makes no database");
}
