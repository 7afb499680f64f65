//! What follows the first of long answers, until the page has asked for it.

use riwayat_app::parts::Parted;
use riwayat_app::view::{InParts, Rest};
use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// Of how many answers something is held, 2 to 8: of more than that the page asks for none at a time, but one that was
/// loaded anew forgets what it asked for.
const HELD: usize = 4;

/// The parts of answers of one kind. Each is handed out once, in order.
pub struct Rests<P> {
    held: Mutex<Held<P>>,
}

struct Held<P> {
    told: usize,
    /// The oldest first.
    answers: VecDeque<(usize, VecDeque<P>)>,
}

impl<P> Default for Rests<P> {
    fn default() -> Self {
        Self { held: Mutex::new(Held { told: 0, answers: VecDeque::new() }) }
    }
}

impl<P> Rests<P> {
    /// The first of an answer; what follows it is held.
    pub fn first<T: Parted<Part = P>>(&self, answer: T) -> InParts<T> {
        let (first, parts) = answer.in_parts();
        if parts.is_empty() {
            return InParts { first, rest: None };
        }
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.told += 1;
        let rest = Rest { id: held.told, parts: parts.len() };
        if held.answers.len() == HELD {
            held.answers.pop_front();
        }
        held.answers.push_back((rest.id, parts.into()));
        InParts { first, rest: Some(rest) }
    }

    /// The next part of an answer; nothing where newer answers have taken its place, or it was told.
    pub fn next(&self, id: usize) -> Option<P> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, parts) = held.answers.iter_mut().find(|(of, _)| *of == id)?;
        let part = parts.pop_front();
        held.answers.retain(|(_, parts)| !parts.is_empty());
        part
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_app::view::{ImportReport, Outcome, SourceReport, Text};

    fn report(sources: usize) -> ImportReport {
        let source = |n: usize| SourceReport {
            name: n.to_string(),
            outcome: Outcome::Warned,
            message: Text::default(),
            article: None,
        };
        ImportReport { sources: (0..sources).map(source).collect(), ..ImportReport::default() }
    }

    #[test]
    fn parts_and_first_are_the_whole_answer_and_are_told_once() {
        let rests = Rests::default();
        let whole = report(1000);
        let answer = rests.first(whole.clone());
        let rest = answer.rest.expect("a thousand are told in parts");
        let parts: Vec<_> = (0..rest.parts).filter_map(|_| rests.next(rest.id)).collect();
        let told: Vec<_> =
            answer.first.sources.into_iter().chain(parts.into_iter().flat_map(|part| part.sources)).collect();
        assert_eq!(told, whole.sources);
        assert!(rests.next(rest.id).is_none());
        assert!(rests.first(report(3)).rest.is_none(), "three are told at once");
    }

    #[test]
    fn answers_that_come_between_each_other_are_kept_apart_and_the_oldest_is_let_go() {
        let rests = Rests::default();
        let id = |answer: InParts<ImportReport>| answer.rest.expect("in parts").id;
        let ids: Vec<usize> = (0..=HELD).map(|n| id(rests.first(report(600 + n)))).collect();
        let parts = |of: usize| std::iter::from_fn(|| rests.next(of)).flat_map(|p| p.sources).count();
        assert_eq!(parts(ids[0]), 0, "there are newer ones");
        let one = rests.next(ids[2]).expect("held").sources.len();
        assert_eq!(parts(ids[1]), 351);
        assert_eq!(one + parts(ids[2]), 352);
    }
}
