//! Whose the people or things counted are: the name in the counted phrase (مسلحي «قسد»), behind من or ل (جندياً من قوات
//! X), a nation beside it (جنود أتراك), the one a pronoun points to (مقاتليها), or that of the total.

use super::complement::People;
use super::{Draft, Place, Reader};
use crate::basis::Basis;
use crate::lexicon::nouns::Count;
use crate::lexicon::signals::{Beside, Signals};
use crate::lexicon::{EntityId, Lexicon};
use crate::reading::{Group, Mention, MentionKind, Quantity, Status};
use riwayat_text::{Span, Token};

/// Whose; none where it is not said.
pub(super) fn side(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place<'_>,
    total: Option<&Draft>,
    told: Option<&People>,
) -> Option<(EntityId, Basis)> {
    let named = |side| (side, Basis::SideNamed);
    let inferred = |side| (side, Basis::SideInferred);
    // شهداؤنا اثنان: whoever speaks, settled when that is known; قتلاها 20: of the party that the pronoun points to.
    if let Some(at) = draft.first.checked_sub(1)
        && super::toll::own_dead(reader.key(at)).is_some()
    {
        if reader.key(at).ends_with("هم") {
            let last = place.before.last().filter(|d| d.person)?;
            return last.quantity.side.clone().map(inferred);
        }
        let pronoun = ["ها", "ه"].into_iter().find(|p| reader.key(at).ends_with(p))?;
        return owner_before(reader, at, pronoun, place).map(inferred);
    }
    if let Some(people) = told {
        return people.side.clone().map(inferred);
    }
    if let Some(lost) = lost_next(reader, draft, place) {
        let owner = reader.mention_at(reader.skip_quotes(lost + 1)).filter(|m| is_party(m));
        return owner.map(|m| m.entity.clone()).or_else(|| by_head(reader, lost + 1)).map(inferred);
    }
    if let Some(side) = &draft.own_side {
        return Some(if draft.elided { inferred(side.clone()) } else { named(side.clone()) });
    }
    in_phrase(reader, draft)
        .or_else(|| behind(reader, draft))
        .or_else(|| nation_beside(reader, draft).filter(|_| draft.pronoun != super::OF_THEM))
        .or_else(|| in_ranks(reader, draft))
        .map(named)
        .or_else(|| super::complement::side_before(reader, draft, place).map(inferred))
        .or_else(|| in_their_ranks(reader, draft, place).map(inferred))
        .or_else(|| losses(reader, draft, place).map(inferred))
        .or_else(|| super::loss::bearer(reader, draft, place).and_then(|b| b.side).map(inferred))
        .or_else(|| of_counted(reader, draft, place).map(inferred))
        .or_else(|| called_so(reader, draft).map(inferred))
        .or_else(|| by_pronoun(reader, draft, place).map(inferred))
        .or_else(|| of_it(reader, draft, place).map(inferred))
        .or_else(|| total.filter(|_| shares_side(draft)).and_then(|d| d.quantity.side.clone()).map(inferred))
        .or_else(|| others(reader, draft, place).map(inferred))
        .or_else(|| super::toll::restated(reader, draft, place).flatten().map(inferred))
        .or_else(|| super::group::of_target(reader, draft, place).and_then(|found| found.1).map(inferred))
        .or_else(|| attacked(reader, draft, place).map(inferred))
}

/// داعش هاجم قسد فأسر خمسة, هاجم التنظيم قوات النظام فقتل عشرة: of those attacked, where two parties are named and no more.
fn attacked(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    const ATTACKS: [&str; 6] = ["هاجم", "هاجمت", "باغت", "باغتت", "داهم", "داهمت"];
    let hurt = matches!(draft.quantity.status, Some(Status::Killed | Status::Wounded | Status::Captured));
    let verb = draft.first.checked_sub(1).filter(|_| hurt && draft.elided && draft.person)?;
    let did = reader.key(verb).strip_prefix('ف')?;
    reader.lexicon.signals.before(did, None)?;
    let start = place.sentence.start();
    let back = (1..=ATTACK_REACH).filter_map(|n| verb.checked_sub(n));
    let mut clause = back.take_while(|at| {
        reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛" | ":")
    });
    let attack = clause.find(|at| ATTACKS.contains(&reader.key(*at).trim_start_matches('و')))?;
    let party = |at: usize| reader.mention_at(at).filter(|m| is_party(m));
    let subject = attack.checked_sub(1).and_then(party);
    let mut parties: Vec<&Mention> =
        subject.into_iter().chain((attack + 1..verb).filter_map(party)).collect();
    parties.dedup_by_key(|m| m.span);
    if let [_, object] = parties.as_slice() { Some(object.entity.clone()) } else { None }
}

