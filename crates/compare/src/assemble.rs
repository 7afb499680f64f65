//! From articles to the whole answer: everything in the order of the articles' ids, then numbered as they came.

use crate::common_ground::Spoken;
use crate::comparison::{Article, ClaimRef, Comparison, Event, FigureSet, Origin, Storyline, Why};
use crate::decision::{Decisions, Ties, ties};
use crate::event::{self, Groups};
use crate::pile::{Part, Pile};
use crate::profile::Collection;
use crate::relation::{self, Ground};
use crate::{agency, common_ground, counting, figure, naming, origin, row, silence, storyline};
use jiff::civil::Date;
use rayon::prelude::*;
use riwayat_claims::{CampId, Lexicon};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Compares articles; see [`crate::compare`], of one event [`crate::compare_event`].
pub(crate) fn compare(
    given: &[Article<'_>],
    lexicon: &Lexicon,
    decisions: &Decisions<'_>,
    part: Option<Part<'_>>,
    go_on: &(dyn Fn(usize, usize) -> bool + Sync),
) -> Comparison {
    let pile = part.map(|part| part.pile);
    let mut order: Vec<usize> = (0..given.len()).collect();
    order.sort_by_key(|n| (given[*n].id, given[*n].title, given[*n].text));
    let articles: Vec<&Article<'_>> = order.iter().map(|n| &given[*n]).collect();
    let collection = Collection::new(&articles, lexicon, pile);
    let mut found = event::groups(&collection, &articles, lexicon, decisions.articles, part.is_some());
    found.groups.sort_by_key(|g| (first_day(&collection, g).is_none(), first_day(&collection, g), g[0]));
    let (stories, reasons): (Vec<_>, Vec<_>) =
        storyline::storylines(&collection, lexicon, &found).into_iter().unzip();
    let all = All {
        articles: &articles,
        collection: &collection,
        lexicon,
        found: &found,
        columns: pile.map_or_else(|| row::columns(&articles, lexicon), |pile| pile.columns.clone()),
        ties: ties(decisions.sentences, &articles, &found.groups),
    };
    let mut out = Comparison { storylines: all.storylines(&stories, reasons), ..Comparison::default() };
    let mut story_of = vec![0; found.groups.len()];
    for (number, events) in stories.iter().enumerate() {
        events.iter().for_each(|event| story_of[*event] = number);
    }
    let (wanted, done) = (AtomicBool::new(true), AtomicUsize::new(0));
    let event = |n: usize| {
        let rows =
            wanted.load(Ordering::Relaxed) && go_on(done.fetch_add(1, Ordering::Relaxed), story_of.len());
        wanted.fetch_and(rows, Ordering::Relaxed);
        all.event(n, story_of[n], rows)
    };
    out.events = (0..story_of.len()).into_par_iter().map(event).collect();
    let ground = Ground { until: part.and_then(|part| part.until), ..all.ground(&stories, &out.events) };
    if wanted.into_inner() {
        let (relations, cut) =
            relation::relations(&ground, &|| go_on(found.groups.len(), found.groups.len()));
        out.relations = relations;
        for (story, at) in cut {
            say_cut(&mut out.storylines[story].why);
            out.storylines[story].broken_off = Some(at);
        }
    }
    hang(&mut out, &articles, &ground.event_of);
    let general = pile.map_or_else(|| collection.general_places(), |pile| pile.general.clone());
    let opposed = common_ground::opposed(&out.relations);
    let spoken =
        Spoken { articles: &articles, lexicon, columns: &all.columns, general: &general, opposed: &opposed };
    let shared: Vec<_> = out.events.par_iter().map(|e| common_ground::of(&spoken, e)).collect();
    out.events.iter_mut().zip(shared).for_each(|(event, shared)| event.common_ground = shared);
    if pile.is_none() {
        out.pile = Pile::of(&collection, all.columns, general);
    }
    renumber(&mut out, &order);
    out
}

/// Says of a storyline that not all of its claims were compared.
fn say_cut(why: &mut Why) {
    let most = relation::MOST_CLAIMS;
    why.push(
        &format!("فيه أكثر من {most} قول: لم يقارن إلا أولها"),
        &format!("more than {most} claims: only the first of them are compared"),
    );
}

/// Hangs the relations on the rows in which both claims stand.
fn hang(out: &mut Comparison, articles: &[&Article<'_>], event_of: &[usize]) {
    let mut by_event: Vec<Vec<usize>> = vec![Vec::new(); out.events.len()];
    for (n, r) in out.relations.iter().enumerate() {
        if event_of[r.a.article] == event_of[r.b.article] {
            by_event[event_of[r.a.article]].push(n);
        }
    }
    let relations = &out.relations;
    for (event, candidates) in out.events.iter_mut().zip(&by_event) {
        for row in &mut event.rows {
            let pieces: Vec<_> = row.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed).collect();
            let stands = |c: &ClaimRef| {
                let span = articles[c.article].reading.claims[c.claim].span;
                pieces.iter().any(|p| p.article == c.article && p.span.overlap(span) > 0)
            };
            let of = |n: &&usize| stands(&relations[**n].a) && stands(&relations[**n].b);
            row.relations = candidates.iter().filter(of).copied().collect();
        }
    }
}

/// The first day of a group of articles.
fn first_day(collection: &Collection, group: &[usize]) -> Option<Date> {
    group.iter().filter_map(|m| collection.profiles[*m].when.hull()).map(|h| h.0).min()
}

/// What the parts of the answer are made from; articles in the order of their ids.
struct All<'a> {
    articles: &'a [&'a Article<'a>],
    collection: &'a Collection,
    lexicon: &'a Lexicon,
    found: &'a Groups<'a>,
    columns: Vec<CampId>,
    /// What was decided about the sentences of each event.
    ties: Vec<Ties>,
}

