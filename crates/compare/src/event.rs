//! Events: which articles tell one happening.
//!
//! Nearest neighbours by words, then [`crate::affinity::affinity`] of each candidate pair, then clustering by the likest half. One fixed
//! setting for every collection. Weak evidence leaves an article alone.

use crate::affinity::Affinity;
use crate::comparison::{Article, Link, Membership, Why};
use crate::finder::{Finder, Sketch};
use crate::profile::{Collection, Kind, Profile};
use crate::why;
use rayon::prelude::*;
use riwayat_claims::Lexicon;
use std::collections::BTreeMap;

/// Least linkage of an event. 0 to 1; measured on the digests, where texts are short.
pub(crate) const BAR: f64 = 0.09;

/// Reports of one event are no further apart than this. Days, 7 to 30.
pub(crate) const REACH_DAYS: i32 = 14;

/// Articles in the order of their ids, grouped.
#[derive(Debug)]
pub(crate) struct Groups<'l> {
    /// Each group's articles, ascending.
    pub(crate) groups: Vec<Vec<usize>>,
    /// What has found them; its numbers are those of the articles.
    finder: Finder<'l>,
    /// For each article, whether it was decided with which others it tells one event, or does not.
    pub(crate) decided: Vec<bool>,
}

impl Groups<'_> {
    /// Mean affinity of an article to the others of a group.
    pub(crate) fn mean(&self, article: usize, group: &[usize]) -> f64 {
        let others = group.iter().filter(|m| **m != article);
        let (sum, n) = others.fold((0.0, 0), |(sum, n), m| (sum + self.finder.score(article, *m), n + 1));
        if n == 0 { 1.0 } else { sum / f64::from(n) }
    }

    /// The most central of some articles of a group: the greatest mean, ties by id.
    pub(crate) fn central(&self, among: &[usize], group: &[usize]) -> usize {
        let best = among
            .iter()
            .max_by(|a, b| self.mean(**a, group).total_cmp(&self.mean(**b, group)).then(b.cmp(a)));
        *best.expect("a group has an article")
    }

    /// The title of a group: the headline that names the fewest sides, of these the most central article's. A
    /// headline that names a side mostly charges or praises it, and an event is not to be called by one camp.
    pub(crate) fn title(
        &self,
        articles: &[&Article<'_>],
        collection: &Collection,
        group: &[usize],
    ) -> String {
        if let [only] = group {
            return headline(articles[*only]);
        }
        let told = |m: &usize| (articles[*m].title.trim().is_empty(), collection.profiles[*m].sides);
        let fewest = group.iter().map(told).min();
        let among: Vec<usize> = group.iter().copied().filter(|m| Some(told(m)) == fewest).collect();
        headline(articles[self.central(&among, group)])
    }
}

/// Articles of which sketches are made before they are taken in: enough for all cores, little to hold. 64 to 1024.
const AT_ONCE: usize = 256;

/// Groups the articles of a collection, which `articles` are, in the same order; where they are `one` event, into that.
pub(crate) fn groups<'l>(
    collection: &Collection,
    articles: &[&Article<'_>],
    lexicon: &'l Lexicon,
    links: &[(&str, &str, Link)],
    one: bool,
) -> Groups<'l> {
    let mut finder = Finder::new(lexicon);
    for (some, profiles) in articles.chunks(AT_ONCE).zip(collection.profiles.chunks(AT_ONCE)) {
        let sketch = |(article, profile): (&&Article<'_>, &Profile)| {
            Sketch::of_profile(article.id, profile, &collection.terms)
        };
        let sketches: Vec<Sketch> = some.par_iter().zip(profiles).map(sketch).collect();
        sketches.iter().for_each(|s| {
            finder.add(s);
        });
    }
    let of = |id: &str| {
        let at = articles.partition_point(|a| a.id < id);
        articles.get(at).is_some_and(|a| a.id == id).then_some(at)
    };
    let mut decided = vec![false; articles.len()];
    for (a, b, link) in links {
        let both = (of(a), of(b));
        if let (Some(a), Some(b)) = both {
            finder.link(a, b, *link);
        }
        // The other article of the pair may be in another event.
        if one || both.0.is_some() && both.1.is_some() {
            [both.0, both.1].into_iter().flatten().for_each(|n| decided[n] = true);
        }
    }
    let found = finder.groups();
    let groups = if one && !articles.is_empty() { vec![(0..articles.len()).collect()] } else { found };
    Groups { groups, finder, decided }
}

