//! Counting rules: what three codebooks would make of the figures that sources give of one toll.
//!
//! They are set beside each other with their arithmetic; none is taken for true. Each voice has one figure: its latest;
//! copies of one text speak once. What a codebook leaves to judgement (UCDP's best estimate) is left to the analyst, and
//! figures are never added up: what one source counts twice nobody can tell.
//!
//! - ACLED, *FAQs: ACLED fatality methodology*: the most conservative figure; "tens" 10, "dozens" 12, "hundreds" 100; where
//!   no number is told, 10 in a large attack and 3 otherwise, of which the lower is taken here.
//! - UCDP GED codebook: a low and a high estimate from the reports held reliable, and a best one.
//! - Airwars, *Methodology*: of civilians alone, from the least to the most that any source tells.

use crate::comparison::{Article, ClaimRef, Counted, CountingRule, FigureSet, LeftOut, Tally, Why};
use crate::figure::{is_share, is_vague, overlap};
use crate::origin;
use crate::telling::{days_apart, days_named};
use jiff::civil::Date;
use riwayat_claims::{Group, Polarity, Quantity, Status};
use riwayat_text::Span;
use std::collections::BTreeMap;

/// What an event's figures are counted with.
pub(crate) struct Ground<'a> {
    /// The articles, by id.
    pub(crate) articles: &'a [&'a Article<'a>],
    /// First and last day of the event.
    pub(crate) days: Option<(Date, Date)>,
    /// For each article of the event, the first of those that stem from one text.
    pub(crate) origin_of: BTreeMap<usize, usize>,
    /// Whether a stretch of an article stands in its lead, which tells what happened.
    pub(crate) in_lead: &'a dyn Fn(usize, Span) -> bool,
}

/// Least value from which a vague word is one of tens, hundreds, thousands, of which this program says twenty, two hundred,
/// and ACLED ten, a hundred.
const TENS: f64 = 20.0;

/// Works out what is left out of a toll, and what the rules that count it make of the rest.
pub(crate) fn count(ground: &Ground<'_>, set: &mut FigureSet) {
    let Some(first) = set.values.first().map(|v| ground.quantity(*v)) else { return };
    let rules: Vec<CountingRule> = [CountingRule::Acled, CountingRule::Ucdp, CountingRule::Airwars]
        .into_iter()
        .filter(|r| applies(*r, first))
        .collect();
    if first.unit != "person" || first.status.is_none() {
        return;
    }
    set.left_out = ground.left_out(&set.values);
    let left = |n: usize| set.left_out.iter().any(|(out, _)| *out == n);
    let standing: Vec<(usize, &Quantity)> =
        (0..set.values.len()).filter(|n| !left(*n)).map(|n| (n, ground.quantity(set.values[n]))).collect();
    if !standing.is_empty() && !rules.is_empty() {
        set.tallies = rules.into_iter().map(|rule| tally(rule, &standing)).collect();
    }
}

/// True where a codebook counts what this figure counts.
fn applies(rule: CountingRule, q: &Quantity) -> bool {
    let civilian = q.group.is_some_and(|g| g == Group::Civilian || crate::figure::is_civilian(g));
    match (rule, q.status) {
        _ if q.unit != "person" => false,
        (CountingRule::Airwars, Some(Status::Killed | Status::Wounded)) => civilian,
        (CountingRule::Acled | CountingRule::Ucdp, Some(Status::Killed)) => true,
        _ => false,
    }
}

