//! The real window, driven from outside: `WebKitWebDriver` starts the built program and speaks for it.
//!
//! Each window has a driver of its own on a port of its own, and keeps its files where the test says. Whatever
//! happens in a test, its session is deleted (else the program would stay) and its driver ended; nothing else is.
//! One window is open at a time: the driver takes a free port for the program some while before the program binds it,
//! and beside a second driver it was seen to die of that.

use fantoccini::elements::Element;
use fantoccini::error::{CmdError, ErrorStatus, NewSessionError};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::future::Future;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::{Child, Command};
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};

/// How long anything in the window may take, on a slow machine under load.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long one whole visit may take: a session that hangs would otherwise hang for ever.
const VISIT: Duration = Duration::from_secs(300);

/// How often a driver may die before the window is there.
const DRIVERS: usize = 3;

/// Held while a window is open.
static OPEN: Mutex<()> = Mutex::const_new(());

/// Between two looks at something that is waited for.
const BEAT: Duration = Duration::from_millis(100);

/// The page's side of a drop, as the web view's wrapper calls it when files are let go over the window.
const DROP: &str = r#"
    const [event, paths] = ["tauri://drag-drop", arguments[0]];
    const listeners = window.__internal_unstable_listeners_object_id__[event];
    window.__internal_unstable_listeners_function_id__(
        { event, payload: { paths, position: { x: 200, y: 200 } } },
        Object.getOwnPropertyNames(listeners).map(Number),
    );
    return Object.getOwnPropertyNames(listeners).length;"#;

/// Waits for the fonts and two frames: a picture taken sooner may show what was there before.
const SETTLED: &str = r#"
    const done = arguments[arguments.length - 1];
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50))));"#;

/// Has the corner of the window painted anew in each frame, or no longer: a picture is taken of the next painting, and where
/// the processor paints, a window at rest is not painted at all.
const PAINT: &str = r#"
    const id = "painted-anew";
    const spot = document.getElementById(id);
    if (!arguments[0]) return spot?.remove();
    if (spot) return;
    const made = Object.assign(document.createElement("div"), { id });
    made.style.cssText = "position: fixed; inset: auto auto 0 0; inline-size: 1px; block-size: 1px; pointer-events: none";
    document.body.append(made);
    let frames = 0;
    requestAnimationFrame(function paint() {
        made.style.background = `rgb(0 0 0 / ${frames++ % 2 ? 0.4 : 0.8}%)`;
        if (made.isConnected) requestAnimationFrame(paint);
    });"#;

/// Waits until a frame was drawn with what happened before.
const FRAME: &str = r#"
    const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => done()));"#;

/// A visit to the window: a client of its driver.
#[derive(Clone)]
pub struct Window(Client);

/// Opens the window with its files in `data_dir`, lets `visit` look at it, and closes it again, also after a failure.
pub async fn open<F: Future<Output = ()> + Send + 'static>(
    data_dir: &Path,
    visit: impl FnOnce(Window) -> F + Send + 'static,
) {
    let _open = OPEN.lock().await;
    let (mut driver, client) = timeout(PATIENCE, start(data_dir)).await.expect("the window opens in time");
    let window = Window(client.clone());
    let end = tokio::spawn(timeout(VISIT, async move { visit(window).await })).await;
    let closed = timeout(PATIENCE, client.close()).await;
    let ended = timeout(PATIENCE, ended(data_dir)).await;
    driver.kill().await.expect("the driver can be ended");
    match end {
        Ok(in_time) => in_time.expect("the visit ends in time"),
        Err(panic) => std::panic::resume_unwind(panic.into_panic()),
    }
    closed.expect("the window closes in time").expect("the session is deleted");
    ended.expect("the program ends in time");
}

/// Waits until no program works in `data_dir` any more: it holds the dossier to its last moment, after its session.
async fn ended(data_dir: &Path) {
    let folder = data_dir.to_string_lossy().into_owned();
    let works = |entry: std::fs::DirEntry| {
        std::fs::read(entry.path().join("cmdline"))
            .is_ok_and(|line| String::from_utf8_lossy(&line).contains(&folder))
    };
    while std::fs::read_dir("/proc").expect("Linux lists its processes").flatten().any(works) {
        sleep(BEAT).await;
    }
}

/// A port that nobody listens on now.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("it is bound").port()
}

/// Starts a driver and waits until it listens.
async fn drive(port: u16) -> Child {
    let driver = Command::new("WebKitWebDriver")
        .arg(format!("--port={port}"))
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .stdin(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .expect("WebKitWebDriver is installed (package webkit2gtk-driver)");
    let listening = async {
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            sleep(BEAT).await;
        }
    };
    timeout(PATIENCE, listening).await.expect("the driver listens in time");
    driver
}

