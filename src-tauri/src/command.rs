//! The commands of the window, one for each method of the interface's `Backend`. Each takes the state, calls a use
//! case and hands back its answer or its failure; nothing is decided here.

use crate::shell::Shell;
use riwayat_app::desk::{self, Desk};
use riwayat_app::recent::{self, Recent};
use riwayat_app::view::{
    ArticleView, ClaimView, ClaimsView, EventView, Failure, Field, FiguresView, ImportReport, InParts,
    NamingView, Overview, OverviewPart, Progress, ReportPart, SearchView, SourcesView, Spot,
};
use riwayat_app::{Lang, Source};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tauri::ipc::Channel;
use tauri::{State, command};

type Held<'a> = State<'a, Arc<Shell>>;
type Answer<T> = Result<T, Failure>;
type Told = InParts<Overview>;

/// The name of a pasted text, where a file's name would stand.
const PASTED: &str = "نصّ ملصق";

/// Opens what the command line named, else the dossier open last, else the sample. A page that is loaded anew finds
/// what it had.
#[command]
pub async fn start(shell: Held<'_>) -> Answer<Told> {
    shell.inner().clone().place(|_| true, Shell::first).await
}

/// The dossiers that were open, the last one first.
#[command]
pub fn recent(shell: Held<'_>) -> Vec<Recent> {
    recent::list(shell.data_dir())
}

/// Opens the sample.
#[command]
pub async fn open_sample(shell: Held<'_>) -> Answer<Told> {
    shell.inner().clone().place(is_sample, |shell, watch| Desk::sample(shell.data_dir(), watch)).await
}

/// Opens a dossier.
#[command]
pub async fn open_dossier(shell: Held<'_>, path: PathBuf) -> Answer<Told> {
    let wanted = path.clone();
    let same = move |desk: &Desk| is_file(desk, &wanted);
    shell.inner().clone().place(same, move |_, watch| Desk::open_asleep(&path, watch)).await
}

/// Makes an empty dossier.
#[command]
pub async fn create_dossier(shell: Held<'_>, path: PathBuf) -> Answer<Told> {
    shell.inner().clone().place(|_| false, move |_, _| Desk::create(&path)).await
}

/// The list of events, and what holds for the whole dossier.
#[command]
pub async fn overview(shell: Held<'_>) -> Answer<Told> {
    shell.inner().clone().overview(|desk, _| desk.overview()).await
}

/// The next part of an overview; nothing where newer ones have taken its place.
#[command]
pub fn overview_part(shell: Held<'_>, id: usize) -> Option<OverviewPart> {
    shell.overviews.next(id)
}

/// Compares a dossier that was opened with what it kept; the overview anew, or nothing where it stood already. Nobody
/// can stop it: half a comparison is none.
#[command]
pub async fn settle(shell: Held<'_>, on_progress: Channel<Progress>) -> Answer<Option<Told>> {
    let settle = |desk: &Desk, watch: riwayat_app::Watch<'_>| {
        desk.settle(riwayat_app::Watch { cancel: &AtomicBool::new(false), ..watch })
    };
    let settled = shell.inner().clone().work(Some(on_progress), settle).await?;
    Ok(settled.map(|overview| shell.overviews.first(overview)))
}

/// The accounts of one event, side by side.
#[command]
pub async fn event(shell: Held<'_>, id: String) -> Answer<EventView> {
    shell.inner().clone().work(None, move |desk, _| desk.event(&id)).await
}

/// The claims of a row of an event.
#[command]
pub async fn row_claims(shell: Held<'_>, event: String, row: usize) -> Answer<Vec<ClaimView>> {
    shell.inner().clone().work(None, move |desk, _| desk.row_claims(&event, row)).await
}

/// What each camp does with each claim of one event.
#[command]
pub async fn claims(shell: Held<'_>, id: String) -> Answer<ClaimsView> {
    shell.inner().clone().work(None, move |desk, _| desk.claims(&id)).await
}

/// What the voices of one event count.
#[command]
pub async fn figures(shell: Held<'_>, id: String) -> Answer<FiguresView> {
    shell.inner().clone().work(None, move |desk, _| desk.figures(&id)).await
}

/// What camps call the same things in one event.
#[command]
pub async fn naming(shell: Held<'_>, id: String) -> Answer<NamingView> {
    shell.inner().clone().work(None, move |desk, _| desk.naming(&id)).await
}

/// Who is quoted by whom in one event, and what stands on how many origins.
#[command]
pub async fn sources(shell: Held<'_>, id: String) -> Answer<SourcesView> {
    shell.inner().clone().work(None, move |desk, _| desk.sources(&id)).await
}

/// One article with its provenance.
#[command]
pub async fn article(shell: Held<'_>, id: String) -> Answer<ArticleView> {
    shell.inner().clone().work(None, move |desk, _| desk.article(&id)).await
}

/// Where words that were typed stand in the articles.
#[command]
pub async fn search(shell: Held<'_>, query: String) -> Answer<SearchView> {
    shell.inner().clone().work(None, move |desk, _| desk.search(&query)).await
}

