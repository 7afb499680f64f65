//! What the window holds while it is open: the dossier on the desk, and the wish to stop.
//!
//! Work on the dossier runs on threads of its own, one task at a time, so that the window never waits. A task takes
//! the dossier out of its place and puts it back when it is done: one that breaks leaves no half-changed dossier
//! behind, only a closed one, and everything saved stays saved.

use crate::progress::Pace;
use riwayat_app::view::{Failure, Overview, Progress};
use riwayat_app::{Desk, Watch, recent};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Channel;

/// The state of the window, shared by its commands.
pub struct Shell {
    desk: Mutex<Option<Desk>>,
    cancel: AtomicBool,
    named: Option<PathBuf>,
    data_dir: PathBuf,
}

impl Shell {
    /// A window without a dossier yet; `named` is what the command line asks for.
    #[must_use]
    pub fn new(named: Option<PathBuf>, data_dir: PathBuf) -> Arc<Self> {
        Arc::new(Self { desk: Mutex::new(None), cancel: AtomicBool::new(false), named, data_dir })
    }

    /// Where the program keeps its own files.
    #[must_use]
    pub fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Asks the task that runs to stop; what it has done is kept.
    pub fn stop(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// Opens what the command line named, else the dossier open last, else the sample.
    ///
    /// # Errors
    /// Where that dossier cannot be opened.
    pub fn first(&self, watch: Watch<'_>) -> Result<Desk, Failure> {
        let last = || recent::list(&self.data_dir).first().map(|last| PathBuf::from(&last.path));
        match self.named.clone().or_else(last) {
            Some(path) => Desk::open(&path, watch),
            None => Desk::sample(&self.data_dir, watch),
        }
    }

    /// Puts another dossier on the desk, and first among the recent ones. Where the one on the desk is the `same`,
    /// it stays as it is; so it does where the other cannot be opened.
    ///
    /// # Errors
    /// Where `open` fails.
    pub async fn place(
        self: Arc<Self>,
        same: impl FnOnce(&Desk) -> bool + Send + 'static,
        open: impl FnOnce(&Self, Watch<'_>) -> Result<Desk, Failure> + Send + 'static,
    ) -> Result<Overview, Failure> {
        let work = move || {
            let mut place = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(desk) = place.as_ref().filter(|desk| same(desk)) {
                return desk.overview();
            }
            let desk = open(&self, self.watch(&|_| {}))?;
            let overview = desk.overview()?;
            if let Some(path) = desk.path() {
                recent::note(&self.data_dir, path, overview.dossier.sample);
            }
            *place = Some(desk);
            Ok(overview)
        };
        spawn_blocking(work).await.unwrap_or_else(|_| Err(broken()))
    }

    /// Works on the open dossier, away from the window's thread.
    ///
    /// # Errors
    /// Where none is open, or `task` fails.
    pub async fn work<T: Send + 'static>(
        self: Arc<Self>,
        progress: Option<Channel<Progress>>,
        task: impl FnOnce(&mut Desk, Watch<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let work = move || {
            let mut place = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
            let mut desk = place.take().ok_or_else(closed)?;
            let pace = Pace::new(progress);
            let answer = task(&mut desk, self.watch(&|step| pace.tell(step)));
            *place = Some(desk);
            answer
        };
        spawn_blocking(work).await.unwrap_or_else(|_| Err(broken()))
    }

    /// A task that starts now: an earlier wish to stop does not count for it.
    fn watch<'w>(&'w self, progress: &'w (dyn Fn(Progress) + Sync)) -> Watch<'w> {
        self.cancel.store(false, Ordering::Relaxed);
        Watch { progress, cancel: &self.cancel }
    }
}

/// No dossier is open.
fn closed() -> Failure {
    Failure::new(
        "not-found",
        "لا ملف مفتوح؛ افتح ملفاً أو العيّنة",
        "no dossier is open; open one, or the sample",
    )
}

/// The program itself is at fault.
fn broken() -> Failure {
    Failure::new(
        "internal",
        "خلل في البرنامج أوقف هذه المهمّة؛ كلّ ما حُفظ باقٍ. افتح الملف من جديد",
        "a fault of the program stopped this task; all that was saved is kept. Open the dossier again",
    )
}
