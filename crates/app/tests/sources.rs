//! Who is quoted by whom in invented accounts, and what stands on how many origins.

use riwayat_app::view::{Progress, SourceNode, SourcePart, SourcesView, Standing, StatementView, VoiceKind};
use riwayat_app::wire::{OriginKind, Polarity};
use riwayat_app::{Desk, Source, Watch};
use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

/// An account: camp, outlet, text.
type Account<'a> = (&'a str, &'a str, &'a str);

/// The sources of the event that some accounts tell, in a dossier of its own.
fn sources(accounts: &[Account<'_>]) -> SourcesView {
    let line = |(n, (camp, outlet, text)): (usize, &Account<'_>)| {
        serde_json::json!({"id": format!("a{n}"), "outlet": outlet, "camp": camp, "published": "2026-03-14", "title": "قصف سوق تل الريم", "text": text})
            .to_string()
    };
    let lines: Vec<String> = accounts.iter().enumerate().map(line).collect();
    let source = Source::Bytes {
        name: "accounts.jsonl".to_owned(),
        bytes: lines.join("\n").into_bytes(),
        lines: true,
    };
    let folder = tempfile::tempdir().expect("a folder for the test");
    let cancel = AtomicBool::new(false);
    let quiet: &(dyn Fn(Progress) + Sync) = &|_| {};
    let desk = Desk::create(&folder.path().join("ملف.riwayat")).expect("a new dossier");
    desk.import(&[source], Watch { progress: quiet, cancel: &cancel }).expect("imported");
    let overview = desk.overview().expect("read");
    assert_eq!(overview.events.len(), 1, "all tell one happening");
    desk.sources(&overview.events[0].id).expect("the sources")
}

/// The nodes of a part whose name or words hold these.
fn nodes<'v>(view: &'v SourcesView, part: SourcePart, words: &str) -> Vec<&'v SourceNode> {
    let named = |n: &SourceNode| {
        n.label.as_ref().is_some_and(|l| l.ar.contains(words))
            || n.names.iter().any(|name| name.contains(words))
    };
    view.nodes.iter().filter(|n| n.part == part && named(n)).collect()
}

/// Who quotes the node, by name.
fn quoting(view: &SourcesView, id: &str) -> BTreeSet<String> {
    let from = view.edges.iter().filter(|e| e.to == id).map(|e| &e.from);
    from.map(|from| label(view.nodes.iter().find(|n| n.id == *from).expect("a node"))).collect()
}

fn label(node: &SourceNode) -> String {
    node.label.as_ref().map(|l| l.ar.clone()).unwrap_or_default()
}

/// The statement whose first claim holds these words.
fn statement<'v>(view: &'v SourcesView, words: &str) -> &'v StatementView {
    let of = |s: &&StatementView| s.claim.text.contains(words);
    view.statements.iter().find(of).unwrap_or_else(|| panic!("no «{words}» in {:#?}", view.statements))
}

const TOWN: &str = "استهدف قصف مدفعي سوق بلدة تل الريم صباح السبت.";

/// Three outlets of two camps that have it from one agency; the second calls it by another form of its name.
fn from_an_agency() -> [(&'static str, &'static str, String); 3] {
    [
        (
            "pro-sdf",
            "منبر السهل",
            format!(
                "{TOWN} ونقلت وكالة عابر للأنباء عن طبيب في مشفى البلدة أن القصف قتل تسعة مدنيين في السوق."
            ),
        ),
        (
            "pro-government",
            "البيان اليوم",
            "هز قصف عنيف سوق بلدة تل الريم يوم السبت. وذكرت وكالة عابر أن القصف قتل تسعة مدنيين في السوق. وأضافت الوكالة أن حريقا اندلع في السوق.".to_owned(),
        ),
        (
            "opposition",
            "صدى النهر",
            "تعرض سوق بلدة تل الريم صباح السبت لقصف. وقال مصدر طبي إن القصف قتل تسعة مدنيين في السوق."
                .to_owned(),
        ),
    ]
}

fn borrowed<'a>(accounts: &'a [(&'static str, &'static str, String)]) -> Vec<Account<'a>> {
    accounts.iter().map(|(camp, outlet, text)| (*camp, *outlet, text.as_str())).collect()
}

#[test]
fn an_agency_is_one_voice_for_all_who_quote_it() {
    let view = sources(&borrowed(&from_an_agency()));
    let agency = nodes(&view, SourcePart::Relays, "عابر");
    assert_eq!(agency.len(), 1, "{:#?}", view.nodes);
    assert_eq!((agency[0].kind, agency[0].camp.as_str()), (VoiceKind::Agency, "unassigned"));
    let both = BTreeSet::from(["منبر السهل".to_owned(), "البيان اليوم".to_owned()]);
    assert_eq!(quoting(&view, &agency[0].id), both);
    assert_eq!(agency[0].claims, 3, "the agency, and «الوكالة» behind it: {:#?}", view.edges);
    let doctor = nodes(&view, SourcePart::Speaks, "طبيب");
    assert_eq!(quoting(&view, &doctor[0].id), BTreeSet::from([label(agency[0])]));
    for edge in &view.edges {
        assert!(!edge.claims.is_empty(), "every tie has its sentences");
        assert!(edge.claims.iter().all(|c| c.outlet.is_some()));
    }
}

