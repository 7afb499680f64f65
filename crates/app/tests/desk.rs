//! The desk as the window uses it: what is done is there again after closing, and nothing is lost.

use riwayat_app::view::{Coverage, EventView, Field, Outcome, PieceView, Progress, RowView, Spot};
use riwayat_app::wire::Decided;
use riwayat_app::{Desk, Source, Watch};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

const QUIET: &(dyn Fn(Progress) + Sync) = &|_| {};

fn article(camp: &str, outlet: &str, text: &str) -> String {
    let line = serde_json::json!({"outlet": outlet, "camp": camp, "published": "2026-03-14", "title": "قصف سوق تل الريم", "text": text});
    line.to_string()
}

/// Three accounts of one shelling, in three camps.
fn accounts() -> Source {
    let lines = [
        article(
            "pro-sdf",
            "وكالة السهل",
            "قُتل سبعة مدنيين وأصيب عشرون في قصف استهدف سوق بلدة تل الريم صباح السبت. وقال المتحدث باسم المجلس إن القذائف أطلقت من التلال الشرقية.",
        ),
        article(
            "opposition",
            "صدى النهر",
            "قُتل 11 مدنياً وجرح 25 آخرون صباح السبت بقصف مدفعي على سوق بلدة تل الريم. وأكد ناشطون أن القصف جاء من مواقع قوات النظام.",
        ),
        article(
            "pro-government",
            "البيان اليوم",
            "استشهد ثلاثة مواطنين بسقوط قذائف على سوق بلدة تل الريم صباح السبت. ونفى مصدر عسكري أن يكون الجيش قد قصف البلدة.",
        ),
    ];
    Source::Bytes { name: "accounts.jsonl".to_owned(), bytes: lines.join("\n").into_bytes(), lines: true }
}

fn with_desk(path: &Path, work: impl FnOnce(&Desk, Watch<'_>)) {
    let cancel = AtomicBool::new(false);
    let watch = Watch { progress: QUIET, cancel: &cancel };
    let desk =
        if path.exists() { Desk::open(path, watch) } else { Desk::create(path) }.expect("the desk opens");
    work(&desk, watch);
}

#[test]
fn what_is_changed_is_there_after_closing_and_can_be_undone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("ملف.riwayat");
    with_desk(&path, |desk, watch| {
        let report = desk.import(&[accounts()], watch).expect("imported");
        assert_eq!((report.imported, report.failed, report.copies), (3, 0, 0));
        let overview = desk.overview().expect("read");
        assert_eq!(overview.events.len(), 1, "three accounts of one happening are one event");
        let moved = &report.articles[2];
        let after = desk.set_field(moved, Field::Camp, Some("opposition"), watch).expect("set");
        assert!(after.dossier.can_undo.is_some());
    });
    with_desk(&path, |desk, watch| {
        let event = desk.overview().expect("read").events[0].clone();
        let count = |camp: &str, e: &riwayat_app::view::EventHead| {
            e.coverage.iter().find(|c| c.camp == camp).map_or(0, |c| c.articles)
        };
        assert_eq!(
            (count("opposition", &event), count("pro-government", &event)),
            (2, 0),
            "the change was kept"
        );
        let view = desk.event(&event.id).expect("the event");
        let column = view.columns.iter().find(|c| c.camp == "opposition").expect("its column");
        let edited: Vec<_> = column
            .articles
            .iter()
            .map(|a| desk.article(&a.id).expect("the article"))
            .filter(|a| !a.edited.is_empty())
            .collect();
        assert_eq!(edited.len(), 1);
        assert_eq!(
            edited[0].edited[0].was.as_deref(),
            Some("pro-government"),
            "what was imported is still known"
        );
        let back = desk.undo(watch).expect("undone");
        assert_eq!((count("opposition", &back.events[0]), count("pro-government", &back.events[0])), (1, 1));
        assert!(back.dossier.can_redo.is_some());
    });
}

#[test]
fn importing_the_same_file_again_links_copies_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_desk(&folder.path().join("d.riwayat"), |desk, watch| {
        desk.import(&[accounts()], watch).expect("imported");
        let again = desk.import(&[accounts()], watch).expect("imported");
        assert_eq!((again.imported, again.copies), (0, 3));
        assert!(again.sources.iter().all(|s| s.outcome == Outcome::Copy && !s.message.ar.is_empty()));
        assert_eq!(desk.overview().expect("read").dossier.articles, 3);
    });
}

