//! Voices: from the words that name a speaker to who it is, on which side, and through whom.
//!
//! Who speaks is looked up among the names of the article; of «المتحدث باسم قسد» the side is that of the name
//! inside. A speaker named again by post or surname is the one named before. Whom nothing tells stays open.

use crate::attribution::{Cue, Source};
use crate::lexicon::CampId;
use crate::marked::Marked;
use crate::reading::{Context, Link, Mention, MentionKind, Voice};
use crate::speaker::Phrase;
use crate::words::Class;
use riwayat_text::Span;
use std::collections::HashMap;
use std::ops::Range;

/// Longest chain of attribution, in links: 4 to 20. News text has four at most; a bound keeps the work linear.
pub(crate) const LONGEST_CHAIN: usize = 8;

/// The speakers of an article so far.
#[derive(Debug, Default)]
pub(crate) struct Voices {
    last: Option<Voice>,
    /// By the last word of a name: the link of the one named so.
    named: HashMap<String, Link>,
    /// By its head noun, without article: the link of the last who spoke or relayed.
    heads: HashMap<String, Link>,
    /// Whose quotation is still open.
    open: Option<Voice>,
    /// Whom the sentence before told of, and whether a verb of hers goes with them.
    introduced: Option<(Voice, bool)>,
}

/// The outlet's own voice.
pub(crate) fn outlet(ctx: &Context<'_>) -> Voice {
    Voice { span: None, entity: ctx.input.outlet.cloned(), camp: ctx.input.camp.cloned(), chain: Vec::new() }
}

impl Voices {
    /// The voice of a cue; inside `outer`, whose chain it continues.
    pub(crate) fn of(&mut self, doc: &Marked<'_>, cue: &Cue, outer: Option<&Voice>) -> Voice {
        let mut chain: Vec<Link> =
            outer.filter(|o| o.chain.len() < LONGEST_CHAIN).map_or_else(Vec::new, |o| o.chain.clone());
        for phrase in &cue.relays {
            let link = self.link(doc, phrase, None);
            self.keep_head(doc, phrase, &link);
            chain.push(link);
        }
        match &cue.source {
            Source::Outlet => outlet(doc.ctx),
            Source::Carried => match outer.or(self.last.as_ref()).or(self.told_of(doc, cue)) {
                Some(voice) if cue.relays.is_empty() => voice.clone(),
                Some(voice) => {
                    if outer.is_none() {
                        chain.extend(voice.chain.last().cloned());
                    }
                    Voice { chain, ..voice.clone() }
                }
                None => outlet(doc.ctx),
            },
            Source::Named(phrase) => {
                let link = self.link(doc, phrase, cue.apposition);
                self.remember(doc, phrase, &link);
                chain.push(link.clone());
                let voice = Voice { span: link.span, entity: link.entity, camp: link.camp, chain };
                if !cue.nested {
                    self.last = Some(voice.clone());
                }
                voice
            }
        }
    }

    /// Whom the sentence before told of, where the verb agrees: وصل رئيس المجلس. وقال إن ….
    fn told_of(&self, doc: &Marked<'_>, cue: &Cue) -> Option<&Voice> {
        let (voice, hers) = self.introduced.as_ref()?;
        let verb = (cue.from..cue.upto).find(|i| doc.form(*i).is_some())?;
        (doc.bare(verb).ends_with('ت') == *hers).then_some(voice)
    }

    /// Keeps whom a sentence without reports tells of, for the next one.
    pub(crate) fn introduce(&mut self, doc: &Marked<'_>, found: Option<(Phrase, bool)>) {
        self.introduced = found.map(|(phrase, hers)| (self.plain(doc, &phrase), hers));
    }

    /// A voice without relays that is not carried over: who told a rumour.
    pub(crate) fn plain(&self, doc: &Marked<'_>, phrase: &Phrase) -> Voice {
        let link = self.link(doc, phrase, None);
        Voice { span: link.span, entity: link.entity.clone(), camp: link.camp.clone(), chain: vec![link] }
    }

