//! Writes what is generated from the wire types, and fails where the committed files differ.
//!
//! `UPDATE=1 cargo test -p riwayat-app generated` writes them anew.

use crate::{recent, view, wire};
use std::path::Path;
use ts_rs::TS;

/// Compares a generated file with the committed one, or writes it.
fn hold(path: &str, fresh: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().expect("a file has a folder")).expect("the folder can be made");
        std::fs::write(&file, fresh).expect("the file can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept == fresh,
        "{path} is not what the types give; run `UPDATE=1 cargo test -p riwayat-app generated`"
    );
}

macro_rules! declare {
    ($($module:ident :: { $($name:ident $(<$of:ty>)?),* $(,)? })*) => {
        [$($(<$module::$name $(<$of>)? as TS>::decl(&ts_rs::Config::default())),*),*]
    };
}

#[test]
fn typescript_types_match() {
    let declared = declare! {
        wire::{
            Polarity, RelationKind, Scope, CountingRule, LeftOut, OriginKind, Stretch, Quantity, Actor,
        }
        view::{
            Coverage, CellState, MarkLayer, RowKind, SlotState, VoiceKind, SourcePart, Standing, Field, Stage, Outcome, NamedKind, Text, Camp, Dossier, Overview, OverviewPart, InParts<String>, Rest, EventHead, NamedHead,
            CampCoverage, StorylineHead, EventView, LayerCount, MemberView, Column, ArticleHead, RowView, CellView,
            PieceView, Spot, MarkView, ClaimsView, Slot, SlotCell, FiguresView, FigureSetView, FigureView, TallyView, GroundView, ClaimPlace, NamingView,
            NamingSetView, CampNames, NameView, QuotedName, AgencyView, AgencyUseView, SourcesView, SourceNode, SourceEdge, OriginView, StatementView, WhoView, LinkView, ClaimView, RelationView,
            SearchView, FoundEvent, FoundSentence, ArticleView, EditView, LeftOutView, ImportReport,
            ReportPart, SourceReport, Progress, Failure,
        }
        recent::{
            Recent,
        }
    };
    let mut out = String::from(
        "// Generated from crates/app by `UPDATE=1 cargo test -p riwayat-app generated`. Do not edit.\n",
    );
    for line in declared {
        out.push_str("\nexport ");
        out.push_str(&line);
        out.push('\n');
    }
    hold("ui/src/lib/backend/types.gen.ts", &out);
}

#[test]
fn json_schemas_match() {
    for (name, schema) in [
        ("inspect", schemars::schema_for!(wire::Inspection)),
        ("compare", schemars::schema_for!(wire::Comparison)),
        ("import", schemars::schema_for!(wire::Stamped<view::ImportReport>)),
        ("events", schemars::schema_for!(wire::Stamped<wire::EventList>)),
        ("show", schemars::schema_for!(wire::Comparison)),
        ("search", schemars::schema_for!(wire::Stamped<view::SearchView>)),
        ("verify", schemars::schema_for!(wire::Stamped<wire::Verification>)),
        ("lexicon", schemars::schema_for!(wire::Stamped<wire::LexiconEntries>)),
        ("pairs-in", schemars::schema_for!(wire::PairQuestion)),
        ("pairs-out", schemars::schema_for!(wire::PairAnswer)),
    ] {
        let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
        hold(&format!("docs/schema/{name}.schema.json"), &(text + "\n"));
    }
}