/// Has a driver start the program; a driver that dies of it, which says nothing about the program, gives way to the
/// next.
async fn start(data_dir: &Path) -> (Child, Client) {
    let mut tried = 1;
    loop {
        let port = free_port();
        let mut driver = drive(port).await;
        let error = match session(port, data_dir).await {
            Ok(client) => return (driver, client),
            Err(error) => error,
        };
        let dead = driver.try_wait().expect("the driver can be asked");
        println!("driver {tried} of {DRIVERS}: {error} (ended: {dead:?})");
        assert!(has_died(&error) && tried < DRIVERS, "the driver starts the program: {error:?}");
        driver.kill().await.expect("the driver can be ended");
        ended(data_dir).await;
        tried += 1;
    }
}

/// Whether nobody answered, as opposed to an answer that is a failure.
fn has_died(error: &NewSessionError) -> bool {
    matches!(error, NewSessionError::Failed(_) | NewSessionError::FailedC(_) | NewSessionError::Lost(_))
}

/// Asks a driver for a session with the program.
async fn session(port: u16, data_dir: &Path) -> Result<Client, NewSessionError> {
    let program = program();
    assert!(program.exists(), "{} is not there; scripts/test builds it", program.display());
    let options = json!({ "binary": program, "args": ["--data-dir", data_dir] });
    let capabilities = [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
}

/// The program with the interface inside, as `scripts/test` builds it; `RIWAYAT_DESKTOP` names another.
fn program() -> PathBuf {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../window/riwayat-desktop");
    std::env::var_os("RIWAYAT_DESKTOP").map_or(built, PathBuf::from)
}

/// The selector of a part of the page by its name for tests.
fn named(testid: &str) -> String {
    format!("[data-testid={testid}]")
}

/// Whether a click failed on what the next moment mends.
fn will_pass(error: &CmdError) -> bool {
    let CmdError::Standard(error) = error else { return false };
    matches!(error.error, ErrorStatus::StaleElementReference | ErrorStatus::ElementClickIntercepted)
}

impl Window {
    /// What speaks for the window.
    pub fn client(&self) -> &Client {
        &self.0
    }

    /// The first element, once it is there.
    pub async fn find(&self, css: &str) -> Element {
        let wait = self.0.wait().at_most(PATIENCE).every(BEAT).for_element(Locator::Css(css));
        wait.await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// All elements that are there now.
    pub async fn all(&self, css: &str) -> Vec<Element> {
        self.0.find_all(Locator::Css(css)).await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// The text of the first element.
    pub async fn text(&self, css: &str) -> String {
        self.find(css).await.text().await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// Clicks a part of the page, once it can be clicked: what is drawn anew or slides away is waited for.
    pub async fn click(&self, css: &str) {
        let clicked = async {
            while let Err(error) = self.find(css).await.click().await {
                assert!(will_pass(&error), "{css}: {error:?}");
                println!("{css}: {error:?}, once more");
                sleep(BEAT).await;
            }
        };
        timeout(PATIENCE, clicked).await.unwrap_or_else(|_| panic!("{css} cannot be clicked"));
    }

    /// Clicks a part of the page by its name for tests.
    pub async fn press(&self, testid: &str) {
        self.click(&named(testid)).await;
    }

    /// What a script returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.0.execute(script, arguments).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str, arguments: Vec<Value>) {
        let true_at_last = async {
            while self.run(script, arguments.clone()).await != json!(true) {
                sleep(BEAT).await;
            }
        };
        timeout(PATIENCE, true_at_last).await.unwrap_or_else(|_| panic!("in vain: {what}"));
    }

    /// Waits until no element matches.
    pub async fn until_gone(&self, css: &str) {
        self.until(
            &format!("{css} goes"),
            "return document.querySelector(arguments[0]) === null",
            vec![css.into()],
        )
        .await;
    }

    /// Lets files go over the window, from where the web view's wrapper hands them to the page.
    pub async fn drop_files(&self, paths: &[PathBuf]) {
        let heard = self.run(DROP, vec![json!(paths)]).await;
        assert_eq!(heard, json!(1), "the page listens for drops");
    }

    /// Waits until a frame was drawn: what was scrolled has its rows then, however busy the machine is.
    pub async fn frame(&self) {
        self.0.execute_async(FRAME, Vec::new()).await.expect("frames are drawn");
    }

    /// Keeps a picture of the window under `target/e2e`.
    pub async fn picture(&self, name: &str) {
        self.0.execute_async(SETTLED, Vec::new()).await.expect("the page settles");
        self.run(PAINT, vec![json!(true)]).await;
        let png = self.0.screenshot().await.expect("a picture can be taken");
        self.run(PAINT, vec![json!(false)]).await;
        assert!(png.len() > 10_000, "{name}: {} bytes show nothing", png.len());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("../e2e");
        std::fs::create_dir_all(&folder).expect("the folder can be made");
        std::fs::write(folder.join(format!("{name}.png")), png).expect("the picture can be kept");
    }
}