impl Ground<'_> {
    fn quantity(&self, (claim, quantity): (ClaimRef, usize)) -> &Quantity {
        &self.articles[claim.article].reading.quantities[quantity]
    }

    fn left_out(&self, values: &[(ClaimRef, usize)]) -> Vec<(usize, LeftOut)> {
        let mut out: Vec<(usize, LeftOut)> =
            (0..values.len()).filter_map(|n| Some((n, self.alone(values[n])?))).collect();
        let mut by_voice: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for n in (0..values.len()).filter(|n| !out.iter().any(|(gone, _)| gone == n)) {
            by_voice.entry(self.voice(values[n].0)).or_default().push(n);
        }
        for told in by_voice.values() {
            out.extend(self.of_one_voice(values, told));
        }
        out.sort_unstable();
        out
    }

    /// Why a figure is left out whatever else is told.
    fn alone(&self, value: (ClaimRef, usize)) -> Option<LeftOut> {
        let reading = self.articles[value.0.article].reading;
        let claim = &reading.claims[value.0.claim];
        if is_share(self.quantity(value)) {
            return Some(LeftOut::Part);
        }
        if claim.polarity != Polarity::Asserted {
            return Some(LeftOut::NotAsserted);
        }
        let elsewhen = days_apart(&days_named(reading, claim), &[self.days?]);
        elsewhen.then_some(LeftOut::OtherDay)
    }

    fn voice(&self, claim: ClaimRef) -> String {
        let article = self.articles[claim.article];
        let origin = self.origin_of.get(&claim.article).copied();
        origin::speaker(article, &article.reading.claims[claim.claim], claim.article, origin)
    }

    /// Of the figures that one voice gives, all but its latest. Where those of its last day do not go together, the one that
    /// its lead tells is taken, and where leads tell several, none.
    fn of_one_voice(&self, values: &[(ClaimRef, usize)], told: &[usize]) -> Vec<(usize, LeftOut)> {
        let day = |n: usize| self.articles[values[n].0.article].published;
        let quantity = |n: usize| self.quantity(values[n]);
        let latest = told.iter().filter_map(|n| day(*n)).max();
        let last: Vec<usize> = told
            .iter()
            .copied()
            .filter(|n| latest.is_none() || day(*n).is_none_or(|d| Some(d) == latest))
            .collect();
        let lead = |n: &usize| (self.in_lead)(values[*n].0.article, quantity(*n).span);
        let leads: Vec<usize> = last.iter().copied().filter(lead).collect();
        let taken = self.most_exact(values, &last).or_else(|| self.most_exact(values, &leads));
        let why = |n: usize| match taken {
            Some(taken) if taken == n => None,
            Some(taken) if overlap(quantity(n), quantity(taken)) => Some(LeftOut::Repeated),
            _ if last.contains(&n) => Some(LeftOut::Unclear),
            _ => Some(LeftOut::Updated),
        };
        told.iter().filter_map(|n| Some((*n, why(*n)?))).collect()
    }

    /// The most exact of some figures that all go together with it.
    fn most_exact(&self, values: &[(ClaimRef, usize)], among: &[usize]) -> Option<usize> {
        let width = |n: usize| {
            let q = self.quantity(values[n]);
            (is_vague(q), q.max.unwrap_or(f64::INFINITY) - q.min.unwrap_or(f64::NEG_INFINITY))
        };
        let exact = among.iter().copied().min_by(|a, b| {
            let (x, y) = (width(*a), width(*b));
            x.0.cmp(&y.0).then(x.1.total_cmp(&y.1)).then(a.cmp(b))
        })?;
        let goes = |n: &usize| overlap(self.quantity(values[*n]), self.quantity(values[exact]));
        among.iter().all(goes).then_some(exact)
    }
}

/// The least and the most that a rule takes a figure for.
fn taken(rule: CountingRule, q: &Quantity) -> (Option<f64>, Option<f64>) {
    match (rule, q.min) {
        (CountingRule::Acled, Some(min)) if is_vague(q) && min >= TENS => (Some(min / 2.0), None),
        (CountingRule::Acled, min) => (min, None),
        (_, min) => (min, q.max.or(min)),
    }
}

