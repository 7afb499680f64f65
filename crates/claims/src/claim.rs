//! Claims: who says what, and how.
//!
//! One claim for each act of attribution, split where voice, polarity or an independent clause changes; what has
//! no source is the outlet's own statement. Lines that only say that nobody commented are none.

use crate::attribution::{Cue, Reach, Source, cues, introduced};
use crate::basis::Basis;
use crate::charge::charge_end;
use crate::marked::Marked;
use crate::part::Part;
use crate::piece::{Piece, pieces};
use crate::reading::{Claim, Context, Polarity, Voice};
use crate::voice::{LONGEST_CHAIN, Voices, outlet};
use crate::words::{Class, Stance};
use std::ops::Range;

/// The claims of an article, in order of place.
#[must_use]
pub fn claims(ctx: &Context<'_>) -> Vec<Claim> {
    let doc = Marked::new(ctx);
    let mut voices = Voices::default();
    let mut out = Vec::new();
    // The parts of the sentence before: who asked or said it may stand in the next one.
    let mut pending: Vec<Part> = Vec::new();
    let mut before: Vec<Part> = Vec::new();
    for sentence in ctx.sentences {
        let tokens = doc.tokens_of(*sentence);
        if tokens.is_empty() {
            continue;
        }
        let mut reader = Sentence {
            doc: &doc,
            voices: &mut voices,
            parts: Vec::new(),
            chained: false,
            previous: std::mem::take(&mut pending),
            before: std::mem::take(&mut before),
        };
        reader.read(tokens.clone());
        for part in reader.previous.iter().chain(&reader.before) {
            part.claims(&doc, &mut out);
        }
        pending = reader.parts;
        // Behind a full stop outside a quotation the next sentence says nothing of this one.
        let mut ends = tokens.end - 1;
        while ends > tokens.start && doc.is_sign(ends, &[".", "…"]) && doc.is_sign(ends - 1, &[".", "…"])
        {
            ends -= 1;
        }
        if !(doc.is_sign(ends, &["؟", "?", "!"]) || doc.is_quote(ends) || ends > 0 && doc.is_quote(ends - 1))
        {
            before = std::mem::take(&mut pending);
        }
    }
    for part in before.iter().chain(&pending) {
        part.claims(&doc, &mut out);
    }
    out.sort_by_key(|c| (c.span.start(), c.span.end()));
    out.dedup_by(|a, b| a.span == b.span && a.voice == b.voice && a.polarity == b.polarity);
    out
}

struct Sentence<'s, 'a> {
    doc: &'s Marked<'a>,
    voices: &'s mut Voices,
    parts: Vec<Part>,
    /// The cue before had no content of its own: the next voice speaks inside it.
    chained: bool,
    /// The parts of the sentence before, where it was a question or a quotation.
    previous: Vec<Part>,
    /// Those of a sentence before that is told already: «ونفت الوزارة ذلك» speaks of the last.
    before: Vec<Part>,
}

impl Sentence<'_, '_> {
    fn read(&mut self, tokens: Range<usize>) {
        let (start, cues) = cues(self.doc, tokens.clone());
        let quoted = self.voices.quoted(self.doc, tokens.clone());
        let mut at = start;
        let mut enclosing: Option<(Voice, Stance)> = None;
        for (k, cue) in cues.iter().enumerate() {
            let next = cues.get(k + 1).map_or(tokens.end, |c| c.from.max(cue.upto));
            // Inside a charge: what the accused is said to have said is part of it.
            if cue.upto < at {
                continue;
            }
            if cue.from > at {
                self.gap(at..cue.from, quoted.as_ref());
            }
            self.headline(cue, start);
            at = match cue.reach {
                Reach::After if cue.stance == Stance::Accusing => {
                    let end = charge_end(self.doc, cue, &cues[k + 1..], tokens.end);
                    self.after(cue, end, &mut enclosing)
                }
                Reach::After => self.after(cue, next, &mut enclosing),
                Reach::Around => self.around(cue, next),
                Reach::Before => self.before(cue, start),
                Reach::Echo => self.echo(cue),
            };
        }
        if at < tokens.end {
            // …، هكذا لخّص فلان ما جرى، فيما انسحب الحرس: what a verb of saying has behind its speaker is no news, the next clause is.
            let told = cues.is_empty() || self.doc.is_break(at) || self.doc.marks[at].conjoined;
            let mut from = if told { at } else { self.doc.comma(at, tokens.end) };
            // …، الذي نفى …: still of the one named.
            while !cues.is_empty() && from < tokens.end && self.doc.is(from + 1, Class::Relative) {
                from = self.doc.comma(from + 1, tokens.end);
            }
            if from < tokens.end {
                self.gap(from..tokens.end, quoted.as_ref());
            }
        }
        let told_of = cues.is_empty().then(|| introduced(self.doc, tokens.clone())).flatten();
        self.voices.introduce(self.doc, told_of);
        self.voices.leave(self.doc, tokens, self.parts.last().map(|p| (&p.voice, p.tokens.clone())));
    }

