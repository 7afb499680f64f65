//! One row: its cells with their marks, the relation that is told at a glance, and the claims under it.

use super::{Scene, neutral};
use crate::convert::{self, Cut};
use crate::view::{
    CellState, CellView, ClaimView, Column, Coverage, MarkLayer, MarkView, PieceView, RelationView, RowKind,
    RowView, Text,
};
use crate::words::{both, by_hand};
use riwayat_claims::{Mention, Tone};
use riwayat_compare::{ClaimRef, Event, Layer, Mark, Piece, Relation, RelationKind, Row, Why};
use riwayat_text::{CodePoints, Span};
use std::collections::HashMap;

impl Scene<'_> {
    /// One row, its cells in the order of the columns; why anything in it is marked goes to the event's reasons.
    pub(super) fn row(
        &self,
        number: usize,
        row: &Row,
        event: &Event,
        columns: &[Column],
        reasons: &mut Reasons,
    ) -> RowView {
        let cells: Vec<CellView> = columns.iter().map(|c| self.cell(row, c, reasons)).collect();
        let strongest = self.strongest(row, event);
        let (kind, detail, why) = match strongest {
            Some(r) => (kind_of(r.kind), r.detail.map(str::to_owned), (&r.why).into()),
            None => quiet(&cells),
        };
        let mut articles: Vec<usize> = own(row).map(|p| p.article).collect();
        let sentences = articles.len();
        articles.sort_unstable();
        articles.dedup();
        RowView {
            number,
            kind,
            detail,
            why,
            score: row.score,
            sure: (articles.len() > 1).then(|| sure(row.score)),
            decided: by_hand(row.hand).map(Text::from),
            sentences,
            cells,
            claims: self.claims_in(row).len(),
        }
    }

    /// The relation that a row is named after: the strongest between two claims of the event of which one
    /// stands in the row. What the row itself shows comes before what ties it to another row.
    #[must_use]
    pub fn strongest(&self, row: &Row, event: &Event) -> Option<&Relation> {
        let mut articles: Vec<usize> = row.cells.iter().flat_map(|c| &c.pieces).map(|p| p.article).collect();
        articles.sort_unstable();
        articles.dedup();
        let inside = |c: ClaimRef| event.articles.contains(&c.article);
        (articles.into_iter().flat_map(|i| &self.relations[i]))
            .map(|n| (*n, &self.found.relations[*n]))
            .filter(|(_, r)| inside(r.a) && inside(r.b))
            .filter_map(|(n, r)| {
                let here = u8::from(self.stands_in(r.a, row)) + u8::from(self.stands_in(r.b, row));
                (here > 0).then_some(((2 - here, rank(r.kind), n), r))
            })
            .min_by_key(|(order, _)| *order)
            .map(|(_, r)| r)
    }

    pub(super) fn stands_in(&self, claim: ClaimRef, row: &Row) -> bool {
        let span = self.prepared[claim.article].reading.claims[claim.claim].span;
        let pieces = row.cells.iter().flat_map(|c| &c.pieces);
        pieces.filter(|p| p.article == claim.article).any(|p| p.span.overlap(span) > 0)
    }

    fn cell(&self, row: &Row, column: &Column, reasons: &mut Reasons) -> CellView {
        let mine = row.cells.iter().find(|c| convert::camp_name(c.camp.as_ref()) == column.camp);
        match mine.filter(|c| !c.pieces.is_empty()) {
            Some(cell) => CellView {
                state: CellState::Text,
                pieces: cell.pieces.iter().map(|p| self.piece(p, &column.camp, reasons)).collect(),
            },
            None => {
                let missing = column.state == Coverage::NotImported;
                let state = if missing { CellState::NotImported } else { CellState::Silent };
                CellView { state, pieces: Vec::new() }
            }
        }
    }

    fn piece(&self, piece: &Piece, column: &str, reasons: &mut Reasons) -> PieceView {
        let p = &self.prepared[piece.article];
        let (start, end, text) = Cut::new(&p.article.text).of(piece.span);
        let chain = match piece.claim.filter(|_| piece.relayed) {
            Some(claim) => self.chain(piece.article, &p.reading.claims[claim].voice),
            None => Vec::new(),
        };
        let mut marks = self.marks(piece, column, &text, reasons);
        marks.sort_by_key(|m| (m.start, m.end, m.layer));
        PieceView { article: p.id.clone(), start, end, text, relayed: piece.relayed, chain, marks }
    }

    fn marks(&self, piece: &Piece, column: &str, text: &str, reasons: &mut Reasons) -> Vec<MarkView> {
        let p = &self.prepared[piece.article];
        let place = Local { points: CodePoints::new(text), base: piece.span };
        let mut out: Vec<MarkView> =
            piece.marks.iter().filter_map(|m| diff_mark(m, &place, reasons)).collect();
        let told = |m: &&Mention| matches!(m.tone, Tone::Hostile | Tone::Honorific) && place.meets(m.span);
        for m in p.reading.mentions.iter().filter(told) {
            let why = match m.tone {
                Tone::Honorific => both("اسم فيه تعظيم", "a name that praises"),
                _ => both("اسم يطلقه الخصوم", "a name that opponents use"),
            };
            let camp = m.camp.as_ref().map(ToString::to_string);
            let mark = place.mark(MarkLayer::Naming, m.span, camp, reasons.of(why));
            let name = self.know.lexicon().called(&m.entity).filter(|_| place.holds(m.span));
            let neutral = name.and_then(|(ar, _)| neutral::instead(&p.article.text, m.span, ar));
            out.extend(mark.map(|mark| MarkView { neutral, ..mark }));
        }
        for c in p.reading.claims.iter().filter(|c| place.meets(c.span)) {
            let Some(speaker) = c.voice.span else { continue };
            let camp = c.voice.camp.as_ref().map(ToString::to_string);
            if camp.as_deref() == Some(column) && piece.relayed {
                continue;
            }
            let name = speaker.of(&p.article.text);
            let why = both(format!("كلام منقول عن «{name}»"), format!("told on the word of “{name}”"));
            out.extend(place.mark(MarkLayer::Voice, c.span, camp, reasons.of(why)));
        }
        out
    }

    /// The claims of the row of this number in the event of this id.
    #[must_use]
    pub fn row_claims(&self, id: &str, number: usize) -> Option<Vec<ClaimView>> {
        let event = self.found.events.iter().find(|e| e.id == id)?;
        let row = event.rows.get(number.checked_sub(1)?)?;
        Some(self.claims_in(row).into_iter().map(|c| self.claim(c)).collect())
    }

    /// The claims of an article, in order of place.
    #[must_use]
    pub fn article_claims(&self, article: usize) -> Vec<ClaimView> {
        let claims = 0..self.prepared[article].reading.claims.len();
        claims.map(|claim| self.claim(ClaimRef { article, claim })).collect()
    }

    /// The claims that stand in the row's pieces, each once, by their places.
    pub(super) fn claims_in(&self, row: &Row) -> Vec<ClaimRef> {
        let mut seen: Vec<ClaimRef> = Vec::new();
        for piece in row.cells.iter().flat_map(|c| &c.pieces) {
            let claims = &self.prepared[piece.article].reading.claims;
            for (n, claim) in claims.iter().enumerate() {
                let at = ClaimRef { article: piece.article, claim: n };
                if claim.span.overlap(piece.span) > 0 && !seen.contains(&at) {
                    seen.push(at);
                }
            }
        }
        seen
    }

    fn claim(&self, at: ClaimRef) -> ClaimView {
        let p = &self.prepared[at.article];
        let claim = &p.reading.claims[at.claim];
        let cut = Cut::new(&p.article.text);
        let relation = |r: &Relation| RelationView {
            kind: convert::relation_kind(r.kind),
            scope: convert::scope(r.scope),
            other: self.claim_id(if r.a == at { r.b } else { r.a }),
            why: (&r.why).into(),
        };
        ClaimView {
            id: self.claim_id(at),
            article: p.id.clone(),
            text: claim.span.of(&p.article.text).to_owned(),
            polarity: convert::polarity(claim.polarity),
            event_type: claim.event_type.clone(),
            chain: self.chain(at.article, &claim.voice),
            camp: claim.voice.camp.as_ref().map(ToString::to_string),
            actors: claim.roles.iter().map(|r| convert::actor(r, &cut)).collect(),
            agentless: claim.agentless,
            quantities: (claim.quantities.iter().filter_map(|i| p.reading.quantities.get(*i)))
                .map(|q| convert::quantity(q, &p.reading, &cut))
                .collect(),
            relations: (self.relations[at.article].iter().map(|n| &self.found.relations[*n]))
                .filter(|r| r.a == at || r.b == at)
                .map(relation)
                .collect(),
        }
    }

    pub(super) fn claim_id(&self, at: ClaimRef) -> String {
        let ids = self.claim_ids[at.article].get_or_init(|| convert::claim_ids(&self.prepared[at.article]));
        ids[at.claim].clone()
    }
}

