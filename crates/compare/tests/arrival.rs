//! Events do not depend on the order in which articles come, nor on when one asks for them.
//!
//! Articles here are made of sketches: happenings of which each has telling words of its own, told in several articles
//! of near days among words that all share.

use proptest::prelude::*;
use riwayat_claims::{Input, Lexicon, read};
use riwayat_compare::{Article, Finder, Link, Sketch};

/// Words of one article of a pile: those of its happening, those of its page, and some of its own.
const HAPPENINGS: usize = 5;
const NAMES: [&str; HAPPENINGS] = ["تل النخيل", "وادي الزهر", "عين الرمان", "برج الحمام", "كفر السنديان"];
const DEEDS: [&str; 4] = ["قصف سوق", "افتتاح مدرسة", "انفجار مستودع", "حريق مزرعة"];

/// An article of a happening.
#[derive(Debug, Clone)]
struct Told {
    happening: usize,
    deed: usize,
    day: i8,
    own: u8,
}

fn told(days: i8) -> impl Strategy<Value = Told> {
    (0..HAPPENINGS, 0..DEEDS.len(), 1..days, any::<u8>()).prop_map(|(happening, deed, day, own)| Told {
        happening,
        deed,
        day,
        own,
    })
}

impl Told {
    fn sketch(&self, id: usize) -> Sketch {
        let (name, deed) = (NAMES[self.happening], DEEDS[self.deed]);
        let text = format!(
            "{deed} في بلدة {name} يوم الحادث بحسب شهود رواية{}. وقال شاهد إن {deed} في {name} أثار خوف الأهالي حكاية{}.",
            self.own % 40,
            self.own / 9
        );
        let (published, title, lexicon) =
            (Some(jiff::civil::date(2018, 11, self.day)), format!("{deed} {name}"), Lexicon::builtin());
        let input = Input { title: &title, text: &text, published, outlet: None, camp: None };
        let id = format!("{:03}", (id * 37) % 1000);
        let article = Article {
            id: &id,
            title: &title,
            text: &text,
            outlet: None,
            camp: None,
            published,
            inferred: None,
            reading: &read(&input, lexicon),
        };
        Sketch::of(&article, lexicon)
    }
}

/// The groups by id.
fn by_id(finder: &mut Finder<'_>) -> Vec<Vec<String>> {
    let groups = finder.groups();
    let name = |group: &Vec<usize>| {
        let mut ids: Vec<String> = group.iter().map(|n| finder.id(*n).to_owned()).collect();
        ids.sort();
        ids
    };
    let mut named: Vec<_> = groups.iter().map(name).collect();
    named.sort();
    named
}

/// The groups of sketches that came in an order, asked for after each of which `asked` says so.
fn found(sketches: &[Sketch], order: &[usize], asked: &dyn Fn(usize) -> bool) -> Vec<Vec<String>> {
    let mut finder = Finder::new(Lexicon::builtin());
    for (n, at) in order.iter().enumerate() {
        finder.add(&sketches[*at]);
        if asked(n) {
            finder.settle();
        }
    }
    by_id(&mut finder)
}

/// The groups of sketches that came in an order, caught up with after each from one on, and whether anything was ever put off.
fn caught_up(sketches: &[Sketch], order: &[usize], from: usize) -> (Vec<Vec<String>>, bool) {
    let mut finder = Finder::new(Lexicon::builtin());
    let mut put_off = false;
    for (n, at) in order.iter().enumerate() {
        let number = finder.add(&sketches[*at]);
        if n >= from {
            put_off |= finder.catch_up();
            assert!(finder.group_so_far(number).contains(&number));
        }
    }
    (by_id(&mut finder), put_off)
}

/// Copies of some sketches, so many days apart, with other words, as many as make a large pile.
fn large(told: &[Told], copies: usize, apart: i32) -> Vec<Sketch> {
    let originals: Vec<Sketch> = told.iter().enumerate().map(|(n, t)| t.sketch(n)).collect();
    let copy = |c: usize| {
        let other = move |print: u64| if print.is_multiple_of(3) { print ^ (c as u64) << 40 } else { print };
        originals.iter().enumerate().map(move |(n, s)| {
            s.disguised(format!("{:05}", (n * 977 + c * 31_607) % 100_000), apart * c as i32, other)
        })
    };
    (0..copies).flat_map(copy).collect()
}

/// An order of so many, drawn by a seed.
fn shuffled(many: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..many).collect();
    order.sort_by_key(|n| {
        (*n as u64 + 1).wrapping_mul(seed | 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29)
    });
    order
}

