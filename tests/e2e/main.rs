//! The real window, driven as a user would: the sample side by side, an import by drop, a change of camp, and all of
//! it kept for the next start.
//!
//! Run by `scripts/test` under a virtual display, after it has built the program. Pictures go to `target/e2e`.

mod daily;
mod events;
mod glyphs;
mod hands;
mod reading;
mod report;
mod window;
mod words;

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use window::Window;

/// The camps that have a column of their own in the sample.
const CAMPS: usize = 3;

/// The ids of the events in the list.
const EVENTS: &str =
    "return [...document.querySelectorAll('[data-testid=event]')].map((e) => e.dataset.event)";

/// The camp in whose column the article `arguments[0]` stands, or null.
const COLUMN_OF: &str = r#"(document
    .querySelector(`[data-testid=column-article][data-article="${arguments[0]}"]`)
    ?.closest("[data-testid=column-head]").dataset.camp ?? null)"#;

fn data_dir() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// Waits until an event is shown.
async fn shown(window: &Window) {
    window.find("[data-testid=app][data-phase=open]").await;
    // The event before stays in sight until the next is there.
    window.find("main[aria-busy=false]").await;
    window.find("[data-testid=row]").await;
}

/// The number of events in the list.
async fn events(window: &Window) -> Vec<String> {
    serde_json::from_value(window.run(EVENTS, Vec::new()).await).expect("a list of ids")
}

/// Opens an event of the list and waits until it is shown.
async fn open_event(window: &Window, id: &str) {
    window.click(&format!("[data-testid=event][data-event=\"{id}\"]")).await;
    window.find(&format!("[data-testid=event][data-event=\"{id}\"][aria-current=true]")).await;
    window.until_gone("[data-testid=loading]").await;
    shown(window).await;
}

/// Opens the last event of the list, and tells which: of the sample, the shelling that all camps tell.
async fn open_last_event(window: &Window) -> String {
    let event = events(window).await.pop().expect("there are events");
    open_event(window, &event).await;
    event
}

async fn column_of(window: &Window, article: &str) -> Value {
    window.run(&format!("return {COLUMN_OF}"), vec![json!(article)]).await
}

/// The five articles that every reader of the design knows; without them the test cannot say what it must.
fn seeds() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    let found = folder.is_dir().then(|| folder.canonicalize().expect("it is there"));
    assert!(found.is_some() || std::env::var_os("CI").is_none(), "CI wants ../shared/seeds");
    found
}

#[tokio::test]
async fn the_sample_stands_side_by_side() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        assert_eq!(window.run("return document.documentElement.dir", Vec::new()).await, json!("rtl"));
        window.find("[data-testid=invented]").await;
        assert!(window.all("[data-testid=column-head]").await.len() >= CAMPS);
        from_the_right(&window).await;
        fonts(&window).await;
        marks_and_gaps(&window).await;
        pictures(&window).await;
    })
    .await;
}

/// The first column is the rightmost.
async fn from_the_right(window: &Window) {
    let script = "return [...document.querySelectorAll('[data-testid=column-head]')]
        .map((head) => head.getBoundingClientRect().right)";
    let edges: Vec<f64> =
        serde_json::from_value(window.run(script, Vec::new()).await).expect("a list of edges");
    assert!(edges.is_sorted_by(|before, after| before > after), "{edges:?}");
}

/// The bundled fonts are read under the content policy.
async fn fonts(window: &Window) {
    let script =
        "return [...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)";
    let loaded = window.run(script, Vec::new()).await.to_string();
    assert!(loaded.contains("Amiri"), "{loaded}");
}

/// The layers of the marks and the words of the gaps that are drawn; then the board is scrolled on, and says whether it was.
const DRAWN: &str = r#"
    const of = (testid, told) => [...document.querySelectorAll(`[data-testid=${testid}]`)].map(told);
    const board = document.querySelector("[data-testid=board]");
    const before = board.scrollTop;
    const seen = [of("mark", (mark) => mark.dataset.layer), of("gap", (gap) => gap.textContent.trim())];
    board.scrollTop += board.clientHeight / 2;
    return [...seen, board.scrollTop > before];"#;

