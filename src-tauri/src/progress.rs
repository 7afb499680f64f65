//! Tells the window how far a task is, no oftener than an eye can follow.

use riwayat_app::view::{Progress, Stage};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tauri::ipc::Channel;

/// The least time between two steps told of one stage: each costs the window's thread some work, and an import tells
/// one an article.
const LEAST_PAUSE: Duration = Duration::from_millis(50);

/// A channel that leaves steps out when they come too fast. The first and the last of a stage always go through, each once:
/// a stage that is done as far as it can be counted may go on for a while.
pub struct Pace {
    channel: Option<Channel<Progress>>,
    last: Mutex<Option<Told>>,
}

/// The step told last.
struct Told {
    stage: Stage,
    at: Instant,
    /// It was the last of its stage.
    done: bool,
}

impl Pace {
    /// Without a channel nothing is told.
    pub fn new(channel: Option<Channel<Progress>>) -> Self {
        Self { channel, last: Mutex::new(None) }
    }

    /// Tells a step, or leaves it out.
    pub fn tell(&self, step: Progress) {
        let Some(channel) = &self.channel else { return };
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let done = step.total > 0 && step.done == step.total;
        let before = last.as_ref().filter(|told| told.stage == step.stage);
        let soon = before.is_some_and(|told| told.at.elapsed() < LEAST_PAUSE);
        let ended = before.is_some_and(|told| told.done);
        let wanted = if done { !ended } else { !soon };
        if wanted {
            *last = Some(Told { stage: step.stage, at: Instant::now(), done });
            // A window that is gone needs no progress; the task ends by itself.
            let _ = channel.send(step);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use tauri::ipc::InvokeResponseBody;

    fn told(steps: &[(Stage, usize, usize)]) -> usize {
        let count = Arc::new(Mutex::new(0));
        let seen = count.clone();
        let channel = Channel::new(move |_: InvokeResponseBody| {
            *seen.lock().expect("one thread") += 1;
            Ok(())
        });
        let pace = Pace::new(Some(channel));
        for (stage, done, total) in steps {
            pace.tell(Progress { stage: *stage, done: *done, total: *total, name: String::new() });
        }
        *count.lock().expect("one thread")
    }

    #[test]
    fn steps_that_come_too_fast_are_left_out() {
        let fast: Vec<_> = (1..=1000).map(|done| (Stage::Reading, done, 0)).collect();
        assert!((1..=3).contains(&told(&fast)), "a thousand steps at once are told as a few");
    }

    #[test]
    fn the_last_step_and_every_new_stage_are_told() {
        use Stage::{Comparing, Reading, Saving};
        assert_eq!(told(&[(Reading, 1, 2), (Reading, 2, 2), (Comparing, 0, 9), (Saving, 0, 1)]), 4);
    }

    #[test]
    fn a_stage_that_goes_on_when_all_is_counted_tells_its_end_once() {
        let ends: Vec<_> = (0..1000).map(|_| (Stage::Comparing, 9, 9)).collect();
        assert_eq!(told(&ends), 1);
        assert_eq!(told(&[(Stage::Reading, 2, 2), (Stage::Comparing, 2, 2), (Stage::Reading, 2, 2)]), 3);
    }
}