impl All<'_> {
    fn event(&self, n: usize, storyline: usize, rows: bool) -> Event {
        let group = &self.found.groups[n];
        let hulls = group.iter().filter_map(|m| self.collection.profiles[*m].when.hull());
        let days = hulls.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let mut articles = group.clone();
        articles.sort_by_key(|m| {
            let day = self.collection.profiles[*m].when.hull();
            (day.is_none(), day, *m)
        });
        let rows = match rows {
            true => row::rows(self.articles, &self.columns, group, &self.ties[n]),
            false => Vec::new(),
        };
        let origins = origin::origins(self.articles, group);
        let rows = origin::counted(rows, &origins);
        let members = articles
            .iter()
            .map(|m| event::membership(self.collection, self.articles, self.lexicon, self.found, *m, group));
        Event {
            id: id("e", group.iter().map(|m| self.articles[*m].id)),
            title: self.found.title(self.articles, self.collection, group),
            from: days.map(|d| d.0),
            to: days.map(|d| d.1),
            date_inferred: group.iter().all(|m| self.collection.profiles[*m].when.inferred),
            storyline,
            why: self.why(group),
            members: members.collect(),
            figures: self.figures(group, &origins, days),
            naming: naming::naming(self.articles, self.lexicon, &self.columns, group),
            silences: silence::silences(self.articles, &self.columns, group, &rows),
            agency: agency::agency(self.articles, &self.columns, group),
            common_ground: Vec::new(),
            origins,
            rows,
            articles,
        }
    }

    /// The figures of a group, tolls counted by the rules of codebooks.
    fn figures(&self, group: &[usize], origins: &[Origin], days: Option<(Date, Date)>) -> Vec<FigureSet> {
        let mut sets = figure::sets(self.articles, self.lexicon, group);
        let of = |o: &Origin| o.articles.iter().map(|m| (*m, o.articles[0])).collect::<Vec<_>>();
        let ground = counting::Ground {
            articles: self.articles,
            days,
            origin_of: origins.iter().flat_map(of).collect(),
            in_lead: &|article, span| self.collection.profiles[article].in_lead(span),
        };
        sets.iter_mut().for_each(|set| counting::count(&ground, set));
        sets
    }

    fn ground(&self, stories: &[Vec<usize>], events: &[Event]) -> Ground<'_> {
        let n = self.articles.len();
        let mut ground = Ground {
            articles: self.articles,
            collection: self.collection,
            lexicon: self.lexicon,
            event_of: vec![0; n],
            story_of: vec![0; n],
            origin_of: vec![None; n],
            until: None,
        };
        for (s, story) in stories.iter().enumerate() {
            for event in story {
                for m in &self.found.groups[*event] {
                    (ground.event_of[*m], ground.story_of[*m]) = (*event, s);
                }
            }
        }
        for origin in events.iter().flat_map(|e| &e.origins) {
            origin.articles.iter().for_each(|m| ground.origin_of[*m] = origin.articles.iter().min().copied());
        }
        ground
    }

    fn why(&self, group: &[usize]) -> Why {
        match group {
            [_] => Why { ar: "مقال واحد".into(), en: "one article".into() },
            _ => event::shared(self.collection, self.lexicon, self.found.central(group, group), group),
        }
    }

    fn storylines(&self, stories: &[Vec<usize>], reasons: Vec<Why>) -> Vec<Storyline> {
        let of = |(events, why): (&Vec<usize>, Why)| {
            let groups = events.iter().map(|e| &self.found.groups[*e]);
            let largest = groups.clone().max_by(|a, b| a.len().cmp(&b.len()).then(b[0].cmp(&a[0])));
            let largest = largest.expect("a storyline has an event");
            let mut ids: Vec<&str> = groups.flatten().map(|m| self.articles[*m].id).collect();
            ids.sort_unstable();
            Storyline {
                id: id("s", ids.into_iter()),
                title: self.found.title(self.articles, self.collection, largest),
                events: events.clone(),
                why,
                broken_off: None,
            }
        };
        stories.iter().zip(reasons).map(of).collect()
    }
}