/// Imports files and folders.
#[command]
pub async fn import_paths(
    shell: Held<'_>,
    paths: Vec<PathBuf>,
    on_progress: Channel<Progress>,
) -> Answer<InParts<ImportReport>> {
    let sources = desk::paths(paths);
    import(&shell, on_progress, sources).await
}

/// Imports a pasted text.
#[command]
pub async fn import_text(
    shell: Held<'_>,
    text: String,
    on_progress: Channel<Progress>,
) -> Answer<InParts<ImportReport>> {
    let source = Source::Bytes { name: PASTED.to_owned(), bytes: text.into_bytes(), lines: false };
    import(&shell, on_progress, vec![source]).await
}

/// The next part of a report.
#[command]
pub fn report_part(shell: Held<'_>, id: usize) -> Answer<ReportPart> {
    shell.reports.next(id).ok_or_else(crate::shell::told_already)
}

/// Stops the task that runs; what it has done is kept.
#[command]
pub fn cancel(shell: Held<'_>) {
    shell.stop();
}

/// Sets a field of an article; without a value, back to what was imported.
#[command]
pub async fn set_field(
    shell: Held<'_>,
    article: String,
    field: Field,
    value: Option<String>,
) -> Answer<Told> {
    let set = move |desk: &Desk, watch: riwayat_app::Watch<'_>| {
        desk.set_field(&article, field, value.as_deref(), watch)
    };
    shell.inner().clone().overview(set).await
}

/// Adds a camp of the analyst's own.
#[command]
pub async fn define_camp(shell: Held<'_>, ar: String, en: String) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.define_camp(&ar, &en, watch)).await
}

/// Takes sentences out of their row.
#[command]
pub async fn split_row(shell: Held<'_>, pieces: Vec<Spot>) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.split_row(&pieces, watch)).await
}

/// Makes one row of two.
#[command]
pub async fn join_rows(shell: Held<'_>, one: Spot, other: Spot) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.join_rows(&one, &other, watch)).await
}

/// Moves sentences to another row.
#[command]
pub async fn move_pieces(shell: Held<'_>, pieces: Vec<Spot>, to: Spot) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.move_pieces(&pieces, &to, watch)).await
}

/// Leaves a row to the program again.
#[command]
pub async fn leave_row(shell: Held<'_>, of: Spot) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.leave_row(&of, watch)).await
}

/// Moves an article to another event.
#[command]
pub async fn move_article(shell: Held<'_>, article: String, event: String) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.move_article(&article, &event, watch)).await
}

/// Makes one event of two.
#[command]
pub async fn merge_events(shell: Held<'_>, one: String, other: String) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.merge_events(&one, &other, watch)).await
}

/// Takes an article out of its event.
#[command]
pub async fn part_article(shell: Held<'_>, article: String) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.part_article(&article, watch)).await
}

/// Takes several articles out of their event, into one of their own.
#[command]
pub async fn part_articles(shell: Held<'_>, articles: Vec<String>) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.part_articles(&articles, watch)).await
}

/// Names an event; without a name, as the program calls it.
#[command]
pub async fn name_event(shell: Held<'_>, event: String, name: Option<String>) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.name_event(&event, name.as_deref(), watch)).await
}

/// Calls an entity otherwise than the lexicon does; without a name, as it does.
#[command]
pub async fn call_entity(shell: Held<'_>, entity: String, name: Option<String>) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.call_entity(&entity, name.as_deref(), watch)).await
}

/// Writes the report of an event, in the language of the window.
#[command]
pub async fn save_report(shell: Held<'_>, event: String, arabic: bool, path: PathBuf) -> Answer<()> {
    let lang = if arabic { Lang::Ar } else { Lang::En };
    shell.inner().clone().work(None, move |desk, _| desk.save_report(&event, lang, &path)).await
}

/// Leaves an article to the program again.
#[command]
pub async fn leave_article(shell: Held<'_>, article: String) -> Answer<Told> {
    shell.inner().clone().overview(move |desk, watch| desk.leave_article(&article, watch)).await
}

/// Takes the last change back.
#[command]
pub async fn undo(shell: Held<'_>) -> Answer<Told> {
    shell.inner().clone().overview(Desk::undo).await
}

/// Makes the change that was taken back last again.
#[command]
pub async fn redo(shell: Held<'_>) -> Answer<Told> {
    shell.inner().clone().overview(Desk::redo).await
}

/// Imports sources, and tells what came of it.
async fn import(
    shell: &Held<'_>,
    on_progress: Channel<Progress>,
    sources: Vec<Source>,
) -> Answer<InParts<ImportReport>> {
    let import = move |desk: &Desk, watch: riwayat_app::Watch<'_>| desk.import(&sources, watch);
    let report = shell.inner().clone().work(Some(on_progress), import).await?;
    Ok(shell.reports.first(report))
}

/// Whether the dossier is the sample.
fn is_sample(desk: &Desk) -> bool {
    desk.is_sample().unwrap_or(false)
}

/// Whether the dossier is this file, by whatever name.
fn is_file(desk: &Desk, wanted: &Path) -> bool {
    let file = |path: &Path| path.canonicalize().ok();
    desk.path().and_then(file).is_some_and(|open| file(wanted) == Some(open))
}
