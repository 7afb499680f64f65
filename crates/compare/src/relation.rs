//! Relations between claims: which pairs are looked at, and the rules that relate them.
//!
//! The rules are a table, the strictest first; the first that holds relates the pair, and a pair that none of them
//! holds for stays unrelated. A relation never says who is right.

use crate::comparison::{Article, ClaimRef, Relation, RelationKind, Scope, Why};
use crate::profile::Collection;
use crate::telling::Telling;
use crate::{accusation, agreement, contradiction, figures, origin};
use rayon::prelude::*;
use riwayat_claims::Lexicon;
use std::collections::{BTreeMap, BTreeSet};

/// Two claims side by side.
#[derive(Debug)]
pub(crate) struct Pair<'a> {
    /// The one of the lower article id.
    pub(crate) a: &'a Telling<'a>,
    /// The other.
    pub(crate) b: &'a Telling<'a>,
    /// How far apart they stand.
    pub(crate) scope: Scope,
    /// Cosine of their words, 0 to 1.
    pub(crate) likeness: f64,
    /// True where their articles stem from one text: what they share is said once.
    pub(crate) one_origin: bool,
    /// The lexicon.
    pub(crate) lexicon: &'a Lexicon,
}

/// What a rule finds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Which relation.
    pub(crate) kind: RelationKind,
    /// Finer.
    pub(crate) detail: Option<&'static str>,
    /// Why.
    pub(crate) why: Why,
    /// What each side says, where saying it again adds nothing: a figure with its value, an accused. Of one voice it is
    /// related once to what another voice says.
    pub(crate) once: Option<[String; 2]>,
}

/// A rule: where it may be asked, and what it finds.
struct Rule {
    scopes: &'static [Scope],
    find: fn(&Pair<'_>) -> Option<Found>,
}

const NEAR: &[Scope] = &[Scope::Article, Scope::Event];

/// The rules, the one that outranks first.
const RULES: &[Rule] = &[
    Rule { scopes: NEAR, find: contradiction::denied },
    Rule { scopes: &[Scope::Event], find: contradiction::other_actor },
    Rule { scopes: &[Scope::Event], find: contradiction::outcome },
    Rule { scopes: &[Scope::Event], find: contradiction::other_day },
    Rule { scopes: &[Scope::Event], find: contradiction::other_hour },
    Rule { scopes: &[Scope::Event], find: contradiction::opposed_harm },
    Rule {
        scopes: &[Scope::Article, Scope::Event, Scope::Storyline, Scope::Across],
        find: accusation::mirrored,
    },
    Rule { scopes: NEAR, find: figures::of_one_event },
    Rule { scopes: &[Scope::Storyline], find: figures::of_one_storyline },
    Rule { scopes: &[Scope::Event], find: agreement::of_one_event },
    Rule { scopes: &[Scope::Storyline], find: agreement::of_one_storyline },
];

/// What relates a pair, if anything does.
pub(crate) fn relate(pair: &Pair<'_>) -> Option<Found> {
    RULES.iter().filter(|r| r.scopes.contains(&pair.scope)).find_map(|r| (r.find)(pair))
}

/// An event, and who speaks in it.
type Voice = (usize, String);

/// What has been related once already.
type Told = BTreeSet<(RelationKind, [(Voice, String); 2])>;

/// Where the claims of a collection stand.
pub(crate) struct Ground<'a> {
    /// The articles, by id.
    pub(crate) articles: &'a [&'a Article<'a>],
    /// What they are compared by.
    pub(crate) collection: &'a Collection,
    /// The lexicon.
    pub(crate) lexicon: &'a Lexicon,
    /// The event of each article.
    pub(crate) event_of: Vec<usize>,
    /// The storyline of each article.
    pub(crate) story_of: Vec<usize>,
    /// The origin of each article, where it has one: equal for copies.
    pub(crate) origin_of: Vec<Option<usize>>,
    /// Claims of a storyline from this one on are not looked at: id of the article, number of the claim.
    pub(crate) until: Option<(&'a str, usize)>,
}

/// Most claims of one storyline of which every pair is looked at; beyond it the claims of the first articles are, and
/// the storyline says so.
/// Claims, 500 to 5000: two million pairs take about a second.
pub(crate) const MOST_CLAIMS: usize = 2000;

/// Every relation of the collection, by the claims related, and the storylines with more claims than [`MOST_CLAIMS`], each with
/// the first that was left out.
pub(crate) fn relations(
    ground: &Ground<'_>,
    go_on: &(dyn Fn() -> bool + Sync),
) -> (Vec<Relation>, Vec<(usize, ClaimRef)>) {
    let mut stories: Vec<Vec<usize>> = Vec::new();
    for (article, story) in ground.story_of.iter().enumerate() {
        if stories.len() <= *story {
            stories.resize(story + 1, Vec::new());
        }
        stories[*story].push(article);
    }
    // What is told once is told of an event, so no storyline needs to know of another's.
    let found: Vec<InStory> =
        stories.par_iter().map(|s| if go_on() { ground.within(s) } else { InStory::default() }).collect();
    let (mut out, mut told, mut cut) = (Vec::new(), Told::new(), Vec::new());
    for (number, mut story) in found.into_iter().enumerate() {
        out.append(&mut story.relations);
        told.append(&mut story.told);
        cut.extend(story.cut.map(|at| (number, at)));
    }
    ground.across(&mut out, &mut told);
    out.sort_by_key(|r| (r.a, r.b));
    (out, cut)
}

/// What relates the claims of one storyline.
#[derive(Default)]
struct InStory {
    relations: Vec<Relation>,
    told: Told,
    /// Where it has more claims than [`MOST_CLAIMS`], the first of the others.
    cut: Option<ClaimRef>,
}

impl<'a> Ground<'a> {
    fn tellings(&self, article: usize) -> impl Iterator<Item = Telling<'a>> + use<'a> {
        let (collection, articles) = (self.collection, self.articles);
        let claims = articles[article].reading.claims.len();
        (0..claims).map(move |claim| Telling::new(collection, articles[article], ClaimRef { article, claim }))
    }