    /// The voice whose quotation the sentence goes on with.
    pub(crate) fn quoted(&self, _doc: &Marked<'_>, _tokens: Range<usize>) -> Option<Voice> {
        self.open.clone()
    }

    /// Settles, at the end of a sentence, whether a quotation stays open.
    pub(crate) fn leave(
        &mut self,
        doc: &Marked<'_>,
        tokens: Range<usize>,
        last: Option<(&Voice, Range<usize>)>,
    ) {
        let mut opened = None;
        let end = tokens.end;
        for i in tokens {
            if doc.is_sign(i, &["«", "“"]) {
                opened = Some(i);
            } else if doc.is_sign(i, &["»", "”"]) {
                opened = None;
                self.open = None;
            } else if doc.is_sign(i, &["\""]) {
                // A straight mark opens only where another closes what it opened.
                let opens = opened.is_none() && self.open.is_none();
                opened = Some(i).filter(|i| {
                    opens && doc.closing(*i, end).is_none() && doc.closing_beyond(*i, end).is_some()
                });
                self.open = None;
            }
        }
        if let (Some(at), Some((voice, part))) = (opened, last)
            && part.contains(&at)
            && voice.span.is_some()
        {
            self.open = Some(voice.clone());
        }
    }

    fn link(&self, doc: &Marked<'_>, phrase: &Phrase, apposition: Option<(usize, usize)>) -> Link {
        let span = span_of(doc, phrase);
        let named =
            self.named.get(doc.key(phrase.to - 1)).filter(|_| words(doc, phrase.from..phrase.to) <= 2);
        let head = doc
            .mentions_in(phrase.from..phrase.to)
            .find(|m| m.span.overlap(span) == m.span.len().max(span.len()));
        let whose = head
            .or_else(|| side(doc, phrase.from..phrase.to))
            .or_else(|| apposition.and_then(|(a, b)| side(doc, a..b)));
        if let Some(mention) = whose {
            // الناطق باسم قسد فلان: a person without a side of their own speaks for the one named beside.
            let beside =
                || sided(doc, phrase.from..phrase.to).or_else(|| sided(doc, apposition?.0..apposition?.1));
            let camp = mention.camp.clone().or_else(|| named.and_then(|n| n.camp.clone()));
            let camp = camp.or_else(|| beside().filter(|_| mention.kind == MentionKind::Person));
            let person = head.is_some_and(|m| m.kind == MentionKind::Person) || phrase.name.is_some();
            let entity = Some(mention.entity.clone());
            return Link { span: Some(span), entity, camp, ..known_before(named, span, person) };
        }
        if let Some(known) = named {
            return Link { span: Some(span), ..known.clone() };
        }
        // المتحدث, الوكالة نفسها: in its own words, who it is by the one so called before.
        let before = self.spoken_of(doc, phrase).unwrap_or_default();
        let Link { first, person, .. } = known_before(Some(&before), span, phrase.name.is_some());
        Link { span: Some(span), first, person, ..before }
    }

    /// Who a definite noun alone stands for: the nearest speaker or relay before that was so called (مصدر عسكري …
    /// المصدر), the nearest medium for a noun of media, the last speaker for a post. A source that nobody was called
    /// stays open: المصدر is not whoever spoke last.
    fn spoken_of(&self, doc: &Marked<'_>, phrase: &Phrase) -> Option<Link> {
        let noun = head(doc, phrase).filter(|_| words(doc, phrase.from..phrase.to) <= 2)?;
        let noun = noun.strip_prefix("ال")?;
        if let Some(link) = self.heads.get(noun) {
            return Some(link.clone());
        }
        if doc.words.classes(noun).0.has(Class::Medium) {
            let medium = doc.outlet_before(phrase.from)?;
            let (entity, camp) = (Some(medium.entity.clone()), medium.camp.clone());
            return Some(Link { entity, camp, first: Some(medium.span), ..Link::default() });
        }
        let post = doc.is(phrase.from, Class::Anaphor) && doc.is(phrase.from, Class::Title);
        let last = self.last.as_ref().filter(|_| post)?;
        let link = last.chain.last().cloned().unwrap_or_default();
        Some(Link { entity: last.entity.clone(), camp: last.camp.clone(), ..link })
    }