    /// "لا تطبيع مجاناً".. وزير عربي: …: the quotation that opens a headline is of the speaker whom it names next.
    fn headline(&mut self, cue: &Cue, start: usize) {
        let doc = self.doc;
        let colon = cue.reach == Reach::After && cue.upto > 0 && doc.is_sign(cue.upto - 1, &[":"]);
        // "الوضع كارثي"، قال الطبيب في مؤتمر صحفي، "لكن المشفى يعمل": the quotation goes on.
        let resumed = cue.from >= 2
            && doc.is_sign(cue.from - 1, &["،", ","])
            && doc.is_quote(cue.from - 2)
            && doc.is_quote(cue.upto);
        let named = matches!(cue.source, Source::Named(_)) && (colon || resumed);
        let parts = if cue.from <= start { &mut self.previous } else { &mut self.parts };
        let apart = resumed || cue.from > 0 && doc.is_sign(cue.from - 1, &[".", "…"]);
        let open = |p: &Part| {
            let close = doc.closing(p.tokens.start, p.tokens.end);
            p.voice.span.is_none()
                && close
                    .is_some_and(|c| c > p.tokens.start + 3 && (c + 1..p.tokens.end).all(|i| doc.is_break(i)))
        };
        if !named || !apart || parts.len() != 1 || !parts.iter().all(open) {
            return;
        }
        let voice = self.voices.of(doc, cue, None);
        for part in parts {
            part.voice = voice.clone();
            part.basis = Basis::SourcePhrase;
        }
    }

    fn gap(&mut self, tokens: Range<usize>, quoted: Option<&Voice>) {
        let voice = quoted.cloned().unwrap_or_else(|| outlet(self.doc.ctx));
        let basis = if quoted.is_some() { Basis::CarriedOver } else { Basis::NoSource };
        self.parts.push(Part::new(tokens, voice, Stance::Neutral, basis));
    }

    fn after(&mut self, cue: &Cue, next: usize, enclosing: &mut Option<(Voice, Stance)>) -> usize {
        let outer = if self.chained { enclosing.clone() } else { None };
        let voice = self.voices.of(self.doc, cue, outer.as_ref().map(|o| &o.0));
        let end = cue.end.unwrap_or(next).max(cue.upto);
        let mut part = Part {
            cut: cue.cut,
            charge: cue.charge.clone(),
            conditional: cue.conditional,
            formula: cue.formula,
            plan: cue.plan.then_some(cue.from),
            ..Part::new(cue.upto..end, voice.clone(), cue.stance, cue.basis)
        };
        if let Some((outer_voice, Stance::Denying)) = &outer
            && cue.stance == Stance::Denying
        {
            part.voice = outer_voice.clone();
            part.resolved = Some(Polarity::Asserted);
        }
        self.chained = end <= cue.upto && cue.end.is_none();
        if !self.chained {
            if let Some(rumour) = cue.rumour.as_ref() {
                self.rumour(rumour, &part);
            }
            self.parts.push(part);
        }
        *enclosing = Some((voice, cue.stance));
        if cue.end.is_some() { self.skip_clause(end, next) } else { end }
    }

