//! One HTML page, whole in itself: no script, no font, nothing fetched.

use crate::escape::Escaped;
use riwayat_claims::{CampId, Lexicon, Polarity};
use riwayat_compare::{self as compare, Event, Hand, Layer, Mark, Piece, Relation, RelationKind, Row};
use std::fmt::{self, Write};

/// One article with what a reader needs to check it.
#[derive(Debug, Clone)]
pub struct Article<'a> {
    /// As it was compared.
    pub compared: compare::Article<'a>,
    /// Where it was read from.
    pub file: String,
    /// Of the original bytes.
    pub sha256: &'a str,
    /// Its address, where known.
    pub url: Option<&'a str>,
}

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// In the order of the comparison's indices.
    pub articles: &'a [Article<'a>],
    /// The events to tell, in order.
    pub events: &'a [&'a Event],
    /// All relations; those of the events are told.
    pub relations: &'a [Relation],
    /// For the labels of camps.
    pub lexicon: &'a Lexicon,
    /// Version of the engine.
    pub engine: &'a str,
    /// Language of the report's own words: Arabic, else English.
    pub arabic: bool,
}

/// The page.
#[must_use]
pub fn html(report: &Report<'_>) -> String {
    let mut page = String::new();
    report.page(&mut page).expect("writing to a string cannot fail");
    page
}

const STYLE: &str = include_str!("report.css");