fn tally(rule: CountingRule, standing: &[(usize, &Quantity)]) -> Tally {
    let counted: Vec<_> = standing
        .iter()
        .map(|(n, q)| {
            let (low, high) = taken(rule, q);
            Counted { value: *n, low, high }
        })
        .collect();
    let low = counted.iter().filter_map(|c: &Counted| c.low).min_by(f64::total_cmp);
    let high = counted.iter().filter_map(|c: &Counted| c.high).max_by(f64::total_cmp);
    let is_high = |q: &Quantity| q.max.is_none() && q.min == high;
    let open = high.is_some() && standing.iter().any(|(_, q)| is_high(q));
    let mut out = Tally { rule, low, high, open, counted, why: Why::default() };
    out.why = arithmetic(&out);
    out
}

/// The arithmetic of a tally, in words.
fn arithmetic(tally: &Tally) -> Why {
    let list = |of: fn(&Counted) -> Option<f64>, sign: &str| {
        let mut values: Vec<f64> = tally.counted.iter().filter_map(of).collect();
        values.sort_by(f64::total_cmp);
        values.iter().map(ToString::to_string).collect::<Vec<_>>().join(sign)
    };
    let mut why = Why::default();
    match tally.low {
        Some(low) => why.push(
            &format!("أدنى ما في ({}) = {low}", list(|c| c.low, "، ")),
            &format!("least of ({}) = {low}", list(|c| c.low, ", ")),
        ),
        None => why.push("لا مصدر يذكر حداً أدنى", "no source tells a lower bound"),
    }
    if let Some(high) = tally.high {
        let (ar, en) = if tally.open { (" فأكثر", " or more") } else { ("", "") };
        why.push(
            &format!("أعلى ما في ({}) = {high}{ar}", list(|c| c.high, "، ")),
            &format!("most of ({}) = {high}{en}", list(|c| c.high, ", ")),
        );
    }
    if tally.rule == CountingRule::Ucdp {
        why.push("والأرجح بينهما يختاره المحلّل", "the best one between them is the analyst's to choose");
    }
    why
}

#[cfg(test)]
mod tests {
    use super::*;
    use riwayat_claims::{Input, Lexicon, Reading, read};

    /// What the rules make of the killed that sources tell: outlet, day, text; and why figures are left out.
    fn counted(sources: &[(&str, &str, &str)]) -> Vec<FigureSet> {
        let day = |d: &str| d.parse::<Date>().ok();
        let readings: Vec<Reading> = (sources.iter())
            .map(|(_, d, text)| {
                let input = Input { title: "", text, published: day(d), outlet: None, camp: None };
                read(&input, Lexicon::builtin())
            })
            .collect();
        let articles: Vec<Article<'_>> = (sources.iter().zip(&readings))
            .map(|((outlet, d, text), reading)| Article {
                id: outlet,
                title: "",
                text,
                outlet: Some(outlet),
                camp: None,
                published: day(d),
                inferred: None,
                reading,
            })
            .collect();
        let all: Vec<&Article<'_>> = articles.iter().collect();
        let members: Vec<usize> = (0..all.len()).collect();
        let in_lead = |article: usize, span: Span| readings[article].sentences[0].contains(span);
        let ground = Ground { articles: &all, days: None, origin_of: BTreeMap::new(), in_lead: &in_lead };
        let mut sets = crate::figure::sets(&all, Lexicon::builtin(), &members);
        sets.iter_mut().for_each(|set| count(&ground, set));
        sets
    }

    fn of(set: &FigureSet, rule: CountingRule) -> (Option<f64>, Option<f64>) {
        let tally = set.tallies.iter().find(|t| t.rule == rule).expect("the rule applies");
        (tally.low, tally.high)
    }

