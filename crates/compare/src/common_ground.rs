//! Common ground: the least statement that every camp with articles on an event supports, with the claims that make it.
//!
//! It is made of what each camp says is so, by its own outlets or through others, where nobody denies or contradicts it. What
//! is common is an intersection: a family of happenings told of one particular place (or of one actor, where no place is
//! common), the actors, and of figures what all values allow, or else at least the least of them. What only some tell is
//! not in it, and where nothing is common nothing is said.

use crate::comparison::{Article, ClaimRef, CommonFigure, CommonGround, Event, Relation, RelationKind, Why};
use crate::figure::{Things, counted, things};
use crate::telling::{family_of, family_words, named};
use crate::why;
use riwayat_claims::{CampId, Claim, EntityId, Lexicon, Polarity, Quantity, Status};
use std::collections::{BTreeMap, BTreeSet};

/// The articles, in the order of their ids, with what tells camps and places.
#[derive(Clone, Copy)]
pub(crate) struct Spoken<'a> {
    pub(crate) articles: &'a [&'a Article<'a>],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) columns: &'a [CampId],
    /// Places in which half a war happens: that all name one of them says nothing.
    pub(crate) general: &'a BTreeSet<EntityId>,
    /// The claims that somebody denies or contradicts, and those that do it.
    pub(crate) opposed: &'a BTreeSet<ClaimRef>,
}

/// The family of happenings to which every toll belongs.
const CASUALTIES: &str = "killing";

/// A claim, and where it stands.
type At<'a> = (ClaimRef, &'a Claim);

/// The claims of a comparison that are denied or contradicted, and those that do it.
pub(crate) fn opposed(relations: &[Relation]) -> BTreeSet<ClaimRef> {
    let opposes = |r: &&Relation| matches!(r.kind, RelationKind::Denied | RelationKind::Contradict);
    relations.iter().filter(opposes).flat_map(|r| [r.a, r.b]).collect()
}

/// What all camps support in an event.
pub(crate) fn of(spoken: &Spoken<'_>, event: &Event) -> Vec<CommonGround> {
    let held = |camp: &&CampId| event.articles.iter().any(|m| spoken.articles[*m].camp == Some(camp));
    let camps: Vec<&CampId> = spoken.columns.iter().filter(held).collect();
    if camps.len() < 2 {
        return Vec::new();
    }
    let mut by_family: BTreeMap<&str, BTreeMap<&CampId, Vec<At<'_>>>> = BTreeMap::new();
    for (family, camp, at) in event.articles.iter().flat_map(|m| spoken.asserted(*m)) {
        if camps.contains(&camp) && !spoken.opposed.contains(&at.0) {
            by_family.entry(family).or_default().entry(camp).or_default().push(at);
        }
    }
    let told_by_all = by_family.into_iter().filter(|(_, by_camp)| by_camp.len() == camps.len());
    let of_family = |(family, by_camp): (&str, BTreeMap<&CampId, Vec<At<'_>>>)| {
        let accounts: Vec<Account<'_>> = by_camp.into_values().map(|c| spoken.account(c)).collect();
        spoken.statements(family, &camps, &accounts)
    };
    told_by_all.flat_map(of_family).collect()
}

/// One camp's claims of one family of happenings, and what each names and counts.
struct Account<'a> {
    claims: Vec<Told<'a>>,
}

struct Told<'a> {
    at: ClaimRef,
    places: Vec<&'a EntityId>,
    actors: Vec<&'a EntityId>,
    figures: Vec<&'a Quantity>,
}

impl<'a> Spoken<'a> {
    /// The claims of an article that say that something is so, with the families of what they tell and the camp whose account
    /// it is. Who counts dead or wounded tells of casualties, whatever else (قصف أوقع ثلاثة قتلى).
    fn asserted(&self, article: usize) -> Vec<(&'static str, &'a CampId, At<'a>)> {
        let of = self.articles[article];
        let toll = |q: &usize| {
            let status = of.reading.quantities.get(*q).and_then(|q| q.status);
            matches!(status, Some(Status::Killed | Status::Wounded))
        };
        let mut out = Vec::new();
        for (claim, c) in of.reading.claims.iter().enumerate() {
            let camp = of.camp_of(c);
            let (Some(camp), Polarity::Asserted) = (camp, c.polarity) else { continue };
            let family = c.event_type.as_deref().and_then(family_of);
            let casualties = c.quantities.iter().any(toll).then_some(CASUALTIES);
            let families: BTreeSet<&str> = family.into_iter().chain(casualties).collect();
            out.extend(families.into_iter().map(|f| (f, camp, (ClaimRef { article, claim }, c))));
        }
        out
    }

