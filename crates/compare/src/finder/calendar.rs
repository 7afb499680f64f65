//! How many articles are of which days.

use std::collections::BTreeMap;

/// Articles this near are of the same days. Days, 1 to 4.
pub(crate) const SAME_DAYS: i32 = 2;

/// How many stretches of days begin on each day.
#[derive(Debug, Default)]
pub(crate) struct Calendar {
    starts: BTreeMap<i32, u32>,
    /// Days on which a stretch has come since [`Calendar::forget_changes`], with how many.
    changed: BTreeMap<i32, u32>,
}

impl Calendar {
    /// Enters the days of an article.
    pub(crate) fn add(&mut self, days: &[(i32, i32)]) {
        for (from, _) in days {
            *self.starts.entry(*from).or_default() += 1;
            *self.changed.entry(*from).or_default() += 1;
        }
    }

    /// How many articles are of the fullest of some days; none where they are open.
    pub(crate) fn beside(&self, days: &[(i32, i32)]) -> u32 {
        days.iter().map(|(from, to)| self.around(*from, *to)).max().unwrap_or(0)
    }

    /// The days on which a stretch has come, where that tells: `crowded` says of a number of articles that more of them
    /// make no difference.
    pub(crate) fn changes(&self, crowded: impl Fn(u32) -> bool) -> Vec<i32> {
        let told = |day: &i32| {
            let near = |d: i32| self.around(d, d).saturating_sub(self.came(d));
            (-SAME_DAYS..=SAME_DAYS).any(|off| !crowded(near(day.saturating_add(off))))
        };
        self.changed.keys().copied().filter(told).collect()
    }

    /// Forgets on which days a stretch has come.
    pub(crate) fn forget_changes(&mut self) {
        self.changed.clear();
    }

    fn came(&self, day: i32) -> u32 {
        let (from, to) = (day.saturating_sub(SAME_DAYS), day.saturating_add(SAME_DAYS));
        self.changed.range(from..=to).map(|(_, n)| n).sum()
    }

    fn around(&self, from: i32, to: i32) -> u32 {
        let to = to.max(from).saturating_add(SAME_DAYS);
        self.starts.range(from.saturating_sub(SAME_DAYS)..=to).map(|(_, n)| n).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_of_two_days_before_and_after_are_beside() {
        let mut calendar = Calendar::default();
        for day in [10, 12, 14, 15] {
            calendar.add(&[(day, day)]);
        }
        assert_eq!(calendar.beside(&[(12, 12)]), 3);
        assert_eq!(calendar.beside(&[(12, 13), (40, 40)]), 4);
        assert_eq!(calendar.beside(&[]), 0);
        assert_eq!(calendar.changes(|_| false), [10, 12, 14, 15]);
        assert!(calendar.changes(|_| true).is_empty());
        calendar.forget_changes();
        assert!(calendar.changes(|_| false).is_empty());
    }
}
