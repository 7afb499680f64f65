//! The commands as the page calls them, by name and JSON, on a runtime without a display. What the page may call
//! at all (capabilities, content policy) is seen only in the real window: `tests/e2e`.

use crate::Request;
use serde_json::{Value, json};
use std::path::Path;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

/// A window without a display, and the folder of the program's own files.
struct Window {
    page: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    folder: TempDir,
}

impl Window {
    fn open() -> Self {
        Self::with(None)
    }

    fn with(dossier: Option<&Path>) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let request =
            Request { dossier: dossier.map(Path::to_owned), data_dir: Some(folder.path().to_owned()) };
        let app = crate::commands(mock_builder()).build(mock_context(noop_assets())).expect("it starts");
        crate::set_up(&app, request).expect("its folder can be made");
        let page = WebviewWindowBuilder::new(&app, "main", Default::default()).build().expect("it opens");
        Self { page, _app: app, folder }
    }

    fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("a URL"),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.page, request).map(|body| body.deserialize().expect("an answer is JSON"))
    }

    /// An answer that is told at once.
    fn answer(&self, command: &str, arguments: Value) -> Value {
        let (first, parts) = self.in_parts(command, "", arguments);
        assert!(parts.is_empty(), "{command} is told in parts");
        first
    }

    /// An answer, and what follows its first, asked for by another command.
    fn in_parts(&self, command: &str, next: &str, arguments: Value) -> (Value, Vec<Value>) {
        let ask = |command: &str, arguments| {
            self.call(command, arguments).unwrap_or_else(|failure| panic!("{command}: {failure}"))
        };
        let mut told = ask(command, arguments);
        let Some(rest) = told.get("rest").cloned() else { return (told, Vec::new()) };
        let part = |_| ask(next, json!({ "id": rest["id"] }));
        let parts = (0..rest["parts"].as_u64().unwrap_or(0)).map(part).collect();
        (told["first"].take(), parts)
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("no list {key} in {value}"))
}

const CHANNEL: &str = "__CHANNEL__:7";

#[test]
fn the_first_start_shows_the_sample() {
    let window = Window::open();
    let overview = window.answer("start", json!({}));
    assert_eq!(overview["dossier"]["sample"], json!(true));
    assert!(list(&overview, "events").len() >= 2, "{overview}");
    let event = &overview["events"][0]["id"];
    let view = window.answer("event", json!({ "id": event }));
    assert_eq!(&view["head"]["id"], event);
    assert!(!list(&view, "rows").is_empty());
    let sources = window.answer("sources", json!({ "id": event }));
    assert!(!list(&sources, "edges").is_empty() && !list(&sources, "nodes").is_empty(), "{sources}");
}

#[test]
fn every_command_that_the_page_calls_is_there() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/backend/tauri.ts");
    let page = std::fs::read_to_string(page).expect("the page's side of the commands");
    let called: Vec<&str> =
        page.split("invoke(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(called.len() >= 19, "{called:?}");
    let window = Window::open();
    for command in called.into_iter().filter(|name| !name.starts_with("pick_")) {
        if let Err(error) = window.call(command, json!({})) {
            assert!(!error.to_string().contains("not found"), "{command}: {error}");
        }
    }
}

#[test]
fn a_pasted_text_is_imported_and_its_camp_set_and_taken_back() {
    let window = Window::open();
    let dossier = window.folder.path().join("new.riwayat");
    window.answer("create_dossier", json!({ "path": dossier }));
    let text = "انسحاب القوات من بلدة تل الرمان\n\nقالت مصادر محلية إن القوات انسحبت من بلدة تل الرمان يوم 14 آذار 2019.";
    let report = window.answer("import_text", json!({ "text": text, "onProgress": CHANNEL }));
    assert_eq!(report["imported"], json!(1), "{report}");
    let article = report["articles"][0].as_str().expect("an id").to_owned();
    let camp = |window: &Window| window.answer("article", json!({ "id": article }))["head"]["camp"].clone();
    let before = camp(&window);
    window.answer("set_field", json!({ "article": article, "field": "camp", "value": "opposition" }));
    assert_eq!(camp(&window), json!("opposition"));
    let undone = window.answer("undo", json!({}));
    assert_eq!(camp(&window), before);
    assert!(!undone["dossier"]["can_redo"].is_null());
    window.answer("redo", json!({}));
    assert_eq!(camp(&window), json!("opposition"));
}

