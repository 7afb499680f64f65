//! What the window's tables say of invented accounts: whose claim is whose, who denies, what is counted.

use riwayat_app::view::{ClaimsView, FigureView, FiguresView, NamingView, Progress, SlotState};
use riwayat_app::wire::LeftOut;
use riwayat_app::{Desk, Source, Watch};
use std::sync::atomic::AtomicBool;

const QUIET: &(dyn Fn(Progress) + Sync) = &|_| {};

/// The event that some accounts (camp, outlet, text) tell, in a dossier of its own.
fn event<T>(accounts: &[(&str, &str, &str)], show: impl FnOnce(&Desk, &str) -> T) -> T {
    let line = |(camp, outlet, text): &(&str, &str, &str)| {
        serde_json::json!({"outlet": outlet, "camp": camp, "published": "2026-03-14", "title": "قصف سوق تل الريم", "text": text})
            .to_string()
    };
    let lines: Vec<String> = accounts.iter().map(line).collect();
    let source = Source::Bytes {
        name: "accounts.jsonl".to_owned(),
        bytes: lines.join("\n").into_bytes(),
        lines: true,
    };
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let desk = Desk::create(&folder.path().join("ملف.riwayat")).expect("a new dossier");
    desk.import(&[source], Watch { progress: QUIET, cancel: &cancel }).expect("imported");
    let overview = desk.overview().expect("read");
    assert_eq!(overview.events.len(), 1, "all tell one happening");
    show(&desk, &overview.events[0].id)
}

const SDF: (&str, &str, &str) =
    ("pro-sdf", "وكالة السهل", "قُتل تسعة مدنيين في قصف لقوات النظام استهدف سوق بلدة تل الريم صباح السبت.");
const GOVERNMENT: (&str, &str, &str) = (
    "pro-government",
    "البيان اليوم",
    "سقط ثلاثة قتلى مدنيين في سوق بلدة تل الريم صباح السبت. ونفى الجيش العربي السوري أن تكون قوات النظام قصفت سوق بلدة تل الريم.",
);
/// An opposition outlet that has what it prints from a source of the government.
const RELAYS: (&str, &str, &str) = (
    "opposition",
    "صدى النهر",
    "قال مصدر عسكري حكومي إن قسد قصفت سوق بلدة تل الريم صباح السبت وقتلت ثلاثة مدنيين.",
);

fn claims(accounts: &[(&str, &str, &str)]) -> ClaimsView {
    event(accounts, |desk, id| desk.claims(id).expect("the table"))
}

/// What a camp does with the first claim whose words hold these, and whether only on others' word.
fn state(view: &ClaimsView, words: &str, camp: &str) -> (SlotState, bool) {
    let slot = view.slots.iter().find(|s| s.claim.text.contains(words)).expect("a line with these words");
    let cell = slot.cells.iter().find(|c| c.camp == camp).expect("a cell for the camp");
    (cell.state, cell.relayed)
}

#[test]
fn who_says_a_thing_and_who_denies_it_stand_in_their_own_columns() {
    let view = claims(&[SDF, GOVERNMENT]);
    assert_eq!(state(&view, "تسعة", "pro-sdf"), (SlotState::Says, false));
    assert!(matches!(state(&view, "تسعة", "pro-government").0, SlotState::Denies | SlotState::Otherwise));
    assert_eq!(state(&view, "تسعة", "opposition"), (SlotState::NotImported, false));
    assert!(view.slots.iter().any(|s| s.disagreement > 2), "{view:?}");
}

#[test]
fn an_outlet_that_quotes_another_does_not_say_what_that_one_says() {
    let view = claims(&[SDF, RELAYS]);
    let (state, relayed) = state(&view, "تسعة", "opposition");
    assert!(
        relayed && state != SlotState::NotMentioned,
        "{state:?}: it prints the matter, on another's word"
    );
}

