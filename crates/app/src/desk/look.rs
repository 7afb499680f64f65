//! What can be looked at: an event in each of its views, an article, and where words stand.

use super::{Desk, field_shown, not_found};
use crate::pipeline::Prepared;
use crate::view::{
    self, ArticleView, ClaimView, ClaimsView, EventView, Failure, FiguresView, NamingView, SearchView,
    SourcesView,
};
use crate::{convert, record, search, words};
use riwayat_store::{self as store, EffectiveArticle};

impl Desk {
    /// The accounts of one event, side by side.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn event(&self, id: &str) -> Result<EventView, Failure> {
        if let Some(kept) = self.kept_event(id) {
            return Ok(kept);
        }
        let shown = self.shown_of(id)?;
        let view = self.scene(&shown).event(id).ok_or_else(|| not_found("الحدث", "event", id))?;
        self.keep_event(&view, &shown);
        Ok(view)
    }

    /// The claims of a row of an event, by its number.
    ///
    /// # Errors
    /// Where there is no such row.
    pub fn row_claims(&self, event: &str, row: usize) -> Result<Vec<ClaimView>, Failure> {
        self.scene(&*self.shown_of(event)?)
            .row_claims(event, row)
            .ok_or_else(|| not_found("الصفّ", "row", event))
    }

    /// What each camp does with each claim of one event.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn claims(&self, id: &str) -> Result<ClaimsView, Failure> {
        self.scene(&*self.shown_of(id)?).claims_table(id).ok_or_else(|| not_found("الحدث", "event", id))
    }

    /// What the voices of one event count.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn figures(&self, id: &str) -> Result<FiguresView, Failure> {
        self.scene(&*self.shown_of(id)?).figures(id).ok_or_else(|| not_found("الحدث", "event", id))
    }

    /// What camps call the same things in one event.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn naming(&self, id: &str) -> Result<NamingView, Failure> {
        self.scene(&*self.shown_of(id)?).naming(id).ok_or_else(|| not_found("الحدث", "event", id))
    }

    /// Where all words that were typed stand in one sentence, in Arabic as people type it.
    ///
    /// # Errors
    /// Where the dossier cannot be read.
    pub fn search(&self, typed: &str) -> Result<SearchView, Failure> {
        let shown = self.shown()?;
        let found = search::search(&search::Query::new(typed), &shown.prepared);
        Ok(self.scene(&shown).search(typed, &found))
    }

    /// Who is quoted by whom in one event, and what stands on how many origins.
    ///
    /// # Errors
    /// Where there is no such event.
    pub fn sources(&self, id: &str) -> Result<SourcesView, Failure> {
        self.scene(&*self.shown_of(id)?).sources(id).ok_or_else(|| not_found("الحدث", "event", id))
    }

    /// One article with its provenance.
    ///
    /// # Errors
    /// Where there is no such article, or the dossier cannot be read.
    pub fn article(&self, id: &str) -> Result<ArticleView, Failure> {
        let shown = self.shown_with(id)?;
        let index = shown.prepared.iter().position(|p| p.id == id);
        let index = index.ok_or_else(|| not_found("المقال", "article", id))?;
        let (p, e) = (&shown.prepared[index], &shown.articles[index]);
        let event = shown.found.events.iter().find(|ev| ev.articles.contains(&index));
        let first = (&e.article.origin, e.article.line);
        let copies = (self.file().sightings(&e.article.sha256)?.into_iter())
            .filter(|s| (&s.origin, s.line) != first)
            .map(|s| record::shown_place(&s.origin, s.line))
            .collect();
        let left_out = |l: &store::LeftOut| view::LeftOutView {
            text: l.text.clone(),
            before: l.before,
            reason: words::left_out(&l.reason).into(),
        };
        let edited = |edit: &store::Edit| {
            (edit.imported != e.value(edit.field))
                .then(|| view::EditView { field: field_shown(edit.field), was: edit.imported.clone() })
        };
        let cut = convert::Cut::new(&p.article.text);
        let scene = self.scene(&shown);
        Ok(ArticleView {
            head: scene.article_head(index, event),
            claims: scene.article_claims(index),
            text: p.article.text.clone(),
            paragraphs: p.reading.paragraphs.iter().map(|s| cut.stretch(*s)).collect(),
            left_out: e.article.left_out.iter().map(left_out).collect(),
            url: p.article.url.clone(),
            file: p.article.file.clone(),
            sha256: p.article.sha256.clone(),
            imported_at: e.article.imported_at.to_string(),
            warnings: p.article.warnings.iter().map(|w| words::warning(w).into()).collect(),
            extra: e.article.extra.clone(),
            copies,
            edited: e.edits.iter().filter_map(edited).collect(),
            camp_why: words::camp_reason(&p.camp_reason, p.outlet.as_deref()).into(),
            published_why: published_why(p, e).into(),
            headline: riwayat_compare::headline(&p.as_compared(), shown.know.lexicon())
                .iter()
                .map(|h| (&h.why).into())
                .collect(),
            totals: (riwayat_compare::totals(&p.article.text, &p.reading).iter())
                .map(|t| (&t.why).into())
                .collect(),
            event: event.map(|ev| ev.id.clone()),
            event_decided: event.is_some_and(|ev| ev.members.iter().any(|m| m.article == index && m.decided)),
        })
    }
}

/// Why an article has its day of publication.
fn published_why(p: &Prepared, e: &EffectiveArticle) -> riwayat_compare::Why {
    if record::decided(e, store::Field::Published) {
        return words::both("حدّدتُ التاريخ بنفسي", "you set the date");
    }
    match (p.article.published, p.inferred) {
        (Some(_), _) => match &p.article.published_text {
            Some(text) => {
                words::both(format!("يذكره المقال: «{text}»"), format!("the article states it: “{text}”"))
            }
            None => words::both("ذُكر مع المقال", "given with the article"),
        },
        (None, Some(inferred)) => {
            let text = inferred.span.of(&p.article.text);
            words::both(
                format!("لا يذكر المقال تاريخ نشره؛ استُنتج من «{text}» في أوّله"),
                format!("the article states no date; inferred from “{text}” at its start"),
            )
        }
        (None, None) => words::both("لا يذكر المقال تاريخاً", "the article states no date"),
    }
}