/// Tokens from a verb of attacking to what came of it: 8 to 24.
const ATTACK_REACH: usize = 20;

/// انسحبت قوات النظام وقُتل 70 عنصراً منها: of the force that the pronoun points to.
fn of_it(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer)) && draft.person;
    let pronoun = match reader.key(draft.end) {
        "منها" => "ها",
        "منه" => "ه",
        _ => return None,
    };
    let whole = fights && !draft.elided && !reader.numbered(draft.end + 1);
    whole.then(|| owner_before(reader, draft.first, pronoun, place)).flatten()
}

/// Parts and bare numbers share the side of their total where they may be fighters; a list of another noun does not.
fn shares_side(draft: &Draft) -> bool {
    // 78 قتيلاً في صفوف X وتسعون جريحاً: the wounded of one list are of the same side as its dead.
    let hurt =
        matches!(draft.own_status, Some(Status::Killed | Status::Wounded)) && draft.own_group.is_none();
    // 12 قتيلاً وثلاثة أسرى: beside the dead of a side, its prisoners.
    let hurt = hurt || draft.own_status == Some(Status::Captured) && draft.own_group == Some(Group::Prisoner);
    draft.part || draft.elided || hurt
}

/// خسر الجيش 12 جندياً بينما فقدت الفصائل أكثر من أربعين: the word of loss behind the last figure, where whoever loses is named.
fn lost_next(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<usize> {
    let last = place.before.last().filter(|d| d.person && draft.elided)?;
    (last.end..draft.first).rev().find(|at| {
        is_loss(&reader.lexicon.signals, reader.key(*at))
            && (reader.key(at + 1).starts_with("ال") || reader.mention_at(at + 1).is_some())
    })
}

/// ضابطين آخرين: others of those before.
fn others(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let more = draft.person && matches!(reader.key(draft.end), "اخرين" | "اخرون" | "اخران");
    let last = place.total().or(place.earlier).filter(|_| more)?;
    last.quantity.side.clone()
}

/// A name inside the counted phrase.
fn in_phrase(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    let counted = draft.quantity.counted?;
    let from = reader.mentions.partition_point(|m| m.span.end() <= counted.start());
    let mut inside = reader.mentions[from..].iter().take_while(|m| m.span.start() < counted.end());
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer));
    let leads = |m: &Mention| if fights { reader.lexicon.led_by(&m.entity) } else { None };
    let of = |m: &Mention| if is_party(m) { Some(m.entity.clone()) } else { leads(m) };
    if draft.elided { None } else { inside.find_map(of) }
}

/// A name behind the counted phrase: at once, or behind من, ل, من عناصر, من جنود, an adjective between them allowed.
fn behind(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    // 14 قتيلاً على الأقل من قوات النظام
    let mut at = super::group::past_bound(reader, draft.end);
    // ضابط واحد برتبة مقدم من قوات النظام
    if reader.key(at) == "برتبه" && reader.key(at + 2) == "من" {
        at += 2;
    }
    for _ in 0..MOST_ADJECTIVES {
        let key = reader.key(at);
        // مقتل خمسة بقصف لقوات X: whose the means were, not the dead. (بارزين, بريطانيين are adjectives.)
        let means = key.starts_with('ب') && !(key.ends_with("ين") || key.ends_with("ون"));
        if !reader.is_word(at)
            || means
            || key.ends_with("انفسهم")
            || reader.mention_at(at).is_some()
            || matches!(key, "من" | "ل" | "في")
            || key.starts_with('و')
        {
            break;
        }
        if matches!(reader.key(at + 1), "من" | "ل")
            || reader.mention_at(at + 1).is_some_and(|m| has_lam(reader, m))
        {
            at += 1;
        } else {
            break;
        }
    }
    if let Some(mention) = reader.mention_at(reader.skip_quotes(at)).filter(|m| is_party(m)) {
        return has_lam(reader, mention).then(|| mention.entity.clone());
    }
    // 8 جثث لعناصر "قسد"
    if draft.own_status.is_some()
        && reader.noun(at).is_some_and(|f| f.proclitics == "ل" && f.noun.is_person())
    {
        let next = reader.skip_quotes(at + 1);
        return reader.mention_at(next).filter(|m| is_party(m)).map(|m| m.entity.clone());
    }
    // قياديّان في حزب الله
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer));
    let within = fights && reader.key(at) == "في" && reader.mention_at(reader.skip_quotes(at + 1)).is_some();
    if !matches!(reader.key(at), "من" | "ل") && !within {
        return None;
    }
    let first = reader.skip_quotes(at + 1);
    let mut next = first;
    if reader.mention_at(next).is_none()
        && let Some(form) = reader.noun(next)
    {
        // 124 شهيداً من الثوار: the word itself tells whose they are.
        if form.noun.side.is_some() {
            return form.noun.side.clone();
        }
        next = reader.skip_quotes(next + 1);
    }
    let member = usize::from(super::group::is_member_noun(reader.key(next)));
    let next = reader.skip_quotes(next + member);
    // ثلاثة وعشرين من اللواء
    let named = reader.mention_at(next).filter(|m| is_party(m)).map(|m| m.entity.clone());
    // 13 عنصراً من الكتائب المقاتلة: the rebels'.
    let generic = || super::elided::generic_side(reader.key(first)).filter(|_| fights);
    named.or_else(|| by_head(reader, next)).or_else(generic)
}

