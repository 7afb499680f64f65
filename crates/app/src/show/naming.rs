//! What each camp calls the same thing, with every place where it stands; and who tells deeds without their doer.

use super::Scene;
use crate::convert::{self, Cut};
use crate::view::{
    AgencyUseView, AgencyView, CampNames, ClaimPlace, NameView, NamingSetView, NamingView, QuotedName, Text,
};
use riwayat_claims::{Tone, Wording, event_words, wording};
use riwayat_compare::{Agency, AgencyUse, ClaimRef, Naming, NamingUse, Why};
use riwayat_text::Span;

/// Letters shown on each side of a name. Code points, 30 to 80.
const AROUND: usize = 48;

impl Scene<'_> {
    /// The names and agency of the event of this id.
    #[must_use]
    pub fn naming(&self, id: &str) -> Option<NamingView> {
        let event = self.found.events.iter().find(|e| e.id == id)?;
        Some(NamingView {
            event: event.id.clone(),
            title: self.title(event),
            sets: event.naming.iter().map(|n| self.naming_set(n)).collect(),
            agency: event.agency.iter().map(|a| self.agency(a)).collect(),
        })
    }

    fn naming_set(&self, naming: &Naming) -> NamingSetView {
        // The words for deeds and people are no names of one: they are headed by what they are for, never by one of them.
        let group = wording(naming.entity.as_str());
        let by_camp: Vec<CampNames> = (naming.by_camp.iter())
            .map(|(camp, names)| CampNames {
                camp: convert::camp_name(camp.as_ref()),
                names: names.iter().map(|n| self.name(n, group)).collect(),
            })
            .collect();
        let first = || by_camp.iter().flat_map(|c| &c.names).map(|n| n.text.as_str()).next();
        let label = match group {
            Some(group) => Text { ar: group.ar.clone(), en: group.en.clone() },
            None => self.label(&naming.entity, first()),
        };
        let kind = naming.entity.as_str().split_once(':').map(|(kind, _)| kind.to_owned());
        let lexicon = self.know.lexicon();
        let (called, neutral) = (lexicon.called(&naming.entity), lexicon.name_of(&naming.entity));
        let found_label = neutral.filter(|_| called != neutral);
        NamingSetView {
            entity: naming.entity.to_string(),
            label,
            found_label: found_label.map(|(ar, en)| Text { ar: ar.to_owned(), en: en.to_owned() }),
            known: kind.is_none() && called.is_some(),
            kind,
            by_camp,
        }
    }

    fn name(&self, name: &NamingUse, group: Option<&Wording>) -> NameView {
        let mentioned = || {
            name.places.iter().find_map(|(article, span)| {
                let mentions = &self.prepared[*article].reading.mentions;
                mentions.iter().find(|m| m.span == *span).map(|m| m.tone)
            })
        };
        let tone = group.map_or_else(mentioned, |group| group.tone(&name.text));
        NameView {
            text: name.text.clone(),
            loaded: matches!(tone, Some(Tone::Hostile | Tone::Honorific)),
            places: name.places.iter().map(|(article, span)| self.quoted(*article, *span)).collect(),
        }
    }

    /// A stretch with the words around it.
    fn quoted(&self, article: usize, span: Span) -> QuotedName {
        let p = &self.prepared[article];
        let text = &p.article.text;
        let (before, behind) = (&text[..span.start()], &text[span.end()..]);
        let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        let (before, behind) = (context_before(before, from), context_behind(behind, to));
        let (start, _, name) = Cut::new(text).of(span);
        QuotedName {
            article: p.id.clone(),
            outlet: p.outlet.clone(),
            start,
            before: before.to_owned(),
            text: name,
            behind: behind.to_owned(),
        }
    }

    fn agency(&self, agency: &Agency) -> AgencyView {
        let words = event_words(&agency.event_type);
        let words = words.map(|(ar, en)| Why { ar: ar.to_owned(), en: en.to_owned() });
        let of = |u: &AgencyUse| AgencyUseView {
            camp: convert::camp_name(u.camp.as_ref()),
            told: u.told.iter().map(|c| self.claim_place(*c)).collect(),
            untold: u.untold.iter().map(|c| self.claim_place(*c)).collect(),
        };
        AgencyView {
            deed: words.unwrap_or_default().into(),
            by_camp: agency.by_camp.iter().map(of).collect(),
        }
    }

    /// A claim as it is listed elsewhere than in its row.
    pub(super) fn claim_place(&self, at: ClaimRef) -> ClaimPlace {
        let p = &self.prepared[at.article];
        let claim = &p.reading.claims[at.claim];
        ClaimPlace {
            claim: self.claim_id(at),
            article: p.id.clone(),
            outlet: p.outlet.clone(),
            voice: claim.voice.span.map(|speaker| speaker.of(&p.article.text).to_owned()),
            polarity: convert::polarity(claim.polarity),
            text: claim.span.of(&p.article.text).to_owned(),
        }
    }
}

/// The end of `text`, from `from` on: begins with a whole word, and never leaves its line.
fn context_before(text: &str, from: usize) -> &str {
    match text[from..].rsplit_once('\n') {
        Some((_, line)) => line,
        None if from == 0 => text,
        None => text[from..].split_once(' ').map_or("", |(_, rest)| rest),
    }
}

/// The beginning of `text`, up to `to`: ends with a whole word, and never leaves its line.
fn context_behind(text: &str, to: usize) -> &str {
    match text[..to].split_once('\n') {
        Some((line, _)) => line,
        None if to == text.len() => text,
        None => text[..to].rsplit_once(' ').map_or("", |(rest, _)| rest),
    }
}

#[cfg(test)]
mod tests {
    use super::{context_before, context_behind};

    #[test]
    fn a_context_keeps_the_words_of_its_line_and_cuts_none() {
        let text = "سطر سابق\nوأكدت ";
        assert_eq!(context_before(text, 0), "وأكدت ");
        assert_eq!(context_before("وأكدت ", 0), "وأكدت ");
        assert_eq!(context_before("قالت قوات ", "قا".len()), "قوات ");
        let text = " أن البلدة خالية\nسطر لاحق";
        assert_eq!(context_behind(text, text.len()), " أن البلدة خالية");
        assert_eq!(context_behind(" أن البلدة", " أن البل".len()), " أن");
        assert_eq!(context_behind(" أن البلدة", " أن البلدة".len()), " أن البلدة");
    }
}