impl Report<'_> {
    pub(crate) fn say<'s>(&self, ar: &'s str, en: &'s str) -> &'s str {
        if self.arabic { ar } else { en }
    }

    pub(crate) fn why<'w>(&self, why: &'w compare::Why) -> Escaped<'w> {
        Escaped(if self.arabic { &why.ar } else { &why.en })
    }

    fn page(&self, out: &mut String) -> fmt::Result {
        let (lang, dir) = if self.arabic { ("ar", "rtl") } else { ("en", "ltr") };
        let title = self.say("روايات: تقرير مقارنة", "Riwayat: a report of accounts");
        writeln!(
            out,
            "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">"
        )?;
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
        writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>")?;
        writeln!(
            out,
            "<p class=\"note\">{} <bdi>{}</bdi> · {} <bdi>{}</bdi></p>",
            self.say("المحرّك", "engine"),
            Escaped(self.engine),
            self.say("المعجم", "lexicon"),
            Escaped(self.lexicon.version())
        )?;
        let caution = self.say(
            "لا يقول هذا التقرير مَن المصيب؛ يعرض ما قيل، ومَن قاله، وأين يُتحقّق منه. الاستنتاجات من عمل البرنامج ولم تُراجَع.",
            "This report does not say who is right; it shows what was said, by whom, and where to check it. What is inferred is the program's and was not reviewed.",
        );
        writeln!(out, "<p class=\"note\">{caution}</p>")?;
        for event in self.events {
            self.event(out, event)?;
        }
        self.sources(out)?;
        writeln!(out, "</body>\n</html>")
    }

    pub(crate) fn label(&self, camp: Option<&CampId>) -> String {
        let known = camp.and_then(|id| self.lexicon.camps().iter().find(|c| c.id == *id));
        match (known, camp) {
            (Some(c), _) => self.say(&c.ar, &c.en).to_owned(),
            (None, Some(id)) => id.to_string(),
            (None, None) => self.say("غير محدّد", "unassigned").to_owned(),
        }
    }

    /// The event's camps in the order of the lexicon, then those that it does not know, then none.
    fn camps(&self, event: &Event) -> Vec<Option<CampId>> {
        let cells = event.rows.iter().flat_map(|r| r.cells.iter().map(|c| c.camp.clone()));
        let own = event.articles.iter().map(|i| self.articles[*i].compared.camp.cloned());
        let mut camps: Vec<_> = cells.chain(own).collect();
        let place = |camp: &Option<CampId>| match camp {
            None => (2, 0),
            Some(id) => match self.lexicon.camps().iter().position(|c| c.id == *id) {
                Some(n) => (0, n),
                None => (1, 0),
            },
        };
        camps.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.cmp(b)));
        camps.dedup();
        camps
    }

    fn event(&self, out: &mut String, event: &Event) -> fmt::Result {
        let day = |d: Option<jiff::civil::Date>| d.map_or_else(|| "—".to_owned(), |d| d.to_string());
        writeln!(out, "<section>\n<h2>{}</h2>", Escaped(&event.title))?;
        writeln!(out, "<p class=\"note\"><bdi>{}</bdi> · <bdi>{}</bdi></p>", day(event.from), day(event.to))?;
        if event.articles.len() > 1 {
            writeln!(out, "<p>{}</p>", self.why(&event.why))?;
        }
        let camps = self.camps(event);
        writeln!(out, "<table class=\"accounts\">\n<thead><tr>")?;
        for camp in &camps {
            writeln!(out, "<th scope=\"col\">{}", Escaped(&self.label(camp.as_ref())))?;
            for i in event.articles.iter().filter(|i| self.articles[**i].compared.camp == camp.as_ref()) {
                let outlet = self.articles[*i].compared.outlet.unwrap_or("—");
                writeln!(out, "<small>{} <a href=\"#a{i}\">[{}]</a></small>", Escaped(outlet), i + 1)?;
            }
            writeln!(out, "</th>")?;
        }
        writeln!(out, "</tr></thead>\n<tbody>")?;
        for row in &event.rows {
            self.row(out, row, &camps, event)?;
        }
        writeln!(out, "</tbody></table>")?;
        self.summary(out, event)?;
        self.relations(out, event)?;
        writeln!(out, "</section>")
    }

    fn row(&self, out: &mut String, row: &Row, camps: &[Option<CampId>], event: &Event) -> fmt::Result {
        writeln!(out, "<tr>")?;
        for camp in camps {
            match row.cells.iter().find(|c| c.camp == *camp) {
                Some(cell) => {
                    write!(out, "<td>")?;
                    for piece in &cell.pieces {
                        self.piece(out, piece)?;
                    }
                    writeln!(out, "</td>")?;
                }
                None => {
                    let held =
                        event.articles.iter().any(|i| self.articles[*i].compared.camp == camp.as_ref());
                    let word = if held {
                        self.say("لم يُذكر", "not mentioned")
                    } else {
                        self.say("لم يُستورد", "not imported")
                    };
                    writeln!(out, "<td class=\"gap\">{word}</td>")?;
                }
            }
        }
        writeln!(out, "</tr>")?;
        let told: Vec<_> = row.relations.iter().filter_map(|i| self.relations.get(*i)).collect();
        let by_hand = row.hand != Hand::default();
        if !told.is_empty() || by_hand {
            writeln!(out, "<tr class=\"why\"><td colspan=\"{}\"><ul>", camps.len().max(1))?;
            if by_hand {
                let why = self.say("رُتّب هذا الصفّ يدوياً", "this row was arranged by hand");
                writeln!(out, "<li><small>{why}</small></li>")?;
            }
            for relation in told {
                self.relation(out, relation)?;
            }
            writeln!(out, "</ul></td></tr>")?;
        }
        Ok(())
    }

    fn piece(&self, out: &mut String, piece: &Piece) -> fmt::Result {
        let article = &self.articles[piece.article];
        let class = if piece.relayed { " class=\"relayed\"" } else { "" };
        write!(out, "<p lang=\"ar\" dir=\"rtl\"{class}>")?;
        if piece.relayed {
            let outlet = article.compared.outlet.unwrap_or("—");
            write!(out, "<small>{} {}</small> ", self.say("بصوتٍ منقول عن", "relayed by"), Escaped(outlet))?;
        }
        let text = article.compared.text;
        let mut at = piece.span.start();
        for mark in outer(&piece.marks) {
            let (start, end) = (mark.span.start().max(at), mark.span.end().min(piece.span.end()));
            if start >= end {
                continue;
            }
            write!(out, "{}", Escaped(text.get(at..start).unwrap_or("")))?;
            let class = class_of(mark.layer);
            write!(out, "<mark class=\"{class}\">{}</mark>", Escaped(text.get(start..end).unwrap_or("")))?;
            at = end;
        }
        write!(out, "{}", Escaped(text.get(at..piece.span.end()).unwrap_or("")))?;
        writeln!(out, " <a href=\"#a{}\">[{}]</a></p>", piece.article, piece.article + 1)
    }

    fn relations(&self, out: &mut String, event: &Event) -> fmt::Result {
        let shown: Vec<usize> = event.rows.iter().flat_map(|r| r.relations.iter().copied()).collect();
        let of_event = |i: usize| event.articles.contains(&i);
        let rest: Vec<_> = (self.relations.iter().enumerate())
            .filter(|(n, r)| !shown.contains(n) && (of_event(r.a.article) || of_event(r.b.article)))
            .map(|(_, r)| r)
            .collect();
        if rest.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h3>{}</h3>\n<ul>", self.say("علاقات أخرى", "Other relations"))?;
        for relation in rest {
            self.relation(out, relation)?;
        }
        writeln!(out, "</ul>")
    }

    fn relation(&self, out: &mut String, relation: &Relation) -> fmt::Result {
        write!(out, "<li><b>{}</b> {}", self.kind(relation.kind), self.why(&relation.why))?;
        for side in [relation.a, relation.b] {
            let article = &self.articles[side.article].compared;
            let Some(claim) = article.reading.claims.get(side.claim) else { continue };
            let voice = claim.voice.span.map_or(article.outlet.unwrap_or("—"), |s| s.of(article.text));
            write!(
                out,
                "<blockquote lang=\"ar\" dir=\"rtl\">{}<cite>{}{} <a href=\"#a{}\">[{}]</a></cite></blockquote>",
                Escaped(claim.span.of(article.text)),
                Escaped(voice),
                self.polarity(claim.polarity),
                side.article,
                side.article + 1
            )?;
        }
        writeln!(out, "</li>")
    }

    fn kind(&self, kind: RelationKind) -> &'static str {
        let (ar, en) = match kind {
            RelationKind::Agree => ("اتفاق", "agreement"),
            RelationKind::FiguresDiffer => ("أرقام مختلفة", "figures differ"),
            RelationKind::Contradict => ("تناقض", "contradiction"),
            RelationKind::Denied => ("نفي", "denial"),
            RelationKind::SameAccusation => ("اتهام متبادل", "same accusation, other accused"),
            RelationKind::Admission => ("إقرار", "admission"),
            RelationKind::NotComparable => ("لا يُقارن", "not comparable"),
        };
        if self.arabic { ar } else { en }
    }

    fn polarity(&self, polarity: Polarity) -> &'static str {
        let (ar, en) = match polarity {
            Polarity::Asserted => ("", ""),
            Polarity::Denied => ("، ينفي", ", denies"),
            Polarity::Doubted => ("، بتشكيك", ", with doubt"),
            Polarity::Conditional => ("، بشرط", ", on a condition"),
            Polarity::Planned => ("، عزماً", ", planned"),
            Polarity::Asked => ("، طلباً أو سؤالاً", ", asked"),
        };
        if self.arabic { ar } else { en }
    }

    fn sources(&self, out: &mut String) -> fmt::Result {
        writeln!(out, "<section>\n<h2>{}</h2>\n<ol class=\"sources\">", self.say("المصادر", "Sources"))?;
        let told = |i: usize| self.events.iter().any(|e| e.articles.contains(&i));
        for (i, a) in self.articles.iter().enumerate().filter(|(i, _)| told(*i)) {
            let published = a.compared.published.map_or_else(|| "—".to_owned(), |d| d.to_string());
            write!(out, "<li id=\"a{i}\" value=\"{}\"><b>{}</b>", i + 1, Escaped(a.compared.title))?;
            for check in compare::headline(&a.compared, self.lexicon) {
                write!(out, "<span class=\"check\">{}</span>", self.why(&check.why))?;
            }
            for check in compare::totals(a.compared.text, a.compared.reading) {
                write!(out, "<span class=\"check\">{}</span>", self.why(&check.why))?;
            }
            write!(out, "<span>{} · ", Escaped(a.compared.outlet.unwrap_or("—")))?;
            write!(out, "{} · <bdi>{published}</bdi></span>", Escaped(&self.label(a.compared.camp)))?;
            write!(out, "<code>{}</code><code>SHA-256 {}</code>", Escaped(&a.file), Escaped(a.sha256))?;
            if let Some(url) = a.url {
                write!(out, "<code>{}</code>", Escaped(url))?;
            }
            writeln!(out, "</li>")?;
        }
        writeln!(out, "</ol>\n</section>")
    }
}

/// The marks that do not overlap, the heavier layer first; a page without script shows one layer a word.
fn outer(marks: &[Mark]) -> Vec<&Mark> {
    let mut kept: Vec<&Mark> = Vec::new();
    let mut by_weight: Vec<&Mark> = marks.iter().collect();
    by_weight.sort_by_key(|m| (weight(m.layer), m.span.start()));
    for mark in by_weight {
        if kept.iter().all(|k| k.span.overlap(mark.span) == 0) {
            kept.push(mark);
        }
    }
    kept.sort_by_key(|m| m.span.start());
    kept
}

fn weight(layer: Layer) -> u8 {
    match layer {
        Layer::Figure => 0,
        Layer::Word => 1,
        Layer::Clitic => 2,
        Layer::Spelling => 3,
        Layer::Digits => 4,
        Layer::Moved => 5,
    }
}

fn class_of(layer: Layer) -> &'static str {
    match layer {
        Layer::Figure => "figure",
        Layer::Word => "word",
        Layer::Clitic => "clitic",
        Layer::Spelling => "spelling",
        Layer::Digits => "digits",
        Layer::Moved => "moved",
    }
}