/// مقاتلي الجبهة: the nearest party before whose name has that head (جبهة النصرة).
fn called_so(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    let counted = draft.quantity.counted.filter(|_| draft.person && !draft.elided)?;
    let last = reader.tokens.partition_point(|t| t.span.start() < counted.end()).checked_sub(1)?;
    let behind = last + 1 + usize::from(reader.key(last + 1) == "من") * 2;
    [last, behind].into_iter().find_map(|at| by_head(reader, at))
}

/// The nearest party before whose name begins with this definite word, or bears it as its label (ميليشيا X).
pub(super) fn by_head(reader: &Reader<'_>, at: usize) -> Option<EntityId> {
    let head = reader.key(at).strip_prefix("ال").filter(|_| reader.mention_at(at).is_none())?;
    reader.party_before(head, reader.tokens[at].span.start()).map(|m| m.entity.clone())
}

/// 12 قتيلاً في صفوف قسد, بصفوفها excepted: the ranks in which they fell.
fn in_ranks(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    let ranks = (draft.end..draft.end + RANKS_REACH).find(|at| {
        // عشرات القتلى لدى ميليشيا X; captives are "with" those who hold them.
        let with =
            reader.key(*at) == "لدي" && matches!(draft.own_status, Some(Status::Killed | Status::Wounded));
        with || matches!(reader.key(*at), "صفوف" | "بصفوف" | "جانب" | "طرف")
    })?;
    let clear = (draft.end..ranks).all(|at| reader.is_word(at) && !reader.numbered(at));
    let next = reader.skip_quotes(ranks + 1);
    let mention = reader.mention_at(next).filter(|m| is_party(m)).map(|m| m.entity.clone());
    mention.or_else(|| by_head(reader, next)).filter(|_| clear && draft.person)
}

/// 67 شهيداً في صفوفها: of the party that the pronoun points to.
fn in_their_ranks(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let at = super::group::past_bound(reader, draft.end);
    let pronoun = match reader.key(at + 1) {
        "صفوفها" => "ها",
        "صفوفه" => "ه",
        _ => return None,
    };
    let told = draft.person && reader.key(at) == "في";
    told.then(|| owner_before(reader, draft.first, pronoun, place)).flatten()
}

/// Tokens between a counted phrase and في صفوف.
const RANKS_REACH: usize = 4;