#[test]
fn every_claim_stands_under_its_own_outlet_and_camp() {
    let accounts = from_an_agency();
    let view = sources(&borrowed(&accounts));
    for (camp, outlet, _) in &accounts {
        let own = nodes(&view, SourcePart::Publishes, outlet);
        assert_eq!((own.len(), own[0].camp.as_str(), own[0].kind), (1, *camp, VoiceKind::Outlet));
        let from = view.edges.iter().filter(|e| e.from == own[0].id).flat_map(|e| &e.claims);
        assert!(from.clone().all(|c| c.outlet.as_deref() == Some(*outlet)));
        assert_eq!(
            own[0].claims - own[0].own,
            from.count(),
            "what it does not say itself it has from somebody"
        );
    }
}

#[test]
fn a_source_without_a_name_is_each_outlets_own() {
    let view = sources(&[
        (
            "pro-sdf",
            "منبر السهل",
            "استهدف قصف سوق بلدة تل الريم صباح السبت. وقال مصدر عسكري إن القصف قتل تسعة مدنيين في السوق. وأضاف المصدر أن القصف استمر ساعة.",
        ),
        (
            "opposition",
            "صدى النهر",
            "تعرضت تل الريم ظهر السبت لقصف مدفعي عنيف طال سوقها الشعبي وأحرق محالها. وذكر مصدر عسكري أن تسعة مدنيين قتلوا بالقصف في سوق البلدة، ثم أغلقت الطرق المؤدية إليها.",
        ),
    ]);
    let found = nodes(&view, SourcePart::Speaks, "مصدر عسكري");
    assert_eq!(found.len(), 2, "{:#?}", view.nodes);
    assert!(found.iter().all(|n| n.kind == VoiceKind::Anonymous && n.camp == "unassigned"));
    let of: BTreeSet<_> = found.iter().filter_map(|n| n.of.as_deref()).collect();
    assert_eq!(of, BTreeSet::from(["منبر السهل", "صدى النهر"]));
    assert!(nodes(&view, SourcePart::Speaks, "المصدر").is_empty(), "«المصدر» is the one named before");
    let told = statement(&view, "تسعة");
    assert_eq!((told.outlets.len(), told.texts, told.voices.len(), told.origins), (2, 2, 2, 2));
    assert_eq!(told.standing, Standing::OneCamp, "nobody knows whose sources they are");
    assert!(told.camps.is_empty());
}

#[test]
fn what_one_speaker_denies_in_several_outlets_is_one_voice() {
    let view = sources(&[
        (
            "pro-sdf",
            "منبر السهل",
            "استهدف قصف سوق بلدة تل الريم صباح السبت. ونفت قوات سوريا الديمقراطية أن تكون قصفت سوق البلدة.",
        ),
        (
            "pro-government",
            "البيان اليوم",
            "سقطت قذائف في سوق بلدة تل الريم صباح السبت وأصيب عشرة مدنيين. ونفت قسد أن تكون قصفت سوق البلدة.",
        ),
    ]);
    let speaker = nodes(&view, SourcePart::Speaks, "قسد");
    assert_eq!(speaker.len(), 1, "«قسد» and «قوات سوريا الديمقراطية» are one: {:#?}", view.nodes);
    assert_eq!((speaker[0].kind, speaker[0].camp.as_str()), (VoiceKind::Speaker, "pro-sdf"));
    assert_eq!(quoting(&view, &speaker[0].id).len(), 2);
    let denied =
        view.statements.iter().find(|s| s.polarity == Polarity::Denied).expect("the denial is told by both");
    assert_eq!((denied.standing, denied.origins, denied.texts), (Standing::OneVoice, 1, 2));
    assert_eq!(denied.camps, ["pro-sdf"], "the outlet of the other camp does not deny it itself");
    assert_eq!(
        denied.outlets.iter().map(|o| o.camp.as_str()).collect::<Vec<_>>(),
        ["pro-sdf", "pro-government"]
    );
}

const WIRE: &str = "استهدف قصف مدفعي سوق بلدة تل الريم صباح السبت وأشعل حريقا كبيرا في المحال التجارية. وقتل القصف تسعة مدنيين في السوق. ونقل الجرحى إلى مشفى البلدة. واعتقل مسلحون ثلاثة شبان عند الجسر الشمالي قبل القصف.";

#[test]
fn copies_of_one_text_are_one_origin_and_come_first() {
    let other = "هز قصف سوق بلدة تل الريم صباح السبت، وهرع الأهالي لإخماد النيران. وقتل القصف تسعة مدنيين في السوق قبل أن تصل سيارات الإسعاف.";
    let copies = [("pro-sdf", "منبر السهل", WIRE), ("opposition", "صدى النهر", WIRE)];
    let view = sources(&copies);
    assert_eq!((view.texts, view.origins.len(), view.origins[0].kind), (1, 1, OriginKind::Copy));
    let told = statement(&view, "تسعة");
    assert_eq!((told.standing, told.outlets.len(), told.texts, told.origins), (Standing::OneOrigin, 2, 1, 1));
    let view = sources(&[copies[0], copies[1], ("pro-government", "البيان اليوم", other)]);
    let told = statement(&view, "تسعة");
    assert_eq!((told.standing, told.outlets.len(), told.texts, told.origins), (Standing::Across, 3, 2, 2));
    let standings: Vec<Standing> = view.statements.iter().map(|s| s.standing).collect();
    assert!(standings.is_sorted() && standings[0] == Standing::OneOrigin, "{standings:?}");
}