    fn rumour(&mut self, rumour: &crate::rumour::Rumour, part: &Part) {
        if let Some(speaker) = &rumour.speaker {
            let voice = self.voices.plain(self.doc, speaker);
            self.parts.push(Part {
                voice,
                stance: rumour.stance,
                resolved: None,
                cited: true,
                ..part.clone()
            });
        }
    }

    fn skip_clause(&self, from: usize, next: usize) -> usize {
        self.doc.comma(from, next)
    }

    fn around(&mut self, cue: &Cue, next: usize) -> usize {
        let voice = self.voices.of(self.doc, cue, None);
        if let Some(last) = self.parts.last_mut()
            && last.tokens.end > cue.from
        {
            last.tokens.end = cue.from.max(last.tokens.start);
        }
        self.parts.push(Part::new(cue.from..next, voice, cue.stance, Basis::SourcePhrase));
        self.chained = false;
        next
    }

    /// A source after its content: it takes what the outlet seemed to say; of what has a voice it is a relay.
    fn before(&mut self, cue: &Cue, start: usize) -> usize {
        let voice = self.voices.of(self.doc, cue, None);
        if let Some(from) = cue.against {
            let clause = self.parts.last().map(|p| p.tokens.start..from - 1);
            let part = Part::new(from..cue.from, voice, cue.stance, Basis::ToldBy);
            self.parts.push(Part { cited: true, against: clause, ..part });
            self.chained = false;
            return cue.upto;
        }
        let voiced = self.parts.last().is_some_and(|p| p.voice.span.is_some());
        // وهو ما أقرّ به مسؤولان: they say it too.
        let confirms = voiced
            && cue.stance == Stance::Affirming
            && matches!(self.doc.key(cue.from), "وهو" | "وهي" | "وهذا");
        if cue.nested && voiced || confirms {
            return self.compared(cue, voice);
        }
        if voiced && self.turned(cue, &voice) {
            return cue.upto;
        }
        let last = self.parts.last().map(|p| p.voice.clone());
        // "لماذا …؟"، تساءل دبلوماسي: the question was a sentence of its own.
        let told_before = self.parts.is_empty() && cue.from <= start;
        // لا أساس لما نُشر. هذا ما أعلنه المجلس: whose the sentence before was.
        let ends = cue.upto.saturating_sub(1);
        let this = self.previous.is_empty()
            && (matches!(self.doc.key(cue.from), "هذا" | "ذلك")
                || matches!(self.doc.key(ends), "ذلك" | "بذلك"));
        let parts = match told_before {
            true if this => &mut self.before,
            true => &mut self.previous,
            false => &mut self.parts,
        };
        for part in parts.iter_mut().rev() {
            let apart = cue.from > 0 && self.doc.is_break(cue.from - 1);
            if part.plan.is_some() && apart && cue.stance == Stance::Neutral {
                // تعتزم أنقرة إعادة اللاجئين، وفق مسؤول حدودي: he tells of it.
                part.tokens.start = part.plan.take().unwrap_or(part.tokens.start);
                (part.voice, part.cut, part.basis) = (voice.clone(), 0, Basis::SourcePhrase);
                break;
            }
            if voiced {
                if Some(&part.voice) != last.as_ref() || part.voice.chain.len() >= LONGEST_CHAIN {
                    break;
                }
                let mut chain = voice.chain.clone();
                chain.append(&mut part.voice.chain);
                part.voice.chain = chain;
            } else if part.voice.span.is_none() {
                part.voice = voice.clone();
                part.basis = Basis::SourcePhrase;
                if part.stance == Stance::Neutral {
                    part.stance = cue.stance;
                }
            } else {
                break;
            }
        }
        if self.parts.is_empty() && cue.from > start && !told_before {
            self.parts.push(Part::new(start..cue.from, voice, cue.stance, Basis::SourcePhrase));
        }
        self.chained = false;
        cue.upto
    }

