//! Headline against body: the figures that a headline gives, and what the text under it makes of them.
//!
//! A headline is read by itself, and each of its figures looked up in the body. Three things are told: that the body counts
//! the same with another value, that it has no such figure at all, and that it gives the figure on somebody's word alone,
//! where the headline gives it as a fact. What the body bears out is not told, nor what it rounds; and where the body counts
//! the same several times, as in a day's accidents, or two numbers that make the headline's up, their sum may be meant, so
//! that nothing is told of it. Lengths of time and prices are told in too many ways to be held against each other.

use crate::comparison::{Article, Why};
use crate::figure::{Things, last_place, overlap, things};
use crate::figures::{Sort, sort};
use riwayat_claims::{Claim, Input, Lexicon, Polarity, Quantity, Reading, read};
use riwayat_text::normal::fold;
use riwayat_text::stem::stem;
use riwayat_text::{Span, number, tokens};

/// What the body makes of a figure of the headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum HeadlineKind {
    /// The body counts the same, and its value is another.
    FiguresDiffer,
    /// The body has no such figure.
    NotInBody,
    /// The headline tells it as a fact, the body only on the word of a source.
    NoSource,
}

/// A figure of a headline that the body does not bear out as it stands there.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    /// Which.
    pub kind: HeadlineKind,
    /// The figure, in the title.
    pub span: Span,
    /// The claim of the body that says otherwise, or on whose word it is; index into the article's claims.
    pub claim: Option<usize>,
    /// Why.
    pub why: Why,
}

/// Holds the figures of a headline against the body.
#[must_use]
pub fn headline(article: &Article<'_>, lexicon: &Lexicon) -> Vec<Headline> {
    // Most headlines give no figure, and need no reading.
    if article.reading.claims.is_empty() || number::numbers(article.title, &tokens(article.title)).is_empty()
    {
        return Vec::new();
    }
    let input =
        Input { title: "", text: article.title, published: article.published, outlet: None, camp: None };
    let title = read(&input, lexicon);
    let figures = title.quantities.iter().filter(|q| !q.part);
    figures.filter_map(|q| check(article, &title, q)).collect()
}

fn check(article: &Article<'_>, title: &Reading, figure: &Quantity) -> Option<Headline> {
    let body = article.reading;
    let noun = |q: &Quantity, text: &str| q.counted.map(|c| stem(&fold(first_word(c.of(text)))).to_owned());
    let own = noun(figure, article.title);
    let one_thing = |q: &&Quantity| {
        things(figure, q) == Things::Same && (q.status.is_some() || noun(q, article.text) == own)
    };
    let same: Vec<&Quantity> = body.quantities.iter().filter(one_thing).collect();
    let said = figure.span.of(article.title);
    if body.quantities.iter().any(|q| bears_out(q, figure)) || written(article, figure) {
        let borne_out: Vec<&Quantity> = same.into_iter().filter(|q| overlap(q, figure)).collect();
        return no_source(article, title, figure, &borne_out);
    }
    // A length of time or a price is told in other words, or worked out (the first half of the year, six months).
    if matches!(sort(figure), Sort::Measure | Sort::Course) {
        return None;
    }
    let one = same.iter().all(|q| overlap(q, same[0]));
    let (kind, claim, ar, en) = match same.first() {
        Some(_) if !one => return None,
        Some(other) => {
            let words = other.span.of(article.text);
            (
                HeadlineKind::FiguresDiffer,
                claim_of(body, other).map(|(n, _)| n),
                format!("في العنوان «{said}»، وفي النص «{words}»"),
                format!("the headline has «{said}», the text «{words}»"),
            )
        }
        None => (
            HeadlineKind::NotInBody,
            None,
            format!("في العنوان «{said}»، ولا رقم مثله في النص"),
            format!("the headline has «{said}», and the text has no such figure"),
        ),
    };
    Some(Headline { kind, span: figure.span, claim, why: Why { ar, en } })
}

/// True where a figure of the body is the headline's, or what the headline rounds.
fn bears_out(body: &Quantity, headline: &Quantity) -> bool {
    let rounded = |x: f64, y: f64| {
        let unit = last_place(x);
        ((y / unit).round() * unit - x).abs() < unit / 2.0
    };
    let exact = |q: &Quantity| q.min.filter(|_| q.min == q.max);
    overlap(body, headline) || exact(headline).zip(exact(body)).is_some_and(|(x, y)| rounded(x, y))
}