/// Why anything in an event is marked, each reason once: marks name theirs by its number.
#[derive(Default)]
pub(super) struct Reasons {
    known: HashMap<String, usize>,
    all: Vec<Text>,
}

impl Reasons {
    /// The number of a reason; two that say the same in Arabic are one.
    fn of(&mut self, why: Why) -> usize {
        let next = self.all.len();
        *self.known.entry(why.ar.clone()).or_insert_with(|| {
            self.all.push(why.into());
            next
        })
    }

    pub(super) fn all(self) -> Vec<Text> {
        self.all
    }
}

/// What a row without relations tells: only one side says it, or several say the same.
fn quiet(cells: &[CellView]) -> (RowKind, Option<String>, Text) {
    let telling = cells.iter().filter(|c| c.state == CellState::Text).count();
    let held = cells.iter().filter(|c| c.state == CellState::Silent).count();
    if telling > 1 {
        let why = both("جُمل متقاربة بين الأطراف", "the camps' sentences are alike");
        return (RowKind::Same, None, why.into());
    }
    let why = match held {
        0 => both(
            "لا يذكرها غير طرف واحد، ولم تُستورد مقالات للأطراف الأخرى عن هذا الحدث",
            "only one camp says it, and no article of the other camps on this event was imported",
        ),
        _ => both(
            "لا يذكرها غير طرف واحد؛ قُرئت مقالات الأطراف الأخرى ولا أثر فيها لها",
            "only one camp says it; the articles of others were read and have no trace of it",
        ),
    };
    (RowKind::OneSide, None, why.into())
}

