//! Engine results to the wire: byte spans become code points, ids are given, words are cut from the original.

use crate::pipeline::{Knowledge, Prepared};
use crate::wire::{self, Count};
use crate::{UNASSIGNED, engine_version};
use jiff::civil::Date;
use rayon::prelude::*;
use riwayat_claims as claims;
use riwayat_compare as compare;
use riwayat_text::{CodePoints, Span};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

/// Which of the two languages a one-language answer is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Arabic.
    #[default]
    Ar,
    /// English.
    En,
}

impl Lang {
    /// The sentence in this language.
    #[must_use]
    pub fn of(self, why: &compare::Why) -> String {
        match self {
            Self::Ar => why.ar.clone(),
            Self::En => why.en.clone(),
        }
    }

    fn pick(self, ar: &str, en: &str) -> String {
        match self {
            Self::Ar => ar.to_owned(),
            Self::En => en.to_owned(),
        }
    }
}

/// The camp's id on the wire: `unassigned` where there is none.
#[must_use]
pub fn camp_name(camp: Option<&claims::CampId>) -> String {
    camp.map_or(UNASSIGNED, claims::CampId::as_str).to_owned()
}

/// One article's text with its code points: cuts stretches out.
pub struct Cut<'a> {
    text: &'a str,
    points: CodePoints<'a>,
}

impl<'a> Cut<'a> {
    /// Of one text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, points: CodePoints::new(text) }
    }

    /// Start, end in code points, and the words.
    #[must_use]
    pub fn of(&self, span: Span) -> (usize, usize, String) {
        let (start, end) = self.points.of(span);
        (start, end, span.of(self.text).to_owned())
    }

    fn words(&self, span: Span) -> String {
        span.of(self.text).to_owned()
    }

    /// Start and end in code points.
    #[must_use]
    pub fn stretch(&self, span: Span) -> wire::Stretch {
        let (start, end) = self.points.of(span);
        wire::Stretch { start, end }
    }
}

/// The ids of an article's claims: the article's id and the claim's place in its text, so that they outlive a
/// better reading of the rest of it; two claims of one place are told apart by a suffix.
#[must_use]
pub fn claim_ids(article: &Prepared) -> Vec<String> {
    let points = CodePoints::new(&article.article.text);
    let mut seen: HashMap<(usize, usize), usize> = HashMap::new();
    let id = |claim: &claims::Claim| {
        let (start, end) = points.of(claim.span);
        let count = seen.entry((start, end)).or_insert(0);
        *count += 1;
        match *count {
            1 => format!("{}:{start}-{end}", article.id),
            n => format!("{}:{start}-{end}~{n}", article.id),
        }
    };
    article.reading.claims.iter().map(id).collect()
}

