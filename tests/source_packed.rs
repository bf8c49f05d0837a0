//! Packed files: whatever is inside is read as if it were not packed, and what is broken or a bomb says so.

mod source_support;

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use source_support::{options, paths, sample};

fn gzip(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes.as_ref()).expect("memory takes everything");
    encoder.finish().expect("memory takes everything")
}

fn zstd(bytes: impl AsRef<[u8]>) -> Vec<u8> {
    compress_to_vec(bytes.as_ref(), CompressionLevel::Fastest)
}

#[test]
fn packed_files_are_read_by_the_name_within() {
    let text = "---\ntitle: T\n---\n*One.*";
    for (name, bytes, found) in [
        ("a.md.gz", gzip(text), r#"article title=T text="One.""#),
        ("a.md.zst", zstd(text), r#"article title=T text="One.""#),
        ("a.txt.gz.zst", zstd(gzip(text)), r#"article title=T text="*One.*""#),
        ("a.jsonl.gz", gzip("{\"text\": \"One.\"}"), r#"article text="One.""#),
        ("a.md", gzip(text), r#"article title=T text="One.""#),
        ("-", zstd(text), r#"article title=T text="*One.*""#),
        ("-", gzip("title,text\nT,One.\n"), r#"article title=T text="One.""#),
    ] {
        assert_eq!(sample(name, bytes, &options()), [found], "{name}");
    }
}

#[test]
fn members_and_frames_behind_each_other_are_one_file() {
    let skipped = [0x50, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, b'x', b'y', b'z'];
    for bytes in [
        [gzip("One "), gzip("two.")].concat(),
        [zstd("One "), zstd("two.")].concat(),
        [skipped.to_vec(), zstd("One "), skipped.to_vec(), zstd("two.")].concat(),
    ] {
        assert_eq!(sample("a.txt", bytes, &options()), [r#"article text="One two.""#]);
    }
}

#[test]
fn what_is_cut_off_or_damaged_says_so_and_lines_before_it_go_in() {
    let lines =
        (0..3_000).map(|n| format!("{{\"text\": \"Line {n} of {}.\"}}\n", n * 7919)).collect::<String>();
    for (packed, packing) in [(gzip(&lines), "gzip"), (zstd(&lines), "zstd")] {
        let half = &packed[..packed.len() / 2];
        let found = sample("a.jsonl", half, &options());
        let (last, articles) = found.split_last().expect("something was found");
        let told = format!("the {packing} data ends in the middle; get the file again");
        assert!(last.contains(&told), "{last}");
        // zstd gives nothing out before it knows what may still be referred to.
        assert!(packing == "zstd" || !articles.is_empty());
        assert!(articles.iter().all(|line| line.starts_with("article")), "{packing}");
        assert!(sample("a.txt", half, &options())[0].starts_with("refused a.txt: the "), "{packing}");
        let mut damaged = packed.clone();
        let middle = damaged.len() / 2;
        damaged[middle..].iter_mut().for_each(|byte| *byte ^= 0x55);
        let last = sample("a.jsonl", damaged, &options()).pop().expect("something was found");
        assert!(last.starts_with("refused"), "{last}");
    }
}

#[test]
fn bombs_end_at_limits_that_have_an_option() {
    let mut generous = options();
    generous.max_bytes = 1 << 30;
    let zeros = vec![b' '; 20 << 20];
    for bomb in [gzip(&zeros), zstd(&zeros)] {
        for name in ["a.txt", "a.jsonl", "-"] {
            let found = sample(name, &bomb, &generous);
            let told = "it unpacks to more than 200 times its size";
            assert!(found[0].contains(told) && found[0].contains("--max-expansion"), "{name}: {found:?}");
        }
        let found = sample("a.txt", &bomb, &options());
        assert!(
            found[0].contains("larger than 1048576 bytes") && found[0].contains("--max-bytes"),
            "{found:?}"
        );
    }
    let mut raised = generous.clone();
    raised.limits.max_expansion = u64::MAX;
    assert!(
        sample("a.txt", gzip(&zeros), &raised)[0].contains("only white space"),
        "the option raises the limit"
    );
    let nested = (0..4).fold(b"One.".to_vec(), |bytes, _| gzip(bytes));
    let found = sample("a.txt", &nested, &options());
    assert!(
        found[0].contains("packed more than 3 times over") && found[0].contains("--max-layers"),
        "{found:?}"
    );
    raised.limits.max_layers = 4;
    assert_eq!(sample("a.txt", &nested, &raised), [r#"article text="One.""#]);
}

#[test]
fn folders_are_searched_for_packed_files_of_known_names() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: Vec<u8>| std::fs::write(folder.path().join(name), bytes).expect("a file");
    write("a.txt.gz", gzip("One."));
    write("b.gz", gzip("Two."));
    write("c.tar.gz", gzip("three"));
    write("d.claims.csv.zst", zstd("quote,predicate,article\nq,withdraw,k\n"));
    let (found, lines) = paths(&[folder.path().to_path_buf()], &options());
    assert_eq!(found.inputs.len(), 3, "{:?}", found.inputs);
    assert_eq!(format!("{:?}", found.passed_over), r#"{"tar": 1}"#);
    assert!(lines[2].starts_with("refused") && lines[2].contains("d.claims.csv.zst:2"), "{lines:?}");
}
