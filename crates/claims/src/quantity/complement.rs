//! Of whom a number is, where it is said before it: سقط من الثوار خمسة شهداء, للنظام ثلاثون قتيلاً, قتلى الجيش بلغوا ستين.

use super::{Draft, Place, Reader, side};
use crate::lexicon::EntityId;
use crate::reading::{Group, Status};

/// Those of whom a number is.
pub(super) struct People {
    /// Whose they are, where that is known.
    pub(super) side: Option<EntityId>,
    pub(super) group: Option<Group>,
}

/// Those named before a number.
pub(super) fn told_before(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<People> {
    let open = draft.own_status.is_some() && draft.own_group.is_none();
    if !draft.person || !(draft.elided || open) || draft.pronoun == super::OF_THEM {
        return None;
    }
    behind_of(reader, draft, place)
        .or_else(|| whoever(reader, draft, place))
        .or_else(|| in_ranks(reader, draft))
        .or_else(|| admitted(reader, draft, place))
        .or_else(|| as_subject(reader, draft).filter(|_| draft.elided))
        .or_else(|| behind_lam(reader, draft).filter(|_| open))
        .or_else(|| behind_the_dead(reader, draft, place).filter(|_| draft.elided))
}

/// لم يُقتل من الثوار سوى ثلاثة, سقط من القوات عشرة; in a list ومن الفصائل سبعة.
fn behind_of(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<People> {
    let of = of_whom(reader, draft.first)?;
    let told = befalls_them(reader, of) || listed(reader, draft.first, place).is_some();
    if told { people(reader, of + 1) } else { None }
}

/// قُتل من: a verb that says what befell stands before the «من».
fn befalls_them(reader: &Reader<'_>, of: usize) -> bool {
    let befell = |verb| {
        let mut readings = riwayat_text::token::readings(reader.key(verb));
        readings.any(|r| reader.lexicon.signals.before(r.rest, Some("من")).is_some())
    };
    reader.key(of) == "من" && of.checked_sub(1).is_some_and(befell)
}

/// The figure before one that goes on with its list (قُتل من المدنيين ثلاثة ومن الفصائل سبعة): what befell both is the same.
pub(super) fn listed<'o>(reader: &Reader<'_>, first: usize, place: &Place<'o>) -> Option<&'o Draft> {
    let told = || {
        let before = place.before.iter().rev().take(LISTED);
        before.take_while(|d| d.person && d.quantity.status.is_some())
    };
    // The list goes back to those whom the verb tells of.
    let head = || told().map_while(|d| of_whom(reader, d.first)).find(|of| reader.key(*of) != "ومن");
    let goes_on = reader.key(of_whom(reader, first)?) == "ومن";
    if goes_on && head().is_some_and(|of| befalls_them(reader, of)) { told().next() } else { None }
}

/// Parts of a list that tell of whom each is, before one: 3 to 12.
const LISTED: usize = 8;

/// The «من» or «ومن» before a figure that tells of whom it is.
fn of_whom(reader: &Reader<'_>, first: usize) -> Option<usize> {
    let back = (1..=TOLD_REACH).filter_map(|n| first.checked_sub(n));
    let mut near = back.take_while(|at| {
        let key = reader.key(*at);
        let quote = crate::lexicon::names::is_quote(&reader.tokens[*at]);
        let and = key.starts_with('و')
            && !matches!(key, "ومن" | "وحدها" | "وحده")
            && reader.mention_at(*at).is_none();
        quote || reader.is_word(*at) && !reader.numbered(*at) && !and
    });
    near.find(|at| matches!(reader.key(*at), "من" | "ومن"))
}

/// بلغ عدد من ارتقوا من مقاتلينا 56 شهيداً, إن من وقعوا في الأسر من قوات النظام 117: whoever it befell, and of whom they were.
fn whoever(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<People> {
    let last = place.before.last().map_or(0, |d| d.end);
    let back = (1..=WHOEVER_REACH).filter_map(|n| draft.first.checked_sub(n));
    let from = back
        .take_while(|at| {
            *at >= last
                && reader.tokens[*at].span.start() >= place.sentence.start()
                && !matches!(reader.key(*at), "." | "؛" | ":" | "؟")
        })
        .find(|at| {
            let verb = reader.key(at + 1);
            reader.key(*at) == "من"
                && verb.ends_with("وا")
                && reader.lexicon.signals.after(&[verb, reader.key(at + 2), reader.key(at + 3)]).is_some()
        })?;
    let of = (from + 2..(from + 2 + TOLD_REACH).min(draft.first)).find(|at| reader.key(*at) == "من")?;
    people(reader, of + 1).filter(|p| p.group.is_some())
}

/// Tokens from whoever it befell to their number: 6 to 16.
const WHOEVER_REACH: usize = 16;

/// قُتل من قوات النظام 27 عنصراً, استشهد في صفوف المجلس 203 مقاتلين: whose the fighters are, told before their number.
pub(super) fn side_before(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer));
    if !draft.person || draft.elided || !fights {
        return None;
    }
    let people = behind_of(reader, draft, place).or_else(|| in_ranks(reader, draft))?;
    people.side
}

/// للنظام 30 قتيلاً وللثوار سبعة شهداء: whose the dead of a list are.
fn behind_lam(reader: &Reader<'_>, draft: &Draft) -> Option<People> {
    let hurt = matches!(draft.own_status, Some(Status::Killed | Status::Wounded | Status::Missing));
    let last = draft.first.checked_sub(1).filter(|_| hurt)?;
    let mention = reader.mention_at(last).filter(|m| side::is_party(m));
    let first = match mention {
        Some(mention) => reader.tokens.partition_point(|t| t.span.end() <= mention.span.start()),
        None => last,
    };
    let lam = mention.map_or_else(
        || reader.noun(last).is_some_and(|f| f.proclitics.ends_with('ل') && f.definite),
        |mention| side::has_lam(reader, mention),
    );
    let opener = first.checked_sub(1).map_or("", |b| reader.key(b));
    let fell = matches!(opener.trim_start_matches('و'), "سقط" | "سقطت" | "ارتقي" | "قضي" | "كان");
    let listed = matches!(opener, "" | ":" | "،" | "," | "؛" | "و" | "." | "مقابل")
        || reader.key(first).starts_with('و')
        || fell;
    people(reader, first).filter(|p| lam && listed && p.group == Some(Group::Fighter))
}

/// قتلى النظام بلغوا 30, جرحى الجيش تجاوز عددهم الخمسين.
fn behind_the_dead(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<People> {
    let start = place.sentence.start();
    let counts = |at: usize| {
        let key = reader.key(at).trim_start_matches('ي');
        ["بلغ", "تجاوز", "وصل", "فاق", "ناهز", "قارب", "زاد", "ارتفع"].iter().any(|v| key.starts_with(v))
    };
    let verb = (1..=COUNTS_REACH).filter_map(|n| draft.first.checked_sub(n)).find(|at| counts(*at))?;
    let dead = (2..=DEAD_REACH).filter_map(|n| verb.checked_sub(n)).find(|at| {
        reader.tokens[*at].span.start() >= start
            && reader.noun(*at).is_some_and(|f| {
                let fate = matches!(f.noun.status, Some(Status::Killed | Status::Wounded));
                fate && f.noun.group.is_none() && f.pronoun.is_empty() && !f.definite
            })
    })?;
    let whole = (dead + 1..verb).all(|at| !matches!(reader.key(at), "." | "؛" | ":") && !reader.numbered(at));
    people(reader, dead + 1).filter(|_| whole)
}

/// سقط في صفوف قوات النظام سبعة قتلى: in whose ranks.
fn in_ranks(reader: &Reader<'_>, draft: &Draft) -> Option<People> {
    let back = (1..=TOLD_REACH).filter_map(|n| draft.first.checked_sub(n));
    let ranks = back
        .take_while(|at| !matches!(reader.key(*at), "." | "؛" | "،" | ":") && !reader.numbered(*at))
        .find(|at| reader.key(*at) == "صفوف")?;
    people(reader, ranks + 1)
}

/// لم تعترف الجبهة إلا بسقوط 40: what a side admits are its own.
fn admitted(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<People> {
    const LOSSES: [&str; 7] = ["بسقوط", "بمقتل", "بخساره", "بفقدان", "بجرح", "باصابه", "باسر"];
    // أقرّ إعلام النظام بتسعة قتلى
    let with = reader.key(draft.first).starts_with('ب') || apart(reader, draft.first) == Some("ب");
    let own = (draft.own_status.is_some() && with).then_some(draft.first);
    let near =
        || (1..=2).filter_map(|n| draft.first.checked_sub(n)).find(|at| LOSSES.contains(&reader.key(*at)));
    let loss = own.or_else(near)?;
    let start = place.sentence.start();
    let verb = (1..=ADMIT_REACH).filter_map(|n| loss.checked_sub(n)).take_while(|at| {
        reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛" | ":")
    });
    let admits = |key: &str| {
        let key = key.trim_start_matches('و');
        ["اعترف", "يعترف", "تعترف", "اقر", "يقر", "تقر"]
            .iter()
            .any(|v| matches!(key.strip_prefix(v), Some("" | "ت" | "وا")))
    };
    let verb = verb.into_iter().find(|at| admits(reader.key(*at)))?;
    let party = |at: usize| {
        let named = reader.mention_at(at).filter(|m| side::is_party(m)).map(|m| m.entity.clone());
        named.or_else(|| side::by_head(reader, at))
    };
    let owner = (verb + 1..loss).find_map(party).or_else(|| {
        let before = verb.checked_sub(if super::toll::is_negator(reader.key(verb - 1)) { 2 } else { 1 })?;
        party(before)
    })?;
    Some(People { side: Some(owner), group: Some(Group::Fighter) })
}

/// The proclitic that is written apart from its digits (بـ47).
fn apart<'r>(reader: &Reader<'r>, first: usize) -> Option<&'r str> {
    let before = first.checked_sub(1)?;
    let before = if reader.key(before) == "ـ" { before.checked_sub(1)? } else { before };
    Some(reader.key(before))
}

/// المدنيون 44 – الفصائل 23 – قوات الأسد 61: whom an entry of a tally counts.
fn as_subject(reader: &Reader<'_>, draft: &Draft) -> Option<People> {
    let last = draft.first.checked_sub(1).filter(|_| draft.own_group.is_none())?;
    let mention = reader.mention_at(last).filter(|m| side::is_party(m));
    let first = match mention {
        Some(mention) => reader.tokens.partition_point(|t| t.span.end() <= mention.span.start()),
        None => last,
    };
    let definite = mention.is_some()
        || reader.noun(last).is_some_and(|f| {
            f.definite && f.noun.is_person() && f.proclitics.trim_start_matches('و').is_empty()
        })
        || super::group::is_force(reader, last);
    // قتلى داعش 28
    let dead = |at: usize| {
        reader.noun(at).is_some_and(|f| {
            f.noun.is_person() && f.noun.status.is_some() && f.pronoun.is_empty() && !f.definite
        })
    };
    let of_the_dead = first.checked_sub(1).is_some_and(dead);
    let opens = first == 0
        || matches!(reader.key(first - 1), ":" | "،" | "," | "؛" | "-" | "–" | "—" | "(" | "." | "و");
    people(reader, first).filter(|p| definite && p.group.is_some() && (opens || of_the_dead))
}

/// وأُعدم منهم حتى ظهر اليوم 28: what befell those a pronoun points to, by the verb it stands with.
pub(super) fn verb_of_them(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Status> {
    let last = place.before.last().map_or(0, |d| d.end);
    let back = (1..=TOLD_REACH)
        .filter_map(|n| draft.first.checked_sub(n))
        .take_while(|at| *at >= last && reader.is_word(*at));
    let them = back.into_iter().find(|at| matches!(reader.key(*at), "منهم" | "منهن"))?;
    let verb = them.checked_sub(1).filter(|v| *v >= last)?;
    riwayat_text::token::readings(reader.key(verb))
        .filter(|r| matches!(r.proclitics, "" | "و" | "ف"))
        .find_map(|r| reader.lexicon.signals.before(r.rest, None))
}

/// نزح في جنوب البلاد، بحسب مكتب الإغاثة، خمسون ألفاً: the verb that opens the sentence, its subject behind where, when and who says.
pub(super) fn opening_verb(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<Status> {
    const VERBS: [&str; 22] = [
        "قتل",
        "قتلت",
        "استشهد",
        "استشهدت",
        "ارتقي",
        "قضي",
        "قضت",
        "توفي",
        "توفيت",
        "اصيب",
        "اصيبت",
        "جرح",
        "جرحت",
        "نزح",
        "نزحت",
        "اغتيل",
        "اعدم",
        "خطف",
        "اختطف",
        "اعتقل",
        "لجا",
        "فقد",
    ];
    let start = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let back = (start..draft.first).rev().take(OPENING_REACH);
    let start = back.into_iter().find(|at| reader.key(*at) == "؛").map_or(start, |at| at + 1);
    let apart = draft.first.checked_sub(1).is_some_and(|b| matches!(reader.key(b), "،" | ","));
    let near = draft.person
        && apart
        && place.before.iter().all(|d| !d.person)
        && draft.first - start <= OPENING_REACH;
    let verb = (start..draft.first).find(|at| reader.is_word(*at)).filter(|_| near)?;
    let verb = verb + usize::from(matches!(reader.key(verb), "وقد" | "قد" | "كما" | "فيما" | "بينما"));
    let word = reader.key(verb);
    let known = VERBS.contains(&word) || word.strip_prefix('و').is_some_and(|rest| VERBS.contains(&rest));
    // Its subject does not stand behind it at once.
    let adjunct = ADJUNCTS.contains(&reader.key(verb + 1));
    // وأصيب في الهجوم، الذي تبادل الطرفان المسؤولية عنه، اثنان: what an aside tells is of something else.
    let comma = |at: &usize| matches!(reader.key(*at), "،" | ",");
    let close = draft.first.saturating_sub(1);
    let open = (verb + 1..close).rev().find(comma).unwrap_or(close);
    let other = (verb + 1..draft.first).filter(|at| !(open..=close).contains(at)).any(|at| {
        matches!(reader.key(at), "." | "؛" | ":" | "الذي" | "التي" | "الذين" | "ان")
            || reader.lexicon.signals.before(reader.key(at).trim_start_matches('و'), None).is_some()
            || reader.noun(at).is_some_and(|f| f.noun.is_person() && !f.definite)
    });
    if !known || !adjunct || other {
        return None;
    }
    let signals = &reader.lexicon.signals;
    signals.before(word, None).or_else(|| signals.before(word.strip_prefix('و')?, None))
}

/// Where and when: what may stand right behind a verb whose subject is still to come.
const ADJUNCTS: [&str; 29] = [
    "في",
    "فيه",
    "فيها",
    "حتي",
    "عند",
    "علي",
    "قرب",
    "بين",
    "خلال",
    "منذ",
    "مساء",
    "صباح",
    "فجر",
    "ليل",
    "ليله",
    "ظهر",
    "عصر",
    "امس",
    "اليوم",
    "يوم",
    "الليله",
    "جراء",
    "اثر",
    "داخل",
    "شمال",
    "جنوب",
    "شرق",
    "غرب",
    "،",
];

/// Tokens from the verb that opens a sentence to its subject behind an aside: 15 to 40.
const OPENING_REACH: usize = 28;

/// فضلاً عن ستة عشر من الجنود, ناهيك عن ثلاثة: more of what befell those before.
pub(super) fn is_besides(reader: &Reader<'_>, draft: &Draft) -> bool {
    let word = |n: usize| draft.first.checked_sub(n).map_or("", |at| reader.key(at));
    match word(1) {
        "عن" => matches!(word(2), "فضلا" | "ناهيك"),
        "الي" => matches!(word(2), "اضافه" | "بالاضافه"),
        "جانب" => word(2) == "الي",
        "علي" => word(2) == "علاوه",
        _ => false,
    }
}

/// The party, or the people of a kind, at this word.
fn people(reader: &Reader<'_>, at: usize) -> Option<People> {
    let next = reader.skip_quotes(at);
    // ومن عناصر الدفاع المدني اثنان
    if super::group::are_rescuers(reader, next) {
        return Some(People { side: None, group: Some(Group::Civilian) });
    }
    if let Some(party) = reader.mention_at(next).filter(|m| side::is_party(m)) {
        return Some(People { side: Some(party.entity.clone()), group: Some(Group::Fighter) });
    }
    // في صفوف المجلس: named in full before.
    if let Some(party) = side::by_head(reader, next).filter(|_| reader.noun(next).is_none()) {
        return Some(People { side: Some(party), group: Some(Group::Fighter) });
    }
    if super::elided::own_force(reader.key(next)).is_some() || super::group::is_force(reader, next) {
        return Some(People { side: None, group: Some(Group::Fighter) });
    }
    let form = reader.noun(next).filter(|f| f.noun.is_person())?;
    Some(People { side: form.noun.side.clone(), group: form.noun.group })
}

/// Words from من and those of whom the number is to the number: 3 to 8.
const TOLD_REACH: usize = 6;

/// Words between a verb of admitting and the loss: 4 to 10.
const ADMIT_REACH: usize = 6;

/// Words between the verb of a number and it: 1 to 4.
const COUNTS_REACH: usize = 3;

/// Words of a name between the dead and that verb: 3 to 8.
const DEAD_REACH: usize = 6;

#[cfg(test)]
mod tests {
    use crate::marked::sample::people;

    /// The groups and sides of a text's figures of people.
    fn told(text: &str) -> Vec<String> {
        people(text)
            .iter()
            .map(|q| format!("{:?} {}", q.group, q.side.as_ref().map_or("-", |s| s.as_str())))
            .collect()
    }

    #[test]
    fn those_named_before_a_number_are_those_counted() {
        let fighters = "Some(Fighter) syrian-government-forces".to_owned();
        assert_eq!(told("سقط من قوات النظام 20 قتيلاً في الكمين."), ["Some(Fighter) syrian-government-forces"]);
        assert_eq!(
            told("حصيلة المعركة: للنظام 30 قتيلاً، وللثوار سبعة شهداء."),
            [fighters.clone(), "Some(Fighter) -".to_owned()]
        );
        assert_eq!(told("قتلى النظام بلغوا 30."), [fighters]);
    }

    #[test]
    fn a_list_by_of_goes_on() {
        // A list of three once asked itself for ever.
        assert_eq!(
            told("قُتل من المدنيين ثلاثة ومن الفصائل سبعة ومن الجيش خمسة."),
            ["Some(Civilian) -", "Some(Fighter) -", "Some(Fighter) syrian-government-forces"]
        );
        assert_eq!(
            told("لم يُقتل من الثوار سوى ثلاثة، ومن الفصائل سبعة، ومن المدنيين خمسة."),
            ["Some(Fighter) -", "Some(Fighter) -", "Some(Civilian) -"]
        );
        assert_eq!(told("قُتل من المدنيين ثلاثة ومن الفصائل سبعة."), ["Some(Civilian) -", "Some(Fighter) -"]);
    }

    #[test]
    fn whoever_is_given_the_dead_is_not_their_side() {
        assert_eq!(told("سلّم الهلال للنظام 20 قتيلاً كانوا في المشفى."), ["None -"]);
    }

    #[test]
    fn more_of_those_a_pronoun_pointed_to() {
        assert_eq!(
            told("كمن المقاتلون لدورية فقتلوا منهم عشرة وأسروا أربعة."),
            ["Some(Fighter) -", "Some(Fighter) -"]
        );
    }

    #[test]
    fn the_dead_under_a_pronoun_are_of_whom_it_points_to() {
        let mine = told("قال المكتب الإعلامي لقسد: خسائر التنظيم 30 قتيلاً، شهداؤنا ثلاثة.");
        assert_eq!(mine, ["Some(Fighter) islamic-state", "Some(Fighter) sdf"]);
        let hers = told("قالت قسد إن قتلى داعش 28، وشهداؤها خمسة.");
        assert_eq!(hers, ["Some(Fighter) islamic-state", "Some(Fighter) sdf"]);
    }

    #[test]
    fn what_a_side_admits_is_its_own() {
        assert_eq!(told("لم تعترف الجبهة الشامية إلا بسقوط 40."), ["Some(Fighter) jabha-shamiya"]);
    }

    #[test]
    fn a_number_of_two_kinds_is_of_neither() {
        assert_eq!(told("عدد الجرحى من المدنيين والعسكريين تجاوز 940."), ["None -"]);
    }

    #[test]
    fn a_part_of_people_whose_number_is_not_said() {
        assert_eq!(told("أسر الجيش عدداً من المقاتلين بينهم أربعة أجانب."), ["Some(Fighter) -"]);
    }
}
