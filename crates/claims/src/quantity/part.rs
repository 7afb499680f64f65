//! Parts: which figures count a part of a greater number, and of which one.
//!
//! A part is told by a pronoun (بينهم ثلاثة, خمسة منهم), by a definite whole (سبعة من الجرحى, بين الشهداء طفلان), by
//! the place in a list of parts or in an aside behind the total (11 مدنياً (5 نساء و3 أطفال)), or by من أصل. Its total is the nearest figure before it that is no part, of the
//! same fate where its noun tells one. Where no total is told it is a part all the same.

use super::{Draft, OF_THEM, Reader, fate, is_civilian};
use crate::reading::{Group, Status};
use riwayat_text::Span;

/// Tokens between بين الشهداء and its number: a verb or an adverb.
const REACH: usize = 3;

/// Marks the parts of a text's figures and their totals.
pub(super) fn mark(reader: &Reader<'_>, sentences: &[Span], drafts: &mut [Draft]) {
    let mut asides: Vec<Option<usize>> = Vec::with_capacity(drafts.len());
    for i in 0..drafts.len() {
        let of_aside = aside(reader, drafts, &asides);
        asides.push(of_aside);
        let whole = whole(reader, sentences, &drafts[i]);
        let of_next = drafts.get(i + 1).is_some_and(|next| is_out_of(reader, &drafts[i], next));
        let continued = i > 0 && drafts[i - 1].quantity.part && drafts[i].part;
        let draft = &drafts[i];
        let part = draft.part
            || of_aside.is_some()
            || draft.pronoun == OF_THEM
            || whole.is_some()
            || of_next
            || continued;
        if !part {
            continue;
        }
        let found = match of_aside {
            _ if of_next => Some(i + 1),
            Some(total) => Some(total),
            None => total(reader, sentences, drafts, i, whole.flatten()),
        };
        let quantity = &mut drafts[i].quantity;
        quantity.part = true;
        quantity.part_of = found;
    }
}

/// The total of people behind which a figure stands in an aside that breaks it down: 11 شخصاً (8 مدنيين و3 عسكريين); between
/// commas or dashes only those that are plainly some of them: 11 مدنياً، خمس نساء وثلاثة أطفال، …. Of more than the total
/// none is made. `asides` has the totals of those before it.
fn aside(reader: &Reader<'_>, drafts: &[Draft], asides: &[Option<usize>]) -> Option<usize> {
    let i = asides.len();
    let (draft, before) = (&drafts[i], drafts[..i].last()?);
    let opener = draft.first.checked_sub(1)?;
    let kind = draft.quantity.group.is_some_and(is_civilian) && draft.own_status.is_none();
    let of = if before.end == opener && !before.quantity.part {
        let opens = match reader.key(opener) {
            "(" => true,
            "،" | "-" | "–" => kind && matches!(before.quantity.group, None | Some(Group::Civilian)),
            _ => false,
        };
        opens.then_some(i - 1)?
    } else {
        // 5 رجال، 6 أطفال و3 نساء: the next of the list.
        let of = asides.last().copied().flatten()?;
        let joined = before.end == draft.first || before.end == opener;
        let comma = before.end == opener && reader.key(opener) == "،";
        let goes_on =
            reader.key(before.end).starts_with('و') || comma && (kind || reader.key(drafts[of].end) == "(");
        (joined && goes_on).then_some(of)?
    };
    let total = &drafts[of];
    let parts = (of + 1..i).filter(|d| asides[*d] == Some(of)).map(|d| &drafts[d]);
    let sum: f64 = parts.chain([draft]).filter_map(|d| d.quantity.min).sum();
    let people = total.person && draft.person && total.quantity.unit == draft.quantity.unit;
    (people && total.quantity.max.is_none_or(|most| sum <= most)).then_some(of)
}

