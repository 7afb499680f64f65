use jiff::civil::Date;
use riwayat_claims::*;
use riwayat_compare::*;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let lex = Lexicon::builtin();
    let data = std::fs::read_to_string(path).unwrap();
    let objs: Vec<serde_json::Value> = data.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let s = |o: &serde_json::Value, k: &str| o[k].as_str().unwrap_or("").to_owned();
    let rows: Vec<(String, String, String, Option<Date>, Option<CampId>, String)> = objs.iter().map(|o| (s(o, "id"), s(o, "title"), s(o, "text"), s(o, "published").parse().ok(), o["camp"].as_str().map(CampId::from), s(o, "event"))).collect();
    let t = std::time::Instant::now();
    let readings: Vec<Reading> = rows.iter().map(|r| read(&Input { title: &r.1, text: &r.2, published: r.3, outlet: None, camp: r.4.as_ref() }, &lex)).collect();
    eprintln!("read {:?}", t.elapsed());
    let arts: Vec<Article> = rows.iter().zip(&readings).map(|(r, reading)| Article { id: &r.0, title: &r.1, text: &r.2, outlet: None, camp: r.4.as_ref(), published: r.3, inferred: None, reading }).collect();
    let t = std::time::Instant::now();
    let c = compare(&arts, &lex, &[], &|_, _| true);
    eprintln!("compare {:?} events {} relations {}", t.elapsed(), c.events.len(), c.relations.len());
    let quiet = std::env::args().nth(2);
    if quiet.as_deref() == Some("q") { return }
    for e in &c.events {
        println!("## {} [{}] {:?}-{:?} story {} | {}", e.title, e.articles.iter().map(|a| arts[*a].id).collect::<Vec<_>>().join(" "), e.from, e.to, e.storyline, e.why.ar);
        if quiet.as_deref() == Some("m") { for m in &e.members { println!("   {} {:.3} {}", arts[m.article].id, m.score, m.why.en) } }
        if quiet.as_deref() == Some("r") { for r in &e.rows { if r.cells.len() > 0 && e.articles.len() > 1 { println!("  -- {:.2}", r.score); for c in &r.cells { for p in &c.pieces { println!("     {:?} {} {}{}", c.camp, arts[p.article].id, if p.relayed { "RELAYED " } else { "" }, p.span.of(arts[p.article].text)); for m in &p.marks { println!("           {:?} {} {:?} {:?}", m.layer, m.span.of(arts[p.article].text), m.part.map(|s| s.of(arts[p.article].text)), m.instead) } } } } } }
    }
    for (i, s) in c.storylines.iter().enumerate() { if s.events.len() > 1 { println!("STORY {i} {:?} {}", s.events.iter().map(|e| c.events[*e].articles.iter().map(|a| arts[*a].id).collect::<Vec<_>>().join(",")).collect::<Vec<_>>(), s.why.en) } }
    if quiet.as_deref() == Some("R") { for r in &c.relations { let q = |c: &ClaimRef| { let a = &arts[c.article]; format!("{}: {}", a.id, a.reading.claims[c.claim].span.of(a.text)) }; println!("{:?} {:?} {:?}\n   {}\n   {}\n   {}", r.kind, r.detail, r.scope, q(&r.a), q(&r.b), r.why.en) } }
    // B-cubed
    let pred: Vec<usize> = (0..arts.len()).map(|i| c.events.iter().position(|e| e.articles.contains(&i)).unwrap()).collect();
    let (mut p, mut rc) = (0.0, 0.0);
    let n = arts.len();
    for i in 0..n {
        let mine = (0..n).filter(|j| pred[*j] == pred[i]).count() as f64;
        let truth = (0..n).filter(|j| rows[*j].5 == rows[i].5).count() as f64;
        let both = (0..n).filter(|j| rows[*j].5 == rows[i].5 && pred[*j] == pred[i]).count() as f64;
        p += both / mine / n as f64; rc += both / truth / n as f64;
    }
    let lone = (0..n).filter(|i| rows[*i].5.starts_with('d') && c.events[pred[*i]].articles.len() == 1).count();
    println!("P {p:.3} R {rc:.3} F1 {:.3} lone {lone}/{}", 2.0 * p * rc / (p + rc), rows.iter().filter(|r| r.5.starts_with('d')).count());
}