#[test]
fn a_stopped_import_keeps_what_was_read_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let seen = AtomicUsize::new(0);
    let stop_at_two = |_: Progress| {
        if seen.fetch_add(1, Ordering::Relaxed) == 1 {
            cancel.store(true, Ordering::Relaxed);
        }
    };
    let desk = Desk::create(&folder.path().join("d.riwayat")).expect("made");
    let report =
        desk.import(&[accounts()], Watch { progress: &stop_at_two, cancel: &cancel }).expect("imported");
    assert!(report.cancelled);
    assert_eq!(report.imported, 2, "the two that were read are kept");
    assert_eq!(desk.overview().expect("read").dossier.articles, 2);
}

#[test]
fn a_camp_of_her_own_gets_a_column_once_an_article_is_in_it() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    with_desk(&folder.path().join("d.riwayat"), |desk, watch| {
        let report = desk.import(&[accounts()], watch).expect("imported");
        let overview = desk.define_camp("العشائر", "Tribes", watch).expect("defined");
        let own = overview.camps.iter().find(|c| c.label.ar == "العشائر").expect("in the list").clone();
        assert!(own.position > 3);
        let after = desk.set_field(&report.articles[0], Field::Camp, Some(&own.id), watch).expect("set");
        let covered = after.events[0].coverage.iter().find(|c| c.camp == own.id).expect("covers");
        assert_eq!((covered.state, covered.articles), (Coverage::Covers, 1));
        let first = after.events[0].coverage.iter().find(|c| c.camp == "pro-sdf").expect("a standing camp");
        assert_ne!(first.state, Coverage::Covers);
    });
}

/// The entities and camps of what the articles name «المجلس».
fn councils(desk: &Desk) -> Vec<(Option<String>, Option<String>)> {
    let articles = desk.comparison(riwayat_app::Lang::Ar).expect("compared").articles;
    let named = articles.into_iter().flat_map(|a| a.mentions);
    named.filter(|m| m.text.ends_with("المجلس")).map(|m| (m.entity, m.camp)).collect()
}

#[test]
fn what_she_says_of_a_name_is_read_everywhere_and_can_be_undone() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("d.riwayat");
    let file = "[hills-council]\ncamp = \"pro-sdf\"\nnames = [\"المجلس\"]\n";
    let known = (Some("hills-council".to_owned()), Some("pro-sdf".to_owned()));
    with_desk(&path, |desk, watch| {
        desk.import(&[accounts()], watch).expect("imported");
        assert!(!councils(desk).contains(&known));
        let version = desk.lexicon_version();
        let set = riwayat_app::entries::parse("mine.toml", file).expect("well-formed");
        let after = desk.set_entries("mine.toml", set, &[], watch).expect("set");
        assert!(after.dossier.can_undo.is_some());
        assert!(councils(desk).contains(&known));
        assert_ne!(
            desk.lexicon_version(),
            version,
            "what was worked out before is not taken for what is now"
        );
        desk.undo(watch).expect("undone");
        assert!(!councils(desk).contains(&known));
        assert_eq!(desk.lexicon_version(), version);
        desk.redo(watch).expect("made again");
    });
    with_desk(&path, |desk, watch| {
        assert!(councils(desk).contains(&known), "it was kept");
        let wrong = format!("{file}part_of = \"sdf\"\n[sdf]\npart_of = \"hills-council\"\n");
        let wrong = riwayat_app::entries::parse("mine.toml", &wrong).expect("well-formed");
        let refused = desk.set_entries("mine.toml", wrong, &[], watch).expect_err("a circle");
        assert!(refused.message.en.starts_with("mine.toml: [hills-council]: it would be part of itself"));
        assert!(councils(desk).contains(&known), "nothing was changed");
        desk.set_entries("", Default::default(), &["hills-council".to_owned()], watch).expect("taken away");
        assert!(!councils(desk).contains(&known));
    });
}

#[test]
fn the_sample_opens_with_three_camps_and_says_that_it_is_invented() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let watch = Watch { progress: QUIET, cancel: &cancel };
    let desk = Desk::sample(folder.path(), watch).expect("the sample opens");
    let overview = desk.overview().expect("read");
    assert!(overview.dossier.sample && overview.dossier.articles >= 12);
    let whole = |e: &&riwayat_app::view::EventHead| {
        e.coverage.iter().filter(|c| c.state == Coverage::Covers && c.camp != riwayat_app::UNASSIGNED).count()
            >= 3
    };
    assert!(overview.events.iter().filter(whole).count() >= 2, "two events with all three camps");
    assert!(!overview.storylines.is_empty(), "a storyline of more than one event");
    drop(desk);
    let again = Desk::sample(folder.path(), watch).expect("the sample opens again");
    assert_eq!(again.overview().expect("read").dossier.articles, overview.dossier.articles);
    assert!(overview.dossier.invented);
    again.import(&[accounts()], watch).expect("imported");
    let mixed = again.overview().expect("read").dossier;
    assert!(mixed.sample && !mixed.invented, "with other articles in it, not all is invented any more");
}

