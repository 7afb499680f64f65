//! The parts of an event's report that sum it up: what all camps support, tolls by codebooks, deeds without a doer.

use crate::escape::Escaped;
use crate::html::Report;
use riwayat_claims::event_words;
use riwayat_compare::{AgencyUse, CountingRule, Event, FigureSet, Tally};
use std::fmt::{self, Write};

impl Report<'_> {
    /// Everything that sums an event up.
    pub(crate) fn summary(&self, out: &mut String, event: &Event) -> fmt::Result {
        self.common_ground(out, event)?;
        self.tolls(out, event)?;
        self.agency(out, event)
    }

    fn common_ground(&self, out: &mut String, event: &Event) -> fmt::Result {
        if event.common_ground.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h3>{}</h3>\n<ul>", self.say("ما يتفق عليه الجميع", "What all of them support"))?;
        for ground in &event.common_ground {
            let camps: Vec<String> = ground.camps.iter().map(|c| self.label(Some(c))).collect();
            writeln!(
                out,
                "<li>{} <small>{} · {}</small>",
                self.why(&ground.statement),
                Escaped(&camps.join(self.say("، ", ", "))),
                self.places(ground.claims.iter().map(|c| c.article))
            )?;
            writeln!(out, "</li>")?;
        }
        writeln!(out, "</ul>")
    }

    fn tolls(&self, out: &mut String, event: &Event) -> fmt::Result {
        let tolls: Vec<&FigureSet> = event.figures.iter().filter(|f| !f.tallies.is_empty()).collect();
        if tolls.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "<h3>{}</h3>\n<p class=\"note\">{}</p>",
            self.say("لو عُدّت الحصيلة بقواعدهم", "Tolls, as codebooks would count them"),
            self.say(
                "لكل صوت رقم واحد، وللنسخ صوت واحد؛ لا يُجمع رقم إلى رقم، ولا تُرجَّح قاعدة على أخرى.",
                "Each voice has one figure, copies of a text one voice; nothing is added up, and no rule is preferred.",
            )
        )?;
        writeln!(out, "<table class=\"tolls\">")?;
        for set in tolls {
            writeln!(out, "<tbody><tr><th colspan=\"3\">{}</th></tr>", self.why(&set.counted))?;
            for tally in &set.tallies {
                self.tally(out, tally)?;
            }
            self.left_out(out, set)?;
            writeln!(out, "</tbody>")?;
        }
        writeln!(out, "</table>")
    }

    fn tally(&self, out: &mut String, tally: &Tally) -> fmt::Result {
        let rule = match tally.rule {
            CountingRule::Acled => "ACLED",
            CountingRule::Ucdp => "UCDP",
            CountingRule::Airwars => "Airwars",
        };
        let number = |n: Option<f64>| n.map_or_else(|| "—".to_owned(), |n| n.to_string());
        let open = if tally.open { self.say(" فأكثر", " or more") } else { "" };
        let value = match tally.rule {
            CountingRule::Acled => format!("<bdi>{}</bdi>", number(tally.low)),
            _ => format!(
                "<bdi>{}</bdi> {} <bdi>{}</bdi>{open}",
                number(tally.low),
                self.say("إلى", "to"),
                number(tally.high)
            ),
        };
        writeln!(out, "<tr><td><bdi>{rule}</bdi></td><td>{value}</td><td>{}</td></tr>", self.why(&tally.why))
    }

    fn left_out(&self, out: &mut String, set: &FigureSet) -> fmt::Result {
        for (n, reason) in &set.left_out {
            let (claim, quantity) = set.values[*n];
            let article = &self.articles[claim.article].compared;
            let Some(figure) = article.reading.quantities.get(quantity) else { continue };
            writeln!(
                out,
                "<tr class=\"gap\"><td>{}</td><td><bdi dir=\"rtl\">{}</bdi> {}</td><td>{}</td></tr>",
                self.say("لا يُعَدّ", "not counted"),
                Escaped(figure.span.of(article.text)),
                self.places(std::iter::once(claim.article)),
                self.why(&reason.why())
            )?;
        }
        Ok(())
    }

    fn agency(&self, out: &mut String, event: &Event) -> fmt::Result {
        if event.agency.is_empty() {
            return Ok(());
        }
        writeln!(
            out,
            "<h3>{}</h3>\n<table class=\"tolls\">\n<thead><tr><th></th><th>{}</th><th>{}</th><th>{}</th></tr></thead>\n<tbody>",
            self.say("من فعل؟", "Who did it?"),
            self.say("الطرف", "camp"),
            self.say("يُذكر الفاعل", "the doer is told"),
            self.say("لا يُذكر", "left out")
        )?;
        for agency in &event.agency {
            for (n, uses) in agency.by_camp.iter().enumerate() {
                let (ar, en) = event_words(&agency.event_type).unwrap_or_default();
                let kind = if n == 0 { self.say(ar, en) } else { "" };
                self.agency_row(out, kind, uses)?;
            }
        }
        writeln!(out, "</tbody></table>")
    }

    fn agency_row(&self, out: &mut String, kind: &str, uses: &AgencyUse) -> fmt::Result {
        let counted = |claims: &[riwayat_compare::ClaimRef]| {
            format!("<bdi>{}</bdi> {}", claims.len(), self.places(claims.iter().map(|c| c.article)))
        };
        writeln!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            Escaped(kind),
            Escaped(&self.label(uses.camp.as_ref())),
            counted(&uses.told),
            counted(&uses.untold)
        )
    }

    /// Links to the sources of some articles, each once.
    fn places(&self, articles: impl Iterator<Item = usize>) -> String {
        let mut all: Vec<usize> = articles.collect();
        all.sort_unstable();
        all.dedup();
        all.iter().map(|a| format!("<a href=\"#a{a}\">[{}]</a>", a + 1)).collect::<Vec<_>>().join(" ")
    }
}