#[test]
fn a_sentence_is_taken_out_of_its_row_and_put_back() {
    let window = Window::open();
    let overview = window.answer("start", json!({}));
    let view = |window: &Window| {
        let views =
            list(&overview, "events").iter().map(|e| window.answer("event", json!({ "id": e["id"] })));
        views.max_by_key(|v| list(v, "rows").len()).expect("the sample has events")
    };
    let before = view(&window);
    let row =
        list(&before, "rows").iter().find(|r| r["sentences"].as_u64() > Some(1)).expect("a row of several");
    let pieces = list(row, "cells").iter().flat_map(|c| list(c, "pieces"));
    let piece = pieces.clone().find(|p| p["relayed"] == json!(false)).expect("a sentence");
    let spot = json!({ "article": piece["article"], "start": piece["start"], "end": piece["end"] });
    window.answer("split_row", json!({ "pieces": [spot] }));
    let after = view(&window);
    assert_eq!(list(&after, "rows").len(), list(&before, "rows").len() + 1);
    window.answer("leave_row", json!({ "of": spot }));
    assert_eq!(view(&window)["rows"], before["rows"]);
    let failure = window.call("join_rows", json!({ "one": spot, "other": spot })).expect_err("it is one row");
    assert_eq!(failure["code"], json!("not-moved"));
}

#[test]
fn what_was_open_last_opens_again() {
    let window = Window::open();
    let path = window.folder.path().join("kept.riwayat");
    drop(riwayat_app::Desk::create(&path).expect("it can be made"));
    riwayat_app::recent::note(window.folder.path(), &path, false);
    assert_eq!(window.answer("recent", json!({}))[0]["name"], json!("kept"));
    assert_eq!(window.answer("start", json!({}))["dossier"]["name"], json!("kept"));
}

#[test]
fn a_dossier_named_on_the_command_line_comes_first() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("named.riwayat");
    drop(riwayat_app::Desk::create(&path).expect("it can be made"));
    assert_eq!(Window::with(Some(&path)).answer("start", json!({}))["dossier"]["name"], json!("named"));
}

#[test]
fn what_is_open_is_not_opened_twice() {
    let window = Window::open();
    let path = window.folder.path().join("open.riwayat");
    for (command, arguments) in [
        ("create_dossier", json!({ "path": path })),
        ("open_dossier", json!({ "path": path })),
        ("start", json!({})),
    ] {
        assert_eq!(window.answer(command, arguments)["dossier"]["name"], json!("open"), "{command}");
    }
    window.answer("open_sample", json!({}));
    assert_eq!(window.answer("open_sample", json!({}))["dossier"]["sample"], json!(true));
}

#[test]
fn what_cannot_be_opened_is_told_and_the_open_one_stays() {
    let window = Window::open();
    window.answer("start", json!({}));
    let foreign = window.folder.path().join("foreign.riwayat");
    std::fs::write(&foreign, "not a dossier, but long enough to hold a header of one").expect("written");
    let failure = window.call("open_dossier", json!({ "path": foreign })).expect_err("it is no dossier");
    assert_eq!(failure["code"], json!("dossier-foreign"));
    for language in ["ar", "en"] {
        assert!(
            failure["message"][language].as_str().is_some_and(|text| text.contains("foreign")),
            "{failure}"
        );
    }
    assert_eq!(window.answer("overview", json!({}))["dossier"]["sample"], json!(true));
}

#[test]
fn before_anything_is_open_a_question_is_answered_by_a_failure() {
    let failure = Window::open().call("overview", json!({})).expect_err("nothing is open");
    assert_eq!(failure["code"], json!("not-found"));
}

#[test]
fn an_earlier_wish_to_stop_stops_nothing_later() {
    let window = Window::open();
    window.answer("start", json!({}));
    window.answer("cancel", json!({}));
    let text = "وصول قافلة مساعدات إلى مدينة السنديان\n\nوصلت قافلة من 12 شاحنة إلى مدينة السنديان.";
    let report = window.answer("import_text", json!({ "text": text, "onProgress": CHANNEL }));
    assert_eq!((&report["imported"], &report["cancelled"]), (&json!(1), &json!(false)));
}