    #[test]
    fn three_rules_of_one_toll() {
        let sets = counted(&[
            ("a", "2020-03-14", "قُتل 11 مدنيا في قصف سوق تل النخيل."),
            ("b", "2020-03-14", "مقتل ثلاثة مدنيين في سوق تل النخيل."),
            ("c", "2020-03-14", "قتل ما بين 9 و13 مدنيا في سوق تل النخيل."),
        ]);
        let set = &sets[0];
        assert_eq!(of(set, CountingRule::Acled), (Some(3.0), None));
        assert_eq!(of(set, CountingRule::Ucdp), (Some(3.0), Some(13.0)));
        assert_eq!(of(set, CountingRule::Airwars), (Some(3.0), Some(13.0)));
        assert!(set.left_out.is_empty(), "{:?}", set.left_out);
    }

    #[test]
    fn an_update_takes_the_place_of_what_the_same_voice_told_before() {
        let sets = counted(&[
            ("a", "2020-03-14", "قُتل 5 مدنيين في قصف سوق تل النخيل."),
            ("b", "2020-03-15", "قُتل 9 مدنيين في قصف سوق تل النخيل."),
        ]);
        assert_eq!(of(&sets[0], CountingRule::Acled).0, Some(5.0));
        let mut again = counted(&[
            ("a", "2020-03-14", "قال المرصد السوري لحقوق الإنسان إن 5 مدنيين قتلوا في قصف سوق تل النخيل."),
            ("b", "2020-03-15", "قال المرصد السوري لحقوق الإنسان إن 9 مدنيين قتلوا في قصف سوق تل النخيل."),
        ]);
        let set = again.remove(0);
        assert_eq!(set.left_out.iter().map(|l| l.1).collect::<Vec<_>>(), [LeftOut::Updated]);
        assert_eq!(of(&set, CountingRule::Acled).0, Some(9.0));
    }

    #[test]
    fn tens_are_ten_by_acled_and_twenty_by_the_others() {
        let sets = counted(&[("a", "2020-03-14", "قُتل عشرات المدنيين في قصف سوق تل النخيل.")]);
        assert_eq!(of(&sets[0], CountingRule::Acled).0, Some(10.0));
        assert_eq!(of(&sets[0], CountingRule::Ucdp).0, Some(20.0));
        assert!(sets[0].tallies.iter().any(|t| t.rule == CountingRule::Ucdp && t.open));
    }

    #[test]
    fn what_is_denied_is_not_counted_and_several_figures_of_one_voice_are_unclear() {
        let sets = counted(&[
            ("a", "2020-03-14", "نفى الناطق باسم الجيش مقتل 8 مدنيين في سوق تل النخيل."),
            ("b", "2020-03-14", "قتل 4 مدنيين في حي الزهور، وقتل 7 مدنيين في حي النخيل."),
        ]);
        let set = &sets[0];
        let reasons: Vec<LeftOut> = set.left_out.iter().map(|l| l.1).collect();
        assert_eq!(reasons, [LeftOut::NotAsserted, LeftOut::Unclear, LeftOut::Unclear]);
        assert!(set.tallies.is_empty());
    }

    #[test]
    fn of_several_figures_of_one_voice_the_lead_s_is_taken() {
        let sets = counted(&[(
            "a",
            "2020-03-14",
            "قُتل 4 مدنيين في قصف حي الزهور. وكان 70 مدنيا قتلوا في المدينة الشهر الماضي.",
        )]);
        assert_eq!(of(&sets[0], CountingRule::Airwars), (Some(4.0), Some(4.0)));
        assert_eq!(sets[0].left_out.iter().map(|l| l.1).collect::<Vec<_>>(), [LeftOut::Unclear]);
    }

    #[test]
    fn airwars_counts_civilians_only_and_nobody_counts_vehicles() {
        let sets = counted(&[("a", "2020-03-14", "قُتل 6 مقاتلين ودمرت 3 آليات قرب تل النخيل.")]);
        let rules: Vec<CountingRule> = sets.iter().flat_map(|s| s.tallies.iter().map(|t| t.rule)).collect();
        assert_eq!(rules, [CountingRule::Acled, CountingRule::Ucdp]);
    }
}
