//! A stretch of one voice, and the claims in it: cut into pieces, each with its polarity, its event and the parts in it.

use crate::basis::Basis;
use crate::charge::{Charge, accuse};
use crate::event_type::main_of;
use crate::happening::happenings;
use crate::marked::Marked;
use crate::piece::{Piece, pieces};
use crate::played::{is_agentless, parts};
use crate::polarity::{is_finite, polarity};
use crate::reading::{Claim, Force, MentionKind, Polarity, Role, RoleKind, Voice};
use crate::voice::outlet;
use crate::words::{Class, Stance};
use riwayat_text::Span;
use std::ops::Range;

/// Fewest words of an outlet's statement that tells no known happening and holds no figure: 1 to 8.
const FEWEST: usize = 4;

/// A stretch of one voice.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub(crate) tokens: Range<usize>,
    /// Folded letters of the first token that are not content.
    pub(crate) cut: usize,
    pub(crate) voice: Voice,
    pub(crate) stance: Stance,
    /// Settled already: a denied denial stands.
    pub(crate) resolved: Option<Polarity>,
    /// Who is accused in it of what.
    pub(crate) charge: Option<Charge>,
    /// A condition stands before it.
    pub(crate) conditional: bool,
    /// The stance is that of a formula inside a report (قال إنه لا صحة لـ… وإن …): a further وإن is not governed by it.
    pub(crate) formula: bool,
    /// Said by one who is only cited inside another's sentence: clauses that stand free in it are not theirs.
    pub(crate) cited: bool,
    /// The first token of the words that tell whose plan it is (تعتزم أنقرة إعادة …), where they tell one.
    pub(crate) plan: Option<usize>,
    /// The clause of which it only tells another doer, victim or number: استعاد الحرس الجسر، لا [الجيش كما ذكرت سانا].
    pub(crate) against: Option<Range<usize>>,
    /// How it was read who speaks.
    pub(crate) basis: Basis,
}

impl Part {
    /// A stretch of which only its voice is known, and how that was read.
    pub(crate) fn new(tokens: Range<usize>, voice: Voice, stance: Stance, basis: Basis) -> Self {
        Self {
            tokens,
            cut: 0,
            voice,
            stance,
            resolved: None,
            charge: None,
            conditional: false,
            formula: false,
            cited: false,
            plan: None,
            against: None,
            basis,
        }
    }

    /// The claims in it, in order of place.
    pub(crate) fn claims(&self, doc: &Marked<'_>, out: &mut Vec<Claim>) {
        // المجلس ينفي إغلاق المعبر: الطريق مفتوح: behind the colon they say what is so.
        let inside = self.tokens.start + 1..self.tokens.end;
        if self.stance == Stance::Denying
            && let Some(colon) = inside.clone().find(|i| doc.is_sign(*i, &[":"]))
        {
            Self { tokens: self.tokens.start..colon, ..self.clone() }.claims(doc, out);
            let says =
                Self { tokens: colon + 1..self.tokens.end, cut: 0, stance: Stance::Neutral, ..self.clone() };
            Self { resolved: None, charge: None, ..says }.claims(doc, out);
            return;
        }
        for (nth, piece) in
            pieces(doc, self.tokens.clone(), self.cut, self.voice.span.is_some()).into_iter().enumerate()
        {
            // فيما …: news goes on under the same source, unless it names another.
            let voice = self.voice.clone();
            // What stands free after a rejected or planned content is not governed by it any more.
            let governed =
                !piece.free || !matches!(self.stance, Stance::Denying | Stance::Planning | Stance::Asking);
            // الوزارة تنفي: لا هدنة، ومن يدّعي ذلك كاذب: behind a colon all the words are theirs.
            let start = self.tokens.start;
            let direct = start > 0 && doc.is_sign(start - 1, &[":"]);
            let theirs = governed || direct || self.formula || self.stance != Stance::Denying;
            let voice = if theirs { voice } else { outlet(doc.ctx) };
            let again = piece.again && self.formula;
            let stance = if piece.turns || again || !governed { Stance::Neutral } else { self.stance };
            let stance = if piece.planned && matches!(stance, Stance::Neutral | Stance::Affirming) {
                Stance::Planning
            } else {
                stance
            };
            if self.cited && (piece.free || piece.again) {
                continue;
            }
            let Some(span) = piece.span(doc) else { continue };
            if voice.span.is_none() && piece.is_dateline(doc) {
                continue;
            }
            if voice.span.is_none() && !tells(doc, &piece, stance != Stance::Neutral) {
                continue;
            }
            let (mut polarity, mut polarity_basis) = match self.resolved {
                Some(resolved) => (resolved, Basis::Stance),
                None => polarity(doc, piece.tokens.clone(), stance),
            };
            if self.conditional && polarity != Polarity::Asked && (nth == 0 || !piece.free) {
                polarity = Polarity::Conditional;
                polarity_basis = Basis::Condition;
            }
            if polarity == Polarity::Denied && voice.span.is_some() {
                out.extend(presupposed(doc, &piece));
            }
            let charge = self.charge.as_ref().filter(|_| stance == Stance::Accusing);
            let voice_basis = match (&voice.span, piece.turns) {
                (None, _) => Basis::NoSource,
                (Some(_), true) => Basis::Turned,
                (Some(_), false) => self.basis,
            };
            let told = Told { polarity, polarity_basis, voice, voice_basis, stance };
            let mut claim = claim(doc, span, &piece, told, charge);
            if let Some(clause) = &self.against {
                complete(doc, clause, &mut claim);
            }
            out.push(claim);
        }
    }
}

