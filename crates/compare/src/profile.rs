//! What articles are compared by: their words by stem, their names by entity, where each of them stands.
//!
//! Figures and dates are no terms: a figure that differs is the product, never a reason to split, and dates are
//! weighed apart ([`crate::when`]). Outlets and camps are none either.

use crate::common::{CommonWords, SHARE};
use crate::comparison::Article;
use crate::event::headline;
use crate::finder::vocabulary::print;
use crate::pile::Pile;
use crate::stopwords::StopWords;
use crate::vector::Sparse;
use crate::when::When;
use rayon::prelude::*;
use riwayat_claims::{EntityId, Input, Lexicon, Mention, MentionKind, Reading};
use riwayat_text::table::Table;
use riwayat_text::{Span, Token, TokenKind, stem};
use smol_str::{SmolStr, format_smolstr};
use std::collections::BTreeSet;

/// What a term is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word, by its stem.
    Word,
    /// A place.
    Place(EntityId),
    /// An actor, organisation or person.
    Actor(EntityId),
}

impl Kind {
    /// The place, where it is one.
    pub(crate) fn place(&self) -> Option<&EntityId> {
        if let Self::Place(place) = self { Some(place) } else { None }
    }
}

/// A term of the collection.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    /// The print of its key.
    pub(crate) print: u64,
    /// What it is.
    pub(crate) kind: Kind,
    /// As first written, in the order of the articles' ids.
    pub(crate) shown: String,
    /// In how many articles it stands.
    pub(crate) articles: u32,
    /// True for what half the reports of a war hold: common words, and the actors that have a camp.
    pub(crate) common: bool,
    /// Of a place: fewer than [`GENERAL`] other places that the collection names lie in it. Of the rest: true.
    pub(crate) particular: bool,
}

/// One occurrence of a term in a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    /// Which term.
    pub(crate) term: u32,
    /// First byte in the body.
    at: u32,
}

impl Placed {
    /// A term that stands from this byte on. No article is longer than 4 GB.
    fn new(term: u32, at: usize) -> Self {
        Self { term, at: u32::try_from(at).unwrap_or(u32::MAX) }
    }

    /// First byte in the body.
    pub(crate) fn at(self) -> usize {
        self.at as usize
    }
}

/// One article as it is compared.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    /// Terms of the body, by place.
    pub(crate) body: Vec<Placed>,
    /// Terms of the title.
    pub(crate) title: Vec<u32>,
    /// How many actors with a camp the headline names.
    pub(crate) sides: usize,
    /// How many of `body` stand in the lead.
    pub(crate) lead: usize,
    /// When it happens, as far as the article tells.
    pub(crate) when: When,
    /// Everything, the lead twice.
    pub(crate) vector: Sparse,
}

/// Every article of the collection, in the order of their ids, and the terms they share.
#[derive(Debug, Default)]
pub(crate) struct Collection {
    /// The terms; a term's number is its index.
    pub(crate) terms: Vec<Term>,
    /// The articles.
    pub(crate) profiles: Vec<Profile>,
    /// How many there are, with those of the pile that are not here.
    pub(crate) articles: usize,
}

/// How many telling words make the lead: the first paragraph or two of a report, where a news text says what
/// happened; what follows is background, which articles of other months share. Words, 30 to 80.
const LEAD_WORDS: usize = 45;

/// Documents without the term that are thought to be there besides the given ones, so that a word that both of
/// two articles have keeps a weight. Articles, 10 to 1000.
pub(crate) const BACKGROUND: f64 = 60.0;

/// A place in which so many others that the collection names lie is a province or a great city: half a war happens
/// in it, and it tells no happening apart. Places, 2 to 8.
pub(crate) const GENERAL: usize = 3;

/// Rivers, deserts and the like: they run through several provinces and tell no happening apart.
const REGIONS: [&str; 4] = ["euphrates", "tigris", "badia", "jazira"];

/// What the id of a province has after that of the city whose name it bears: such a name may mean either.
const PROVINCE: &str = "-governorate";

/// Titles say in few words what the text is about: each counts as this many. Times, 1 to 4.
pub(crate) const TITLE_WEIGHT: u32 = 2;