/// Somewhere in the sample a word is marked as said by one side only, a figure as differing, and a camp is silent.
async fn marks_and_gaps(window: &Window) {
    let (mut marks, mut gaps): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for event in events(window).await {
        open_event(window, &event).await;
        let mut goes_on = true;
        while goes_on {
            let seen: (Vec<String>, Vec<String>, bool) =
                serde_json::from_value(window.run(DRAWN, Vec::new()).await).expect("lists");
            marks.extend(seen.0);
            gaps.extend(seen.1);
            goes_on = seen.2;
            window.frame().await;
        }
    }
    for layer in ["word", "figure"] {
        assert!(marks.iter().any(|mark| mark.contains(layer)), "no mark of layer {layer} among {marks:?}");
    }
    assert!(gaps.iter().any(|gap| gap == "لم يُذكر"), "{gaps:?}");
}

/// The event that all camps cover, the oldest: light and dark, Arabic and English; then the claims of a row.
async fn pictures(window: &Window) {
    let oldest = events(window).await.pop().expect("the sample has events");
    open_event(window, &oldest).await;
    in_all_looks(window, "sample").await;
    window.press("claims-switch").await;
    window.find("[data-testid=claim]").await;
    window.picture("sample-claims").await;
    for (page, shown) in
        [("claims", "claims-table"), ("figures", "figures"), ("naming", "naming"), ("sources", "sources")]
    {
        window.click(&format!("[data-testid=page-tab][data-page={page}]")).await;
        window.find(&format!("[data-testid={shown}]")).await;
        if page == "figures" {
            figures_from_the_right(window).await;
        }
        in_all_looks(window, page).await;
    }
}

/// Pictures in both languages and both themes; the window is left as it was.
async fn in_all_looks(window: &Window, name: &str) {
    for language in ["ar", "en"] {
        for _ in 0..2 {
            let theme = window.run("return document.documentElement.dataset.theme", Vec::new()).await;
            window.picture(&format!("{name}-{language}-{}", theme.as_str().unwrap_or("unknown"))).await;
            window.press("theme").await;
        }
        window.press("language").await;
    }
}

/// The figures stand on their axis from the right: a greater one is further left, and no line of words is clipped.
async fn figures_from_the_right(window: &Window) {
    let script = "const ticks = [...document.querySelectorAll('[data-testid=figure-set] svg.lane')][0];
        return [...ticks.querySelectorAll('.tick')].map((tick) => tick.getBoundingClientRect().left)";
    let edges: Vec<f64> =
        serde_json::from_value(window.run(script, Vec::new()).await).expect("a list of edges");
    assert!(edges.len() > 1 && edges.is_sorted_by(|before, after| before > after), "{edges:?}");
}

#[tokio::test]
async fn what_is_dropped_and_changed_is_kept() {
    let Some(seeds) = seeds() else {
        println!("skipped: ../shared/seeds is not there");
        return;
    };
    let data = data_dir();
    let (tell, told) = std::sync::mpsc::channel();
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        let before = events(&window).await;
        import(&window, &seeds).await;
        let after = events(&window).await;
        assert!(after.len() >= before.len() + 2, "new events: {before:?} {after:?}");
        let changed = change_camp(&window, after.iter().find(|id| !before.contains(id))).await;
        window.picture("seeds-camp-changed").await;
        tell.send((after.len(), changed)).expect("the test waits for it");
    })
    .await;
    let (count, (article, camp)) = told.recv().expect("the visit told what it did");
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        let kept = events(&window).await;
        assert_eq!(kept.len(), count, "the events are all there");
        assert_eq!(search_column(&window, &kept, &article).await, json!(camp));
        window.picture("seeds-after-restart").await;
    })
    .await;
}

/// The texts of the pieces that stand beside the one that begins with `arguments[0]`.
const BESIDE: &str = r#"
    const texts = (row) => [...row.querySelectorAll(".piece .txt")].map((text) => text.textContent);
    const rows = [...document.querySelectorAll("[data-testid=row]")].map(texts);
    return rows.find((row) => row.includes(arguments[0]))?.filter((text) => text !== arguments[0]) ?? null;"#;

/// Where the row of a piece begins in the window, and whether the focus is in that row.
const PLACE: &str = r#"
    const text = [...document.querySelectorAll(".piece .txt")].find((text) => text.textContent === arguments[0]);
    const row = text?.closest("[data-testid=row]");
    return row ? [row.getBoundingClientRect().top, row.contains(document.activeElement)] : null;"#;