/// The pieces of a row that are whole sentences, each where its article stands.
fn own(row: &Row) -> impl Iterator<Item = &Piece> {
    row.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed)
}

/// How sure the alignment of a row is.
fn sure(score: f64) -> Text {
    let percent = (score * 100.0).round() as u64;
    let why = both(
        format!("ثقة المحاذاة {percent} في المئة"),
        format!("confidence of the alignment {percent} per cent"),
    );
    why.into()
}

/// The text of one piece, where marks are placed in its own code points.
struct Local<'t> {
    points: CodePoints<'t>,
    base: Span,
}

impl Local<'_> {
    /// A span of the article as code points of the piece, cut to the piece; `None` where it is outside.
    fn of(&self, span: Span) -> Option<(usize, usize)> {
        let (start, end) = (span.start().max(self.base.start()), span.end().min(self.base.end()));
        (start < end).then(|| self.points.of(Span::new(start - self.base.start(), end - self.base.start())))
    }

    /// True of a span of the article of which something lies in the piece.
    fn meets(&self, span: Span) -> bool {
        self.base.overlap(span) > 0
    }

    /// True of a span of the article that lies in the piece whole.
    fn holds(&self, span: Span) -> bool {
        self.base.start() <= span.start() && span.end() <= self.base.end()
    }

    fn mark(&self, layer: MarkLayer, span: Span, camp: Option<String>, why: usize) -> Option<MarkView> {
        let (start, end) = self.of(span)?;
        Some(MarkView { layer, start, end, part: None, camp, neutral: None, why })
    }
}

fn diff_mark(mark: &Mark, place: &Local<'_>, reasons: &mut Reasons) -> Option<MarkView> {
    let layer = match mark.layer {
        Layer::Word => MarkLayer::Word,
        Layer::Clitic => MarkLayer::Clitic,
        Layer::Spelling => MarkLayer::Spelling,
        Layer::Digits => MarkLayer::Digits,
        Layer::Figure => MarkLayer::Figure,
        Layer::Moved => MarkLayer::Moved,
    };
    let shown = place.mark(layer, mark.span, None, reasons.of(mark_why(mark)))?;
    Some(MarkView { part: mark.part.and_then(|part| place.of(part)), ..shown })
}

fn mark_why(mark: &Mark) -> Why {
    let (ar, en) = match mark.layer {
        Layer::Word => ("كلمة لا يقولها غيره في هذا الصفّ", "a word that nobody else in this row has"),
        Layer::Clitic => ("الكلمة نفسها بسابقة أو لاحقة أخرى", "the same word with another clitic"),
        Layer::Spelling => ("الكلمة نفسها بإملاء آخر", "the same word, spelled otherwise"),
        Layer::Digits => ("العدد نفسه بصورة أخرى", "the same number in another form"),
        Layer::Figure => ("رقم يخالفه غيره", "a figure that others give otherwise"),
        Layer::Moved => ("يقوله غيره في موضع آخر من الجملة", "others say it, elsewhere in the sentence"),
    };
    if mark.instead.is_empty() {
        return both(ar, en);
    }
    let ar_list: Vec<String> = mark.instead.iter().map(|w| format!("«{w}»")).collect();
    let en_list: Vec<String> = mark.instead.iter().map(|w| format!("“{w}”")).collect();
    both(
        format!("{ar}؛ عند غيره: {}", ar_list.join("، ")),
        format!("{en}; elsewhere: {}", en_list.join(", ")),
    )
}

/// Which relation a row is named after: the one that an analyst must not miss comes first.
fn rank(kind: RelationKind) -> u8 {
    match kind {
        RelationKind::Contradict => 0,
        RelationKind::Denied => 1,
        RelationKind::FiguresDiffer => 2,
        RelationKind::SameAccusation => 3,
        RelationKind::Admission => 4,
        RelationKind::NotComparable => 5,
        RelationKind::Agree => 6,
    }
}

fn kind_of(kind: RelationKind) -> RowKind {
    match kind {
        RelationKind::Agree => RowKind::Agree,
        RelationKind::FiguresDiffer => RowKind::FiguresDiffer,
        RelationKind::Contradict => RowKind::Contradict,
        RelationKind::Denied => RowKind::Denied,
        RelationKind::SameAccusation => RowKind::SameAccusation,
        RelationKind::Admission => RowKind::Admission,
        RelationKind::NotComparable => RowKind::NotComparable,
    }
}
