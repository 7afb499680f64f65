//! What an event's voices count: the values of each thing on one scale, what codebooks make of tolls, what all support.

use super::Scene;
use crate::convert::{self, Cut};
use crate::view::{FigureSetView, FigureView, FiguresView, GroundView, TallyView};
use riwayat_claims::Quantity;
use riwayat_compare::{CommonGround, Event, FigureSet, Tally};

impl Scene<'_> {
    /// The figures of the event of this id.
    #[must_use]
    pub fn figures(&self, id: &str) -> Option<FiguresView> {
        let event = self.found.events.iter().find(|e| e.id == id)?;
        let mut sets: Vec<FigureSetView> =
            event.figures.iter().map(|set| self.figure_set(event, set)).collect();
        // The dead first, then other tolls that somebody counts by a rule.
        sets.sort_by_key(|set| std::cmp::Reverse(set.tallies.len()));
        Some(FiguresView {
            event: event.id.clone(),
            title: self.title(event),
            sets,
            common_ground: event.common_ground.iter().map(|g| self.ground(g)).collect(),
        })
    }

    fn figure_set(&self, event: &Event, set: &FigureSet) -> FigureSetView {
        let mut values: Vec<FigureView> =
            (0..set.values.len()).filter_map(|n| self.figure(event, set, n)).collect();
        values.sort_by(|a, b| {
            let key = |v: &FigureView| (v.published.is_none(), v.published.clone(), v.time.clone());
            key(a).cmp(&key(b))
        });
        let ends = |v: &FigureView| [v.min, v.max].into_iter().flatten().collect::<Vec<_>>();
        let greatest = values.iter().flat_map(ends).fold(0.0, f64::max);
        let mut voices: Vec<String> = values.iter().map(speaker).collect();
        voices.sort();
        voices.dedup();
        FigureSetView {
            counted: (&set.counted).into(),
            unit: set.unit.clone(),
            voices: voices.len(),
            top: scale(greatest),
            tallies: set.tallies.iter().map(tally).collect(),
            values,
        }
    }

    fn figure(&self, event: &Event, set: &FigureSet, n: usize) -> Option<FigureView> {
        let (at, quantity) = set.values[n];
        let p = &self.prepared[at.article];
        let q: &Quantity = p.reading.quantities.get(quantity)?;
        let claim = &p.reading.claims[at.claim];
        let head = self.article_head(at.article, Some(event));
        let left_out = set.left_out.iter().find(|(out, _)| *out == n).map(|(_, why)| *why);
        let row = event.rows.iter().position(|r| self.stands_in(at, r));
        let (start, _, words) = Cut::new(&p.article.text).of(q.span);
        Some(FigureView {
            claim: self.claim_id(at),
            article: p.id.clone(),
            row,
            published: head.published,
            time: head.time,
            camp: convert::camp_name(p.as_compared().camp_of(claim)),
            chain: self.chain(at.article, &claim.voice),
            polarity: convert::polarity(claim.polarity),
            start,
            words,
            said: claim.span.of(&p.article.text).to_owned(),
            min: q.min,
            max: q.max,
            approximate: q.approximate,
            left_out: left_out.map(convert::left_out),
            left_out_why: left_out.map(|why| why.why().into()),
        })
    }

    fn ground(&self, ground: &CommonGround) -> GroundView {
        GroundView {
            statement: (&ground.statement).into(),
            camps: ground.camps.iter().map(ToString::to_string).collect(),
            claims: ground.claims.iter().map(|c| self.claim_place(*c)).collect(),
        }
    }
}

/// Who gives a figure: the last of its chain.
fn speaker(value: &FigureView) -> String {
    value.chain.iter().rfind(|l| l.speaker).map_or_else(|| value.article.clone(), |l| l.text.clone())
}

/// The end of an axis that holds a value: the next of 1, 2, 5 times a power of ten that is not below it.
fn scale(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 < value {
        power *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].map(|n| n * power).into_iter().find(|end| *end >= value).unwrap_or(value)
}

fn tally(t: &Tally) -> TallyView {
    TallyView {
        rule: convert::counting_rule(t.rule),
        low: t.low,
        high: t.high,
        open: t.open,
        why: (&t.why).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::scale;

    #[test]
    fn an_axis_ends_at_a_round_number() {
        for (value, end) in
            [(0.0, 1.0), (7.0, 10.0), (13.0, 20.0), (123.0, 200.0), (200.0, 200.0), (2980.0, 5000.0)]
        {
            assert!((scale(value) - end).abs() < f64::EPSILON, "{value}");
        }
    }
}