/// خسائر الفصائل بلغت 29 قتيلاً, كبّدت قوات النظام خسائر بلغت 29 قتيلاً: whose losses the dead and wounded are.
fn losses(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let signals = &reader.lexicon.signals;
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer | Group::Prisoner));
    let hurt =
        matches!(draft.own_status, Some(Status::Killed | Status::Wounded | Status::Captured)) || fights;
    let start = place.sentence.start();
    let back = (1..=LOSSES_REACH).filter_map(|n| draft.first.checked_sub(n));
    let word = back
        .take_while(|at| reader.tokens[*at].span.start() >= start && !matches!(reader.key(*at), "." | "؛"))
        .find(|at| {
            let key = reader.key(*at);
            is_loss(signals, key) || inflicts(signals, key) || own_loss(signals, key)
        })?;
    if !hurt || !draft.person {
        return None;
    }
    if inflicts(signals, reader.key(word)) {
        // كبّد الثوارُ قواتِ النظام 20 قتيلاً: the last one named before the number.
        let last = (word + 1..draft.first).rev().find_map(|at| reader.mention_at(at).filter(|m| is_party(m)));
        let object = last.map(|m| m.entity.clone()).or_else(|| by_head(reader, draft.first.checked_sub(1)?));
        if object.is_some() || !is_loss(signals, reader.key(word)) {
            return object;
        }
        // الجيش تكبّد، جراء الهجمات، 37 قتيلاً: the same letters say that they bore them.
        let aside = reader.key(word + 1) == "،";
        let bearer = word.checked_sub(1).and_then(|b| reader.mention_at(b)).filter(|m| is_party(m) && aside);
        return bearer.map(|m| m.entity.clone());
    }
    if own_loss(signals, reader.key(word)) {
        let pronoun = if reader.key(word).ends_with("ها") { "ها" } else { "ه" };
        return owner_before(reader, word, pronoun, place);
    }
    let after = reader.mention_at(reader.skip_quotes(word + 1)).filter(|m| is_party(m));
    let before = word.checked_sub(1).and_then(|b| reader.mention_at(b)).filter(|m| is_party(m));
    after.or(before).map(|m| m.entity.clone())
}

/// كبّدت التنظيمات أربعين قتيلاً: the losses of those who fight.
pub(super) fn is_inflicted(reader: &Reader<'_>, draft: &Draft) -> bool {
    let near = draft.first.saturating_sub(INFLICTED)..draft.first;
    let borne = |i: usize| {
        reader.key(i + 1) == "،" && i.checked_sub(1).and_then(|b| reader.mention_at(b)).is_some_and(is_party)
    };
    let losses = |i: usize| {
        is_loss(&reader.lexicon.signals, reader.key(i)) && (reader.key(i + 1).starts_with("ال") || borne(i))
    };
    let lost = (draft.first.saturating_sub(LOSSES_REACH)..draft.first)
        .rev()
        .take_while(|i| !matches!(reader.key(*i), "." | "؛"))
        .any(losses);
    draft.own_status.is_some() && lost
        || draft.own_status.is_some()
            && near
                .rev()
                .take_while(|i| reader.is_word(*i) || crate::lexicon::names::is_quote(&reader.tokens[*i]))
                .any(|i| inflicts(&reader.lexicon.signals, reader.key(i)))
}

/// Words between كبّد and its figure, the one who bears the losses and where it was included: 6 to 14.
const INFLICTED: usize = 10;

/// كبّدت: the one who bears the losses is the object.
pub(super) fn inflicts(signals: &Signals, key: &str) -> bool {
    signals.says(key.trim_start_matches(['و', 'ف']), Beside::Inflicting)
}

/// خسائر, خسر, فقد.
pub(super) fn is_loss(signals: &Signals, key: &str) -> bool {
    signals.says(key.trim_start_matches(['ب', 'و', 'ل']), Beside::Losing)
}

/// خسائره, قتلاها, صفوفه: losses with the pronoun of those who bear them.
pub(super) fn own_loss(signals: &Signals, key: &str) -> bool {
    let word = key.trim_start_matches(['ب', 'و', 'ل']);
    ["ه", "ها", "هم"]
        .iter()
        .filter_map(|pronoun| word.strip_suffix(pronoun))
        .any(|loss| signals.says(loss, Beside::OwnLoss))
}

/// عدد شهداء الجيش … 18 شهيداً: whose the noun is whose number it is.
fn of_counted(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let head = super::tally::counted_head(reader, draft, place)?;
    let mention = reader.mention_at(reader.skip_quotes(head + 1)).filter(|m| is_party(m))?;
    Some(mention.entity.clone())
}

/// Tokens back to the word of loss: 8 to 20.
const LOSSES_REACH: usize = 14;

/// Adjectives between a counted noun and من.
const MOST_ADJECTIVES: usize = 2;

/// True where ل is written on the name or stands before it: جنود للنظام.
pub(super) fn has_lam(reader: &Reader<'_>, mention: &Mention) -> bool {
    let before = reader.text[..mention.span.start()].chars().next_back();
    before == Some('ل')
}

