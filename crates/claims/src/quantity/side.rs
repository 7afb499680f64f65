//! Whose the people or things counted are: the name in the counted phrase (مسلحي «قسد»), behind من or ل (جندياً من قوات
//! X), a nation beside it (جنود أتراك), the one a pronoun points to (مقاتليها), or that of the total.

use super::{Draft, Place, Reader};
use crate::lexicon::EntityId;
use crate::reading::{Mention, MentionKind};

/// Whose; none where it is not said.
pub(super) fn side(
    reader: &Reader<'_>,
    draft: &Draft,
    place: &Place<'_>,
    total: Option<&Draft>,
) -> Option<EntityId> {
    if let Some(side) = &draft.own_side {
        return Some(side.clone());
    }
    in_phrase(reader, draft)
        .or_else(|| behind(reader, draft))
        .or_else(|| nation_beside(reader, draft))
        .or_else(|| by_pronoun(reader, draft, place))
        .or_else(|| total.filter(|_| shares_side(draft)).and_then(|d| d.quantity.side.clone()))
        .or_else(|| others(reader, draft, place))
}

/// Parts and bare numbers share the side of their total where they may be fighters; a list of another noun does not.
fn shares_side(draft: &Draft) -> bool {
    draft.part || draft.elided
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
    let mention = inside.find(|m| is_party(m))?;
    (!draft.elided).then(|| mention.entity.clone())
}

/// A name behind the counted phrase: at once, or behind من, ل, من عناصر, من جنود, an adjective between them allowed.
fn behind(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    let mut at = draft.end;
    for _ in 0..MOST_ADJECTIVES {
        let key = reader.key(at);
        if !reader.is_word(at)
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
    if !matches!(reader.key(at), "من" | "ل") {
        return None;
    }
    let mut next = reader.skip_quotes(at + 1);
    if reader.mention_at(next).is_none() && reader.noun(next).is_some() {
        next = reader.skip_quotes(next + 1);
    }
    reader.mention_at(next).filter(|m| is_party(m)).map(|m| m.entity.clone())
}

/// Adjectives between a counted noun and من.
const MOST_ADJECTIVES: usize = 2;

/// True where ل is written on the name or stands before it: جنود للنظام.
fn has_lam(reader: &Reader<'_>, mention: &Mention) -> bool {
    let before = reader.text[..mention.span.start()].chars().next_back();
    before == Some('ل')
}

fn is_party(mention: &Mention) -> bool {
    mention.kind == MentionKind::Actor
}

/// جنود أتراك, سبعة ضباط روس: fighters of a nation are of its forces.
fn nation_beside(reader: &Reader<'_>, draft: &Draft) -> Option<EntityId> {
    use crate::reading::Group;
    let fights = matches!(draft.own_group, Some(Group::Fighter | Group::Officer));
    let thing =
        !draft.person && matches!(draft.quantity.unit.as_str(), "vehicle" | "tank" | "aircraft" | "drone");
    let word = reader.key(draft.end);
    let form = reader.lexicon.nouns.read(word).filter(|f| f.proclitics.is_empty());
    let of_things = || reader.lexicon.nouns.read(word.strip_suffix('ه')?).filter(|f| f.proclitics.is_empty());
    let form = if thing { of_things() } else { form };
    form.filter(|_| fights || thing).and_then(|f| f.noun.forces.clone())
}

/// مقاتليها, عناصره: of the nearest actor before.
fn by_pronoun(reader: &Reader<'_>, draft: &Draft, place: &Place<'_>) -> Option<EntityId> {
    if draft.pronoun.is_empty() || !draft.person || draft.pronoun == "منهم" || draft.pronoun == "نا" {
        return None;
    }
    let start = draft.quantity.span.start();
    let near =
        |m: &&Mention| m.span.start() >= place.sentence.start() || start - m.span.end() < PRONOUN_REACH;
    let before = &reader.mentions[..reader.mentions.partition_point(|m| m.span.end() <= start)];
    let nearest = before.iter().rev().take_while(near).find(|m| is_party(m))?;
    Some(nearest.entity.clone())
}

/// Bytes back over the bounds of a sentence in which a pronoun's owner is looked for: about one short sentence.
const PRONOUN_REACH: usize = 200;
