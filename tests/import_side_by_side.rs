//! Reading by many threads: the result is that of one, whatever is done to the run meanwhile, and memory holds what is under
//! way and no more.
#![cfg(unix)]

#[path = "../benches/random.rs"]
#[allow(clippy::unwrap_used)]
mod random;
mod support;

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use random::Random;
use support::Desk;

/// Enough for parts to overtake each other, and for more than one batch.
const RECORDS: usize = 1_100;

/// Articles, claims and entities in every way that they come.
fn write_inputs(desk: &Desk, texts: usize, records: usize) {
    desk.write(
        "in/names.toml",
        "[[entity]]\nkey = \"foxglove-camp\"\nname = \"Camp Foxglove\"\nkind = \"base\"\n",
    );
    for n in 0..texts {
        let place = if n % 3 == 0 { "Camp Foxglove" } else { "Erbil" };
        desk.write(
            &format!("in/texts/{n:04}.txt"),
            format!(
                "---\ntitle: Text {n}\npublisher: Paper {}\npublished: 2024-07-{:02}\n---\nThe ministry said on Monday that {} \
                 soldiers are stationed at {place}. They will be withdrawn by September 2025, it said.\n",
                n % 5,
                n % 28 + 1,
                n + 100
            ),
        );
    }
    let (mut lines, mut rows) = (String::new(), "title,url,publisher,text\n".to_owned());
    for n in 0..records {
        // Every tenth says again what another says, under a name that comes later or none.
        let text =
            format!("Camp {} houses {} soldiers. They leave it by March 2025.", n - n % 10, n - n % 10 + 100);
        match n % 10 {
            7 => lines.push_str(&format!("{{\"text\": \"{text}\"}}\n")),
            _ => lines.push_str(&format!(
                "{{\"key\": \"camp-{n}\", \"title\": \"Camp {n}\", \"text\": \"{text} ({n})\"}}\n"
            )),
        }
        rows.push_str(&format!(
            "Row {n},https://rows.example/{n},Paper {},\"{text} Said twice, {n}.\"\n",
            n % 7
        ));
    }
    desk.write("in/lines.jsonl", lines);
    desk.write("in/rows.csv", rows);
    let mut claims = "article,quote,predicate,stance,place\n".to_owned();
    for n in (0..records).filter(|n| n % 10 != 7) {
        claims.push_str(&format!("camp-{n},They leave it by March 2025,withdraw,planned,camp-{}\n", n % 50));
    }
    desk.write("in/claims.csv", claims);
    desk.write(
        "in/own.claims.toml",
        "[article]\nfile = \"texts/0001.txt\"\nkey = \"own\"\n[[claim]]\nquote = \"101 soldiers\"\npredicate = \"stationed\"\nstance = \"asserted\"\n",
    );
}

/// Starts an import; with extraction where it is asked for.
fn start(desk: &Desk, extract: bool, arguments: &[&str]) -> Child {
    let mut program = desk.program();
    if extract {
        program.env_remove("FACTDB_NO_EXTRACT");
    }
    program.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    program.spawn().expect("the program")
}

/// Everything, with row ids.
fn content(desk: &Desk) -> (String, Vec<String>) {
    let ids = desk.texts(
        "SELECT id || ' ' || key FROM articles UNION ALL SELECT id || ' ' || key FROM claims
         UNION ALL SELECT id || ' ' || key FROM entities",
    );
    (desk.dump(), ids)
}

#[test]
fn one_thread_and_eight_give_the_same_database() {
    let mut expected = None;
    for jobs in ["1", "2", "8"] {
        let desk = Desk::new();
        write_inputs(&desk, 40, 300);
        let status = start(&desk, true, &["import", "in", "--jobs", jobs]).wait().expect("a status");
        assert!(status.success());
        let found = content(&desk);
        assert!(
            found.0.contains("\"place\":\"foxglove-camp\""),
            "names of the run's own files are known to all texts"
        );
        assert!(found.0.contains("\"method\":\"extracted\""));
        let expected = expected.get_or_insert_with(|| found.clone());
        assert!(found.0 == expected.0, "{jobs} threads: another dump");
        assert!(found.1 == expected.1, "{jobs} threads: other ids");
    }
}