#[test]
fn a_medium_that_publishes_and_is_quoted_stands_in_both_parts_and_counts_once() {
    let view = sources(&[
        (
            "pro-government",
            "وكالة عابر للأنباء",
            "استهدف قصف مدفعي سوق بلدة تل الريم صباح السبت. وقتل القصف تسعة مدنيين في السوق.",
        ),
        (
            "opposition",
            "صدى النهر",
            "تعرض سوق بلدة تل الريم صباح السبت لقصف. وذكرت وكالة عابر أن القصف قتل تسعة مدنيين في السوق.",
        ),
    ]);
    let quoted = nodes(&view, SourcePart::Relays, "عابر");
    assert_eq!((quoted.len(), quoted[0].kind), (1, VoiceKind::Outlet));
    assert_eq!(quoted[0].camp, "pro-government", "as what it publishes is");
    assert_eq!(nodes(&view, SourcePart::Publishes, "عابر").len(), 1);
    let told = statement(&view, "تسعة");
    assert_eq!((told.standing, told.texts, told.origins), (Standing::OneVoice, 2, 1));
}

#[test]
fn what_agrees_in_a_figure_and_says_something_else_bears_nothing_out() {
    let view = sources(&[
        (
            "pro-sdf",
            "منبر السهل",
            "استهدف قصف سوق بلدة تل الريم صباح السبت. وقتل القصف تسعة مدنيين وجرح عشرين آخرين في السوق.",
        ),
        (
            "opposition",
            "صدى النهر",
            "تعرضت تل الريم ظهر السبت لقصف مدفعي عنيف طال سوقها الشعبي وأحرق محالها. وتظاهر الأهالي أمام مشفى البلدة بعد تشييع تسعة مدنيين قتلوا بالقصف، ونددوا بالصمت الدولي.",
        ),
    ]);
    let told = view.statements.iter().flat_map(|s| &s.claims).map(|c| c.text.as_str());
    let told: Vec<&str> = told.filter(|text| text.contains("تظاهر") || text.contains("عشرين")).collect();
    assert!(told.is_empty(), "{told:?}");
}

/// A view with its camps called otherwise, what is in the order of the columns set in an order without them.
fn relabelled(view: &SourcesView, camp: impl Fn(&str) -> String) -> serde_json::Value {
    let mut view = serde_json::to_value(view).expect("a view is JSON");
    fn walk(value: &mut serde_json::Value, camp: &dyn Fn(&str) -> String) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, field) in fields {
                    match (name.as_str(), field) {
                        ("camp", serde_json::Value::String(id)) => *id = camp(id),
                        ("camps", serde_json::Value::Array(ids)) => {
                            let mut all: Vec<String> =
                                ids.iter().filter_map(|id| id.as_str()).map(camp).collect();
                            all.sort();
                            *ids = all.into_iter().map(Into::into).collect();
                        }
                        // The ids of who publishes hold their camp.
                        ("id" | "from" | "to", serde_json::Value::String(id))
                            if id.starts_with("publishes ") =>
                        {
                            let (head, of) = id.rsplit_once(' ').expect("it has a camp");
                            *id = format!("{head} {}", camp(of));
                        }
                        (_, field) => walk(field, camp),
                    }
                }
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(|item| walk(item, camp)),
            _ => {}
        }
    }
    walk(&mut view, &camp);
    for list in ["nodes", "edges"] {
        let items = view[list].as_array_mut().expect("a list");
        items.sort_by_key(ToString::to_string);
    }
    view
}

#[test]
fn relabelling_the_camps_relabels_the_sources() {
    let turned = |camp: &str| {
        match camp {
            "pro-sdf" => "opposition",
            "opposition" => "pro-government",
            "pro-government" => "pro-sdf",
            other => other,
        }
        .to_owned()
    };
    let mut accounts = from_an_agency().to_vec();
    accounts.push(("pro-sdf", "بيادر الجسر", WIRE.to_owned()));
    accounts.push(("opposition", "خيط الماء", WIRE.to_owned()));
    let view = sources(&borrowed(&accounts));
    let camps: Vec<String> = accounts.iter().map(|(camp, ..)| turned(camp)).collect();
    let other: Vec<Account<'_>> = accounts
        .iter()
        .zip(&camps)
        .map(|((_, outlet, text), camp)| (camp.as_str(), *outlet, text.as_str()))
        .collect();
    assert!(view.statements.len() > 1 && view.edges.len() > 3, "{view:#?}");
    assert_eq!(relabelled(&view, turned), relabelled(&sources(&other), str::to_owned));
}
