//! What several outlets tell, and how many origins stand behind it. Outlets that print one text tell it once, and so do
//! those that have it from one speaker: what counts is the least number of texts and speakers on which all of it hangs.
//!
//! It is counted, never judged: what has one origin may be so, and what has five may not.

use super::voices::{Linked, Publishers};
use crate::convert;
use crate::show::Scene;
use crate::view::{Standing, StatementView, Text, WhoView};
use crate::words::both;
use riwayat_claims::{Polarity, Quantity, SourceKind, event_words};
use riwayat_compare::{ClaimRef, Event, Relation, RelationKind, Why, held, told_in};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Least share of what a claim tells that another one must hold in order to tell it too, where both tell one kind of happening
/// or the comparison says that they agree. 0 to 1: at 0.7, truces of one length with other terms pass for one.
const SAME_KIND: f64 = 0.75;
/// The same, where no kind of happening is known. 0 to 1.
const SAME_WORDS: f64 = 0.9;

/// A claim that tells a statement.
struct Told {
    at: ClaimRef,
    /// Whose outlet prints it.
    outlet: Linked,
    /// The text that it stems from: the first article of those that have one text, or one outlet.
    text: usize,
    /// Who says it in the end.
    voice: Linked,
    /// The same, by what it is told apart from others.
    source: String,
}

impl Scene<'_> {
    /// What is told by several outlets of an event: what stands on one origin first.
    pub(super) fn statements(&self, event: &Event, publishers: &Publishers) -> Vec<StatementView> {
        let ground = Ground::new(self, event, publishers);
        let mut seen: BTreeSet<ClaimRef> = BTreeSet::new();
        let mut sets: Vec<(ClaimRef, BTreeSet<ClaimRef>)> = Vec::new();
        for &at in &ground.claims {
            if seen.contains(&at) {
                continue;
            }
            let alike: BTreeSet<ClaimRef> = ground.alike(at).into_iter().collect();
            seen.extend(&alike);
            sets.push((at, alike));
        }
        let within = |set: &BTreeSet<ClaimRef>, n: usize| {
            let mut others = sets.iter().enumerate().filter(|(m, _)| *m != n);
            others.any(|(m, (_, other))| set.is_subset(other) && (set.len() < other.len() || m < n))
        };
        let mut out: Vec<StatementView> = (sets.iter().enumerate())
            .filter(|(n, (_, set))| !within(set, *n))
            .filter_map(|(_, (anchor, set))| self.statement(*anchor, set, &ground))
            .collect();
        out.sort_by_key(|s| (s.standing, Reverse(s.outlets.len()), s.row));
        out
    }

    /// What a set of claims tells, where more than one outlet does.
    fn statement(
        &self,
        anchor: ClaimRef,
        set: &BTreeSet<ClaimRef>,
        ground: &Ground<'_>,
    ) -> Option<StatementView> {
        let told: Vec<Told> = ground.in_order(set).map(|at| ground.told(at)).collect();
        let outlets = distinct(told.iter().map(|t| &t.outlet));
        if outlets.len() < 2 {
            return None;
        }
        let texts: BTreeSet<usize> = told.iter().map(|t| t.text).collect();
        let mut voices: BTreeMap<&str, &Linked> = BTreeMap::new();
        for t in &told {
            voices.entry(&t.source).or_insert(&t.voice);
        }
        let mut voices: Vec<&Linked> = voices.into_values().collect();
        let first = |v: &Linked| told.iter().position(|t| t.voice.key == v.key);
        voices.sort_by_key(|v| first(v));
        let origins = independent(&told);
        let standing = match origins {
            0 | 1 if texts.len() < 2 => Standing::OneOrigin,
            0 | 1 => Standing::OneVoice,
            _ if self.across(&told) => Standing::Across,
            _ => Standing::OneCamp,
        };
        let known: BTreeSet<String> = told.iter().filter_map(|t| self.camp_of(t.at)).collect();
        let words = self.claim_at(anchor).event_type.as_deref().and_then(event_words);
        Some(StatementView {
            row: ground.row_of.get(&anchor).copied(),
            claim: self.claim_place(anchor),
            polarity: convert::polarity(self.claim_at(anchor).polarity),
            kind: words.map(|(ar, en)| Text { ar: ar.to_owned(), en: en.to_owned() }),
            standing,
            why: why(standing).into(),
            camps: self.camps.iter().map(|c| c.id.clone()).filter(|c| known.contains(c)).collect(),
            outlets: outlets.into_iter().map(|o| self.who(o)).collect(),
            texts: texts.len(),
            voices: voices.into_iter().map(|v| self.who(v)).collect(),
            origins,
            claims: told.iter().map(|t| self.claim_place(t.at)).collect(),
        })
    }

    fn who(&self, linked: &Linked) -> WhoView {
        WhoView {
            label: self.who_label(linked, None),
            camp: convert::camp_name(linked.camp.as_ref()),
            of: linked.of.clone(),
        }
    }

    /// True where two camps say it, each on a text and a word of its own.
    fn across(&self, told: &[Told]) -> bool {
        let camp = |t: &Told| self.prepared[t.at.article].as_compared().camp_of(self.claim_at(t.at)).cloned();
        let apart = |a: &Told, b: &Told| a.text != b.text && a.source != b.source;
        let other = |a: &Told, b: &Told| camp(a).is_some_and(|x| camp(b).is_some_and(|y| x != y));
        told.iter().enumerate().any(|(n, a)| told[n + 1..].iter().any(|b| apart(a, b) && other(a, b)))
    }
}