    /// أبدت دمشق موافقتها على …، فيما يطال الحصار 11 ألف أسرة حسب الأمم المتحدة: what stands behind the turn is the source's. True
    /// where that is so.
    fn turned(&mut self, cue: &Cue, voice: &Voice) -> bool {
        let doc = self.doc;
        let Some(last) = self.parts.last_mut() else { return false };
        let turn = (last.tokens.start + 2..cue.from).rev().find(|i| {
            doc.is_break(i - 1)
                && (doc.is(*i, Class::Turning)
                    || matches!(doc.key(*i), "في" | "وفي") && matches!(doc.key(i + 1), "حين" | "وقت"))
        });
        let Some(turn) = turn.filter(|_| cue.reach == Reach::Before) else { return false };
        let from = turn + 1 + usize::from(!doc.is(turn, Class::Turning));
        let told = (from..cue.from).any(|i| crate::polarity::is_finite(doc, i));
        if !told || from >= cue.from {
            return false;
        }
        last.tokens.end = turn;
        self.parts.push(Part::new(from..cue.from, voice.clone(), cue.stance, Basis::SourcePhrase));
        self.chained = false;
        true
    }

    /// نفى المجلس مقتل 27 مدنياً كما أعلن التحالف: the one compared with says it too.
    fn compared(&mut self, cue: &Cue, voice: Voice) -> usize {
        if let Some(last) = self.parts.last().cloned() {
            let resolved = Some(Polarity::Asserted);
            self.parts.push(Part {
                voice,
                stance: cue.stance,
                resolved,
                cited: true,
                basis: Basis::ToldBy,
                ..last
            });
        }
        self.chained = false;
        cue.upto
    }