/// An account of the same shelling, imported later.
fn one_more() -> Source {
    let line = article(
        "opposition",
        "شبكة الضفة",
        "قال ناشطون إن القصف المدفعي على سوق بلدة تل الريم صباح السبت أوقع 12 قتيلاً مدنياً. وأفاد الأهالي بأن القذائف سقطت على السوق.",
    );
    Source::Bytes { name: "more.jsonl".to_owned(), bytes: line.into_bytes(), lines: true }
}

fn only_event(desk: &Desk) -> EventView {
    let events = desk.overview().expect("read").events;
    assert_eq!(events.len(), 1, "one happening");
    desk.event(&events[0].id).expect("the event")
}

/// The whole sentences that stand in a row.
fn own(row: &RowView) -> impl Iterator<Item = &PieceView> {
    row.cells.iter().flat_map(|c| &c.pieces).filter(|p| !p.relayed)
}

fn spot(piece: &PieceView) -> Spot {
    Spot { article: piece.article.clone(), start: piece.start, end: piece.end }
}

/// The row in which a piece stands.
fn row_with<'v>(view: &'v EventView, of: &Spot) -> &'v RowView {
    let stands = |r: &&RowView| own(r).any(|p| spot(p) == *of);
    view.rows.iter().find(stands).expect("every sentence stands in a row")
}

/// Everything of the rows but what names them.
fn rows(desk: &Desk) -> Vec<(Vec<Spot>, Option<String>)> {
    let told = |r: &RowView| (own(r).map(spot).collect(), r.decided.as_ref().map(|t| t.en.clone()));
    only_event(desk).rows.iter().map(told).collect()
}

#[test]
fn a_sentence_taken_out_of_its_row_stays_out_whatever_comes() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("d.riwayat");
    let mut taken = None;
    let mut rest = Vec::new();
    with_desk(&path, |desk, watch| {
        desk.import(&[accounts()], watch).expect("imported");
        let before = rows(desk);
        let view = only_event(desk);
        let wide = view.rows.iter().find(|r| r.sentences == 3).expect("a row that all three tell");
        assert!(wide.decided.is_none() && wide.sure.is_some());
        let pieces: Vec<Spot> = own(wide).map(spot).collect();
        let after = desk.split_row(&pieces[..1], watch).expect("taken out");
        assert_eq!(after.dossier.can_undo.expect("undoable").en, "taking a sentence out of its row");
        let alone = only_event(desk);
        assert_eq!(row_with(&alone, &pieces[0]).sentences, 1);
        assert_eq!(row_with(&alone, &pieces[1]).sentences, 2, "the rest stays together");
        assert!(row_with(&alone, &pieces[1]).decided.is_some());
        let wire = desk.comparison(riwayat_app::Lang::En).expect("compared");
        let parted = wire.events[0].rows.iter().filter(|r| r.decided == [Decided::Parted]);
        assert_eq!(parted.count(), 2, "in JSON");
        let page = desk.report(&alone.head.id, riwayat_app::Lang::En).expect("a page");
        assert_eq!(page.matches("arranged by hand").count(), 2, "in the page");
        let refused = desk.split_row(&pieces[..1], watch).expect_err("nothing else is in it");
        assert_eq!(refused.code, "not-moved");
        let arranged = rows(desk);
        desk.undo(watch).expect("undone");
        assert_eq!(rows(desk), before);
        desk.redo(watch).expect("made again");
        assert_eq!(rows(desk), arranged);
        taken = Some(pieces[0].clone());
        rest = pieces[1..].to_vec();
    });
    let taken = taken.expect("set above");
    with_desk(&path, |desk, watch| {
        let held =
            |view: &EventView| rest.iter().all(|r| !own(row_with(view, &taken)).any(|p| spot(p) == *r));
        assert!(held(&only_event(desk)), "after opening again");
        desk.import(&[one_more()], watch).expect("imported");
        assert!(held(&only_event(desk)), "after another article came");
        desk.set_field(&taken.article, Field::Camp, Some("opposition"), watch).expect("set");
        assert!(held(&only_event(desk)), "in another column");
        assert_eq!(desk.verify().expect("read").faults, []);
        desk.leave_row(&taken, watch).expect("left to the program");
        let view = only_event(desk);
        assert!(view.rows.iter().all(|r| r.decided.is_none()), "nothing is left of it");
        assert!(!held(&view), "the program puts it back");
        assert_eq!(desk.leave_row(&taken, watch).expect_err("nothing was decided").code, "not-moved");
    });
}