#[tokio::test]
async fn a_sentence_taken_out_of_its_row_is_out_after_a_restart() {
    let data = data_dir();
    let (tell, told) = std::sync::mpsc::channel();
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        let event = open_last_event(&window).await;
        let piece = take_out(&window).await;
        tell.send((event, piece)).expect("the test waits for it");
    })
    .await;
    let (event, piece) = told.recv().expect("the visit told what it did");
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        open_event(&window, &event).await;
        assert_eq!(window.run(BESIDE, vec![piece.clone()]).await, json!([]), "it stands alone");
        window.find("[data-testid=row-decided]").await;
        window.press("undo").await;
        window.until_gone("[data-testid=row-decided]").await;
        assert_ne!(window.run(BESIDE, vec![piece]).await, json!([]), "it is back in its row");
    })
    .await;
}

/// Takes the first sentence that does not stand alone out of its row by its menu, and gives its text.
async fn take_out(window: &Window) -> Value {
    let script = r#"
        const row = [...document.querySelectorAll("[data-testid=row]")]
            .find((row) => row.querySelectorAll("[data-testid=arrange]").length > 1);
        const button = row.querySelector("[data-testid=arrange]");
        button.closest("[data-testid=cell]").focus();
        button.click();
        return button.closest(".piece").querySelector(".txt").textContent;"#;
    let piece = window.run(script, Vec::new()).await;
    window.find("[data-testid=arrange-take-out]").await;
    window.picture("row-menu").await;
    let left = window.run(BESIDE, vec![piece.clone()]).await[0].clone();
    let before = window.run(PLACE, vec![left.clone()]).await;
    window.press("arrange-take-out").await;
    window.find("[data-testid=row-decided]").await;
    window.until_gone("[data-testid=app][aria-busy=true]").await;
    assert_eq!(window.run(BESIDE, vec![piece.clone()]).await, json!([]), "it stands alone");
    let after = window.run(PLACE, vec![left]).await;
    assert_eq!(after, json!([before[0], true]), "the row stays where it is, and keeps the focus");
    window.picture("row-arranged").await;
    piece
}

/// Drops the seeds and sees the report through.
async fn import(window: &Window, seeds: &Path) {
    window.drop_files(&[seeds.to_owned()]).await;
    window.find("[data-testid=import-report]").await;
    let failed = window.all("[data-testid=report-source][data-outcome=failed]").await;
    assert!(failed.is_empty(), "{}", window.text("[data-testid=import-report]").await);
    window.picture("seeds-report").await;
    window.click("[data-testid=import-report] header button").await;
    window.until_gone("[data-testid=import-report]").await;
}

/// Gives an article of an event to another camp, sees its column follow, and tells which article and camp.
async fn change_camp(window: &Window, event: Option<&String>) -> (String, String) {
    open_event(window, event.expect("a new event")).await;
    let article = window.find("[data-testid=column-article]").await;
    let id = article.attr("data-article").await.expect("it is an element").expect("it has an id");
    article.click().await.expect("it opens");
    let select = window.find("[data-testid=camp-select]").await;
    window.picture("seeds-article").await;
    let now = select.prop("value").await.expect("it is a list").unwrap_or_default();
    let other = if now == "opposition" { "pro-government" } else { "opposition" };
    select.select_by_value(other).await.expect("it has that camp");
    let follows = format!("return {COLUMN_OF} === arguments[1]");
    window.until("the column follows", &follows, vec![json!(id), json!(other)]).await;
    window.press("article-close").await;
    (id, other.to_owned())
}

/// The camp in whose column an article stands, in whichever event.
async fn search_column(window: &Window, events: &[String], article: &str) -> Value {
    for event in events {
        open_event(window, event).await;
        let camp = column_of(window, article).await;
        if !camp.is_null() {
            return camp;
        }
    }
    Value::Null
}

#[tokio::test]
async fn what_cannot_be_read_is_named_with_its_reason() {
    let data = data_dir();
    let picture = data.path().join("picture.txt");
    std::fs::write(&picture, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0")
        .expect("written");
    let empty = data.path().join("empty.txt");
    std::fs::write(&empty, b"").expect("written");
    window::open(data.path(), move |window| async move {
        shown(&window).await;
        window.drop_files(&[picture, empty]).await;
        window.find("[data-testid=import-report]").await;
        let failed = window.all("[data-testid=report-source][data-outcome=failed]").await;
        assert_eq!(failed.len(), 2);
        let report = window.text("[data-testid=import-report]").await;
        for name in ["picture.txt", "empty.txt"] {
            assert!(report.contains(name), "{name} is not named in: {report}");
        }
        window.picture("import-failures").await;
    })
    .await;
}
