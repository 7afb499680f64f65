//! An article as it stands for the analyst: as imported, with what she set laid over it.

use crate::history::{Field, History};
use crate::table::article::ArticleRow;
use crate::{Dossier, StoreError};

/// A field that was set by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Which.
    pub field: Field,
    /// Number of the decision that set it.
    pub seq: u64,
    /// What import had found.
    pub imported: Option<String>,
}

/// An article with the analyst's edits in it.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveArticle {
    /// The article; the fields named in `edits` hold what she set.
    pub article: ArticleRow,
    /// What she set, in order of field.
    pub edits: Vec<Edit>,
}

impl EffectiveArticle {
    /// Lays what holds of a history over an article.
    #[must_use]
    pub fn new(article: ArticleRow, history: &History) -> Self {
        let fields = history.fields();
        let edits = fields
            .range((article.id.as_str(), Field::Outlet)..=(article.id.as_str(), Field::Title))
            .map(|((_, field), (seq, to))| (*field, *seq, *to))
            .collect::<Vec<_>>();
        let mut effective = Self { article, edits: Vec::with_capacity(edits.len()) };
        for (field, seq, to) in edits {
            let imported = effective.value(field);
            effective.set(field, to);
            effective.edits.push(Edit { field, seq, imported });
        }
        effective
    }

    /// True where the field was set by hand, even if to nothing.
    #[must_use]
    pub fn edited(&self, field: Field) -> bool {
        self.edits.iter().any(|edit| edit.field == field)
    }

    /// What a field holds; `None` where it is empty.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<String> {
        match field {
            Field::Outlet => self.article.outlet.clone(),
            Field::Camp => self.article.camp.clone(),
            Field::Published => self.article.published.map(|day| day.to_string()),
            Field::Title => Some(self.article.title.clone()).filter(|title| !title.is_empty()),
        }
    }

    fn set(&mut self, field: Field, to: Option<&str>) {
        match field {
            Field::Outlet => self.article.outlet = to.map(Into::into),
            Field::Camp => self.article.camp = to.map(Into::into),
            Field::Published => self.article.published = to.and_then(|day| day.parse().ok()),
            Field::Title => self.article.title = to.unwrap_or_default().into(),
        }
    }
}

impl Dossier {
    /// Every article with the analyst's edits in it, in order of import.
    ///
    /// # Errors
    /// `Unreadable`, `Damaged`.
    pub fn effective_articles(&self) -> Result<Vec<EffectiveArticle>, StoreError> {
        let history = self.history()?;
        Ok(self.articles()?.into_iter().map(|article| EffectiveArticle::new(article, &history)).collect())
    }

    /// One article with the analyst's edits in it.
    ///
    /// # Errors
    /// `NoArticle`; `Unreadable`, `Damaged`.
    pub fn effective_article(&self, id: &str) -> Result<EffectiveArticle, StoreError> {
        Ok(EffectiveArticle::new(self.article(id)?, &self.history()?))
    }
}