#[test]
fn rows_are_joined_and_pieces_moved_and_it_holds() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("d.riwayat");
    let mut kept = None;
    with_desk(&path, |desk, watch| {
        desk.import(&[accounts()], watch).expect("imported");
        let view = only_event(desk);
        let wide = view.rows.iter().find(|r| r.sentences == 3).expect("a row that all three tell");
        let other = view.rows.iter().find(|r| r.number != wide.number).expect("another row");
        let (piece, rest) = (spot(own(wide).next().expect("a piece")), wide.sentences - 1);
        let to = spot(own(other).next().expect("a piece"));
        let after = desk.move_pieces(std::slice::from_ref(&piece), &to, watch).expect("moved");
        assert_eq!(after.dossier.can_undo.expect("undoable").ar, "نقل جملة إلى صفّ آخر");
        let moved = only_event(desk);
        assert_eq!(row_with(&moved, &piece).number, row_with(&moved, &to).number);
        assert_eq!(row_with(&moved, &piece).sentences, other.sentences + 1);
        assert!(moved.rows.iter().any(|r| r.sentences == rest && r.decided.is_some()));
        assert_eq!(
            desk.move_pieces(std::slice::from_ref(&piece), &to, watch).expect_err("it is there").code,
            "not-moved"
        );
        let (first, last) = (&moved.rows[0], &moved.rows[moved.rows.len() - 1]);
        let (a, b) = (spot(own(first).next().expect("a piece")), spot(own(last).next().expect("a piece")));
        desk.join_rows(&a, &b, watch).expect("joined");
        let joined = only_event(desk);
        assert_eq!(row_with(&joined, &a).sentences, first.sentences + last.sentences);
        assert_eq!(joined.rows.len(), moved.rows.len() - 1);
        kept = Some((a, b));
    });
    let (a, b) = kept.expect("set above");
    with_desk(&path, |desk, watch| {
        desk.import(&[one_more()], watch).expect("imported");
        let view = only_event(desk);
        assert_eq!(row_with(&view, &a).number, row_with(&view, &b).number);
        let nowhere = Spot { article: "no-such-article".to_owned(), ..a.clone() };
        let beyond = Spot { start: 90_000, end: 90_001, ..a.clone() };
        for refused in [nowhere, beyond] {
            let failure = desk.join_rows(&a, &refused, watch).expect_err("it is not there");
            assert_eq!(failure.code, "not-found");
            assert!(failure.message.ar.contains("الصفّ") && failure.message.en.contains("row"));
        }
        assert!(desk.split_row(&[], watch).is_err(), "nothing was pointed at");
    });
}

#[test]
fn an_article_moves_between_events_and_it_holds() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("d.riwayat");
    let mut first = String::new();
    with_desk(&path, |desk, watch| {
        let report = desk.import(&[accounts()], watch).expect("imported");
        first.clone_from(&report.articles[0]);
        let before = only_event(desk).head.id;
        let parted = desk.part_article(&first, watch).expect("taken out");
        assert_eq!(parted.events.len(), 2);
        assert_eq!(parted.dossier.can_undo.expect("undoable").en, "taking an article out of its event");
        let of = |id: &str| -> String {
            let events = desk.overview().expect("read").events;
            let holds = |e: &&riwayat_app::view::EventHead| {
                desk.event(&e.id).expect("the event").members.iter().any(|m| m.article == id && m.decided)
            };
            events.iter().find(holds).expect("it is in an event, by decision").id.clone()
        };
        let (alone, rest) = (of(&first), of(&report.articles[1]));
        let merged = desk.merge_events(&alone, &rest, watch).expect("merged");
        assert_eq!((merged.events.len(), merged.events[0].id.as_str()), (1, before.as_str()));
        desk.undo(watch).expect("undone");
        desk.move_article(&report.articles[1], &of(&first), watch).expect("moved");
        assert_eq!(of(&report.articles[1]), of(&first));
        assert_ne!(of(&report.articles[2]), of(&first));
        assert!(desk.move_article(&first, &of(&first), watch).is_err(), "it is there");
        assert_eq!(desk.move_article("x", &of(&first), watch).expect_err("unknown").code, "not-found");
    });
    with_desk(&path, |desk, watch| {
        assert_eq!(desk.overview().expect("read").events.len(), 2, "it was kept");
        desk.import(&[one_more()], watch).expect("imported");
        assert!(desk.overview().expect("read").events.len() >= 2, "whatever comes");
        desk.leave_article(&first, watch).expect("left to the program");
        assert_eq!(desk.verify().expect("read").faults, []);
    });
}