#[test]
fn a_denial_of_something_else_in_the_same_row_is_none() {
    let other = (
        "pro-government",
        "البيان اليوم",
        "نفى الجيش العربي السوري انسحاب قوات النظام من سوق بلدة تل الريم صباح السبت بعد قصف السوق.",
    );
    let view = claims(&[SDF, other]);
    assert!(view.slots.iter().all(|s| s.claim.text.contains("تسعة")), "all stand in one row: {view:?}");
    assert_eq!(state(&view, "تسعة", "pro-government").0, SlotState::NotComparable);
}

fn figures(accounts: &[(&str, &str, &str)]) -> FiguresView {
    event(accounts, |desk, id| desk.figures(id).expect("the figures"))
}

#[test]
fn figures_stand_under_the_camp_of_their_voice_by_time_with_what_is_left_out() {
    let view = figures(&[SDF, GOVERNMENT, RELAYS]);
    let killed = view.sets.iter().find(|s| s.counted.en == "killed civilians").expect("the dead are counted");
    let camp = |words: &str| -> Vec<&str> {
        let of = |v: &&FigureView| v.words.contains(words);
        killed.values.iter().filter(of).map(|v| v.camp.as_str()).collect()
    };
    assert_eq!(camp("تسعة"), ["pro-sdf"]);
    let threes = camp("ثلاثة");
    assert!(threes.contains(&"unassigned") && !threes.contains(&"opposition"), "{threes:?}");
    assert_eq!(killed.tallies.len(), 3);
    assert!(killed.top >= 9.0);
    assert!(killed.values.iter().all(|v| v.left_out != Some(LeftOut::Unclear)), "{killed:?}");
    assert!(view.common_ground.is_empty(), "the opposition gives no account of its own");
    let two = figures(&[SDF, GOVERNMENT]);
    assert!(two.common_ground.iter().any(|g| g.statement.en.contains("at least 3")), "{two:?}");
}

#[test]
fn names_stand_in_whole_words_of_their_own_line() {
    let view: NamingView = event(&[SDF, GOVERNMENT], |desk, id| desk.naming(id).expect("the names"));
    let army = view.sets.iter().find(|s| s.entity == "syrian-government-forces").expect("the army is named");
    let names = |camp: &str| -> Vec<&str> {
        let of = army.by_camp.iter().filter(|c| c.camp == camp).flat_map(|c| &c.names);
        of.map(|n| n.text.as_str()).collect()
    };
    assert_eq!(names("pro-sdf"), ["قوات النظام"]);
    assert!(names("pro-government").contains(&"الجيش العربي السوري"));
    for place in army.by_camp.iter().flat_map(|c| &c.names).flat_map(|n| &n.places) {
        assert!(!place.before.contains('\n') && !place.behind.contains('\n'));
        let text = [SDF.2, GOVERNMENT.2]
            .into_iter()
            .find(|t| t.contains(&format!("{}{}{}", place.before, place.text, place.behind)));
        assert!(text.is_some(), "a context is cut from the text as it is: {place:?}");
    }
}

#[test]
fn the_report_sums_an_event_up_with_what_is_counted_and_what_is_not() {
    let page = |lang| event(&[SDF, GOVERNMENT, RELAYS], |desk, id| desk.report(id, lang).expect("a page"));
    let english = page(riwayat_app::Lang::En);
    for words in
        ["ACLED", "UCDP", "Airwars", "least of (3, 3, 9) = 3", "Tolls, as codebooks would count them"]
    {
        assert!(english.contains(words), "{words}");
    }
    let arabic = page(riwayat_app::Lang::Ar);
    assert!(arabic.contains("لو عُدّت الحصيلة بقواعدهم") && arabic.contains("أدنى ما في (3، 3، 9) = 3"));
    for tag in ["table", "tbody", "ul", "li", "section"] {
        let (opened, closed) =
            (arabic.matches(&format!("<{tag}")).count(), arabic.matches(&format!("</{tag}>")).count());
        assert_eq!(opened, closed, "{tag}");
    }
}