pub(super) fn is_party(mention: &Mention) -> bool {
    mention.kind == MentionKind::Actor
}

/// جنود أتراك, سبعة ضباط روس: fighters of a nation are of its forces.
fn nation_beside(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer));
    let thing =
        !draft.person && matches!(draft.quantity.unit.as_str(), "vehicle" | "tank" | "aircraft" | "drone");
    // ضابطا روسيا واحدا: the adjective stands inside.
    let inside = (draft.first + 1..draft.end)
        .find(|at| reader.noun(*at).is_some_and(|f| f.noun.forces.is_some() && f.proclitics.is_empty()));
    let word = reader.key(inside.unwrap_or(draft.end));
    let form = reader.lexicon.nouns.read(word).filter(|f| f.proclitics.is_empty());
    let of_things = || reader.lexicon.nouns.read(word.strip_suffix('ه')?).filter(|f| f.proclitics.is_empty());
    let form = if thing { of_things() } else { form };
    // 43 مسلحاً حوثياً: of those whom their name tells.
    let sided = || {
        let next = reader.noun(draft.end).filter(|f| fights && f.noun.is_person());
        next.filter(|f| f.proclitics.is_empty() && !f.definite).and_then(|f| f.noun.side.clone())
    };
    form.filter(|_| fights || thing).and_then(|f| f.noun.forces.clone()).or_else(sided)
}

/// مقاتليها, عناصره: of an actor before.
fn by_pronoun(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    let pronoun = match draft.pronoun {
        "" if reader.key(draft.end) == "من" => reader
            .lexicon
            .nouns
            .read(reader.key(draft.end + 1))
            .map(|f| f.pronoun)
            .or_else(|| super::elided::own_force(reader.key(draft.end + 1)))
            .unwrap_or(""),
        pronoun => pronoun,
    };
    if pronoun.is_empty() || !draft.person || matches!(pronoun, "منهم" | "نا" | "هم") {
        return None;
    }
    // قتل "قائداً" واثنين من مرافقيه: whoever is guarded is a man, told of before.
    let guards = |at: usize| ["مرافقي", "حراس", "رفاق"].iter().any(|stem| reader.key(at).starts_with(stem));
    if (draft.first..draft.end + 2).any(guards)
        && let Some(commander) = commander_before(reader, draft, place)
    {
        // قائد جيش X … وخمسة من مرافقيه
        let next = reader.skip_quotes(commander + 1);
        return reader.mention_at(next).filter(|m| is_party(m)).map(|m| m.entity.clone());
    }
    owner_before(reader, draft.first, pronoun, place)
}