/// The words of an enum of the engine, as the wire spells them: `Killed` is `killed`, `DayPart` `day-part`.
fn word(value: impl std::fmt::Debug) -> String {
    let name = format!("{value:?}");
    let mut out = String::with_capacity(name.len() + 2);
    for (i, c) in name.chars().enumerate() {
        if c.is_uppercase() && i > 0 {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// Which people, in the contract's words: it tells civilians by trade only through the noun that counts them.
fn group(group: claims::Group) -> String {
    match group {
        claims::Group::Journalist | claims::Group::Medic => word(claims::Group::Civilian),
        other => word(other),
    }
}

/// A figure.
#[must_use]
pub fn quantity(q: &claims::Quantity, reading: &claims::Reading, cut: &Cut<'_>) -> wire::Quantity {
    let (start, end, text) = cut.of(q.span);
    wire::Quantity {
        start,
        end,
        text,
        min: q.min.map(Count),
        max: q.max.map(Count),
        approximate: q.approximate,
        unit: q.unit.clone(),
        counted: q.counted.map(|s| cut.words(s)),
        status: q.status.map(word),
        group: q.group.map(group),
        side: q.side.as_ref().map(ToString::to_string),
        part: q.part,
        part_of: q.part_of.and_then(|i| reading.quantities.get(i)).map(|total| cut.of(total.span).0),
        confidence: q.basis.confidence(),
        basis: q.basis.name().to_owned(),
        confidence_status: q.status_basis.map(claims::Basis::confidence),
        confidence_side: q.side_basis.map(claims::Basis::confidence),
    }
}

fn date(d: &riwayat_text::DateMention, cut: &Cut<'_>) -> wire::DateMention {
    let (start, end, text) = cut.of(d.span);
    let iso = |day: Option<Date>| day.map(|d| d.to_string());
    wire::DateMention {
        start,
        end,
        text,
        from: iso(d.from),
        to: iso(d.to),
        grain: word(d.grain),
        time: d.time.map(|t| t.strftime("%H:%M").to_string()).or(d.day_part.map(word)),
        alternative: iso(d.other),
        confidence: claims::of_date(d).map(claims::Basis::confidence),
        basis: claims::of_date(d).map(|b| b.name().to_owned()),
    }
}

fn mention(m: &claims::Mention, cut: &Cut<'_>) -> wire::Mention {
    let (start, end, text) = cut.of(m.span);
    wire::Mention {
        start,
        end,
        text,
        entity: Some(m.entity.to_string()),
        kind: word(m.kind),
        camp: m.camp.as_ref().map(ToString::to_string),
        tone: word(m.tone),
        confidence: m.basis.confidence(),
        basis: m.basis.name().to_owned(),
    }
}

fn voice(v: &claims::Voice, cut: &Cut<'_>) -> wire::Voice {
    let link = |l: &claims::Link| wire::Link {
        text: l.span.map(|s| cut.words(s)),
        entity: l.entity.as_ref().map(ToString::to_string),
        camp: l.camp.as_ref().map(ToString::to_string),
    };
    wire::Voice {
        text: v.span.map(|s| cut.words(s)),
        entity: v.entity.as_ref().map(ToString::to_string),
        camp: v.camp.as_ref().map(ToString::to_string),
        chain: v.chain.iter().map(link).collect(),
    }
}

/// How texts of one origin relate.
#[must_use]
pub fn origin_kind(kind: compare::OriginKind) -> wire::OriginKind {
    match kind {
        compare::OriginKind::Copy => wire::OriginKind::Copy,
        compare::OriginKind::Rewrite => wire::OriginKind::Rewrite,
    }
}

/// Whether a claim is made, rejected, doubted, and so on.
#[must_use]
pub fn polarity(p: claims::Polarity) -> wire::Polarity {
    match p {
        claims::Polarity::Asserted => wire::Polarity::Asserted,
        claims::Polarity::Denied => wire::Polarity::Denied,
        claims::Polarity::Doubted => wire::Polarity::Doubted,
        claims::Polarity::Conditional => wire::Polarity::Conditional,
        claims::Polarity::Planned => wire::Polarity::Planned,
        claims::Polarity::Asked => wire::Polarity::Asked,
    }
}

/// Somebody with a part in a claim.
#[must_use]
pub fn actor(role: &claims::Role, cut: &Cut<'_>) -> wire::Actor {
    wire::Actor {
        role: word(role.kind),
        entity: role.entity.to_string(),
        text: cut.words(role.span),
        confidence: role.basis.confidence(),
        basis: role.basis.name().to_owned(),
    }
}

fn claim(id: String, c: &claims::Claim, reading: &claims::Reading, cut: &Cut<'_>) -> wire::Claim {
    let (start, end, text) = cut.of(c.span);
    wire::Claim {
        id,
        start,
        end,
        text,
        polarity: polarity(c.polarity),
        event_type: c.event_type.clone(),
        voice: voice(&c.voice, cut),
        actors: c.roles.iter().map(|r| actor(r, cut)).collect(),
        agentless: c.agentless,
        places: c.places.iter().filter_map(|i| reading.mentions.get(*i)).map(|m| mention(m, cut)).collect(),
        dates: c.dates.iter().filter_map(|i| reading.dates.get(*i)).map(|d| date(d, cut)).collect(),
        quantities: c
            .quantities
            .iter()
            .filter_map(|i| reading.quantities.get(*i))
            .map(|q| quantity(q, reading, cut))
            .collect(),
        confidence: wire::ClaimConfidence {
            voice: c.voice_basis.confidence(),
            polarity: c.polarity_basis.confidence(),
            event_type: c.event_basis.map(claims::Basis::confidence),
        },
        basis: wire::ClaimBasis {
            voice: c.voice_basis.name().to_owned(),
            polarity: c.polarity_basis.name().to_owned(),
            event_type: c.event_basis.map(|b| b.name().to_owned()),
        },
    }
}

/// One article and all that was read in it.
#[must_use]
pub fn article(p: &Prepared, know: &Knowledge, lang: Lang) -> wire::Article {
    article_with(p, &claim_ids(p), know, lang)
}

/// The same where the ids of its claims are known.
fn article_with(p: &Prepared, ids: &[String], know: &Knowledge, lang: Lang) -> wire::Article {
    let cut = Cut::new(&p.article.text);
    let r = &p.reading;
    let title = Cut::new(&p.article.title);
    let headline = |h: &compare::Headline| {
        let (start, end, text) = title.of(h.span);
        let claim = h.claim.map(|n| ids[n].clone());
        wire::Headline { kind: headline_kind(h.kind), start, end, text, claim, why: lang.of(&h.why) }
    };
    let headlines = compare::headline(&p.as_compared(), know.lexicon()).iter().map(headline).collect();
    let totals = |t: &compare::Totals| {
        let (start, end, text) = cut.of(r.quantities[t.total].span);
        let parts = t.parts.iter().map(|i| cut.stretch(r.quantities[*i].span)).collect();
        wire::Totals { kind: totals_kind(t.kind), start, end, text, parts, why: lang.of(&t.why) }
    };
    wire::Article {
        id: p.id.clone(),
        title: p.article.title.clone(),
        outlet: p.outlet.clone(),
        camp: Some(camp_name(p.camp.as_ref())),
        published: p.article.published.map(|d| d.to_string()),
        published_inferred: p.inferred.map(|i| inferred(i, &cut, lang)),
        url: p.article.url.clone(),
        file: p.article.file.clone(),
        sha256: p.article.sha256.clone(),
        warnings: p.article.warnings.iter().map(|w| lang.of(&crate::words::warning(w))).collect(),
        paragraphs: r.paragraphs.iter().map(|s| cut.stretch(*s)).collect(),
        sentences: r.sentences.iter().map(|s| cut.stretch(*s)).collect(),
        quantities: r.quantities.iter().map(|q| quantity(q, r, &cut)).collect(),
        dates: r.dates.iter().map(|d| date(d, &cut)).collect(),
        mentions: r.mentions.iter().map(|m| mention(m, &cut)).collect(),
        claims: ids.iter().zip(&r.claims).map(|(id, c)| claim(id.clone(), c, r, &cut)).collect(),
        headline: headlines,
        totals: compare::totals(&p.article.text, r).iter().map(totals).collect(),
        text: p.article.text.clone(),
    }
}

fn inferred(i: crate::pipeline::InferredDate, cut: &Cut<'_>, lang: Lang) -> wire::Inferred {
    let (start, end, text) = cut.of(i.span);
    let why = lang.pick(
        &format!("لا يذكر المقال تاريخ نشره؛ أول يوم كامل يذكره نصّه «{text}»"),
        &format!(
            "the article states no date of publication; the first full day that its text names is “{text}”"
        ),
    );
    wire::Inferred { start, end, text, from: i.from.to_string(), to: i.to.to_string(), why }
}

/// The answer of `inspect`.
#[must_use]
pub fn inspection(p: &Prepared, know: &Knowledge, lang: Lang) -> wire::Inspection {
    wire::Inspection {
        engine: engine_version().to_owned(),
        lexicon: know.lexicon().version().to_owned(),
        reading: article(p, know, lang),
    }
}

/// The answer of `compare`.
#[must_use]
pub fn comparison(
    prepared: &[Arc<Prepared>],
    found: &compare::Comparison,
    know: &Knowledge,
    lang: Lang,
) -> wire::Comparison {
    let all = All::new(prepared, lang);
    wire::Comparison {
        engine: engine_version().to_owned(),
        lexicon: know.lexicon().version().to_owned(),
        articles: (0..prepared.len()).map(|n| all.article(n, know)).collect(),
        events: found.events.iter().map(|e| all.event(e, found)).collect(),
        storylines: found.storylines.iter().map(|s| all.storyline(s, found)).collect(),
        relations: found.relations.iter().map(|r| all.relation(r)).collect(),
    }
}

/// What of a row was decided.
fn decided(hand: compare::Hand) -> Vec<wire::Decided> {
    let told = [(hand.joined, wire::Decided::Joined), (hand.parted, wire::Decided::Parted)];
    told.into_iter().filter(|t| t.0).map(|t| t.1).collect()
}

/// What a whole comparison is written with.
pub(crate) struct All<'a> {
    prepared: &'a [Arc<Prepared>],
    ids: Vec<Vec<String>>,
    lang: Lang,
}

impl<'a> All<'a> {
    pub(crate) fn new(prepared: &'a [Arc<Prepared>], lang: Lang) -> Self {
        Self { prepared, ids: prepared.par_iter().map(|p| claim_ids(p)).collect(), lang }
    }

    pub(crate) fn article(&self, n: usize, know: &Knowledge) -> wire::Article {
        article_with(&self.prepared[n], &self.ids[n], know, self.lang)
    }

    fn claim(&self, c: compare::ClaimRef) -> String {
        self.ids[c.article][c.claim].clone()
    }

    fn article_ids(&self, of: &[usize]) -> Vec<String> {
        of.iter().map(|i| self.prepared[*i].id.clone()).collect()
    }

    pub(crate) fn storyline(&self, s: &compare::Storyline, found: &compare::Comparison) -> wire::Storyline {
        wire::Storyline {
            id: s.id.clone(),
            title: s.title.clone(),
            events: s.events.iter().map(|e| found.events[*e].id.clone()).collect(),
            why: self.lang.of(&s.why),
        }
    }

    pub(crate) fn event(&self, e: &compare::Event, found: &compare::Comparison) -> wire::Event {
        let member = |m: &compare::Membership| wire::Member {
            article: self.prepared[m.article].id.clone(),
            score: round(m.score),
            why: self.lang.of(&m.why),
            decided: m.decided,
        };
        let cuts: HashMap<usize, Cut<'_>> =
            e.articles.iter().map(|i| (*i, Cut::new(&self.prepared[*i].article.text))).collect();
        wire::Event {
            id: e.id.clone(),
            title: e.title.clone(),
            articles: self.article_ids(&e.articles),
            from: e.from.map(|d| d.to_string()),
            to: e.to.map(|d| d.to_string()),
            storyline: found.storylines[e.storyline].id.clone(),
            why: self.lang.of(&e.why),
            members: e.members.iter().map(member).collect(),
            rows: self.rows(e, &cuts),
            figures: e.figures.iter().map(|f| self.figures(f, &cuts)).collect(),
            naming: e.naming.iter().map(|n| self.naming(n, &cuts)).collect(),
            silences: e.silences.iter().map(|s| self.silence(s)).collect(),
            origins: e.origins.iter().map(|o| self.origin(o)).collect(),
            agency: e.agency.iter().map(|a| self.agency(a)).collect(),
            common_ground: e.common_ground.iter().map(|g| self.common_ground(g)).collect(),
        }
    }

    fn rows(&self, e: &compare::Event, cuts: &HashMap<usize, Cut<'_>>) -> Vec<wire::Row> {
        let piece = |p: &compare::Piece| {
            let stretch = cuts[&p.article].stretch(p.span);
            wire::Piece {
                article: self.prepared[p.article].id.clone(),
                start: stretch.start,
                end: stretch.end,
                relayed: p.relayed,
                claim: p.claim.map(|c| self.claim(compare::ClaimRef { article: p.article, claim: c })),
            }
        };
        let row = |r: &compare::Row| {
            let cell = |c: &compare::Cell| (camp_name(c.camp.as_ref()), c.pieces.iter().map(piece).collect());
            wire::Row {
                cells: r.cells.iter().map(cell).collect(),
                score: round(r.score),
                origins: r.origins,
                decided: decided(r.hand),
            }
        };
        e.rows.iter().map(row).collect()
    }

    fn figures(&self, f: &compare::FigureSet, cuts: &HashMap<usize, Cut<'_>>) -> wire::FigureSet {
        let value = |(n, (c, q)): (usize, &(compare::ClaimRef, usize))| {
            let p = &self.prepared[c.article];
            let q = p.reading.quantities.get(*q)?;
            Some(wire::FigureValue {
                claim: self.claim(*c),
                min: q.min.map(Count),
                max: q.max.map(Count),
                approximate: q.approximate,
                voice: voice(&p.reading.claims[c.claim].voice, &cuts[&c.article]),
                left_out: f.left_out.iter().find(|(out, _)| *out == n).map(|(_, why)| left_out(*why)),
            })
        };
        wire::FigureSet {
            unit: f.unit.clone(),
            counted: self.lang.of(&f.counted),
            values: f.values.iter().enumerate().filter_map(value).collect(),
            tallies: f.tallies.iter().map(|t| self.tally(t)).collect(),
        }
    }

    fn tally(&self, t: &compare::Tally) -> wire::Tally {
        let counted = |c: &compare::Counted| wire::Counted {
            value: c.value,
            low: c.low.map(Count),
            high: c.high.map(Count),
        };
        wire::Tally {
            rule: counting_rule(t.rule),
            low: t.low.map(Count),
            high: t.high.map(Count),
            open: t.open,
            counted: t.counted.iter().map(counted).collect(),
            why: self.lang.of(&t.why),
        }
    }

    fn claim_list(&self, claims: &[compare::ClaimRef]) -> Vec<String> {
        claims.iter().map(|c| self.claim(*c)).collect()
    }

    fn agency(&self, a: &compare::Agency) -> wire::Agency {
        let of = |u: &compare::AgencyUse| {
            let uses = wire::AgencyUse { told: self.claim_list(&u.told), untold: self.claim_list(&u.untold) };
            (camp_name(u.camp.as_ref()), uses)
        };
        wire::Agency { event_type: a.event_type.clone(), by_camp: a.by_camp.iter().map(of).collect() }
    }

    fn common_ground(&self, g: &compare::CommonGround) -> wire::CommonGround {
        let figure = |f: &compare::CommonFigure| wire::CommonFigure {
            unit: f.unit.clone(),
            counted: self.lang.of(&f.counted),
            min: f.min.map(Count),
            max: f.max.map(Count),
        };
        let ids = |of: &[claims::EntityId]| of.iter().map(ToString::to_string).collect();
        wire::CommonGround {
            camps: g.camps.iter().map(ToString::to_string).collect(),
            family: g.family.clone(),
            places: ids(&g.places),
            actors: ids(&g.actors),
            figures: g.figures.iter().map(figure).collect(),
            claims: self.claim_list(&g.claims),
            statement: self.lang.of(&g.statement),
        }
    }

    fn naming(&self, n: &compare::Naming, cuts: &HashMap<usize, Cut<'_>>) -> wire::Naming {
        let place = |(article, span): &(usize, Span)| {
            let wire::Stretch { start, end } = cuts[article].stretch(*span);
            wire::NamePlace { article: self.prepared[*article].id.clone(), start, end }
        };
        let name = |u: &compare::NamingUse| wire::NameUse {
            text: u.text.clone(),
            count: u.places.len(),
            places: u.places.iter().map(place).collect(),
        };
        let of = |(camp, uses): &(Option<claims::CampId>, Vec<compare::NamingUse>)| {
            (camp_name(camp.as_ref()), uses.iter().map(name).collect())
        };
        wire::Naming { entity: n.entity.to_string(), by_camp: n.by_camp.iter().map(of).collect() }
    }

    fn silence(&self, s: &compare::Silence) -> wire::Silence {
        let lapse = |l: &compare::Lapse| wire::Lapse {
            camp: l.camp.to_string(),
            reason: match l.reason {
                compare::SilenceReason::Silent => wire::SilenceReason::Silent,
                compare::SilenceReason::NotImported => wire::SilenceReason::NotImported,
            },
        };
        wire::Silence { claim: self.claim(s.claim), camps: s.camps.iter().map(lapse).collect() }
    }

    fn origin(&self, o: &compare::Origin) -> wire::Origin {
        wire::Origin { articles: self.article_ids(&o.articles), kind: origin_kind(o.kind) }
    }

    pub(crate) fn relation(&self, r: &compare::Relation) -> wire::Relation {
        wire::Relation {
            kind: relation_kind(r.kind),
            detail: r.detail.map(str::to_owned),
            scope: scope(r.scope),
            a: self.claim(r.a),
            b: self.claim(r.b),
            why: self.lang.of(&r.why),
        }
    }
}

/// Whose rule counts.
#[must_use]
pub fn counting_rule(rule: compare::CountingRule) -> wire::CountingRule {
    match rule {
        compare::CountingRule::Acled => wire::CountingRule::Acled,
        compare::CountingRule::Ucdp => wire::CountingRule::Ucdp,
        compare::CountingRule::Airwars => wire::CountingRule::Airwars,
    }
}

/// What the body makes of a figure of the headline.
#[must_use]
pub fn headline_kind(kind: compare::HeadlineKind) -> wire::HeadlineKind {
    match kind {
        compare::HeadlineKind::FiguresDiffer => wire::HeadlineKind::FiguresDiffer,
        compare::HeadlineKind::NotInBody => wire::HeadlineKind::NotInBody,
        compare::HeadlineKind::NoSource => wire::HeadlineKind::NoSource,
    }
}

/// How figures of one article fail to add up.
fn totals_kind(kind: compare::TotalsKind) -> wire::TotalsKind {
    match kind {
        compare::TotalsKind::PartGreater => wire::TotalsKind::PartGreater,
        compare::TotalsKind::PartsGreater => wire::TotalsKind::PartsGreater,
        compare::TotalsKind::SumDiffers => wire::TotalsKind::SumDiffers,
    }
}

/// Why a figure is not counted.
#[must_use]
pub fn left_out(why: compare::LeftOut) -> wire::LeftOut {
    match why {
        compare::LeftOut::Part => wire::LeftOut::Part,
        compare::LeftOut::NotAsserted => wire::LeftOut::NotAsserted,
        compare::LeftOut::OtherDay => wire::LeftOut::OtherDay,
        compare::LeftOut::Repeated => wire::LeftOut::Repeated,
        compare::LeftOut::Updated => wire::LeftOut::Updated,
        compare::LeftOut::Unclear => wire::LeftOut::Unclear,
    }
}

/// How two claims relate.
#[must_use]
pub fn relation_kind(kind: compare::RelationKind) -> wire::RelationKind {
    match kind {
        compare::RelationKind::Agree => wire::RelationKind::Agree,
        compare::RelationKind::FiguresDiffer => wire::RelationKind::FiguresDiffer,
        compare::RelationKind::Contradict => wire::RelationKind::Contradict,
        compare::RelationKind::Denied => wire::RelationKind::Denied,
        compare::RelationKind::SameAccusation => wire::RelationKind::SameAccusation,
        compare::RelationKind::Admission => wire::RelationKind::Admission,
        compare::RelationKind::NotComparable => wire::RelationKind::NotComparable,
    }
}

/// How far apart related claims stand.
#[must_use]
pub fn scope(scope: compare::Scope) -> wire::Scope {
    match scope {
        compare::Scope::Article => wire::Scope::Article,
        compare::Scope::Event => wire::Scope::Event,
        compare::Scope::Storyline => wire::Scope::Storyline,
        compare::Scope::Across => wire::Scope::Across,
    }
}

/// The answer for two sentences.
#[must_use]
pub fn pair(id: Value, answer: &compare::PairAnswer, lang: Lang) -> wire::PairAnswer {
    let relation = match answer.relation {
        compare::PairRelation::Agree => wire::PairRelation::Agree,
        compare::PairRelation::FiguresDiffer => wire::PairRelation::FiguresDiffer,
        compare::PairRelation::Contradict => wire::PairRelation::Contradict,
        compare::PairRelation::Unrelated => wire::PairRelation::Unrelated,
    };
    wire::PairAnswer { id, similarity: round(answer.similarity), relation, why: lang.of(&answer.why) }
}

/// Scores leave with three decimals: more would claim a precision that they do not have.
fn round(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

/// An answer with the versions that made it.
#[must_use]
pub fn stamped<T: Clone>(desk: &crate::Desk, answer: &T) -> wire::Stamped<T> {
    wire::Stamped {
        engine: engine_version().to_owned(),
        lexicon: desk.lexicon_version(),
        answer: answer.clone(),
    }
}

/// The part of a comparison that is about one event; `None` where there is no such event.
#[must_use]
pub fn only(all: wire::Comparison, event: &str) -> Option<wire::Comparison> {
    let event = all.events.into_iter().find(|e| e.id == event)?;
    let articles: Vec<_> = all.articles.into_iter().filter(|a| event.articles.contains(&a.id)).collect();
    let inside = |claim: &String| articles.iter().any(|a| a.claims.iter().any(|c| c.id == *claim));
    Some(wire::Comparison {
        engine: all.engine,
        lexicon: all.lexicon,
        relations: all.relations.into_iter().filter(|r| inside(&r.a) && inside(&r.b)).collect(),
        storylines: all.storylines.into_iter().filter(|s| s.events.contains(&event.id)).collect(),
        events: vec![event],
        articles,
    })
}