/// What the claims of an event stand on.
struct Ground<'a> {
    scene: &'a Scene<'a>,
    publishers: &'a Publishers,
    /// The articles, in their order, by their place in it.
    place: BTreeMap<usize, usize>,
    /// The claims that say that something is so or not, the shortest first, which others may hold, then in the order of their
    /// articles: none that a camp could change.
    claims: Vec<ClaimRef>,
    /// The first row in which a claim stands.
    row_of: BTreeMap<ClaimRef, usize>,
    /// The claims of each row.
    rows: Vec<Vec<ClaimRef>>,
    /// For each article, the first of those that have its text or its outlet.
    text_of: BTreeMap<usize, usize>,
    /// By key, the text of an outlet that publishes here: who quotes it says nothing of their own.
    published: BTreeMap<String, usize>,
}

impl<'a> Ground<'a> {
    fn new(scene: &'a Scene<'a>, event: &Event, publishers: &'a Publishers) -> Self {
        let place: BTreeMap<usize, usize> = event.articles.iter().enumerate().map(|(n, a)| (*a, n)).collect();
        let rows: Vec<Vec<ClaimRef>> = event.rows.iter().map(|r| scene.claims_in(r)).collect();
        let mut row_of = BTreeMap::new();
        for (n, row) in rows.iter().enumerate() {
            for claim in row {
                row_of.entry(*claim).or_insert(n);
            }
        }
        let states =
            |c: &ClaimRef| matches!(scene.claim_at(*c).polarity, Polarity::Asserted | Polarity::Denied);
        let mut claims: Vec<ClaimRef> = row_of.keys().copied().filter(states).collect();
        claims.sort_by_cached_key(|c| {
            (
                told_in(&scene.prepared[c.article].reading, scene.claim_at(*c).span),
                place.get(&c.article).copied(),
                c.claim,
            )
        });
        let keys: Vec<(usize, String)> =
            event.articles.iter().map(|a| (*a, scene.outlet_link(*a).key)).collect();
        let mut text_of: BTreeMap<usize, usize> = event.articles.iter().map(|a| (*a, *a)).collect();
        let of_outlet = keys.iter().map(|(_, key)| {
            keys.iter().filter(|(_, other)| other == key).map(|(a, _)| *a).collect::<Vec<usize>>()
        });
        for group in event.origins.iter().map(|o| o.articles.clone()).chain(of_outlet) {
            unite(&mut text_of, &group, &place);
        }
        let mut published = BTreeMap::new();
        for (article, key) in keys {
            published.entry(key).or_insert(text_of[&article]);
        }
        Self { scene, publishers, place, claims, row_of, rows, text_of, published }
    }