/// What is set against a clause happened as it tells; who is named in it is whoever alone is told of there.
fn complete(doc: &Marked<'_>, clause: &Range<usize>, claim: &mut Claim) {
    let Some(main) = main_of(doc, clause).filter(|_| claim.event_type.is_none()) else { return };
    claim.event_type = Some(happenings().event(main.event).name.clone());
    claim.event_basis = Some(main.basis);
    let theirs = parts(doc, main, clause);
    let named = doc.ctx.mentions.iter().find(|m| m.span.start() == claim.span.start());
    if let (Some(named), Some(first)) = (named.filter(|m| m.kind != MentionKind::Place), theirs.first())
        && theirs.iter().all(|role| role.kind == first.kind)
    {
        claim.roles.push(Role { entity: named.entity.clone(), span: named.span, ..first.clone() });
    }
}

/// What a rejected content takes for granted: a relative clause with a figure stands outside the rejection
/// (نفى نقل المقاتلين إلى المعركة التي قُتل فيها خمسة), and is told by the outlet.
fn presupposed(doc: &Marked<'_>, piece: &Piece) -> Option<Claim> {
    let Range { start, end } = piece.tokens;
    let relative = (start + 2..end).find(|i| doc.is(*i, Class::Relative) && is_finite(doc, i + 1))?;
    let stop = doc.comma(relative + 1, end);
    let figure = (relative + 1..stop).any(|i| doc.figure_from(i));
    let clause = Piece { cut: 0, turns: true, free: true, ..Piece::of(relative + 1..stop) };
    let span = clause.span(doc).filter(|_| figure)?;
    let told = Told {
        polarity: Polarity::Asserted,
        polarity_basis: Basis::Plain,
        voice: outlet(doc.ctx),
        voice_basis: Basis::NoSource,
        stance: Stance::Neutral,
    };
    Some(claim(doc, span, &clause, told, None))
}

/// True where a stretch without a source is a statement: a happening, a figure, or some length.
fn tells(doc: &Marked<'_>, piece: &Piece, governed: bool) -> bool {
    let tokens = piece.tokens.clone();
    let words = tokens.clone().filter(|i| doc.is_word(*i)).count();
    let known = tokens.clone().any(|i| doc.marks[i].happening.is_some() || doc.is_number(i));
    let negated = doc.is(tokens.start, Class::Negator);
    words >= FEWEST || words >= 2 && (known || negated) || words >= 1 && governed
}

/// How a claim is told, and how that was read.
struct Told {
    polarity: Polarity,
    polarity_basis: Basis,
    voice: Voice,
    voice_basis: Basis,
    stance: Stance,
}

fn claim(doc: &Marked<'_>, span: Span, piece: &Piece, told: Told, charge: Option<&Charge>) -> Claim {
    let Told { polarity, polarity_basis, voice, voice_basis, stance } = told;
    let ctx = doc.ctx;
    // What is charged is told behind the accused.
    let told = charge.map_or(piece.tokens.start, |c| c.at.max(piece.tokens.start)).min(piece.tokens.end);
    let tokens = told..piece.tokens.end;
    let main = main_of(doc, &tokens);
    let mut roles = main.map_or_else(Vec::new, |main| parts(doc, main, &tokens));
    // انسحبوا، يقول فلان، بعدما …: whoever tells it, amid the words, has no part in it.
    roles.retain(|r| !voice.chain.iter().any(|link| link.span.is_some_and(|s| s.overlap(r.span) > 0)));
    if let Some(charge) = charge {
        accuse(doc, charge, &mut roles);
    }
    let done_by = |r: &Role| matches!(r.kind, RoleKind::Agent | RoleKind::Accused | RoleKind::Party);
    let agentless = !roles.iter().any(done_by) && main.is_some_and(|m| is_agentless(doc, m, &tokens));
    let places = inside(ctx.mentions, span, |m| m.span)
        .filter(|i| ctx.mentions[*i].kind == MentionKind::Place)
        .collect();
    Claim {
        span,
        polarity,
        event_type: main.map(|m| happenings().event(m.event).name.clone()),
        event_basis: main.map(|m| m.basis),
        voice,
        voice_basis,
        polarity_basis,
        force: force(stance),
        roles,
        agentless,
        places,
        dates: inside(ctx.dates, span, |d| d.span).collect(),
        quantities: inside(ctx.quantities, span, |q| q.span).collect(),
    }
}

/// The indices of the items that begin inside the span; items are in order of place.
fn inside<T>(items: &[T], span: Span, of: impl Fn(&T) -> Span) -> Range<usize> {
    let from = items.partition_point(|item| of(item).start() < span.start());
    let to = items.partition_point(|item| of(item).start() < span.end());
    from..to.max(from)
}

fn force(stance: Stance) -> Force {
    match stance {
        Stance::Affirming => Force::Affirming,
        Stance::Doubting => Force::Doubting,
        Stance::Denying => Force::Denying,
        Stance::Accusing => Force::Accusing,
        Stance::Neutral | Stance::Asking | Stance::Wondering | Stance::Planning | Stance::Expecting => {
            Force::Neutral
        }
    }
}
