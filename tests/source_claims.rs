//! Claim files and entity files: what goes in, and what each kind of mistake is told.

mod source_support;

use source_support::{compare, options, sample};

const CLAIM: &str = "quote = 'q'\npredicate = 'withdraw'\nstance = 'planned'\n";

/// A claim of TOML with these lines added.
fn claim(lines: &str) -> String {
    format!("[[claim]]\narticle = 'k'\n{CLAIM}{lines}\n")
}

#[test]
fn every_field_is_read() {
    let toml = claim(
        "occurrence = 2\nspan = [3, 9]\nphase = 'start'\nsubject = 'us-forces'\nsubject_text = 'US troops'\nobject = 'isis'\n\
         place = 'iraq'\nvia = 'reuters'\ncore = false\nmethod = 'extracted'\nrule = 'withdraw'\npolarity = 'denied'\n\
         quantity = { text = 'about 2,500', best = 2500, qualifier = 'about', unit = 'troops' }\n\
         when = { text = 'by 2026', relation = 'by', latest = 2026-12-31, precision = 'year', anchor = '2024-07-22', edtf = '../2026' }\n\
         speaker = { text = 'four sources', kind = 'anonymous', entity = 'iraq-government', count = 4 }",
    );
    let json = r#"{"article": "k", "quote": "q", "predicate": "withdraw", "stance": "planned", "occurrence": 2,
        "span": [3, 9], "phase": "start", "subject": "us-forces", "subject_text": "US troops", "object": "isis",
        "place": "iraq", "via": "reuters", "core": false, "method": "extracted", "rule": "withdraw", "polarity": "denied",
        "quantity": {"text": "about 2,500", "best": 2500, "qualifier": "about", "unit": "troops"},
        "when": {"text": "by 2026", "relation": "by", "latest": "2026-12-31", "precision": "year",
                 "anchor": "2024-07-22", "edtf": "../2026"},
        "speaker": {"text": "four sources", "kind": "anonymous", "entity": "iraq-government", "count": 4}}"#;
    let csv = "article,quote,predicate,stance,occurrence,span,phase,subject,subject_text,object,place,via,core,method,rule,\
        polarity,quantity.text,quantity_best,quantity_qualifier,quantity.unit,when_text,when_relation,when.latest,\
        when_precision,when_anchor,when_edtf,speaker_text,speaker_kind,speaker_entity,speaker.count\n\
        k,q,withdraw,planned,2,3-9,start,us-forces,US troops,isis,iraq,reuters,FALSE,extracted,withdraw,denied,\
        \"about 2,500\",2500,about,troops,by 2026,by,2026-12-31,year,2024-07-22,../2026,four sources,anonymous,iraq-government,4\n";
    let expected = "claims 1 CuratedClaim { place: Place { file: FILE, line: Some(LINE), field: None }, article: Some(\"k\"), \
        quote: Some(\"q\"), occurrence: Some(2), span: Some(Span { start: 3, end: 9 }), reading: Reading { predicate: Withdraw, \
        phase: Some(Start), subject: Some(Named { key: Some(\"us-forces\"), text: Some(\"US troops\") }), \
        object: Some(Named { key: Some(\"isis\"), text: None }), place: Some(Named { key: Some(\"iraq\"), text: None }), \
        quantity: Some(Quantity { text: Some(\"about 2,500\"), low: None, best: Some(2500), high: None, qualifier: About, \
        unit: \"troops\" }), when: Some(When { text: Some(\"by 2026\"), relation: By, earliest: None, \
        latest: Some(2026-12-31), precision: Year, anchor: Some(2024-07-22), edtf: Some(\"../2026\") }), stance: Planned, \
        polarity: Denied, speaker: Speaker { kind: Anonymous, key: Some(\"iraq-government\"), text: Some(\"four sources\"), \
        count: Some(4) }, via: Some(Named { key: Some(\"reuters\"), text: None }) }, core: false, method: Extracted, \
        rule: Some(\"withdraw\") }";
    let line = json.replace('\n', " ");
    for (name, content, at) in [
        ("c.toml", toml.as_str(), "1"),
        ("-", toml.as_str(), "1"),
        ("c.json", json, "1"),
        ("c.jsonl", line.as_str(), "1"),
        ("c.csv", csv, "2"),
        ("-", csv, "2"),
    ] {
        let expected = expected.replace("FILE", &format!("{name:?}")).replace("LINE", at);
        assert_eq!(sample(name, content, &options()), [expected], "{name}");
    }
}

#[test]
fn defaults_and_shorthands() {
    for (lines, part) in [
        ("", "speaker: Speaker { kind: Author, key: None, text: None, count: None }"),
        ("", "polarity: Affirmed"),
        ("", "core: true, method: Curated"),
        (
            "quantity = { best = 7, qualifier = 'exact', unit = 'people' }",
            "low: Some(7), best: Some(7), high: Some(7)",
        ),
        (
            "when = { text = 'next week', relation = 'on', precision = 'week' }",
            "earliest: None, latest: None",
        ),
    ] {
        let found = sample("c.toml", claim(lines), &options());
        assert!(found.len() == 1 && found[0].contains(part), "{lines}: {found:#?}");
    }
    let denied = claim("").replace("planned", "denied");
    assert!(sample("c.toml", denied, &options())[0].contains("stance: Asserted, polarity: Denied"));
}