    fn in_order(&self, set: &BTreeSet<ClaimRef>) -> impl Iterator<Item = ClaimRef> {
        let mut all: Vec<ClaimRef> = set.iter().copied().collect();
        all.sort_by_key(|c| (self.place.get(&c.article).copied(), c.claim));
        all.into_iter()
    }

    /// The claims of the event that say what this one says, itself among them.
    fn alike(&self, at: ClaimRef) -> Vec<ClaimRef> {
        let related = self.scene.relations[at.article].iter().map(|n| &self.scene.found.relations[*n]);
        let related: Vec<&Relation> = related.filter(|r| r.a == at || r.b == at).collect();
        let other = |r: &Relation| if r.a == at { r.b } else { r.a };
        let agreed = related.iter().filter(|r| r.kind == RelationKind::Agree).map(|r| other(r));
        let mut out: BTreeSet<ClaimRef> = agreed.filter(|c| self.holds(at, *c)).collect();
        let beside = self.rows.iter().filter(|row| row.contains(&at)).flatten();
        out.extend(beside.filter(|c| !related.iter().any(|r| other(r) == **c) && self.tells_same(at, **c)));
        out.insert(at);
        out.into_iter().collect()
    }

    /// True of a claim of the event that puts its matter as the other does: says it, or denies it.
    fn states(&self, at: ClaimRef, other: ClaimRef) -> bool {
        self.row_of.contains_key(&other)
            && self.scene.claim_at(at).polarity == self.scene.claim_at(other).polarity
    }

    /// True of a claim that is held to agree with another and tells all of it: that one of its figures agrees is not enough,
    /// where another does not, or the rest is something else.
    fn holds(&self, at: ClaimRef, other: ClaimRef) -> bool {
        let goes = |x: &Quantity, y: &Quantity| {
            let below = |a: Option<f64>, b: Option<f64>| a.zip(b).is_none_or(|(low, high)| low <= high);
            below(x.min, y.max) && below(y.min, x.max)
        };
        let same = |x: &Quantity, y: &Quantity| x.unit == y.unit && x.status == y.status && x.part == y.part;
        let (mine, theirs) = (self.quantities(at), self.quantities(other));
        let figures = mine.iter().all(|x| theirs.iter().filter(|y| same(x, y)).all(|y| goes(x, y)));
        figures && self.states(at, other) && self.share(at, other) >= SAME_KIND
    }

    /// True of two claims of a row that nothing relates, and that tell the same all the same: copies of one text, and what
    /// one voice is quoted with by several, are related to nothing by the comparison.
    fn tells_same(&self, at: ClaimRef, other: ClaimRef) -> bool {
        let (a, b) = (self.scene.claim_at(at), self.scene.claim_at(other));
        let bar = if a.event_type.is_some() { SAME_KIND } else { SAME_WORDS };
        self.states(at, other)
            && a.event_type == b.event_type
            && self.scene.doers(at).iter().collect::<BTreeSet<_>>()
                == self.scene.doers(other).iter().collect::<BTreeSet<_>>()
            && self.counts(at).is_subset(&self.counts(other))
            && self.share(at, other) >= bar
    }