    /// The last stretch that tells something; a connective between two voices does not.
    fn last_told<'p>(&self, parts: &'p [Part]) -> Option<&'p Part> {
        parts.iter().rev().find(|part| {
            let mut told = Vec::new();
            part.claims(self.doc, &mut told);
            !told.is_empty()
        })
    }

    /// هذا الرقم «من نسج الخيال», نفى هذه الحصيلة: a verdict on a count, not on all that was said.
    fn points_at_figure(&self, cue: &Cue) -> bool {
        let doc = self.doc;
        let counts = |i: usize| {
            matches!(
                doc.key(i).strip_prefix("ال"),
                Some("رقم" | "ارقام" | "حصيله" | "عدد" | "تقدير" | "تقديرات")
            )
        };
        (cue.from..cue.upto).any(counts)
    }

    /// The last clause of a part that holds a figure.
    fn counting(&self, part: Part) -> Part {
        let found = pieces(self.doc, part.tokens.clone(), part.cut, part.voice.span.is_some());
        let holds = |p: &Piece| p.tokens.clone().any(|i| self.doc.figure_at(i).is_some());
        match found.into_iter().rev().find(holds) {
            Some(piece) => Part { tokens: piece.tokens, cut: piece.cut, ..part },
            None => part,
        }
    }

    fn echo(&mut self, cue: &Cue) -> usize {
        let voice = self.voices.of(self.doc, cue, None);
        let last = self.last_told(&self.parts).or(self.previous.last());
        if let Some(mut last) = last.or_else(|| self.last_told(&self.before)).cloned() {
            if self.points_at_figure(cue) {
                last = self.counting(last);
            }
            // What is judged may have been asked or planned; the judge says that it is so or not.
            let resolved = match cue.stance {
                Stance::Denying => Some(Polarity::Denied),
                Stance::Affirming => Some(Polarity::Asserted),
                Stance::Planning => Some(Polarity::Planned),
                _ => None,
            };
            self.parts.push(Part { voice, stance: cue.stance, resolved, basis: Basis::ToldBy, ..last });
        }
        self.chained = false;
        cue.upto
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::marked::sample::{check_told as check, claims, told};
    use crate::reading::{Force, RoleKind};

    #[test]
    fn a_denial_in_a_sentence_of_its_own_and_one_of_a_charge() {
        check(
            "أعلن المجلس المحلي إغلاق المعبر. ونفت اللجنة ذلك.",
            &[("المجلس المحلي", "asserted", "إغلاق المعبر"), ("اللجنة", "denied", "إغلاق المعبر")],
        );
        let charge = "الحرس بإغلاق المعبر";
        check(
            "اتهم المجلس المحلي الحرس بإغلاق المعبر، بينما نفت اللجنة ذلك.",
            &[("المجلس المحلي", "asserted", charge), ("اللجنة", "denied", charge)],
        );
        check(
            "قال مدير المشفى إن الجسر مغلق، وهي رواية نفاها مصدر أمني.",
            &[("مدير المشفى", "asserted", "الجسر مغلق"), ("مصدر أمني", "denied", "الجسر مغلق")],
        );
        // Nothing stands before it.
        check("ونفت اللجنة ذلك.", &[]);
    }

    #[test]
    fn what_somebody_makes_a_condition() {
        check(
            "اشترط الوفد المفاوض انسحاب الحرس من الجسر.",
            &[("الوفد المفاوض", "conditional", "انسحاب الحرس من الجسر")],
        );
    }

    #[test]
    fn the_matter_that_somebody_had_denied() {
        let told = ("مصدر أمني", "asserted", "الجسر مغلق");
        check(
            "قال مصدر أمني إن الجسر مغلق، الأمر الذي كانت الوزارة قد نفته.",
            &[told, ("الوزارة", "denied", "الجسر مغلق")],
        );
        check(
            "قال مصدر أمني إن الجسر مغلق، ونفى المجلس الأمر برمته.",
            &[told, ("المجلس", "denied", "الجسر مغلق")],
        );
    }

    #[test]
    fn behind_a_colon_who_denies_says_what_is_so() {
        check(
            "المجلس المحلي ينفي إغلاق المعبر: الطريق مفتوح",
            &[("المجلس المحلي", "denied", "إغلاق المعبر"), ("المجلس المحلي", "asserted", "الطريق مفتوح")],
        );
    }

    #[test]
    fn the_quotation_that_opens_a_headline() {
        let speaker = "مصدر أمني";
        check(
            "«الحرس لن يغادروا الجسر».. مصدر أمني: المعبر مفتوح",
            &[(speaker, "denied", "الحرس لن يغادروا الجسر"), (speaker, "asserted", "المعبر مفتوح")],
        );
    }

    #[test]
    fn what_is_feared_and_what_somebody_is_ready_for() {
        let manager = "مدير المشفى";
        check("أعرب مدير المشفى عن قلقه الشديد من نفاد الوقود.", &[(manager, "doubted", "نفاد الوقود")]);
        check("أبدت اللجنة استعدادها لفتح المعبر.", &[("اللجنة", "planned", "استعدادها لفتح المعبر")]);
    }

    #[test]
    fn who_tells_it_amid_the_words_has_no_part_in_it() {
        let found = claims("انسحب الحرس من الجسر، يقول القائد سامر الخطيب، بعدما نفد الوقود.");
        assert_eq!(found.len(), 1);
        assert!(found[0].roles.iter().all(|r| !r.entity.as_str().contains("سامر")), "{:?}", found[0].roles);
    }

    #[test]
    fn a_denial_covers_its_noun_and_ends_with_it() {
        check("نفت اللجنة إغلاق المعبر.", &[("اللجنة", "denied", "إغلاق المعبر")]);
        check(
            "قالت اللجنة إن المعبر مفتوح، نافية المعلومات التي تحدثت عن إغلاقه.",
            &[("اللجنة", "asserted", "المعبر مفتوح"), ("اللجنة", "denied", "إغلاقه")],
        );
    }

    #[test]
    fn a_denied_denial_stands() {
        let found = told("نفى المتحدث باسم المجلس أن تكون اللجنة قد أنكرت وقوع الحادثة.");
        assert!(found.iter().any(|(v, p, _)| v.contains("المتحدث") && p == "asserted"), "{found:?}");
    }

    #[test]
    fn what_is_denied_elsewhere_is_denied_again_by_who_denies_it() {
        check(
            "قالت لجنة الحي إن الجسر مغلق، وهو ما نفته وزارة النقل.",
            &[("لجنة الحي", "asserted", "الجسر مغلق"), ("وزارة النقل", "denied", "الجسر مغلق")],
        );
    }

    #[test]
    fn a_charge_names_the_accused() {
        let found = claims("اتهمت قسد تركيا بقصف الجسر.");
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].polarity, found[0].force), (Polarity::Asserted, Force::Accusing));
        assert_eq!(found[0].roles[0].kind, RoleKind::Accused);
        assert_eq!(found[0].roles[0].entity.as_str(), "turkey");
    }

    #[test]
    fn a_line_of_names_is_no_claim() {
        check("سهم الأخبار - الرقة", &[]);
        check("ولم تتمكن الصحيفة من التحقق من الخبر.", &[]);
    }

    #[test]
    fn a_source_between_commas_relays_the_speaker() {
        let text = "وفي المقابل، نفى مصدر عسكري، بحسب وكالة سانا، استهداف السوق.";
        check(text, &[("مصدر عسكري", "denied", "استهداف السوق")]);
        check(
            "قال مدير المشفى إن الجسر مغلق، ونفى نفياً قاطعاً إغلاق المعبر.",
            &[("مدير المشفى", "asserted", "الجسر مغلق"), ("مدير المشفى", "denied", "إغلاق المعبر")],
        );
        check(
            "طالب المجلس بفتح تحقيق، وطالب جميع الأطراف بإبعاد السلاح.",
            &[("المجلس", "asked", "فتح تحقيق"), ("المجلس", "asked", "إبعاد السلاح")],
        );
        check(
            "قالت مصادر أهلية إن الجسر مغلق. وكشفت المصادر نفسها عن هدنة.",
            &[("مصادر أهلية", "asserted", "الجسر مغلق"), ("المصادر نفسها", "asserted", "هدنة")],
        );
    }

    #[test]
    fn a_later_source_relays_the_one_before() {
        let text = "قال شهود إن الجسر مغلق، وفق وكالة رويترز.";
        let found = claims(text);
        let chain: Vec<_> = found[0].voice.chain.iter().filter_map(|l| l.span).map(|s| s.of(text)).collect();
        assert_eq!(chain, ["وكالة رويترز", "شهود"]);
    }

    #[test]
    fn what_a_rejected_content_takes_for_granted_is_the_outlets() {
        let found = told("نفت اللجنة نقل الجرحى من المعركة التي قُتل فيها خمسة جنود.");
        assert!(
            found.iter().any(|(v, p, c)| v.is_empty() && p == "asserted" && c.contains("خمسة جنود")),
            "{found:?}"
        );
    }

    #[test]
    fn no_order_of_its_own_words_breaks_the_reader() {
        const WORDS: [&str; 40] = [
            "قال",
            "إن",
            "أن",
            "وأن",
            "نفى",
            "لم",
            "لن",
            "لا",
            "ما",
            "بحسب",
            "وفقا",
            "لمدير",
            "المشفى",
            "«",
            "»",
            "\"",
            "،",
            ":",
            ".",
            "(",
            ")",
            "-",
            "بيانا",
            "قالت",
            "فيه",
            "من",
            "المقرر",
            "الذي",
            "مؤكدا",
            "إلى",
            "عن",
            "مقتل",
            "خمسة",
            "قسد",
            "هذا",
            "ذلك",
            "دون",
            "اتهم",
            "إذا",
            "؟",
        ];
        let mut state = 0x9E37_79B9_u32;
        for _ in 0..3000 {
            let mut text = String::new();
            for _ in 0..12 {
                // Xorshift: the same orders in every run.
                state ^= state << 13;
                state ^= state >> 17;
                state ^= state << 5;
                text.push_str(WORDS[state as usize % WORDS.len()]);
                text.push(' ');
            }
            for claim in claims(&text) {
                assert!(!claim.span.of(&text).trim().is_empty(), "{text}");
            }
        }
    }

    #[test]
    fn figures_and_places_inside_a_claim_are_counted_to_it() {
        let found = claims("قُتل خمسة مدنيين في الرقة.");
        assert_eq!(found[0].quantities.len(), 1);
        assert_eq!(found[0].places.len(), 1);
    }
}