/// Why an article is in its group, and which group it is nearest to without being in it.
pub(crate) fn membership(
    collection: &Collection,
    articles: &[&Article<'_>],
    lexicon: &Lexicon,
    found: &Groups<'_>,
    article: usize,
    group: &[usize],
) -> Membership {
    let decided = found.decided[article];
    let mut reason = match group {
        [_] if decided => Why::default(),
        [_] => Why {
            ar: "وحده: لا مقال آخر يكفي شبهه به".into(),
            en: "alone: no other article is like enough".into(),
        },
        _ => shared(collection, lexicon, article, group),
    };
    if decided {
        reason.push("حُدّد حدثه يدوياً", "its event was set by hand");
    }
    if let Some(other) = nearest_outside(found, article, group) {
        let title = why::short(&headline(articles[other]));
        let score = found.finder.score(article, other);
        let apart = apart(&found.finder.affinity(article, other), score);
        reason.push(
            &format!("أقرب مقال من حدث آخر «{title}» ({})", apart.ar),
            &format!("nearest article of another event \u{201C}{title}\u{201D} ({})", apart.en),
        );
    }
    Membership { article, why: reason, score: found.mean(article, group), decided }
}

/// What keeps two articles apart.
fn apart(near: &Affinity, score: f64) -> Why {
    let mut out = Why::default();
    if let Some(days) = near.gap.filter(|d| *d > 0) {
        out.push(&format!("بينهما {days} يوما"), &format!("{days} days apart"));
    }
    if near.places == Some(0.0) {
        out.push("لا مكان مشتركا في صدر الخبر", "no place in common in the lead");
    }
    let percent = (score * 100.0).round();
    out.push(&format!("الشبه {percent}٪"), &format!("likeness {percent}%"));
    out
}

fn nearest_outside(found: &Groups<'_>, article: usize, group: &[usize]) -> Option<usize> {
    let others = found.finder.near(article).filter(|(o, _)| !group.contains(o));
    others.max_by(|x, y| x.1.total_cmp(&y.1).then(y.0.cmp(&x.0))).map(|(other, _)| other)
}

/// The headline, or the beginning of the text where there is none.
pub(crate) fn headline(article: &Article<'_>) -> String {
    match article.title.trim() {
        "" => why::short(article.reading.sentences.first().map_or(article.text, |s| s.of(article.text))),
        title => title.to_owned(),
    }
}

/// A list of terms of one kind in a reason, with what it is called in Arabic and English.
type List = (fn(&Kind) -> bool, &'static str, &'static str);

/// The places, actors, days and rare words that an article shares with the rest of its group.
pub(crate) fn shared(collection: &Collection, lexicon: &Lexicon, article: usize, group: &[usize]) -> Why {
    let own = &collection.profiles[article];
    let others = || group.iter().filter(|m| **m != article).map(|m| &collection.profiles[*m]);
    let mut weights: BTreeMap<u32, f32> = BTreeMap::new();
    for other in others() {
        for (term, w) in own.vector.shared(&other.vector) {
            *weights.entry(term).or_default() += w;
        }
    }
    let mut terms: Vec<(u32, f32)> = weights.into_iter().collect();
    terms.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut out = Why::default();
    let lists: [List; 3] = [
        (|k| matches!(k, Kind::Place(_)), "المكان", "places"),
        (|k| matches!(k, Kind::Actor(_)), "الأطراف", "actors"),
        (|k| matches!(k, Kind::Word), "كلمات", "words"),
    ];
    for (is, ar, en) in lists {
        let of_kind = terms.iter().filter(|(t, _)| is(&collection.terms[*t as usize].kind));
        let names: Vec<Why> =
            of_kind.take(why::LONGEST_LIST).map(|(t, _)| why::term(collection, lexicon, *t)).collect();
        if !names.is_empty() {
            let names = why::list(&names);
            out.push(&format!("{ar}: {}", names.ar), &format!("{en}: {}", names.en));
        }
    }
    if let Some(days) = others().filter_map(|o| own.when.gap(&o.when)).min() {
        match days {
            0 => out.push("الأيام نفسها", "the same days"),
            d => out.push(&format!("أقربها على بعد {d} يوما"), &format!("the nearest {d} days off")),
        }
    }
    out
}