#[test]
fn killed_at_random_moments_and_continued_it_is_as_if_undisturbed() {
    let undisturbed = Desk::new();
    write_inputs(&undisturbed, 20, RECORDS);
    let begin = Instant::now();
    undisturbed.run(&["import", "in"]).ends_with(0);
    let all = begin.elapsed();
    let expected = undisturbed.dump();

    let mut desk = Desk::new();
    write_inputs(&desk, 20, RECORDS);
    let (mut random, mut killed) = (Random::new(20_240_722, 0), 0);
    // What is in already is not read again, so that a later run may be done before its moment comes.
    for _ in 0..80 {
        let mut import = start(&desk, false, &["import", "in"]);
        std::thread::sleep(all.mul_f64(random.below(800) as f64 / 1_000.0));
        import.kill().expect("killed"); // SIGKILL
        let is_whole = import.wait().expect("a status").success();
        killed += usize::from(!is_whole);
        desk.run(&["check"]).ends_with(0);
        if is_whole || random.percent(30) {
            desk.run(&["import", "in"]).ends_with(0);
            assert!(desk.dump() == expected, "the dump differs from that of an undisturbed import");
            desk = Desk::new();
            write_inputs(&desk, 20, RECORDS);
        }
        if killed == 20 {
            break;
        }
    }
    assert!(killed == 20, "{killed} imports were killed before they ended");
    desk.run(&["import", "in"]).ends_with(0);
    assert!(desk.dump() == expected, "the dump differs from that of an undisturbed import");
}

#[test]
fn ctrl_c_ends_the_batch_in_hand_and_the_same_command_goes_on() {
    let undisturbed = Desk::new();
    // So many that it is not done before it hears.
    let records = 4 * RECORDS;
    write_inputs(&undisturbed, 20, records);
    undisturbed.run(&["import", "in"]).ends_with(0);

    let desk = Desk::new();
    write_inputs(&desk, 20, records);
    let import = start(&desk, false, &["import", "in"]);
    let first_batch = Instant::now();
    while desk.texts("SELECT count(*) FROM articles")[0] == "0"
        && first_batch.elapsed() < Duration::from_secs(120)
    {
        std::thread::yield_now();
    }
    let asked = std::process::Command::new("kill").args(["-INT", &import.id().to_string()]).status();
    assert!(asked.expect("kill").success());
    let output = import.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(130));
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(told.contains("the same command goes on"), "{told}");
    desk.run(&["check"]).ends_with(0);
    assert_eq!(
        desk.texts("SELECT count(*) FROM imports WHERE command = 'import' AND finished IS NULL"),
        ["0"]
    );
    let there: usize = desk.texts("SELECT count(*) FROM articles")[0].parse().expect("a number");
    assert!((1..2 * records).contains(&there), "{there}");

    desk.run(&["import", "in"]).ends_with(0);
    assert!(desk.dump() == undisturbed.dump(), "the dump differs from that of an undisturbed import");
}

/// The most memory that a process has had, in bytes, as long as the system tells.
fn peak(process: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_file() {
    const CELL: usize = 100_000;
    let mut peaks = Vec::new();
    for rows in [100, 1_600] {
        let desk = Desk::new();
        let ballast = "x".repeat(CELL);
        let row = |n: usize| format!("Row {n},The text of row {n}.,{ballast}\n");
        let rows: String =
            std::iter::once("title,text,ballast\n".to_owned()).chain((0..rows).map(row)).collect();
        desk.write("rows.csv", rows);
        let mut import = start(&desk, false, &["import", "rows.csv", "--jobs", "2"]);
        let mut most = 0;
        while import.try_wait().expect("a status").is_none() {
            most = peak(&import).unwrap_or(most);
            std::thread::yield_now();
        }
        peaks.push(most);
    }
    let (small, large) = (peaks[0], peaks[1]);
    assert!(small > 0 && large < small + 100 * 1024 * 1024, "10 MB: {small} bytes, 160 MB: {large} bytes");
}
