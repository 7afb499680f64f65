//! Who somebody in a chain is: by the lexicon where it knows them, else by their words. Whom an article does not name is
//! of the medium that quotes them, and is nobody else's source.

use crate::show::Scene;
use crate::view::Text;
use riwayat_claims::{CampId, EntityId, Lexicon, Link, MentionKind, SourceKind, medium_key, source_kind};
use riwayat_compare::ClaimRef;
use riwayat_text::normal::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Who publishes an article of the event, by key, with the camps of their articles.
pub(super) type Publishers = BTreeMap<String, BTreeSet<String>>;

/// One link of a chain, and who it is.
#[derive(Debug, Clone)]
pub(super) struct Linked {
    /// Equal for the same one.
    pub(super) key: String,
    pub(super) kind: SourceKind,
    pub(super) entity: Option<EntityId>,
    pub(super) camp: Option<CampId>,
    /// How the article first speaks of them; none of an outlet that publishes.
    pub(super) words: Option<String>,
    /// Of a source without a name: who quotes it.
    pub(super) of: Option<String>,
    /// Its name, of an outlet that publishes.
    name: Option<String>,
}

impl Scene<'_> {
    /// Who publishes an article; one without an outlet is known by itself alone.
    pub(super) fn outlet_link(&self, article: usize) -> Linked {
        let p = &self.prepared[article];
        let lexicon = self.know.lexicon();
        let known = p.outlet.as_deref().and_then(|name| lexicon.outlet(name));
        let key = match (known, &p.outlet) {
            (Some(outlet), _) => outlet.id.to_string(),
            (None, Some(name)) => format!("medium:{}", medium_key(name)),
            (None, None) => format!("article:{}", p.id),
        };
        Linked {
            key,
            kind: SourceKind::Medium,
            entity: known.map(|o| o.id.clone()),
            camp: p.camp.clone(),
            words: None,
            of: None,
            name: p.outlet.clone(),
        }
    }

    /// The chain of a claim, outlet first, speaker last; an outlet that is told something itself stands in it once.
    pub(super) fn links(&self, at: ClaimRef, publishers: &Publishers) -> Vec<Linked> {
        let voice = &self.claim_at(at).voice;
        let mut out = vec![self.outlet_link(at.article)];
        let Some(span) = voice.span else { return out };
        let speaker = Link {
            span: Some(span),
            entity: voice.entity.clone(),
            camp: voice.camp.clone(),
            first: Some(span),
            person: false,
        };
        let told = voice.chain.iter().any(|l| l.span == Some(span));
        for link in voice.chain.iter().filter(|l| l.span.is_some()).chain((!told).then_some(&speaker)) {
            let holder = out.iter().rev().find(|l| l.kind == SourceKind::Medium).unwrap_or(&out[0]);
            let next = self.linked(at.article, link, holder, publishers);
            if out.last().is_none_or(|before| before.key != next.key) {
                out.push(next);
            }
        }
        out
    }

    fn linked(&self, article: usize, link: &Link, holder: &Linked, publishers: &Publishers) -> Linked {
        let p = &self.prepared[article];
        let lexicon = self.know.lexicon();
        let span = link.first.or(link.span);
        let words = span.map_or("", |s| s.of(&p.article.text));
        // An outlet of the event by its bare name, which the lexicon may lack.
        let publishes =
            link.entity.is_none() && publishers.contains_key(&format!("medium:{}", medium_key(words)));
        let kind = if publishes { SourceKind::Medium } else { source_kind(&p.reading, link, lexicon) };
        let (key, entity) = match kind {
            SourceKind::Medium => {
                let named =
                    p.reading.mentions.iter().find(|m| {
                        m.kind == MentionKind::Outlet && span.is_some_and(|s| m.span.overlap(s) > 0)
                    });
                let entity =
                    named.map(|m| &m.entity).or(link.entity.as_ref()).filter(|e| is_outlet(lexicon, e));
                let name = named.map_or(words, |m| m.span.of(&p.article.text));
                (
                    entity.map_or_else(|| format!("medium:{}", medium_key(name)), ToString::to_string),
                    entity.cloned(),
                )
            }
            SourceKind::Named => {
                let key = link.entity.as_ref().map(ToString::to_string);
                (key.unwrap_or_else(|| format!("words:{}", fold(words))), link.entity.clone())
            }
            SourceKind::Unnamed => {
                let folded = fold(words);
                let bare = folded.strip_prefix("ال").unwrap_or(&folded);
                (format!("unnamed:{}:{bare}", holder.key), None)
            }
        };
        let of = (kind == SourceKind::Unnamed)
            .then(|| holder.name.clone().or_else(|| holder.words.clone()))
            .flatten();
        Linked { key, kind, entity, camp: link.camp.clone(), words: Some(words.to_owned()), of, name: None }
    }

    /// What somebody is called: by the lexicon, else as the outlet is, else as written; none of an article without outlet.
    pub(super) fn who_label(&self, who: &Linked, written: Option<&String>) -> Option<Text> {
        let known = who.entity.as_ref().and_then(|e| self.know.lexicon().called(e));
        let known = known.map(|(ar, en)| Text { ar: ar.to_owned(), en: en.to_owned() });
        let plain = |name: &String| Text { ar: name.clone(), en: name.clone() };
        // An outlet is called as everywhere else in the window.
        who.name.as_ref().map(plain).or(known).or_else(|| written.or(who.words.as_ref()).map(plain))
    }
}

fn is_outlet(lexicon: &Lexicon, entity: &EntityId) -> bool {
    lexicon.outlets().iter().any(|o| o.id == *entity)
}