impl Profile {
    /// True where a stretch of the body begins in the lead.
    pub(crate) fn in_lead(&self, span: Span) -> bool {
        self.body.get(self.lead).is_none_or(|behind| span.start() < behind.at())
    }
}

impl Collection {
    /// Reads what the articles, already in the order of their ids, are compared by; where they are some of a pile, its words
    /// are as rare as they are there.
    pub(crate) fn new(articles: &[&Article<'_>], lexicon: &Lexicon, pile: Option<&Pile>) -> Self {
        let part = |some: &[&Article<'_>]| {
            let mut builder = Builder::new(lexicon);
            let profiles: Vec<Profile> = some.iter().map(|a| builder.whole(a)).collect();
            (profiles, builder)
        };
        let parts: Vec<(Vec<Profile>, Builder<'_>)> = articles.par_chunks(PART).map(part).collect();
        let (mut profiles, mut terms) = joined(parts);
        find_general(&mut terms, lexicon);
        if let Some(pile) = pile {
            terms.iter_mut().for_each(|t| t.articles = pile.count(t));
        }
        let articles = pile.map_or(profiles.len(), |pile| pile.articles);
        let idf: Vec<f32> = terms.iter().map(|t| idf(t, articles)).collect();
        profiles.par_iter_mut().for_each(|p| {
            let title = p.title.iter().map(|t| (*t, TITLE_WEIGHT as f32));
            let lead = p.body[..p.lead].iter().map(|b| (b.term, 1.0));
            p.vector = weighed(p.body.iter().map(|b| (b.term, 1.0)).chain(lead).chain(title).collect(), &idf);
        });
        Self { terms, profiles, articles }
    }

    /// The places in which others that the collection names lie: provinces, great cities, rivers.
    pub(crate) fn general_places(&self) -> BTreeSet<EntityId> {
        let general = self.terms.iter().filter(|t| !t.particular);
        general.filter_map(|t| if let Kind::Place(e) = &t.kind { Some(e.clone()) } else { None }).collect()
    }

    /// The vector of a stretch of an article's body.
    pub(crate) fn stretch(&self, article: usize, span: Span) -> Sparse {
        let counts = self.placed(article, span).iter().map(|b| (b.term, 1.0)).collect();
        damped(counts, &|t: u32| idf(&self.terms[t as usize], self.articles))
    }

    /// The terms of a stretch of an article's body, by place.
    pub(crate) fn placed(&self, article: usize, span: Span) -> &[Placed] {
        let body = &self.profiles[article].body;
        let from = body.partition_point(|b| b.at() < span.start());
        let to = body.partition_point(|b| b.at() < span.end());
        &body[from..to]
    }
}

/// What one article is compared by, as far as it can be told without others, and its terms.
pub(crate) fn alone(article: &Article<'_>, lexicon: &Lexicon) -> (Profile, Vec<Term>) {
    let mut builder = Builder::new(lexicon);
    let profile = builder.profile(article, &read_title(article.title, lexicon));
    (profile, builder.terms)
}

/// Articles whose terms are numbered by themselves before all are: few enough that all cores have some. 64 to 1024.
const PART: usize = 256;

/// The profiles of all parts and their terms, numbered as if there had been one part: in the order in which they first stand.
fn joined(parts: Vec<(Vec<Profile>, Builder<'_>)>) -> (Vec<Profile>, Vec<Term>) {
    let (mut profiles, mut terms): (Vec<Profile>, Vec<Term>) = Default::default();
    let mut index: Table<SmolStr, u32> = Table::default();
    for (mut part, builder) in parts {
        let mut number = |(key, term): (SmolStr, Term)| {
            let next = u32::try_from(terms.len()).expect("fewer than 2^32 terms");
            let number = *index.entry(key).or_insert(next);
            if number == next {
                terms.push(term);
            } else {
                terms[number as usize].articles += term.articles;
            }
            number
        };
        let numbers: Vec<u32> = builder.keys.into_iter().zip(builder.terms).map(&mut number).collect();
        for profile in &mut part {
            profile.body.iter_mut().for_each(|b| b.term = numbers[b.term as usize]);
            profile.title.iter_mut().for_each(|t| *t = numbers[*t as usize]);
        }
        profiles.append(&mut part);
    }
    (profiles, terms)
}

/// How many actors with a camp the headline of an article names; `title` is its title, read.
fn sides(article: &Article<'_>, title: &Reading, lexicon: &Lexicon) -> usize {
    let lead;
    let read = if article.title.trim().is_empty() {
        lead = read_title(&headline(article), lexicon);
        &lead
    } else {
        title
    };
    let mut named: Vec<_> = (read.mentions.iter())
        .filter(|m| m.kind == MentionKind::Actor && m.camp.is_some())
        .map(|m| &m.entity)
        .collect();
    named.sort_unstable();
    named.dedup();
    named.len()
}

/// Marks the places in which others that the collection names lie.
fn find_general(terms: &mut [Term], lexicon: &Lexicon) {
    let places: Vec<(usize, EntityId)> = terms
        .iter()
        .enumerate()
        .filter_map(|(n, t)| match &t.kind {
            Kind::Place(entity) if lexicon.name_of(entity).is_some() => Some((n, entity.clone())),
            _ => None,
        })
        .collect();
    for (n, outer) in &places {
        let held = places.iter().filter(|(m, inner)| m != n && lexicon.within(inner, outer)).count();
        terms[*n].particular = held < GENERAL && !never_particular(outer, lexicon);
    }
}

/// True of a province, a city whose name it bears, a river or desert.
pub(crate) fn never_particular(place: &EntityId, lexicon: &Lexicon) -> bool {
    let province = EntityId::from(format!("{place}{PROVINCE}").as_str());
    let named = place.as_str().ends_with(PROVINCE) || lexicon.name_of(&province).is_some();
    named || REGIONS.contains(&place.as_str())
}

/// How much a term tells: the logarithm of how rare it is among the articles and [`BACKGROUND`] others.
fn idf(term: &Term, articles: usize) -> f32 {
    let beyond = if term.common { SHARE * BACKGROUND } else { 0.0 };
    let rare = (articles as f64 + BACKGROUND) / (f64::from(term.articles) + beyond + 0.5);
    rare.ln().max(0.0) as f32
}

fn weighed(counts: Vec<(u32, f32)>, idf: &[f32]) -> Sparse {
    damped(counts, &|t| idf[t as usize])
}

/// TF-IDF with the logarithm of the count, at length 1.
fn damped(mut counts: Vec<(u32, f32)>, idf: &dyn Fn(u32) -> f32) -> Sparse {
    counts.sort_by_key(|c| c.0);
    let mut out: Vec<(u32, f32)> = Vec::new();
    for (term, n) in counts {
        match out.last_mut() {
            Some(last) if last.0 == term => last.1 += n,
            _ => out.push((term, n)),
        }
    }
    for (term, n) in &mut out {
        *n = (1.0 + n.ln().max(0.0)) * idf(*term);
    }
    Sparse::unit(out)
}

struct Builder<'l> {
    stop: &'static StopWords,
    common: &'static CommonWords,
    lexicon: &'l Lexicon,
    /// The terms, by stem or name.
    index: Table<SmolStr, u32>,
    /// The term of each word met, by its folded form; none of one that tells nothing.
    words: Table<SmolStr, Option<u32>>,
    terms: Vec<Term>,
    /// The key of each term.
    keys: Vec<SmolStr>,
}

/// What a title says, read by itself.
fn read_title(title: &str, lexicon: &Lexicon) -> Reading {
    let input = Input { title: "", text: title, published: None, outlet: None, camp: None };
    riwayat_claims::read(&input, lexicon)
}

impl<'l> Builder<'l> {
    fn new(lexicon: &'l Lexicon) -> Self {
        Self {
            stop: StopWords::get(),
            common: CommonWords::get(),
            lexicon,
            index: Table::default(),
            words: Table::default(),
            terms: Vec::new(),
            keys: Vec::new(),
        }
    }

    /// The profile of an article, its terms counted.
    fn whole(&mut self, article: &Article<'_>) -> Profile {
        let title = read_title(article.title, self.lexicon);
        let profile = self.profile(article, &title);
        let mut seen: Vec<u32> = profile.body.iter().map(|b| b.term).chain(profile.title.clone()).collect();
        seen.sort_unstable();
        seen.dedup();
        seen.into_iter().for_each(|term| self.terms[term as usize].articles += 1);
        Profile { sides: sides(article, &title, self.lexicon), ..profile }
    }

    fn profile(&mut self, article: &Article<'_>, title: &Reading) -> Profile {
        let body = self.placed(article.text, article.reading);
        let title = self.placed(article.title, title).iter().map(|p| p.term).collect();
        let lead = lead_length(&body, &article.reading.sentences);
        let lead_end = body.get(lead).map_or(article.text.len(), |b| b.at());
        Profile { title, lead, when: When::of(article, lead_end), body, ..Profile::default() }
    }

    fn placed(&mut self, text: &str, reading: &Reading) -> Vec<Placed> {
        let mut out = Vec::new();
        let mut mentions = reading.mentions.iter().peekable();
        for token in &reading.tokens {
            while mentions.peek().is_some_and(|m| m.span.end() <= token.span.start()) {
                mentions.next();
            }
            let inside = mentions.peek().filter(|m| m.span.overlap(token.span) > 0);
            let term = match inside {
                Some(m) if starts(m, token) => self.name(m, text),
                Some(_) => None,
                None => self.word(token, text, reading),
            };
            out.extend(term.map(|term| Placed::new(term, token.span.start())));
        }
        out
    }

    fn name(&mut self, mention: &Mention, text: &str) -> Option<u32> {
        let kind = match mention.kind {
            MentionKind::Place => Kind::Place(mention.entity.clone()),
            MentionKind::Actor | MentionKind::Organisation | MentionKind::Person => {
                Kind::Actor(mention.entity.clone())
            }
            MentionKind::Outlet => return None,
        };
        let mark = if mention.kind == MentionKind::Place { '#' } else { '@' };
        Some(self.term(format_smolstr!("{mark}{}", mention.entity), kind, mention.span.of(text)))
    }

    fn word(&mut self, token: &Token, text: &str, reading: &Reading) -> Option<u32> {
        if token.kind != TokenKind::Word || in_figure_or_date(token.span, reading) {
            return None;
        }
        if let Some(known) = self.words.get(&token.key) {
            return *known;
        }
        let telling = token.key.chars().count() > 1 && !self.stop.has(&token.key);
        let term = telling.then(|| self.term(stem::stem(&token.key).into(), Kind::Word, token.span.of(text)));
        self.words.insert(token.key.clone(), term);
        term
    }

    fn term(&mut self, key: SmolStr, kind: Kind, shown: &str) -> u32 {
        let next = u32::try_from(self.terms.len()).expect("fewer than 2^32 terms");
        *self.index.entry(key).or_insert_with_key(|key| {
            let common = match &kind {
                Kind::Word => self.common.has(key),
                Kind::Actor(entity) => self.lexicon.camp_of(entity).is_some(),
                Kind::Place(_) => false,
            };
            self.keys.push(key.clone());
            self.terms.push(Term {
                print: print(key),
                kind,
                shown: shown.to_owned(),
                articles: 0,
                common,
                particular: true,
            });
            next
        })
    }
}

/// True on the token with which a name begins (a proclitic may stand before the name in it).
fn starts(mention: &Mention, token: &Token) -> bool {
    token.span.start() <= mention.span.start() && mention.span.start() < token.span.end()
}

fn in_figure_or_date(span: Span, reading: &Reading) -> bool {
    let dated = &reading.dates;
    let near = dated.partition_point(|d| d.span.end() <= span.start());
    if dated.get(near).is_some_and(|d| d.span.overlap(span) > 0) {
        return true;
    }
    let figures = &reading.quantities;
    let near = figures.partition_point(|q| q.span.end() <= span.start());
    figures
        .get(near)
        .is_some_and(|q| q.span.overlap(span) > 0 && q.counted.is_none_or(|c| c.overlap(span) == 0))
}

/// How many of the placed terms make the lead: whole sentences, until there are enough words.
fn lead_length(body: &[Placed], sentences: &[Span]) -> usize {
    for s in sentences {
        let n = body.partition_point(|b| b.at() < s.end());
        if n >= LEAD_WORDS {
            return n;
        }
    }
    body.len()
}