    fn keep_head(&mut self, doc: &Marked<'_>, phrase: &Phrase, link: &Link) {
        if let Some(noun) = head(doc, phrase) {
            self.heads.insert(noun.strip_prefix("ال").unwrap_or(noun).to_owned(), link.clone());
        }
    }

    fn remember(&mut self, doc: &Marked<'_>, phrase: &Phrase, link: &Link) {
        self.keep_head(doc, phrase, link);
        if let Some((from, to)) = phrase.name.filter(|(from, to)| to > from) {
            let last = (from..to).rev().find(|i| doc.is_word(*i)).unwrap_or(from);
            self.named.insert(doc.key(last).to_owned(), link.clone());
        }
    }
}

/// How the article first speaks of the one whom these words name, where it did so before.
fn known_before(before: Option<&Link>, span: Span, person: bool) -> Link {
    let first = before.and_then(|b| b.first).or(Some(span));
    Link { first, person: person || before.is_some_and(|b| b.person), ..Link::default() }
}

/// The first word of a speaker, without the ل that governs it.
fn head<'a>(doc: &'a Marked<'_>, phrase: &Phrase) -> Option<&'a str> {
    let at = (phrase.from..phrase.to).find(|i| doc.is_word(*i))?;
    let key = doc.key(at);
    Some(if phrase.cut > 0 { key.strip_prefix('ل').unwrap_or(key) } else { key })
}

fn words(doc: &Marked<'_>, tokens: Range<usize>) -> usize {
    tokens.filter(|i| doc.is_word(*i)).count()
}

/// The words of the speaker: the name of a named person, else the phrase, quotation marks around all of it apart.
fn span_of(doc: &Marked<'_>, phrase: &Phrase) -> Span {
    let (mut from, mut to) = phrase.name.unwrap_or((phrase.from, phrase.to));
    let cut = if phrase.name.is_none() { phrase.cut } else { 0 };
    let surrounded = doc.closing(from, to).is_some_and(|close| close + 1 == to);
    if surrounded && to - from > 2 {
        from += 1;
        to -= 1;
    }
    // منظمة الجمعية الطبية (سامز)
    if phrase.name.is_none()
        && doc.is_sign(to - 1, &[")"])
        && let Some(open) = (from + 1..to).rev().find(|i| doc.is_sign(*i, &["("]))
    {
        to = open;
    }
    while to > from + 1 && doc.is_sign(to - 1, &["ـ", "-"]) {
        to -= 1;
    }
    let start = if cut > 0 { doc.past_letters(from, cut) } else { doc.span(from).start() };
    Span::new(start, doc.span(to - 1).end())
}

/// The name that tells the side: the first that is no place, unless the speaker has left it.
fn side<'a>(doc: &Marked<'a>, tokens: Range<usize>) -> Option<&'a Mention> {
    if tokens.clone().any(|i| doc.is(i, Class::Defected)) {
        return None;
    }
    doc.mentions_in(tokens).find(|m| m.kind != MentionKind::Place)
}

/// The camp of the first name in the phrase that has one, as [`side`] reads it.
fn sided(doc: &Marked<'_>, tokens: Range<usize>) -> Option<CampId> {
    if tokens.clone().any(|i| doc.is(i, Class::Defected)) {
        return None;
    }
    doc.mentions_in(tokens).filter(|m| m.kind != MentionKind::Place).find_map(|m| m.camp.clone())
}

#[cfg(test)]
mod tests {
    use crate::marked::sample::{chain, claims};

    #[test]
    fn the_side_is_that_of_the_name_inside_the_phrase() {
        let found = claims("قال ناطق باسم قسد إن الجسر مغلق.");
        assert_eq!(found[0].voice.entity.as_ref().map(crate::EntityId::as_str), Some("sdf"));
        assert!(found[0].voice.camp.is_some());
    }

