//! What she reads every day: the next contradiction and the next difference with their reason and claims, and the five
//! views of an event. What must be read there is known: the sample is of the program's own making.

use crate::hands::{ALT, ENTER};
use crate::window::{self, Window};
use crate::{data_dir, open_last_event, shown};
use serde_json::json;

/// The words by which a contradiction is told, and those of what differs otherwise.
const CONTRADICTIONS: [&str; 3] = ["تناقض", "نفي", "اتهام متبادل"];
const DIFFERENCES: [&str; 4] = ["أرقام مختلفة", "إقرار", "لا يقارن", "طرف واحد"];

/// The row that has the focus: its number, its relation and reason as they are read, whether the reason is in sight and
/// nothing over it. Null while it still moves.
const ROW: &str = r#"
    const row = document.activeElement?.closest("[data-testid=row]");
    const why = row?.querySelector(".why");
    if (!why) return null;
    const range = document.createRange();
    range.selectNodeContents(why);
    const { left, right, top, bottom } = range.getClientRects()[0];
    const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return [row.querySelector(".number").textContent.trim(), row.querySelector("[data-testid=row-chip]").textContent.trim(),
        why.textContent.trim(), why.contains(at)];"#;

/// The sentences of the row that has the focus, seen or not.
const TEXTS: &str = r#"
    const row = document.activeElement.closest("[data-testid=row]");
    return [...row.querySelectorAll(".piece .txt")].map((words) => words.textContent);"#;

/// The claims that are open, as they are read: in sight, or not at all.
const CLAIMS: &str = r#"
    return [...document.querySelectorAll("[data-testid=claim]")].filter((claim) => claim.getBoundingClientRect().height > 0)
        .map((claim) => claim.querySelector("q").textContent);"#;

#[derive(Debug)]
struct Row {
    number: String,
    chip: String,
    why: String,
    texts: Vec<String>,
}

/// Without vowel marks, of which the interface leaves some out, and the direction marks that it puts round its numbers.
fn bare(text: &str) -> String {
    let left_out = |c: &char| ('\u{64B}'..='\u{652}').contains(c) || ('\u{2066}'..='\u{2069}').contains(c);
    text.chars().filter(|c| !left_out(c)).collect()
}

/// The row to which a key led, once its reason can be read.
async fn row(window: &Window) -> Row {
    window
        .until("its reason is in sight", &format!("return (() => {{ {ROW} }})()?.[3] === true"), vec![])
        .await;
    let (number, chip, why, _): (String, String, String, bool) =
        serde_json::from_value(window.run(ROW, vec![]).await).expect("a row");
    Row { number, chip: bare(&chip), why, texts: texts(window).await }
}

/// The sentences of the row that has the focus, as far as they are drawn.
async fn texts(window: &Window) -> Vec<String> {
    serde_json::from_value(window.run(TEXTS, vec![]).await).expect("sentences")
}

#[tokio::test]
async fn keys_lead_to_contradictions_and_differences_with_their_reasons_and_claims() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        open_last_event(&window).await;
        window.run("document.querySelector('[data-testid=cell]').focus()", vec![]).await;
        let mut seen = Vec::new();
        for _ in 0..2 {
            window.chord(&[], 'j').await;
            let here = other_than(&window, seen.last()).await;
            assert!(CONTRADICTIONS.contains(&here.chip.as_str()), "J leads to a contradiction: {here:?}");
            reasoned(&here);
            claims(&window).await;
            seen.push(here.number);
        }
        window.picture("next-contradiction").await;
        let mut kinds = Vec::new();
        for _ in 0..6 {
            window.chord(&[], 'd').await;
            let here = other_than(&window, seen.last()).await;
            assert!(
                CONTRADICTIONS.iter().chain(&DIFFERENCES).any(|word| *word == here.chip),
                "D leads to a difference: {here:?}"
            );
            reasoned(&here);
            kinds.push(here.chip);
            seen.push(here.number);
        }
        assert!(
            kinds.iter().any(|kind| DIFFERENCES.contains(&kind.as_str())),
            "not to contradictions alone: {kinds:?}"
        );
        window.picture("next-difference").await;
    })
    .await;
}

/// The row that has the focus now, which is not that of this number.
async fn other_than(window: &Window, number: Option<&String>) -> Row {
    let moved = r#"
        const row = document.activeElement?.closest("[data-testid=row]");
        return row !== null && row.querySelector(".number").textContent.trim() !== arguments[0];"#;
    window.until("the key leads to another row", moved, vec![json!(number)]).await;
    row(window).await
}

/// The reason is a sentence, and of what two voices say, not a kind of row said once more.
fn reasoned(row: &Row) {
    let Row { chip, why, texts, .. } = row;
    assert!(why.split_whitespace().count() > 4 && bare(why) != *chip, "a reason in words: {row:?}");
    assert!(!texts.is_empty(), "and sentences to read under it: {row:?}");
}