    fn quantities(&self, at: ClaimRef) -> Vec<&'a Quantity> {
        let of = &self.scene.prepared[at.article].reading.quantities;
        self.scene.claim_at(at).quantities.iter().filter_map(|q| of.get(*q)).collect()
    }

    /// What a claim counts, and how many.
    fn counts(&self, at: ClaimRef) -> BTreeSet<String> {
        let told = |q: &Quantity| format!("{:?} {:?} {} {:?}", q.min, q.max, q.unit, q.status);
        self.quantities(at).into_iter().map(told).collect()
    }

    fn share(&self, at: ClaimRef, other: ClaimRef) -> f64 {
        let stretch = |c: ClaimRef| (&self.scene.prepared[c.article].reading, self.scene.claim_at(c).span);
        held(stretch(at), stretch(other))
    }

    fn told(&self, at: ClaimRef) -> Told {
        let mut links = self.scene.links(at, self.publishers);
        let outlet = links[0].clone();
        let text = self.text_of[&at.article];
        let voice = links.pop().unwrap_or_else(|| outlet.clone());
        let source = match voice.kind {
            SourceKind::Medium => match self.published.get(&voice.key) {
                Some(text) => format!("text {text}"),
                None => voice.key.clone(),
            },
            SourceKind::Named => voice.key.clone(),
            // Copies of one text mean the same source by the same words.
            SourceKind::Unnamed => match voice.key.strip_prefix(&format!("unnamed:{}:", outlet.key)) {
                Some(words) => format!("unnamed {text} {words}"),
                None => voice.key.clone(),
            },
        };
        Told { at, outlet, text, voice, source }
    }
}

/// Gives articles that stem from one text the first of them for their text.
fn unite(text_of: &mut BTreeMap<usize, usize>, group: &[usize], place: &BTreeMap<usize, usize>) {
    let texts: BTreeSet<usize> = group.iter().filter_map(|a| text_of.get(a)).copied().collect();
    let Some(&first) = texts.iter().min_by_key(|a| place.get(a)) else { return };
    text_of.values_mut().filter(|t| texts.contains(t)).for_each(|t| *t = first);
}

/// Each once by its key and camp, in their order.
fn distinct<'t>(all: impl Iterator<Item = &'t Linked>) -> Vec<&'t Linked> {
    let mut out: Vec<&Linked> = Vec::new();
    for one in all {
        if !out.iter().any(|known| known.key == one.key && known.camp == one.camp) {
            out.push(one);
        }
    }
    out
}

/// How many of the claims are told each by another text and another voice at once: as many as the least number of texts and
/// voices without which nobody would tell it (König's theorem; by augmenting paths).
fn independent(told: &[Told]) -> usize {
    let mut by_text: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for t in told {
        by_text.entry(t.text).or_default().insert(&t.source);
    }
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    by_text.keys().filter(|text| augment(**text, &by_text, &mut taken, &mut BTreeSet::new())).count()
}

fn augment<'t>(
    text: usize,
    by_text: &BTreeMap<usize, BTreeSet<&'t str>>,
    taken: &mut BTreeMap<&'t str, usize>,
    tried: &mut BTreeSet<&'t str>,
) -> bool {
    for &voice in &by_text[&text] {
        if !tried.insert(voice) {
            continue;
        }
        let free = match taken.get(voice).copied() {
            Some(holder) => augment(holder, by_text, taken, tried),
            None => true,
        };
        if free {
            taken.insert(voice, text);
            return true;
        }
    }
    false
}

fn why(standing: Standing) -> Why {
    match standing {
        Standing::OneOrigin => both(
            "تنشره منابر عدّة، ونصوصها من أصل واحد",
            "several outlets print it, and their texts stem from one",
        ),
        Standing::OneVoice => both(
            "تنشره نصوص عدّة، وكلّها تنقله عن صوت واحد",
            "several texts print it, and all have it from one voice",
        ),
        Standing::OneCamp => both(
            "له أصلان مستقلّان أو أكثر، وليسا لطرفين معروفين مختلفين",
            "it has two or more independent origins, and they are not of two known camps",
        ),
        Standing::Across => both(
            "له أصلان مستقلّان أو أكثر من طرفين مختلفين",
            "it has two or more independent origins of different camps",
        ),
    }
}