/// A man of rank before.
fn commander_before(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<usize> {
    let back = (1..=PERSON_REACH).filter_map(|n| draft.first.checked_sub(n));
    let mut words = back.take_while(|at| reader.tokens[*at].span.start() >= place.sentence.start());
    words.find(|at| {
        let form = reader.noun(*at).filter(|f| f.noun.is_person() && f.count == Count::One);
        form.is_some_and(|f| matches!(f.noun.group, Some(Group::Fighter | Group::Officer)))
    })
}

/// Words from a man of rank to those who guard him: 2 to 8.
const PERSON_REACH: usize = 7;

/// The party that a pronoun points to: the nearest of its clause that agrees with it, or the one the sentence begins with,
/// who speaks or acts (قالت القوات إن داعش هاجم القرية، فيما استشهد ثلاثة من مقاتليها). None where that leaves a doubt.
fn owner_before(reader: &Reader<'_>, at: usize, pronoun: &str, place: &Place<'_>) -> Option<EntityId> {
    let (start, sentence) = (reader.tokens[at].span.start(), place.sentence.start());
    let near = |m: &&Mention| m.span.start() >= sentence || start - m.span.end() < PRONOUN_REACH;
    let before = &reader.mentions[..reader.mentions.partition_point(|m| m.span.end() <= start)];
    let named = before.iter().rev().take_while(near).take(OWNERS);
    let parties: Vec<&Mention> = named.filter(|m| forces_of(m).is_some()).collect();
    let opener = |before: usize| {
        let reach = (before.saturating_sub(CLAUSE_REACH)..before).rev();
        let mut back = reach.take_while(|i| reader.tokens[*i].span.start() >= sentence);
        back.find(|i| opens_clause(reader.key(*i)))
    };
    let from = |opener: Option<usize>| opener.map_or(sentence, |i| reader.tokens[i].span.start());
    let inner = opener(at);
    let clause = from(inner);
    let nearest = |start: usize| {
        parties.iter().copied().find(|m| m.span.start() >= start && agrees(reader, m, pronoun))
    };
    // The first clause may go on about whom the sentence before named.
    if clause == sentence {
        return nearest(0).and_then(forces_of).or_else(|| minister(reader, at, place));
    }
    // فيما قال الفيلق إن ثلاثة من عناصره: who says it, in the clause around.
    let says = inner.filter(|i| reader.key(*i).ends_with("ان"));
    let around = says.map_or(sentence, |i| from(opener(i)));
    let first = |start: usize| parties.iter().copied().rfind(|m| (start..clause).contains(&m.span.start()));
    let named = nearest(clause).or_else(|| first(around)).or_else(|| first(sentence)).and_then(forces_of);
    named.or_else(|| minister(reader, at, place))
}

/// قال وزير الدفاع التركي إن سبعة من جنوده قُتلوا: of the forces of the nation whose minister speaks.
fn minister(reader: &Reader<'_>, at: usize, place: &Place<'_>) -> Option<EntityId> {
    let start = reader.tokens.partition_point(|t| t.span.start() < place.sentence.start());
    let forces = |i: usize| {
        let word = reader.key(i);
        let read = |word: &str| reader.lexicon.nouns.read(word).and_then(|f| f.noun.forces.clone());
        read(word).or_else(|| read(word.strip_suffix('ه')?)).filter(|_| word.starts_with("ال"))
    };
    let mut offices = (start.max(at.saturating_sub(CLAUSE_REACH))..at)
        .filter(|i| matches!(reader.key(*i), "الدفاع" | "الخارجيه"));
    offices.find_map(|i| forces(i + 1))
}

/// Names back among which the owner of a pronoun is looked for: more than any sentence of the gold has.
const OWNERS: usize = 40;

/// Tokens back to the word that opens the clause: as many as a long sentence has.
const CLAUSE_REACH: usize = 120;

/// The party itself, or the forces of a ministry of defence.
fn forces_of(mention: &Mention) -> Option<EntityId> {
    let ministry = mention.entity.as_str().strip_suffix("-mod");
    let forces = || ministry.map(|nation| format!("{nation}-forces").as_str().into());
    if is_party(mention) { Some(mention.entity.clone()) } else { forces() }
}

/// Words that open a clause of its own, in which a pronoun may point out of it.
fn opens_clause(key: &str) -> bool {
    matches!(key.trim_start_matches('و'), "ان" | "بان" | "فيما" | "بينما" | "حين")
}

/// False where the name and the pronoun differ in gender: قوات X and مقاتليه, تنظيم X and عناصرها.
fn agrees(reader: &Reader<'_>, mention: &Mention, pronoun: &str) -> bool {
    let first = reader.tokens.partition_point(|t| t.span.start() < mention.span.start());
    // وحدات من الجيش ... من رجالها, المركز الإعلامي لقوات X ... من مقاتليه: of the body of it.
    let body = first.checked_sub(1).is_some_and(|b| {
        let office = reader.key(b).ends_with('ي')
            || matches!(
                reader.key(b),
                "العام" | "العامه" | "القياده" | "الناطق" | "المتحدث" | "القائد" | "الرسميه"
            );
        // قائد في الجبهة, متحدث باسم القوات … من مقاتليه: of whoever stands for it.
        let title =
            matches!(reader.key(b), "في" | "باسم") && b.checked_sub(1).is_some_and(|t| is_title(reader, t));
        reader.key(b) == "من"
            || title
            || has_lam(reader, mention) && reader.key(b).starts_with("ال") && office
    });
    let word = reader.key(first).trim_start_matches(['ل', 'ب', 'و']).trim_start_matches("ال");
    let hers = word.ends_with('ه')
        || word.ends_with("ات")
        || word.ends_with("يا")
        || matches!(
            word,
            "فصائل"
                | "كتائب"
                | "سرايا"
                | "قوي"
                | "قسد"
                | "دمشق"
                | "اسرائيل"
                | "موسكو"
                | "ايران"
                | "واشنطن"
        );
    let his = ["جيش", "تنظيم", "حزب", "لواء", "فيلق", "مجلس", "نظام", "تحالف", "حشد", "حرس", "جهاز", "داعش"]
        .contains(&word);
    body || if pronoun == "ها" { !his } else { !hers }
}

/// قائد, القيادية, متحدث, an adjective of rank behind them passed over.
fn is_title(reader: &Reader<'_>, at: usize) -> bool {
    let title = |at: usize| {
        let word = reader.key(at).trim_start_matches(['و', 'ل', 'ب']).trim_start_matches("ال");
        ["قائد", "قيادي", "متحدث", "ناطق", "ضابط", "مسوول", "متزعم", "مقاتل"]
            .iter()
            .any(|stem| matches!(word.strip_prefix(stem), Some("" | "ه" | "ا")))
    };
    title(at) || at.checked_sub(1).is_some_and(title)
}

/// The party that a named speaker stands for: القيادي في X فلان, فلان من X.
pub(super) fn affiliation<'m>(
    tokens: &[Token],
    mentions: &'m [Mention],
    speaker: Span,
) -> Option<&'m Mention> {
    const STANDS: [&str; 4] = ["في", "من", "باسم", "عضو"];
    let first = tokens.partition_point(|t| t.span.end() <= speaker.start());
    let end = tokens.partition_point(|t| t.span.start() < speaker.end());
    let at = mentions.partition_point(|m| m.span.end() <= speaker.start());
    let stands = |m: &Mention| {
        let before = tokens.partition_point(|t| t.span.end() <= m.span.start()).checked_sub(1);
        before.is_some_and(|b| STANDS.contains(&tokens[b].key.as_str()))
    };
    let before = at.checked_sub(1).map(|n| &mentions[n]).filter(|m| {
        let next = tokens.partition_point(|t| t.span.start() < m.span.end());
        is_party(m) && next == first && stands(m)
    });
    before.or_else(|| {
        let mut behind = mentions[at..].iter().skip_while(|m| m.span.start() < speaker.end());
        behind.next().filter(|m| {
            let from = tokens.partition_point(|t| t.span.end() <= m.span.start());
            let words = &tokens[end.min(from)..from];
            is_party(m) && words.len() <= STANDS_REACH && words.iter().all(Token::is_word) && stands(m)
        })
    })
}