    fn account(&self, claims: Vec<At<'a>>) -> Account<'a> {
        let told = |(at, claim): At<'a>| {
            let reading = self.articles[at.article].reading;
            let figures = claim.quantities.iter().filter_map(|q| reading.quantities.get(*q));
            Told {
                at,
                places: named(reading, claim, true),
                actors: named(reading, claim, false),
                figures: figures.filter(|q| !q.part).collect(),
            }
        };
        Account { claims: claims.into_iter().map(told).collect() }
    }

    /// A statement for each particular place at which all tell a happening of the family; where none of them has a toll, one
    /// of the toll that all tell; and where there is neither, one of all that name an actor in common.
    fn statements(&self, family: &str, camps: &[&CampId], accounts: &[Account<'a>]) -> Vec<CommonGround> {
        let of = |place: Option<&EntityId>, holds: &dyn Fn(&Told<'a>) -> bool| {
            self.statement(family, camps, place, &kept(accounts, holds))
        };
        let at = |place| of(Some(place), &|t| t.places.iter().any(|p| self.holds(place, p)));
        let mut out: Vec<CommonGround> = Vec::new();
        for ground in self.common_places(accounts).into_iter().map(at) {
            // One toll is told of one place: of the one that most claims name.
            match out.iter_mut().find(|g| g.figures == ground.figures && !g.figures.is_empty()) {
                Some(known) if known.claims.len() < ground.claims.len() => *known = ground,
                Some(_) => {}
                None => out.push(ground),
            }
        }
        if out.iter().all(|g| g.figures.is_empty()) {
            let toll = of(None, &|t| t.figures.iter().any(|q| q.status.is_some()));
            out.extend((!toll.figures.is_empty()).then_some(toll));
        }
        if out.is_empty() {
            let actor = common_actors(&kept(accounts, &|_| true)).into_iter().next();
            out.extend(actor.map(|actor| of(None, &|t| t.actors.contains(&actor))));
        }
        out
    }

    fn statement(
        &self,
        family: &str,
        camps: &[&CampId],
        place: Option<&EntityId>,
        accounts: &[Vec<&Told<'a>>],
    ) -> CommonGround {
        let actors: Vec<EntityId> = common_actors(accounts).into_iter().cloned().collect();
        let figures = self.common_figures(accounts);
        let places: Vec<EntityId> = place.into_iter().cloned().collect();
        let mut claims: Vec<ClaimRef> = accounts.iter().flatten().map(|t| t.at).collect();
        claims.sort_unstable();
        CommonGround {
            camps: camps.iter().map(|c| (*c).clone()).collect(),
            family: family.to_owned(),
            statement: self.words(family, &places, &actors, &figures, &claims),
            places,
            actors,
            figures,
            claims,
        }
    }

    fn words(
        &self,
        family: &str,
        places: &[EntityId],
        actors: &[EntityId],
        figures: &[CommonFigure],
        claims: &[ClaimRef],
    ) -> Why {
        let (ar, en) = family_words(family);
        let mut statement = Why { ar: ar.into(), en: en.into() };
        for figure in figures {
            let Why { ar, en } = figure.words();
            statement.push(&ar, &en);
        }
        let name = |e: &EntityId| why::name(self.lexicon, e, self.written(e, claims));
        for (list, ar, en) in [(places, "المكان", "place"), (actors, "يُذكر فيه", "named in it")]
        {
            if !list.is_empty() {
                let names = why::list(&list.iter().map(name).collect::<Vec<_>>());
                statement.push(&format!("{ar}: {}", names.ar), &format!("{en}: {}", names.en));
            }
        }
        statement
    }

    /// What an entity is first called where the claims stand.
    fn written<'e>(&'e self, entity: &'e EntityId, claims: &[ClaimRef]) -> &'e str {
        let named = |at: &ClaimRef| {
            let article = self.articles[at.article];
            let mention = article.reading.mentions.iter().find(|m| m.entity == *entity)?;
            Some(mention.span.of(article.text))
        };
        claims.iter().find_map(named).unwrap_or(entity.as_str())
    }

    fn holds(&self, outer: &EntityId, inner: &EntityId) -> bool {
        outer == inner || self.lexicon.within(inner, outer)
    }

    /// The particular places that all name, or that hold one which each of them names: of nested ones the inmost.
    fn common_places(&self, accounts: &[Account<'a>]) -> Vec<&'a EntityId> {
        let named = |a: &Account<'a>| -> Vec<&'a EntityId> {
            a.claims.iter().flat_map(|t| t.places.iter().copied()).collect()
        };
        let all: BTreeSet<&EntityId> = accounts.iter().flat_map(named).collect();
        let particular = |p: &&&EntityId| !self.general.contains(**p);
        let by_all =
            |outer: &&&EntityId| accounts.iter().all(|a| named(a).iter().any(|p| self.holds(outer, p)));
        let common: Vec<&EntityId> = all.iter().filter(particular).filter(by_all).copied().collect();
        let inmost = |outer: &&EntityId| !common.iter().any(|p| p != outer && self.holds(outer, p));
        common.iter().copied().filter(inmost).collect()
    }

    /// What all of them count, by the figures of the first of the claims.
    fn common_figures(&self, accounts: &[Vec<&Told<'a>>]) -> Vec<CommonFigure> {
        let first = accounts.iter().min_by_key(|a| a.iter().map(|t| t.at).min());
        let own = first.into_iter().flatten().flat_map(|t| t.figures.iter().map(move |q| (t.at.article, *q)));
        let mut out: Vec<CommonFigure> = Vec::new();
        for (article, x) in own {
            // Of what one article counts the greatest is the whole, and the others its parts.
            let same = |account: &Vec<&Told<'a>>| -> Vec<&'a Quantity> {
                let mut whole: BTreeMap<usize, &'a Quantity> = BTreeMap::new();
                for (article, y) in account.iter().flat_map(|t| t.figures.iter().map(|q| (t.at.article, *q)))
                {
                    if things(x, y) == Things::Same {
                        let known = whole.entry(article).or_insert(y);
                        *known = if y.min > known.min { y } else { *known };
                    }
                }
                whole.into_values().collect()
            };
            let counted = counted(self.articles[article], self.lexicon, x);
            if !out.iter().any(|f| f.unit == x.unit && f.counted == counted) {
                let all: Vec<Vec<&Quantity>> = accounts.iter().map(same).collect();
                out.extend(common_figure(&all, counted));
            }
        }
        out
    }
}

/// Of each account, the claims for which something holds.
fn kept<'t, 'a>(accounts: &'t [Account<'a>], holds: &dyn Fn(&Told<'a>) -> bool) -> Vec<Vec<&'t Told<'a>>> {
    accounts.iter().map(|a| a.claims.iter().filter(|t| holds(t)).collect()).collect()
}

/// The actors that every account names, in their own order.
fn common_actors<'a>(accounts: &[Vec<&Told<'a>>]) -> Vec<&'a EntityId> {
    let named = |a: &Vec<&Told<'a>>| -> BTreeSet<&'a EntityId> {
        a.iter().flat_map(|t| t.actors.iter().copied()).collect()
    };
    let common = accounts.iter().map(named).reduce(|a, b| a.intersection(&b).copied().collect());
    common.unwrap_or_default().into_iter().collect()
}

/// What all accounts support of the figures that each gives of one thing: what the values of all allow, where each gives
/// one; else at least the least of them. Nothing where an account gives none.
fn common_figure(accounts: &[Vec<&Quantity>], counted: Why) -> Option<CommonFigure> {
    let all: Vec<&Quantity> = accounts.iter().flatten().copied().collect();
    if accounts.iter().any(Vec::is_empty) {
        return None;
    }
    let low = |q: &&Quantity| q.min.unwrap_or(0.0);
    let min = all.iter().map(low).max_by(f64::total_cmp)?;
    let max = all.iter().map(|q| q.max.unwrap_or(f64::INFINITY)).min_by(f64::total_cmp)?;
    let one_each = accounts.iter().all(|a| a.len() == 1);
    let (min, max) = if one_each && min <= max {
        (min, max)
    } else {
        (all.iter().map(low).min_by(f64::total_cmp)?, f64::INFINITY)
    };
    (min > 0.0 || max.is_finite()).then(|| CommonFigure {
        unit: all[0].unit.clone(),
        counted,
        min: (min > 0.0).then_some(min),
        max: max.is_finite().then_some(max),
    })
}

impl CommonFigure {
    fn words(&self) -> Why {
        let (ar, en) = match (self.min, self.max) {
            (Some(x), Some(y)) if x == y => (format!("{x}"), format!("{x}")),
            (Some(x), Some(y)) => (format!("بين {x} و{y}"), format!("{x} to {y}")),
            (Some(x), None) => (format!("{x} على الأقل"), format!("at least {x}")),
            (None, Some(y)) => (format!("{y} على الأكثر"), format!("at most {y}")),
            (None, None) => (String::new(), String::new()),
        };
        Why { ar: format!("{}: {ar}", self.counted.ar), en: format!("{}: {en}", self.counted.en) }
    }
}