/// The fate of the definite whole that the figure is taken out of; `Some(None)` where it tells none.
fn whole(reader: &Reader<'_>, sentences: &[Span], draft: &Draft) -> Option<Option<Status>> {
    let numbered = draft.first..draft.end;
    let of = numbered.clone().find(|i| reader.key(*i) == "من").and_then(|i| definite(reader, i + 1));
    let of = of.filter(|_| draft.person);
    of.or_else(|| {
        let sentence = super::sentence_of(sentences, draft.quantity.span);
        let start = sentence.filter(|s| s.contains(draft.quantity.span)).map_or(0, Span::start);
        let among = (2..2 + REACH).filter_map(|n| draft.first.checked_sub(n));
        among
            .filter(|at| reader.tokens[*at].span.start() >= start)
            .find(|at| matches!(reader.key(*at), "بين" | "وبين"))
            .and_then(|at| definite(reader, at + 1))
    })
}

/// The fate that a definite noun of people tells.
fn definite(reader: &Reader<'_>, at: usize) -> Option<Option<Status>> {
    let form = reader.noun(at)?;
    (form.definite && form.noun.is_person()).then_some(form.noun.status)
}

/// ثلاثة من أصل عشرة جنود.
fn is_out_of(reader: &Reader<'_>, draft: &Draft, next: &Draft) -> bool {
    let between = draft.end.min(next.first)..next.first;
    let words: Vec<&str> = between.filter(|i| reader.is_word(*i)).map(|i| reader.key(i)).collect();
    matches!(words.as_slice(), [.., "من", "اصل"]) && words.len() <= 3
}

/// The nearest figure before that is no part: of people with the same fate where one is told, of things of one unit; and
/// that is great enough. What is told with one breath (قُتل ثلاثة بينهم خمسة أطفال) is kept although it cannot be: no other
/// figure is meant, and the text does not add up.
fn total(
    reader: &Reader<'_>,
    sentences: &[Span],
    drafts: &[Draft],
    i: usize,
    whole: Option<Status>,
) -> Option<usize> {
    let first = i.saturating_sub(super::MOST_BEFORE);
    let (before, draft) = (&drafts[first..i], &drafts[i]);
    let like = |d: &Draft| !d.quantity.part && d.quantity.unit == draft.quantity.unit;
    let told = whole.or(draft.own_status);
    let same = |d: &Draft| told.is_none() || d.quantity.status == told;
    let fractions = |d: &Draft| !d.quantity.part && d.person && draft.quantity.unit == "percent";
    let nearest = |fits: &dyn Fn(&Draft) -> bool| {
        let found = before.iter().rposition(|d| like(d) && same(d) && fits(d));
        found.or_else(|| before.iter().rposition(|d| whole.is_none() && (like(d) || fractions(d)) && fits(d)))
    };
    let sentence = |d: &Draft| super::sentence_of(sentences, d.quantity.span);
    let great = |d: &Draft| holds(d, draft);
    let beside = |d: &Draft| sentence(d) == sentence(draft) && sentence(d).is_some();
    let at_once = |d: &Draft| draft.part && beside(d) && is_among(reader, d, draft);
    let found = nearest(&|d| great(d) && beside(d)).or_else(|| nearest(&at_once)).or_else(|| nearest(&great));
    found.map(|at| first + at)
}

/// True where nothing but «بينهم» stands between a total and its part.
fn is_among(reader: &Reader<'_>, total: &Draft, part: &Draft) -> bool {
    let between = total.end..part.first.max(total.end);
    let words: Vec<&str> = between.filter(|i| reader.is_word(*i)).map(|i| reader.key(i)).collect();
    matches!(words.as_slice(), [among] | ["من", among] if fate::is_part_word(among))
}

/// True where a figure is great enough to have another as its part.
fn holds(total: &Draft, part: &Draft) -> bool {
    let (total, part) = (&total.quantity, &part.quantity);
    total.unit != part.unit || total.max.zip(part.min).is_none_or(|(most, least)| least <= most)
}

#[cfg(test)]
mod tests {
    use crate::{Input, Lexicon, read};

    /// Checks every figure of a text: its words, whether it is a part, and the words of its total.
    fn check(text: &str, expect: &[(&str, bool, Option<&str>)]) {
        let input = Input { title: "", text, published: None, outlet: None, camp: None };
        let figures = read(&input, Lexicon::builtin()).quantities;
        let said: Vec<_> = figures
            .iter()
            .map(|q| (q.span.of(text), q.part, q.part_of.map(|i| figures[i].span.of(text))))
            .collect();
        assert_eq!(said, expect, "{text}");
    }