    #[test]
    fn a_person_speaks_for_the_side_named_beside() {
        let found = claims("قال الناطق باسم قسد سامر الحلو إن الجسر مغلق. وأكد الحلو أن الحرس غادروا.");
        let sides: Vec<_> = found.iter().map(|c| c.voice.camp.as_ref().map(crate::CampId::as_str)).collect();
        assert_eq!(sides, [Some("pro-sdf"), Some("pro-sdf")]);
    }

    #[test]
    fn who_has_left_a_side_does_not_speak_for_it() {
        let found = claims("قال قيادي منشق عن قسد إن الجسر مغلق.");
        assert_eq!(found[0].voice.camp, None);
    }

    #[test]
    fn a_post_named_again_is_the_speaker_before() {
        let found = claims("قال ناطق باسم قسد إن الجسر مغلق. وأكد الناطق أن الحرس غادروا.");
        assert_eq!(found[1].voice.camp, found[0].voice.camp);
        assert!(found[1].voice.camp.is_some());
    }

    #[test]
    fn a_source_is_the_one_so_called_before_or_nobody() {
        let text =
            "قال مصدر طبي إن الجسر مغلق. وقال ناطق باسم قسد إن الحرس غادروا. وأكد المصدر أن المعبر مفتوح.";
        let found = claims(text);
        assert_eq!(found.last().and_then(|c| c.voice.entity.as_ref()), None);
        let alone = claims("قال ناطق باسم قسد إن الحرس غادروا. وأكد المصدر أن المعبر مفتوح.");
        assert_eq!(alone.last().and_then(|c| c.voice.entity.as_ref()), None);
        let found = claims("نقلت وكالة رويترز عن شهود أن الجسر مغلق. وذكرت الوكالة أن المعبر مفتوح.");
        let agency = found.last().and_then(|c| c.voice.entity.as_ref()).map(crate::EntityId::as_str);
        assert_eq!(agency, Some("reuters"));
        let network = |text| claims(text)[0].voice.entity.as_ref().map(|e| e.as_str().to_owned());
        assert_eq!(network("قالت الشبكة إن الجسر مغلق."), None);
        assert_eq!(network("وثقت الشبكة مقتل ستة مدنيين.").as_deref(), Some("snhr"));
    }

    #[test]
    fn who_is_spoken_of_again_is_known_by_the_first_words() {
        let first = |text: &str| {
            let link = claims(text).last().and_then(|c| c.voice.chain.last().cloned()).expect("a speaker");
            (link.first.map(|s| s.of(text).to_owned()), link.person)
        };
        let text = "قال مصدر عسكري إن الجسر مغلق. وأكد المصدر أن المعبر مفتوح.";
        assert_eq!(first(text), (Some("مصدر عسكري".to_owned()), false));
        let text = "قال الناطق باسم قسد سامر الحلو إن الجسر مغلق. وأكد الحلو أن الحرس غادروا.";
        assert_eq!(first(text), (Some("سامر الحلو".to_owned()), true));
        let text = "قال مصدر طبي إن الجسر مغلق. وقال مصدر عسكري إن الحرس غادروا.";
        assert_eq!(first(text), (Some("مصدر عسكري".to_owned()), false));
    }

    #[test]
    fn relays_stand_before_the_speaker() {
        assert_eq!(chain("نقلت وكالة رويترز عن مصدر طبي أن الجسر مغلق."), ["وكالة رويترز", "مصدر طبي"]);
        assert_eq!(chain("قال مصدر طبي لوكالة رويترز إن الجسر مغلق."), ["وكالة رويترز", "مصدر طبي"]);
        assert_eq!(chain("الجسر مغلق منذ يومين."), Vec::<String>::new());
    }

    #[test]
    fn a_quotation_goes_on_over_sentences() {
        let text = "وقال قائد الحرس: «لم نغادر الجسر. نحن هنا منذ شهر وسنبقى». وتسكن في البلدة مئات العائلات.";
        let voices: Vec<_> =
            claims(text).iter().map(|c| c.voice.span.map(|s| s.of(text).to_owned())).collect();
        let guard = Some("قائد الحرس".to_owned());
        assert_eq!(voices, [guard.clone(), guard, None]);
    }
}
