//! Figures of one list, which share what is said behind the last of them: ضابط وثلاثة جنود أُسروا.

use super::fate::{CONTINUED_REACH, is_part_word, overrules};
use super::{Draft, Reader};
use crate::basis::Basis;
use crate::reading::{Group, Status};
use riwayat_text::{Token, TokenKind};

/// Where the fate stands behind the last of a list, the ones before share it: `ضابط وثلاثة جنود أُسروا`.
pub(super) fn share_backwards(reader: &Reader<'_>, drafts: &mut [Draft]) {
    for i in (1..drafts.len()).rev() {
        let (before, after) = drafts.split_at_mut(i);
        let (first, second) = (&mut before[i - 1], &after[0]);
        // 40 شخصا بينهم 11 طفلا قتلوا: the verb behind the part is of the whole.
        let whole = first.person
            && !first.part
            && second.part
            && first.quantity.status.is_none()
            && second.quantity.status_basis == Some(Basis::FateBehind)
            && listed(reader, first, second);
        if whole {
            first.quantity.status = second.quantity.status;
            first.quantity.status_basis = Some(Basis::FateBehind);
            continue;
        }
        // 82 مدنيا، منهم 11 امرأة و13 طفلا، أعدموا: through the parts to their whole.
        let told_behind = second.quantity.status_basis == Some(Basis::FateBehind);
        let parts = first.person && first.part && second.part && told_behind;
        if parts && first.quantity.status.is_none() && listed(reader, first, second) {
            first.quantity.status = second.quantity.status;
            first.quantity.status_basis = Some(Basis::FateBehind);
            continue;
        }
        // قُتل 12 وأصيب سبعة آخرون من عناصر الفرقة: the noun is of both.
        let bare = first.person
            && !first.part
            && first.elided
            && first.quantity.group.is_none()
            && first.quantity.side.is_none();
        if bare && of_both(reader, first, second) {
            first.quantity.group = second.quantity.group;
            first.quantity.side.clone_from(&second.quantity.side);
            first.quantity.side_basis = second.quantity.side.as_ref().map(|_| Basis::SideInferred);
            continue;
        }
        let list = first.person && second.person && !second.part && listed(reader, first, second);
        if !list {
            continue;
        }
        // جريح tells of its own number only.
        // لاجئاً واحداً وامرأتين قُتلوا
        let refugee = first.own_status == Some(Status::Displaced)
            && second.quantity.status.is_some_and(|s| overrules(s, Status::Displaced));
        if (first.quantity.status.is_none() || refugee) && second.own_status.is_none() {
            first.quantity.status = second.quantity.status;
            first.quantity.status_basis = second.quantity.status.map(|_| Basis::FateBehind);
        }
        let fights = matches!(first.quantity.group, Some(Group::Fighter | Group::Officer));
        // 9 قتلى و13 جريحاً من مرتزقة تركيا
        let hurt =
            first.own_status.is_some() && first.quantity.group.is_none() && second.own_status.is_some();
        if (fights || hurt) && first.quantity.side.is_none() && second.quantity.side.is_some() {
            first.quantity.side.clone_from(&second.quantity.side);
            first.quantity.side_basis = Some(Basis::SideInferred);
            first.quantity.group = first.quantity.group.or(Some(Group::Fighter));
        }
        // 148 شهيداً و365 جريحاً من المدنيين
        let end = super::group::past_bound(reader, second.end);
        let of = matches!(reader.key(end), "من" | "جميعهم" | "كلهم");
        if hurt && of && first.quantity.group.is_none() {
            first.quantity.group =
                second.quantity.group.filter(|g| matches!(g, Group::Civilian | Group::Fighter));
        }
    }
}

/// True for a bare number and the next one, which are joined by a verb of fate and "others", the people named behind the second.
fn of_both(reader: &Reader<'_>, first: &Draft, second: &Draft) -> bool {
    let between = &reader.tokens[first.end.min(second.first)..second.first];
    let verb = |t: &Token| {
        t.key.strip_prefix('و').is_some_and(|word| reader.lexicon.signals.before(word, None).is_some())
    };
    let more = matches!(reader.key(second.end.saturating_sub(1)), "اخرون" | "اخرين");
    second.person
        && more
        && reader.key(second.end) == "من"
        && between.len() == 1
        && between.iter().all(verb)
        && second.quantity.group.is_some_and(|g| matches!(g, Group::Fighter | Group::Civilian))
}

/// As [`same_breath`](super::fate::same_breath), with a rank or description between (ضابطين برتبة ملازم وثلاثة عناصر).
fn listed(reader: &Reader<'_>, first: &Draft, second: &Draft) -> bool {
    let between = &reader.tokens[first.end.min(second.first)..second.first];
    let joined = between.iter().any(|t| t.key == "و") || reader.key(second.first).starts_with('و');
    let verb =
        |t: &Token| reader.lexicon.signals.before(t.key.strip_prefix('و').unwrap_or(&t.key), None).is_some();
    let among = between.iter().any(|t| is_part_word(&t.key));
    (joined || among)
        && between.len() <= CONTINUED_REACH
        && !between.iter().any(|t| t.kind == TokenKind::Break || verb(t))
}