    #[test]
    fn a_pronoun_points_to_the_total() {
        check(
            "نقلت السيارات 17 جريحاً إلى المشفى. وحالة خمسة منهم حرجة.",
            &[("17 جريحاً", false, None), ("خمسة منهم", true, Some("17 جريحاً"))],
        );
        check(
            "قُتل 12 مدنياً بينهم 4 أطفال وامرأتان، وأصيب 30 آخرون.",
            &[
                ("12 مدنياً", false, None),
                ("4 أطفال", true, Some("12 مدنياً")),
                ("امرأتان", true, Some("12 مدنياً")),
                ("30 آخرون", false, None),
            ],
        );
        check(
            "وصلت 22 حافلة، ثلاث منها فارغة.",
            &[("22 حافلة", false, None), ("ثلاث منها", true, Some("22 حافلة"))],
        );
    }

    #[test]
    fn a_total_is_as_great_as_its_part() {
        check(
            "أصيب 20 مدنياً وقُتل 3 بينهم 5 أطفال.",
            &[("20 مدنياً", false, None), ("3", false, None), ("5 أطفال", true, Some("20 مدنياً"))],
        );
        check(
            "أصيب ثلاثة آخرون في الحادث. ونزح أهالي الحي، مئات منهم إلى المدينة.",
            &[("ثلاثة آخرون", false, None), ("مئات منهم", true, None)],
        );
        check(
            "قُتل أربعة أشخاص بينهم ستة أطفال.",
            &[("أربعة أشخاص", false, None), ("ستة أطفال", true, Some("أربعة أشخاص"))],
        );
    }

    #[test]
    fn a_definite_whole_makes_a_part_of_its_fate() {
        check(
            "قُتل تسعة مدنيين وأصيب 34 شخصاً. وقالت الطبيبة إن سبعة من الجرحى غادروا المشفى.",
            &[
                ("تسعة مدنيين", false, None),
                ("34 شخصاً", false, None),
                ("سبعة من الجرحى", true, Some("34 شخصاً")),
            ],
        );
        check("وقالت الطبيبة إن بين الشهداء أربعة أطفال.", &[("أربعة أطفال", true, None)]);
    }

    #[test]
    fn an_aside_behind_the_total_breaks_it_down() {
        for (open, close) in [(" (", ")"), ("، ", "،"), (" - ", " -")] {
            let text = format!("قُتل 11 مدنياً{open}5 نساء و3 أطفال{close} وجُرح 27 بقصف على السوق.");
            let whole = Some("11 مدنياً");
            let parts = [("5 نساء", true, whole), ("3 أطفال", true, whole)];
            check(&text, &[&[("11 مدنياً", false, None)][..], &parts, &[("27", false, None)]].concat());
        }
        check(
            "مقتل 11 شخصاً (8 مدنيين و3 عسكريين) بقصف.",
            &[
                ("11 شخصاً", false, None),
                ("8 مدنيين", true, Some("11 شخصاً")),
                ("3 عسكريين", true, Some("11 شخصاً")),
            ],
        );
        let list = [("5 رجال", true, Some("16 شخصاً")), ("6 أطفال", true, Some("16 شخصاً"))];
        check("اعتقال 16 شخصاً (5 رجال، 6 أطفال).", &[&[("16 شخصاً", false, None)][..], &list].concat());
        // What is more than the total is none of it, and what is joined on comes to it.
        check("مقتل 4 مدنيين (5 نساء) بقصف.", &[("4 مدنيين", false, None), ("5 نساء", false, None)]);
        check("مقتل 4 مدنيين، و3 أطفال.", &[("4 مدنيين", false, None), ("3 أطفال", false, None)]);
        check("مقتل 4 مدنيين، 3 جرحى.", &[("4 مدنيين", false, None), ("3 جرحى", false, None)]);
    }

    #[test]
    fn a_total_may_follow() {
        check(
            "عاد ثلاثة جنود من أصل عشرة جنود.",
            &[("ثلاثة جنود", true, Some("عشرة جنود")), ("عشرة جنود", false, None)],
        );
    }
}