/// Words from a speaker's name to the party: من, and a rank or office.
const STANDS_REACH: usize = 3;

/// True of مقاتلينا, ثلاثة من جنودنا, and of the dead of خسائرنا: ours, whoever speaks.
pub(super) fn is_ours(text: &str, tokens: &[Token], lexicon: &Lexicon, quantity: &Quantity) -> bool {
    let first = tokens.partition_point(|t| t.span.end() <= quantity.span.start());
    let end = tokens.partition_point(|t| t.span.start() < quantity.span.end());
    let ours = |key: &str| {
        let noun = lexicon.nouns.read(key).is_some_and(|f| f.pronoun == "نا" && f.noun.is_person());
        noun || super::elided::own_force(key) == Some("نا")
    };
    let losses = |key: &str| {
        let word = key.trim_start_matches(['ب', 'و', 'ف', 'ل']);
        let verb = super::loss::is_first_person(key);
        verb || ["خسائر", "شهداؤ", "شهدائ", "قتلا", "جرحا"].iter().any(|w| word.strip_prefix(w) == Some("نا"))
    };
    let before = &tokens[first.saturating_sub(LOSSES_REACH)..first];
    let clause = before.iter().rev().take_while(|t| !matches!(t.key.as_str(), "." | "؛" | ":"));
    // 27 شهيداً من قواتنا, ارتقى منا سبعة شهداء
    let of_ours = tokens.get(end).is_some_and(|t| t.key == "من")
        && tokens.get(end + 1).is_some_and(|t| super::elided::own_force(&t.key) == Some("نا"));
    let of_us = first.checked_sub(1).is_some_and(|b| tokens[b].key == "منا");
    tokens[first..end].iter().any(|t| ours(&t.key))
        || quantity.unit == "person" && (of_ours || of_us)
        || quantity.counted.is_some_and(|c| !c.of(text).is_empty())
            && clause.into_iter().any(|t| losses(&t.key))
}

/// Bytes back over the bounds of a sentence in which a pronoun's owner is looked for: about one short sentence.
const PRONOUN_REACH: usize = 200;
