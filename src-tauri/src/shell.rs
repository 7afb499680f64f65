//! What the window holds while it is open: the dossier on the desk, and the wish to stop.
//!
//! Work on the dossier runs on threads of its own, so that the window never waits; what is shown can be read while
//! something is imported. Each task has a wish to stop of its own: asking to stop reaches those that run, and none
//! that starts later.

use crate::progress::Pace;
use crate::rest::Rests;
use riwayat_app::view::{Failure, InParts, Overview, OverviewPart, Progress, ReportPart};
use riwayat_app::{Desk, Watch, recent};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use tauri::ipc::Channel;
use tokio::task::spawn_blocking;

/// The state of the window, shared by its commands.
pub struct Shell {
    desk: Mutex<Option<Arc<Desk>>>,
    running: Mutex<Vec<Weak<AtomicBool>>>,
    named: Option<PathBuf>,
    data_dir: PathBuf,
    /// What follows the first of overviews.
    pub overviews: Rests<OverviewPart>,
    /// What follows the first of reports.
    pub reports: Rests<ReportPart>,
}

impl Shell {
    /// A window without a dossier yet; `named` is what the command line asks for.
    #[must_use]
    pub fn new(named: Option<PathBuf>, data_dir: PathBuf) -> Arc<Self> {
        Arc::new(Self {
            desk: Mutex::new(None),
            running: Mutex::new(Vec::new()),
            named,
            data_dir,
            overviews: Rests::default(),
            reports: Rests::default(),
        })
    }

    /// Where the program keeps its own files.
    #[must_use]
    pub fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Asks the tasks that run to stop; what they have done is kept.
    pub fn stop(&self) {
        for wish in held(&self.running).drain(..).filter_map(|wish| wish.upgrade()) {
            wish.store(true, Ordering::Relaxed);
        }
    }

    /// Opens what the command line named, else the dossier open last, else the sample.
    ///
    /// # Errors
    /// Where that dossier cannot be opened.
    pub fn first(&self, watch: Watch<'_>) -> Result<Desk, Failure> {
        let last = || recent::list(&self.data_dir).first().map(|last| PathBuf::from(&last.path));
        match self.named.clone().or_else(last) {
            Some(path) => Desk::open_asleep(&path, watch),
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
    ) -> Result<InParts<Overview>, Failure> {
        let shell = Arc::clone(&self);
        let work = move || {
            let mut place = held(&self.desk);
            if let Some(desk) = place.as_ref().filter(|desk| same(desk)) {
                return desk.opening();
            }
            let wish = self.wish();
            let desk = open(&self, Watch { progress: &|_| {}, cancel: &wish })?;
            let overview = desk.opening()?;
            if let Some(path) = desk.path() {
                recent::note(&self.data_dir, path, overview.dossier.sample);
            }
            *place = Some(Arc::new(desk));
            Ok(overview)
        };
        let opened = spawn_blocking(work).await.unwrap_or_else(|_| Err(broken()));
        opened.map(|overview| shell.overviews.first(overview))
    }

    /// Works on the open dossier as [`Shell::work`] does, and tells the overview that comes of it.
    ///
    /// # Errors
    /// As [`Shell::work`].
    pub async fn overview(
        self: Arc<Self>,
        task: impl FnOnce(&Desk, Watch<'_>) -> Result<Overview, Failure> + Send + 'static,
    ) -> Result<InParts<Overview>, Failure> {
        let overview = Arc::clone(&self).work(None, task).await?;
        Ok(self.overviews.first(overview))
    }

    /// Works on the open dossier, away from the window's thread.
    ///
    /// # Errors
    /// Where none is open, or `task` fails.
    pub async fn work<T: Send + 'static>(
        self: Arc<Self>,
        progress: Option<Channel<Progress>>,
        task: impl FnOnce(&Desk, Watch<'_>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let long = progress.is_some();
        let work = move || {
            let desk = held(&self.desk).clone().ok_or_else(closed)?;
            let (wish, pace) = (self.wish(), Pace::new(progress));
            task(&desk, Watch { progress: &|step| pace.tell(step), cancel: &wish })
        };
        let worked = spawn_blocking(move || if long { behind(work) } else { work() });
        worked.await.unwrap_or_else(|_| Err(broken()))
    }

    /// The wish to stop of a task that starts now.
    fn wish(&self) -> Arc<AtomicBool> {
        let wish = Arc::new(AtomicBool::new(false));
        let mut running = held(&self.running);
        running.retain(|other| other.strong_count() > 0);
        running.push(Arc::downgrade(&wish));
        wish
    }
}

/// Works on a thread of its own, which gives way to the window.
fn behind<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let work = || {
        crate::give_way();
        work()
    };
    std::thread::spawn(work).join().unwrap_or_else(|_| Err(broken()))
}

/// A lock's content, also after a task broke while it held it: each is set in one step, never half.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// No dossier is open.
fn closed() -> Failure {
    Failure::new(
        "not-found",
        "لا ملف مفتوح؛ افتح ملفاً أو العيّنة",
        "no dossier is open; open one, or the sample",
    )
}

/// What is asked for was told, or newer answers have taken its place.
pub fn told_already() -> Failure {
    Failure::new(
        "internal",
        "تعذّر عرض تقرير الاستيراد كاملاً؛ ما استُورد محفوظ. أعِد استيراد الملفات نفسها لترى ما قيل فيها، فلن تتكرّر",
        "the report of the import cannot be shown whole; what was imported is kept. Import the same files again to read what was said of them; nothing is doubled",
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