/// Enter opens the claims of the row, which are words of its sentences, and closes them. They come into sight at the end of the
/// row, which is drawn whole then.
async fn claims(window: &Window) {
    assert_eq!(window.run(CLAIMS, vec![]).await, json!([]), "no claims are open yet");
    window.chord(&[], ENTER).await;
    window.find("[data-testid=claim]").await;
    let whole = r#"return document.activeElement?.closest("[data-testid=row]")?.querySelector("[data-more]") === null;"#;
    window.until("the row is drawn whole", whole, vec![]).await;
    let texts = texts(window).await;
    let told: Vec<String> = serde_json::from_value(window.run(CLAIMS, vec![]).await).expect("claims");
    assert!(!told.is_empty());
    for claim in &told {
        let said = texts.iter().any(|text| text.contains(claim.as_str()) || claim.contains(text.trim()));
        assert!(said, "«{claim}» is said in the row: {texts:?}");
    }
    window.chord(&[], ENTER).await;
    window.until_gone("[data-testid=claim]").await;
}

/// What is read in the element of this name that has these words in it.
async fn line_with(window: &Window, testid: &str, words: &str) -> String {
    let script = r#"
        const lines = [...document.querySelectorAll(`[data-testid=${arguments[0]}]`)];
        return lines.find((line) => line.textContent.includes(arguments[1]))?.innerText ?? null;"#;
    let line = window.run(script, vec![json!(testid), json!(words)]).await;
    bare(line.as_str().unwrap_or_else(|| panic!("no {testid} has «{words}»")))
}

/// What a camp's cell of the table of accounts reads in the line of a claim.
async fn account(window: &Window, claim: &str, camp: &str) -> String {
    let script = r#"
        const slot = [...document.querySelectorAll("[data-testid=slot]")].find((line) => line.textContent.includes(arguments[0]));
        return slot?.querySelector(`[data-camp="${arguments[1]}"]`)?.innerText.trim() ?? null;"#;
    let told = window.run(script, vec![json!(claim), json!(camp)]).await;
    bare(told.as_str().unwrap_or_else(|| panic!("{camp} has no cell for «{claim}»")))
}

#[tokio::test]
async fn keys_show_the_five_views_and_each_tells_what_is_known() {
    let data = data_dir();
    window::open(data.path(), |window| async move {
        shown(&window).await;
        open_last_event(&window).await;

        // Claims: who says where the shells came from, and who denies it.
        window.chord(&[ALT], '2').await;
        window.find("[data-testid=claims-table] [data-testid=slot]").await;
        let shells = "مصدر القصف مرابض مدفعية القوات الحكومية";
        assert_eq!(account(&window, shells, "pro-sdf").await, "يقوله");
        assert_eq!(account(&window, shells, "pro-government").await, "ينفيه");

        // Figures: nine at least, from the outlet that wrote so, and a denied figure that no codebook counts.
        window.chord(&[ALT], '3').await;
        window.find("[data-testid=figures] [data-testid=figure]").await;
        let nine = line_with(&window, "figure", "تسعة مدنيين على الأقل").await;
        assert!(nine.contains("ضوء السهل") && nine.contains("٩ فأكثر"), "{nine}");
        let denied = line_with(&window, "figure", "أربعة مواطنين").await;
        assert!(denied.contains("مصدر عسكري") && denied.contains("لا يعد"), "{denied}");

        // Naming: one force, and what opponents call it.
        window.chord(&[ALT], '4').await;
        window.find("[data-testid=naming] [data-testid=naming-set]").await;
        let force = line_with(&window, "naming-set", "ميليشيا \"قسد\"").await;
        assert!(force.contains("قوات سوريا الديمقراطية"), "{force}");

        // Sources: the agency, and that what two outlets have from it is one text.
        window.chord(&[ALT], '5').await;
        window.find("[data-testid=sources] [data-testid=source]").await;
        line_with(&window, "source", "وكالة عابر").await;
        let told = line_with(&window, "statement", "ما لا يقل عن عشرة أشخاص").await;
        for words in ["نص واحد", "برج الأخبار", "حكي الضفتين", "وكالة عابر للأنباء"]
        {
            assert!(told.contains(words), "{words} is not in: {told}");
        }

        // And back to the columns: the first camp's own words, in its column.
        window.chord(&[ALT], '1').await;
        shown(&window).await;
        let words = "return document.querySelector('[data-testid=cell][data-camp=pro-sdf] .txt').textContent";
        let first = window.run(words, vec![]).await;
        assert!(first.as_str().is_some_and(|text| text.contains("تسعة مدنيين على الأقل")), "{first}");
        assert!(window.all("[data-testid=sources]").await.is_empty());
    })
    .await;
}