/// Holds that sketches are grouped alike as they stand, and in an order drawn by a seed, asked for so often or caught up with.
fn grouped_alike(sketches: &[Sketch], seed: u64, often: usize) -> Result<(), TestCaseError> {
    let plain: Vec<usize> = (0..sketches.len()).collect();
    let once = found(sketches, &plain, &|_| false);
    prop_assert!(once.iter().any(|g| g.len() > 1));
    let order = shuffled(sketches.len(), seed);
    let late = sketches.len() - 40;
    prop_assert_eq!(&once, &found(sketches, &order, &|n| n > 990 && n % often == 0 || n > late));
    prop_assert_eq!(&once, &caught_up(sketches, &order, late).0);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn small_piles_are_grouped_alike_in_whatever_order_they_come(
        told in proptest::collection::vec(told(28), 1..60),
        seed in any::<u64>(),
        often in 1..9_usize,
    ) {
        let sketches: Vec<Sketch> = told.iter().enumerate().map(|(n, t)| t.sketch(n)).collect();
        let plain: Vec<usize> = (0..sketches.len()).collect();
        let once = found(&sketches, &plain, &|_| false);
        prop_assert_eq!(&once, &found(&sketches, &shuffled(sketches.len(), seed), &|n| n % often == 0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]
    #[test]
    fn large_piles_are_grouped_alike_in_whatever_order_they_come(
        told in proptest::collection::vec(told(28), 50..70),
        seed in any::<u64>(),
        often in 5..90_usize,
    ) {
        grouped_alike(&large(&told, 25, 3), seed, often)?;
    }

    #[test]
    fn crowded_days_are_grouped_alike_in_whatever_order_they_come(
        told in proptest::collection::vec(told(5), 50..70),
        seed in any::<u64>(),
        often in 5..90_usize,
    ) {
        grouped_alike(&large(&told, 25, 0), seed, often)?;
    }

    #[test]
    fn links_hold_whenever_they_are_made(told in proptest::collection::vec(told(28), 20..40), seed in any::<u64>()) {
        let sketches: Vec<Sketch> = told.iter().enumerate().map(|(n, t)| t.sketch(n)).collect();
        let linked = |order: &[usize], before: bool| {
            let mut finder = Finder::new(Lexicon::builtin());
            let mut number = vec![0; order.len()];
            for at in order {
                number[*at] = finder.add(&sketches[*at]);
            }
            if before {
                finder.settle();
            }
            finder.link(number[0], number[1], Link::Must);
            finder.link(number[2], number[3], Link::Cannot);
            by_id(&mut finder)
        };
        let plain: Vec<usize> = (0..sketches.len()).collect();
        let once = linked(&plain, false);
        let together = |a: &str, b: &str| once.iter().any(|g| g.iter().any(|x| x == a) && g.iter().any(|x| x == b));
        prop_assert!(together("000", "037") && !together("074", "111"));
        prop_assert_eq!(&once, &linked(&shuffled(sketches.len(), seed), true));
    }
}

#[test]
fn a_pile_with_more_articles_than_tell_how_rare_terms_are_is_grouped_alike() {
    let told: Vec<Told> = (0..60_u8)
        .map(|n| Told {
            happening: usize::from(n) * 7 % HAPPENINGS,
            deed: usize::from(n) % DEEDS.len(),
            day: 1 + (n % 9) as i8,
            own: n * 4,
        })
        .collect();
    let sketches = large(&told, 145, 3);
    let plain: Vec<usize> = (0..sketches.len()).collect();
    let once = found(&sketches, &plain, &|_| false);
    assert!(once.iter().any(|g| g.len() > 2));
    let late = sketches.len() - 120;
    let again = found(&sketches, &shuffled(sketches.len(), 77), &|n| n > 8100 && n % 100 == 0 || n > late);
    assert_eq!(once, again);
    let (again, put_off) = caught_up(&sketches, &shuffled(sketches.len(), 78), late);
    assert!(put_off, "some of the last articles moved more than is done at once");
    assert_eq!(once, again);
}

#[test]
fn the_group_of_one_article_is_that_of_all() {
    let told: Vec<Told> = (0..30_u8)
        .map(|n| Told { happening: usize::from(n) % 4, deed: usize::from(n) % 3, day: 3, own: n })
        .collect();
    let mut finder = Finder::new(Lexicon::builtin());
    told.iter().enumerate().for_each(|(n, t)| {
        finder.add(&t.sketch(n));
    });
    for group in finder.groups() {
        for member in &group {
            assert_eq!(finder.group_of(*member), group);
        }
    }
}