    /// Those that charge somebody.
    fn charges(&self, article: usize) -> impl Iterator<Item = Telling<'a>> + use<'a> {
        let (collection, articles) = (self.collection, self.articles);
        let claims = articles[article].reading.claims.iter().enumerate();
        let may = claims.filter(|(_, claim)| accusation::may_charge(claim));
        let tellings = may
            .map(move |(claim, _)| Telling::new(collection, articles[article], ClaimRef { article, claim }));
        tellings.filter(|t| accusation::matter(t).is_some())
    }

    /// What relates the claims of one storyline's articles.
    fn within(&self, articles: &[usize]) -> InStory {
        let mut found = InStory::default();
        let mut tellings: Vec<Telling<'_>> =
            articles.iter().flat_map(|a| self.tellings(*a)).take(MOST_CLAIMS + 1).collect();
        if let Some(first) = tellings.get(MOST_CLAIMS) {
            found.cut = Some(first.at);
            tellings.truncate(MOST_CLAIMS);
        }
        if let Some(until) = self.until {
            tellings.retain(|t| (t.article.id, t.at.claim) < until);
        }
        self.among(&tellings, &mut found.relations, &mut found.told);
        found
    }

    fn among(&self, tellings: &[Telling<'_>], out: &mut Vec<Relation>, told: &mut Told) {
        for (n, a) in tellings.iter().enumerate() {
            for b in &tellings[n + 1..] {
                out.extend(self.relation(a, b, told));
            }
        }
    }

    /// Accusations are mirrored across whole wars: those of different storylines are compared, nothing else is.
    fn across(&self, out: &mut Vec<Relation>, told: &mut Told) {
        let charges: Vec<Telling<'_>> =
            (0..self.articles.len()).into_par_iter().flat_map_iter(|a| self.charges(a)).collect();
        let mut by_matter: BTreeMap<_, Vec<&Telling<'_>>> = BTreeMap::new();
        for telling in &charges {
            by_matter.entry(accusation::matter(telling)).or_default().push(telling);
        }
        for same in by_matter.values() {
            for (n, a) in same.iter().enumerate() {
                for b in same[n + 1..].iter().filter(|b| self.scope(a, b) == Scope::Across) {
                    out.extend(self.relation(a, b, told));
                }
            }
        }
    }

    fn relation(&self, a: &Telling<'_>, b: &Telling<'_>, told: &mut Told) -> Option<Relation> {
        let scope = self.scope(a, b);
        if !comparable(a, b, scope) {
            return None;
        }
        let origin = self.origin_of[a.at.article];
        let pair = Pair {
            a,
            b,
            scope,
            likeness: a.vector.cosine(&b.vector),
            one_origin: origin.is_some() && origin == self.origin_of[b.at.article],
            lexicon: self.lexicon,
        };
        let found = relate(&pair)?;
        if let Some([x, y]) = &found.once {
            let mut sides = [(self.voice(a), x.clone()), (self.voice(b), y.clone())];
            sides.sort();
            told.insert((found.kind, sides)).then_some(())?;
        }
        Some(Relation { kind: found.kind, detail: found.detail, scope, a: a.at, b: b.at, why: found.why })
    }

    /// The event in which something is said, and by whom.
    fn voice(&self, telling: &Telling<'_>) -> Voice {
        let article = telling.at.article;
        let who = origin::speaker(telling.article, telling.claim, article, self.origin_of[article]);
        (self.event_of[article], who)
    }

    fn scope(&self, a: &Telling<'_>, b: &Telling<'_>) -> Scope {
        let (a, b) = (a.at.article, b.at.article);
        match () {
            () if a == b => Scope::Article,
            () if self.event_of[a] == self.event_of[b] => Scope::Event,
            () if self.story_of[a] == self.story_of[b] => Scope::Storyline,
            () => Scope::Across,
        }
    }
}

/// False where no rule can hold: no figure in both, no kind of happening in both, nothing denied or lost, nobody accused.
fn comparable(a: &Telling<'_>, b: &Telling<'_>, scope: Scope) -> bool {
    let figures = !a.claim.quantities.is_empty() && !b.claim.quantities.is_empty();
    let kinds = a.family.is_some() && a.family == b.family;
    let denial = NEAR.contains(&scope) && a.claim.polarity != b.claim.polarity;
    let lost = scope == Scope::Storyline && (a.lost || b.lost);
    let harm = scope == Scope::Event && !a.outcomes.is_empty() && !b.outcomes.is_empty();
    let held = scope == Scope::Event && !a.holders.is_empty() && !b.holders.is_empty();
    figures || kinds || denial || lost || harm || held || a.accuses() && b.accuses()
}

impl Pair<'_> {
    /// Who says what in both, for reasons: «x» against «y».
    pub(crate) fn both(&self, a: &str, b: &str) -> Why {
        let (x, y) = (self.a.speaker(self.lexicon), self.b.speaker(self.lexicon));
        Why {
            ar: format!("{}: «{a}»، و{}: «{b}»", x.ar, y.ar),
            en: format!("{}: «{a}», {}: «{b}»", x.en, y.en),
        }
    }

    /// The words of both claims, cut short.
    pub(crate) fn quoted(&self) -> Why {
        let short = |t: &Telling<'_>| crate::why::short(t.words(t.claim.span));
        self.both(&short(self.a), &short(self.b))
    }

    /// A reason: what both say, and what that means.
    pub(crate) fn found(
        &self,
        kind: RelationKind,
        detail: Option<&'static str>,
        said: Why,
        ar: &str,
        en: &str,
    ) -> Found {
        let why = Why { ar: format!("{} - {ar}", said.ar), en: format!("{} - {en}", said.en) };
        Found { kind, detail, why, once: None }
    }
}