#[test]
fn the_report_of_an_event_is_written_whole_or_not_at_all() {
    let window = Window::open();
    let overview = window.answer("start", json!({}));
    let event = &list(&overview, "events")[0];
    let path = window.folder.path().join("تقرير.html");
    std::fs::write(&path, "an older one").expect("written");
    window.answer("save_report", json!({ "event": event["id"], "arabic": true, "path": path }));
    let page = std::fs::read_to_string(&path).expect("it is there");
    assert!(page.contains(event["title"].as_str().expect("a title")) && page.contains("dir=\"rtl\""));
    let beside: Vec<_> = std::fs::read_dir(window.folder.path()).expect("a folder").flatten().collect();
    assert!(beside.iter().all(|file| !file.file_name().to_string_lossy().ends_with(".part")));
    let nowhere = window.folder.path().join("no such folder").join("r.html");
    let call = json!({ "event": event["id"], "arabic": false, "path": nowhere });
    let failure = window.call("save_report", call).expect_err("it has no folder");
    assert_eq!(failure["code"], json!("not-written"));
    assert!(failure["message"]["en"].as_str().is_some_and(|text| text.contains("no such folder")));
    let nobody = json!({ "event": "e-nothing", "arabic": true, "path": path });
    assert_eq!(window.call("save_report", nobody).expect_err("no such event")["code"], json!("not-found"));
    assert_eq!(std::fs::read_to_string(&path).expect("it is there"), page, "what was there stays");
}

#[test]
fn a_long_answer_is_told_in_parts_that_make_up_the_whole() {
    const ARTICLES: usize = 600;
    let window = Window::open();
    let (path, texts) = (window.folder.path().join("long.riwayat"), window.folder.path().join("long.jsonl"));
    // Two months apart, so that each tells an event; without an outlet, so that each needs a word.
    let article = |n: usize| {
        let text = format!("قصفت قوات النظام مدينة الرقة، وقُتل {n} مدنيين.");
        let published = format!("{}-{:02}-01", 1925 + n / 6, n % 6 * 2 + 1);
        json!({ "id": format!("a{n}"), "published": published, "title": format!("حديقة {n}"), "text": text })
    };
    let lines: Vec<String> = (0..ARTICLES).map(|n| article(n).to_string()).collect();
    std::fs::write(&texts, lines.join("\n")).expect("written");
    window.answer("create_dossier", json!({ "path": path }));
    let arguments = json!({ "paths": [texts], "onProgress": CHANNEL });
    let (report, parts) = window.in_parts("import_paths", "report_part", arguments);
    assert_eq!(report["imported"], json!(ARTICLES));
    let told: usize = parts.iter().map(|part| list(part, "sources").len()).sum();
    assert_eq!(list(&report, "sources").len() + told, ARTICLES, "each lacks its outlet, and says so");
    assert!(parts.len() >= 2);

    let (first, parts) = window.in_parts("overview", "overview_part", json!({}));
    // The file is let go.
    window.answer("create_dossier", json!({ "path": window.folder.path().join("other.riwayat") }));
    let never = std::sync::atomic::AtomicBool::new(false);
    let watch = riwayat_app::Watch { progress: &|_| {}, cancel: &never };
    let whole = riwayat_app::Desk::open(&path, watch).and_then(|desk| desk.overview()).expect("it opens");
    let whole = serde_json::to_value(whole).expect("an overview is JSON");
    let told = |key: &str| -> Vec<Value> { parts.iter().flat_map(|part| list(part, key).clone()).collect() };
    let events: Vec<Value> = list(&first, "events").iter().cloned().chain(told("events")).collect();
    assert!(list(&first, "events").len() < events.len());
    assert_eq!(first["more"], json!(events.len() - list(&first, "events").len()));
    assert_eq!(&events, list(&whole, "events"));
    for key in ["storylines", "named"] {
        assert_eq!(&told(key), list(&whole, key), "{key}");
    }
    assert!(!told("named").is_empty());
    // Opened again it begins with what it kept, which is as much.
    let (again, _) = window.in_parts("open_dossier", "overview_part", json!({ "path": path }));
    for key in ["events", "more", "named"] {
        assert_eq!(again[key], first[key], "{key}");
    }
    assert_eq!(window.in_parts("overview", "overview_part", json!({})), (first, parts));
}