#[test]
fn a_header_brings_its_article() {
    let file = format!(
        "[article]\nkey = 'k'\ntext = '''One.\n'''\ntitle = 'T'\npublisher = ''\npublished = 2024-07-22\npublished_from = 'text'\n\n[[claim]]\n{CLAIM}"
    );
    compare(
        &[
            (
                "c.toml",
                &file,
                &[r#"claims 1 [key=k title=T published=2024-07-22 (text) text="One.\n"] CuratedClaim"#],
            ),
            (
                "c.json",
                r#"{"article": {"key": "k", "published": "2024-07-22"}, "claims": []}"#,
                &[r#"claims 0 [key=k published=2024-07-22 (claim_file) text=""]"#],
            ),
            (
                "c.toml",
                &file.replace("title", "titel"),
                &[
                    "refused c.toml:5: titel: there is no field \"titel\" here; did you mean \"title\"?",
                    "refused c.toml:1: without its article, none of the file's 1 claims is taken in",
                ],
            ),
            (
                "c.toml",
                &file.replace("2024-07-22", "'2024-02-30'"),
                &[
                    "…c.toml:7: published: there is no day \"2024-02-30\" in the calendar",
                    "…none of the file's 1 claims",
                ],
            ),
            (
                "c.toml",
                &format!("{file}article = 'other'\n"),
                &["…the file's header names another article", "claims 0"],
            ),
            (
                "c.toml",
                "[article]\ntitle = 'T'\n",
                &["…name the article with file, text, key or url", "…none of"],
            ),
            (
                "-",
                "[article]\nfile = 'a.txt'\n",
                &["…which has no folder; give the text in \"text\"", "…none of"],
            ),
        ],
        &options(),
    );
}

#[test]
fn each_mistake_is_told_with_its_line_and_the_way_out() {
    for (lines, told) in [
        ("subjct = 'us'", "c.toml:6: subjct: there is no field \"subjct\" here; did you mean \"subject\"?"),
        (
            "subject = 'Islamic State'",
            "c.toml:6: subject: \"Islamic State\" is a name, not an entity key; write the key, perhaps \"islamic-state\"",
        ),
        ("via = 'Reuters'", "perhaps \"reuters\""),
        (
            "phase = 'begin'",
            "c.toml:6: phase: \"begin\" is no phase; it is one of: start, partial, complete, peak",
        ),
        ("phase = 'completed'", "did you mean \"complete\"?"),
        ("occurrence = 0", "count from 1"),
        ("core = 'no'", "write true or false"),
        ("span = [9, 3]", "write [start, end]"),
        ("polarity = 7", "words in quotation marks"),
        (
            "quantity = { best = 4.5, qualifier = 'about', unit = 'troops' }",
            "quantity.best: \"4.5\" is not a whole number",
        ),
        (
            "quantity = { best = '2,500', qualifier = 'about', unit = 'troops' }",
            "quantity.best: \"2,500\" is not a whole number; write 2500",
        ),
        ("quantity = { qualifier = 'about', unit = 'troops' }", "a quantity needs low, best or high"),
        ("quantity = { low = 3, qualifier = 'about', unit = 'troops' }", "\"about\" needs best"),
        ("quantity = { low = 9, high = 3, qualifier = 'between', unit = 'troops' }", "bounds out of order"),
        (
            "quantity = { low = 3, high = 9, qualifier = 'exact', unit = 'troops' }",
            "low, best and high equal",
        ),
        ("quantity = { best = -3, qualifier = 'about', unit = 'troops' }", "a count cannot be negative"),
        ("quantity = { best = 3, unit = 'troops' }", "quantity.qualifier: \"qualifier\" is missing"),
        ("quantity = { best = 3, qualifier = 'about' }", "quantity.unit: \"unit\" is missing"),
        ("quantity = 2500", "quantity: \"2500\" where a table of fields should be"),
        (
            "when = { relation = 'by', latest = '2024-02-30', precision = 'day' }",
            "when.latest: there is no day 2024-02-30",
        ),
        (
            "when = { relation = 'by', latest = 'soon', precision = 'day' }",
            "not a date of the form YYYY-MM-DD",
        ),
        (
            "when = { relation = 'on', earliest = 2024-02-02, latest = 2024-01-01, precision = 'day' }",
            "before the earliest day",
        ),
        ("when = { relation = 'before', precision = 'day' }", "is no relation; it is one of: on, from"),
        ("when = { precision = 'day' }", "when.relation: \"relation\" is missing"),
        ("when = { relation = 'on', precision = 'day', lastest = 2024-01-01 }", "did you mean \"latest\"?"),
        ("speaker = { text = 'x' }", "speaker.kind: \"kind\" is missing"),
        ("quote = 'again'", "c.toml:6: this is not TOML: \"quote\" stands twice, in line 3 and line 6"),
        ("rule = 'a\\u0000b'".replace('\'', "\"").as_str(), "a NUL character in a value"),
    ] {
        let content = format!("{}\n{}", claim(lines), claim(""));
        let found = sample("c.toml", &content, &options());
        assert!(found[0].starts_with("refused") && found[0].contains(told), "{lines}: {found:#?}");
        let rest = if told.contains("not TOML") { 0 } else { 1 };
        assert_eq!(
            found.iter().filter(|line| line.starts_with("claims 1")).count(),
            rest,
            "{lines}: {found:#?}"
        );
    }
    for (remove, told) in [
        ("predicate = 'withdraw'", "\"predicate\" is missing"),
        ("quote = 'q'", "\"quote\" is missing"),
        ("stance = 'planned'", "\"stance\" is missing"),
        ("article = 'k'", "which article the claim is of"),
    ] {
        let found = sample("c.toml", claim("").replace(remove, ""), &options());
        assert!(found[0].contains(told), "{remove}: {found:#?}");
    }
}

#[test]
fn all_mistakes_of_a_claim_are_told_at_once() {
    let found = sample(
        "c.toml",
        claim("phase = 'x'\nsubject = 'A B'\nwhen = { relation = 'z' }\nnonsense = 1"),
        &options(),
    );
    assert_eq!(found.iter().filter(|line| line.starts_with("refused")).count(), 5, "{found:#?}");
}

#[test]
fn duplicate_keys_of_json_name_both_lines() {
    let json = "[{\"article\": \"k\",\n\"quote\": \"q\",\n\"predicate\": \"withdraw\", \"stance\": \"planned\",\n\"quote\": \"r\"}]";
    let told = "refused c.json:4: \"quote\" stands twice, in line 2 and line 4; remove one of them";
    compare(&[("c.json", json, &[told])], &options());
    let article = "{\"text\": \"a\",\n\"text\": \"b\"}";
    compare(
        &[("a.json", article, &["refused a.json:2: \"text\" stands twice, in line 1 and line 2"])],
        &options(),
    );
}

#[test]
fn rows_of_claims_that_are_no_rows() {
    let head = "article,quote,predicate,stance\n";
    compare(
        &[
            (
                "c.csv",
                &format!("{head}k,q,withdraw,planned,more\n"),
                &["refused c.csv:2: the row of lines 2 to 2 has 5 cells for 4 columns"],
            ),
            ("c.csv", &format!("{head}k,\"q,withdraw,planned\nk,q\n"), &["…close every quotation mark"]),
            ("c.csv", &format!("{head}k,#q,withdraw,planned\n"), &["claims 1"]),
            ("c.csv", "quote,predicate,quote\nq,withdraw,r\n", &["…two columns are called \"quote\""]),
            ("c.csv", "a,b\n1,2\n", &["refused c.csv: the columns are of no kind that is known"]),
            ("c.csv", head, &["…no row below"]),
        ],
        &options(),
    );
}

#[test]
fn entities_in_every_format() {
    let toml = "[[entity]]\nkey = 'x-base'\nname = 'X base'\nkind = 'base'\nacronyms = ['XB']\nweak = 'X'\nlocated_in = ['iraq', { entity = 'y', from = 2020-01-01 }]\nweak_name = true\nwikidata = 'Q1'";
    let csv = "# a comment\nkey,name,kind,acronyms,weak,located_in,weak_name,wikidata\nx-base,X base,base,XB,X,iraq|y@2020-01-01..,true,Q1\n";
    let json = r#"{"entities": [{"key": "x-base", "name": "X base", "kind": "base", "acronyms": ["XB"], "weak": ["X"],
        "located_in": ["iraq", "y@2020-01-01.."], "weak_name": true, "wikidata": "Q1"}]}"#;
    let expected = "entity Entity { key: \"x-base\", name: \"X base\", kind: Base, weak_name: true, names: [EntityName { \
        name: \"XB\", kind: Acronym, language: None }, EntityName { name: \"X\", kind: Weak, language: None }], relations: \
        [EntityRelation { parent: \"iraq\", kind: LocatedIn, from: None, until: None }, EntityRelation { parent: \"y\", \
        kind: LocatedIn, from: Some(2020-01-01), until: None }], aliases: [], wikidata: Some(\"Q1\"), capital: None }";
    compare(
        &[
            ("e.toml", toml, &[expected]),
            ("e.csv", csv, &[expected]),
            ("e.json", json, &[expected]),
            (
                "e.toml",
                &toml.replace("'base'", "'bsae'").replace("Q1", "1"),
                &["…did you mean \"base\"?", "…is no Wikidata item"],
            ),
            ("e.toml", &toml.replace("x-base", "X Base"), &["…perhaps \"x-base\""]),
            ("e.toml", &toml.replace("acronyms", "acronym"), &["…did you mean \"acronyms\"?"]),
            ("e.toml", &toml.replace("'iraq'", "'Iraq'"), &["…perhaps \"iraq\""]),
            ("e.csv", &csv.replace("2020-01-01", "2020"), &["…KEY@2021-01-20..2025-01-20"]),
        ],
        &options(),
    );
}