/// An id made of the ids of articles.
fn id<'a>(kind: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let ids: Vec<&str> = ids.collect();
    format!("{kind}{:012x}", origin::hash(&ids) & 0xffff_ffff_ffff)
}

/// Numbers the articles as they came.
fn renumber(out: &mut Comparison, order: &[usize]) {
    for event in &mut out.events {
        event.articles.iter_mut().for_each(|a| *a = order[*a]);
        event.members.iter_mut().for_each(|m| m.article = order[m.article]);
        let pieces = event.rows.iter_mut().flat_map(|r| &mut r.cells).flat_map(|c| &mut c.pieces);
        pieces.for_each(|p| p.article = order[p.article]);
        event.figures.iter_mut().flat_map(|f| &mut f.values).for_each(|v| v.0.article = order[v.0.article]);
        let uses = event.naming.iter_mut().flat_map(|n| &mut n.by_camp).flat_map(|c| &mut c.1);
        uses.flat_map(|u| &mut u.places).for_each(|place| place.0 = order[place.0]);
        event.silences.iter_mut().for_each(|s| s.claim.article = order[s.claim.article]);
        let uses = event.agency.iter_mut().flat_map(|a| &mut a.by_camp);
        let claims = uses.flat_map(|u| u.told.iter_mut().chain(&mut u.untold));
        let shared = event.common_ground.iter_mut().flat_map(|g| &mut g.claims);
        claims.chain(shared).for_each(|c| c.article = order[c.article]);
        event.origins.iter_mut().flat_map(|o| &mut o.articles).for_each(|a| *a = order[*a]);
    }
    out.storylines.iter_mut().flat_map(|s| &mut s.broken_off).for_each(|c| c.article = order[c.article]);
    for relation in &mut out.relations {
        relation.a.article = order[relation.a.article];
        relation.b.article = order[relation.b.article];
    }
}
