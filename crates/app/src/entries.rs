//! Entries that a dossier puts over the lexicon, as a file that is written by hand: one table an entity.

use crate::view::Failure;
use crate::wire;
use riwayat_claims::{OwnEntries, OwnEntry, OwnFault, OwnKind};
use std::fmt::Write;

/// Reads a file of entries; `name` is the file as messages name it.
///
/// # Errors
/// Where it is no TOML, or holds what no entry has: with the line, and what may stand there.
pub fn parse(name: &str, text: &str) -> Result<OwnEntries, Failure> {
    toml::from_str(text).map_err(|error| {
        let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let reason = error.message();
        Failure::new(
            "bad-lexicon",
            format!("{name}:{line}: ليس معجماً سليماً ({reason})؛ صحّح السطر ثم أعد المحاولة. لم يتغيّر شيء"),
            format!("{name}:{line}: {reason}; mend the line and try again. Nothing was changed"),
        )
    })
}

/// Entries as such a file.
#[must_use]
pub fn print(entries: &OwnEntries) -> String {
    toml::to_string(entries).expect("entries are plain data")
}

/// Why entries cannot stand, all of it in one message.
#[must_use]
pub fn failure(name: &str, faults: &[(String, OwnFault)]) -> Failure {
    let (mut ar, mut en) = (String::new(), String::new());
    for (id, fault) in faults {
        let (fault_ar, fault_en) = told(fault);
        let _ = writeln!(ar, "{name}: [{id}]: {fault_ar}");
        let _ = writeln!(en, "{name}: [{id}]: {fault_en}");
    }
    Failure::new("bad-lexicon", ar + "لم يتغيّر شيء", en + "Nothing was changed")
}

/// A fault in Arabic and English, with the cure.
fn told(fault: &OwnFault) -> (String, String) {
    match fault {
        OwnFault::Id => (
            "المعرّف بحروف لاتينية صغيرة وأرقام وواصلات، مثل river-brigade".to_owned(),
            "an id is of small Latin letters, digits and hyphens, such as river-brigade".to_owned(),
        ),
        OwnFault::Nameless => (
            "لا يعرفه المعجم؛ أعطه اسماً في names".to_owned(),
            "the lexicon does not know it; give it a name in `names`".to_owned(),
        ),
        OwnFault::EmptyName => (
            "اسم بلا حروف؛ احذفه".to_owned(), //
            "a name without a letter; leave it out".to_owned(),
        ),
        OwnFault::NoCamp(camp) => (
            format!("لا طرف بالمعرّف «{camp}»؛ عرّفه أولاً أو اختر طرفاً آخر"),
            format!("there is no camp “{camp}”; define it first, or choose another"),
        ),
        OwnFault::NoParent(parent) => (
            format!("part_of يذكر «{parent}» ولا وجود له؛ أضفه أو احذف السطر"),
            format!("`part_of` names “{parent}”, which does not exist; add it, or leave the line out"),
        ),
        OwnFault::Circle(parent) => (
            format!("يكون جزءاً من نفسه عبر «{parent}»؛ صحّح part_of"),
            format!("it would be part of itself by way of “{parent}”; mend `part_of`"),
        ),
        OwnFault::NameTwice { name, other } => (
            format!("الاسم «{name}» هو أيضاً لـ [{other}]؛ أبقه في واحد منهما"),
            format!("the name “{name}” is also that of [{other}]; leave it with one of them"),
        ),
        OwnFault::NotItsName(name) => (
            format!("«{name}» ليس من أسمائه في المعجم؛ احذفه من not"),
            format!("the lexicon does not give it the name “{name}”; leave it out of `not`"),
        ),
        OwnFault::Position => (
            "الموقع [شمالاً، شرقاً] بالدرجات، مثل [34.69, 40.83]".to_owned(),
            "a position is [north, east] in degrees, such as [34.69, 40.83]".to_owned(),
        ),
    }
}

impl From<&OwnEntry> for wire::LexiconEntry {
    fn from(e: &OwnEntry) -> Self {
        let kind = e.kind.map(|kind| match kind {
            OwnKind::Actor => wire::EntityKind::Actor,
            OwnKind::Organisation => wire::EntityKind::Organisation,
            OwnKind::Person => wire::EntityKind::Person,
            OwnKind::Place => wire::EntityKind::Place,
        });
        Self {
            kind,
            camp: e.camp.clone(),
            en: e.en.clone(),
            called: e.called.clone(),
            names: e.names.clone(),
            own: e.own.clone(),
            hostile: e.hostile.clone(),
            honorific: e.honorific.clone(),
            bare: e.bare.clone(),
            guarded: e.guarded.clone(),
            not: e.not.clone(),
            part_of: e.part_of.clone(),
            position: e.position.map(|(north, east)| [north, east]),
            source: e.source.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"
[river-brigade]
camp = "opposition"
en = "River Brigade"
names = ["لواء النهر"]
hostile = ["عصابة النهر"]
source = "own statements"

[tall-sidrah]
kind = "place"
names = ["تل السدرة"]
part_of = "hajin"
position = [34.69, 40.83]
"#;

    #[test]
    fn a_file_is_read_and_printed_the_same() {
        let entries = parse("mine.toml", FILE).unwrap();
        assert_eq!(entries["tall-sidrah"].position, Some((34.69, 40.83)));
        assert_eq!(entries["river-brigade"].hostile, ["عصابة النهر"]);
        assert_eq!(parse("again", &print(&entries)).unwrap(), entries);
    }

    #[test]
    fn a_broken_file_is_told_with_its_line() {
        let told = |text| parse("mine.toml", text).unwrap_err().message.en;
        assert!(told("[a]\nnames = [\"س\"]\nnamse = []\n").starts_with("mine.toml:3: unknown field `namse`"));
        assert!(told("[a]\nkind = \"outlet\"\n").starts_with("mine.toml:2: unknown variant `outlet`"));
        assert!(told("[a\n").starts_with("mine.toml:1: "));
    }
}
