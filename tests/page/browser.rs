//! The page in a real browser: no errors, nothing wider than the window, tables that sort, evidence that opens; where Chromium is.
//!
//! The browser is spoken to over two pipes (`--remote-debugging-pipe`): JSON, each message ended by a NUL.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value as Json, json};

use crate::stage::{Stage, on_path};

struct Browser {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
    session: Option<String>,
    calls: u64,
    events: Vec<Json>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// None, and a word about it, where there is no Chromium.
    fn open() -> Option<Self> {
        let program = on_path("chromium").or_else(|| on_path("chromium-browser"))?;
        let profile = tempfile::tempdir().unwrap();
        // A shell moves the pipes to where the browser looks for them.
        let mut shell = Command::new("sh");
        shell.args(["-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null 2>/dev/null"]).arg(program);
        shell.args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--remote-debugging-pipe",
        ]);
        shell.arg(format!("--user-data-dir={}", profile.path().display())).arg("about:blank");
        let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let from = BufReader::new(child.stdout.take().unwrap());
        let to = child.stdin.take();
        let mut browser =
            Self { child, to, from, session: None, calls: 0, events: Vec::new(), _profile: profile };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }))["targetId"].clone();
        let session = browser.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }));
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    fn read(&mut self) -> Json {
        let mut message = Vec::new();
        self.from.read_until(0, &mut message).unwrap();
        message.pop().expect("the browser is still there");
        serde_json::from_slice(&message).unwrap()
    }

    fn call(&mut self, method: &str, parameters: Json) -> Json {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = json!(session);
        }
        let to = self.to.as_mut().unwrap();
        write!(to, "{message}\0").unwrap();
        to.flush().unwrap();
        loop {
            let answer = self.read();
            if answer["id"] == self.calls {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
            self.events.push(answer);
        }
    }

    fn load(&mut self, path: &Path, width: u32, scheme: &str) {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.call("Emulation.setDeviceMetricsOverride", size);
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", json!({ "media": "screen", "features": features }));
        self.events.clear();
        let going = self.call("Page.navigate", json!({ "url": format!("file://{}", path.display()) }));
        assert!(going["errorText"].is_null(), "{going}");
        // The blank page before it may still tell of its own loading.
        while self.value("location.protocol + document.readyState") != json!("file:complete") {
            let event = self.read();
            self.events.push(event);
        }
    }

    fn value(&mut self, expression: &str) -> Json {
        let answer =
            self.call("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true }));
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {answer:#}");
        answer["result"]["value"].clone()
    }

    /// What the page said on its console, and what was refused to it.
    fn complaints(&self) -> Vec<&Json> {
        let complains = ["Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"];
        self.events.iter().filter(|event| complains.iter().any(|method| event["method"] == *method)).collect()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It ends when its pipe is closed, and is ended where it does not.
        self.to = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn page(stage: &Stage) -> std::path::PathBuf {
    stage.ok(&["report", "all", "--format", "html", "-o", "story.html"]);
    stage.path("story.html")
}

/// The elements that reach beyond the window, but for those that scroll by themselves.
const TOO_WIDE: &str = "[...document.querySelectorAll('body *')].filter((e) => !e.closest('.scroll') \
     && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 5).map((e) => e.outerHTML.slice(0, 120))";

#[test]
fn it_fits_every_window_without_an_error() {
    let Some(mut browser) = Browser::open() else { return };
    for stage in [Stage::example(), Stage::new(), crate::hostile::hostile()] {
        let path = page(&stage);
        for (width, scheme) in [(390, "light"), (768, "dark"), (1280, "light")] {
            browser.load(&path, width, scheme);
            assert_eq!(browser.complaints(), Vec::<&Json>::new(), "at {width}");
            assert_eq!(
                browser.value("document.documentElement.scrollWidth"),
                browser.value("document.documentElement.clientWidth"),
                "{}",
                browser.value(TOO_WIDE)
            );
            assert_eq!(browser.value(TOO_WIDE), json!([]), "at {width}");
            let dark =
                browser.value("getComputedStyle(document.body).backgroundColor") == json!("rgb(21, 24, 28)");
            assert_eq!(dark, scheme == "dark");
        }
        browser.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69 });
        let print = browser.call("Page.printToPDF", paper);
        assert!(print["data"].as_str().unwrap().starts_with("JVBERi0"), "a PDF");
        let a4 = json!({ "width": 703, "height": 1000, "deviceScaleFactor": 1, "mobile": false });
        browser.call("Emulation.setDeviceMetricsOverride", a4);
        assert_eq!(
            browser.value(&TOO_WIDE.replace("!e.closest('.scroll') && ", "")),
            json!([]),
            "nothing is cut on paper"
        );
        assert_eq!(browser.complaints(), Vec::<&Json>::new(), "on paper");
    }
}

#[test]
fn tables_sort_and_filter_and_evidence_opens_in_place() {
    let Some(mut browser) = Browser::open() else { return };
    let stage = Stage::example();
    let path = page(&stage);
    browser.load(&path, 1280, "light");
    let first = "document.querySelector('#report-troop-figures tbody tr').cells[2].textContent";
    let sort = "document.querySelectorAll('#report-troop-figures thead button')[2].click()";
    browser.value(sort);
    let up = browser.value(first);
    browser.value(sort);
    let down = browser.value(first);
    assert!(up != down, "{up} first, and {down} first the other way");
    assert_eq!(
        browser.value("document.querySelectorAll('#report-troop-figures th[aria-sort=descending]').length"),
        json!(1)
    );
    let filter = "(() => { const input = document.querySelector('#report-troop-figures input[type=search]'); input.value = 'syria'; \
         input.dispatchEvent(new Event('input')); return [...document.querySelectorAll('#report-troop-figures tbody tr')] \
         .filter((row) => !row.hidden).every((row) => /syria/i.test(row.textContent)); })()";
    assert_eq!(browser.value(filter), json!(true));
    browser.value("document.querySelector('.gantt .answer a').click()");
    assert_eq!(browser.value("document.querySelector('dialog').open"), json!(true));
    assert!(browser.value("document.querySelector('dialog mark').textContent").as_str().unwrap().len() > 5);
    browser.value("document.querySelector('dialog button').click()");
    assert_eq!(browser.value("document.querySelector('dialog').open"), json!(false));
    assert_eq!(browser.complaints(), Vec::<&Json>::new());
}

#[test]
fn without_script_every_link_still_leads_to_its_evidence() {
    let Some(mut browser) = Browser::open() else { return };
    let stage = Stage::example();
    let path = page(&stage);
    browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.load(&path, 1280, "light");
    // Evaluating is the tester's own and still allowed; the page's script has not run.
    assert_eq!(
        browser.value("document.querySelectorAll('dialog, th button, input[type=search]').length"),
        json!(0)
    );
    browser.value("location.hash = document.querySelector('.gantt .answer a').getAttribute('href')");
    let shown = browser.value("document.querySelector('.claim:target mark').getBoundingClientRect().height");
    assert!(shown.as_f64().unwrap() > 5.0, "the quote is there to read");
}