/// True where the body has the number itself, whatever it counts there, or two that make it up.
fn written(article: &Article<'_>, figure: &Quantity) -> bool {
    let numbers = number::numbers(article.text, &article.reading.tokens);
    let values: Vec<f64> = numbers.iter().filter_map(|n| n.min).collect();
    let Some(sum) = figure.min else { return false };
    let made_up = |(n, x): (usize, &f64)| values[n + 1..].iter().any(|y| (x + y - sum).abs() < 1e-9);
    values.iter().any(|x| (x - sum).abs() < 1e-9) || values.iter().enumerate().any(made_up)
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}

/// Units of what is done and lost: whose word stands for it matters, as it does not for a length of time.
const DEEDS: [&str; 3] = ["person", "strike", "vehicle"];

/// What a headline tells as a fact, and the body only on the word of a source.
fn no_source(
    article: &Article<'_>,
    title: &Reading,
    figure: &Quantity,
    borne_out: &[&Quantity],
) -> Option<Headline> {
    let of_people = figure.status.is_some() || DEEDS.contains(&figure.unit.as_str());
    let (_, heading) = claim_of(title, figure).filter(|_| of_people)?;
    if heading.voice.span.is_some() || heading.polarity != Polarity::Asserted {
        return None;
    }
    let told: Vec<(usize, &Claim)> = borne_out.iter().filter_map(|q| claim_of(article.reading, q)).collect();
    let on_its_word = |c: &Claim| c.voice.span.filter(|_| c.polarity == Polarity::Asserted);
    let source = told.first().and_then(|(_, c)| on_its_word(c))?.of(article.text);
    let said = figure.span.of(article.title);
    told.iter().all(|(_, c)| on_its_word(c).is_some()).then(|| Headline {
        kind: HeadlineKind::NoSource,
        span: figure.span,
        claim: told.first().map(|(n, _)| *n),
        why: Why {
            ar: format!("العنوان يقطع بـ«{said}»، والنص ينقله عن «{source}»"),
            en: format!("the headline states «{said}» as a fact, the text on the word of «{source}»"),
        },
    })
}

/// The first claim in which a figure stands.
fn claim_of<'r>(reading: &'r Reading, figure: &Quantity) -> Option<(usize, &'r Claim)> {
    let at = reading.quantities.iter().position(|q| q.span == figure.span)?;
    reading.claims.iter().enumerate().find(|(_, c)| c.quantities.contains(&at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(title: &str, text: &str, expect: &[(HeadlineKind, &str)]) {
        let lexicon = Lexicon::builtin();
        let published = "2020-03-14".parse().ok();
        let reading = read(&Input { title, text, published, outlet: None, camp: None }, lexicon);
        let article = Article {
            id: "a",
            title,
            text,
            outlet: None,
            camp: None,
            published,
            inferred: None,
            reading: &reading,
        };
        let found = headline(&article, lexicon);
        let found: Vec<_> = found.iter().map(|h| (h.kind, h.span.of(title))).collect();
        assert_eq!(found, expect, "{title}");
    }

    #[test]
    fn a_headline_is_held_against_its_text() {
        let text = "قُتل 12 مدنيا في قصف على سوق تل النخيل صباح السبت.";
        check("مقتل 12 مدنيا بقصف سوق تل النخيل", text, &[]);
        check("اثنا عشر قتيلا بقصف سوق تل النخيل", text, &[]);
        check("مقتل 20 مدنيا بقصف سوق تل النخيل", text, &[(HeadlineKind::FiguresDiffer, "20 مدنيا")]);
        check("مقتل 9 مدنيين في حوادث متفرقة", "قتل 4 مدنيين في الشمال. وقتل 5 مدنيين في الجنوب.", &[]);
        check("تصحيح أوضاع 363 ألف شخص", "صححت الجوازات أوضاع 363,378 شخصا.", &[]);
        check("السوق يتراجع 0.8%", "تراجع السوق 0.76%.", &[]);
        check("مقتل 12 مدنيا وتدمير 40 منزلا في تل النخيل", text, &[(HeadlineKind::NotInBody, "40 منزلا")]);
    }

    #[test]
    fn what_the_text_has_on_a_source_s_word_is_no_fact() {
        let text = "قال ناشطون إن 12 مدنيا قتلوا في قصف على سوق تل النخيل.";
        check("مقتل 12 مدنيا بقصف سوق تل النخيل", text, &[(HeadlineKind::NoSource, "12 مدنيا")]);
        check("ناشطون: مقتل 12 مدنيا بقصف سوق تل النخيل", text, &[]);
    }
}
