//! What is counted, what befell, whose: sentences invented for this project.

use crate::reading::{Group, Quantity, Status};
use crate::{Input, Lexicon};

fn read(text: &str) -> Vec<Quantity> {
    crate::read(&Input { title: "", text, published: None, outlet: None, camp: None }, Lexicon::builtin())
        .quantities
}

/// Checks spans and bounds.
#[track_caller]
fn bounds(text: &str, expect: &[(&str, Option<f64>, Option<f64>)]) {
    let found = read(text);
    let said: Vec<_> = found.iter().map(|q| (q.span.of(text), q.min, q.max)).collect();
    assert_eq!(said, expect, "{text}");
}

/// Checks status and group of each figure.
#[track_caller]
fn fates(text: &str, expect: &[(Option<Status>, Option<Group>)]) {
    let said: Vec<_> = read(text).iter().map(|q| (q.status, q.group)).collect();
    assert_eq!(said, expect, "{text}");
}

/// Checks whose.
#[track_caller]
fn sides(text: &str, expect: &[Option<&str>]) {
    let found = read(text);
    let said: Vec<_> = found.iter().map(|q| q.side.as_ref().map(crate::EntityId::as_str)).collect();
    assert_eq!(said, expect, "{text}");
}

const N: fn(f64) -> (Option<f64>, Option<f64>) = |n| (Some(n), Some(n));

#[test]
fn the_noun_behind_the_number() {
    bounds("أصيب 14 مدنياً بجروح", &[("14 مدنياً", N(14.0).0, N(14.0).1)]);
    bounds("عشرات الجنود في الحاجز", &[("عشرات الجنود", Some(20.0), None)]);
    bounds("حيّدت 31 «مسلحا» أمس", &[("31 «مسلحا»", N(31.0).0, N(31.0).1)]);
    bounds("دخلوا 8 قرى", &[("8 قرى", N(8.0).0, N(8.0).1)]);
    bounds("مساحة 12 كم مربع", &[("12 كم مربع", N(12.0).0, N(12.0).1)]);
}

#[test]
fn the_noun_before_the_number_and_duals() {
    bounds("مقتل مدنيين اثنين", &[("مدنيين اثنين", Some(2.0), Some(2.0))]);
    bounds("اعتقال ضابط واحد", &[("ضابط واحد", Some(1.0), Some(1.0))]);
    bounds("دمروا عربتين", &[("عربتين", Some(2.0), Some(2.0))]);
    bounds("سيطروا على بلدتي السوسة وهجين", &[]);
    bounds("اتفق الطرفان على وقف القتال", &[]);
    bounds("انفجرت عبوتان ناسفتان", &[("عبوتان", Some(2.0), Some(2.0))]);
    bounds("بقصف مدفعي استهدف السوق", &[]);
    bounds("دمروا العربة بصاروخي كورنيت", &[("صاروخي كورنيت", Some(2.0), Some(2.0))]);
}

#[test]
fn the_phrase_behind_min() {
    bounds("قتل 9 من مقاتليها", &[("9 من مقاتليها", N(9.0).0, N(9.0).1)]);
    bounds("أسر 6 من عناصر تنظيم الدولة", &[("6 من عناصر تنظيم الدولة", N(6.0).0, N(6.0).1)]);
    bounds("40% من الأراضي", &[("40% من الأراضي", N(40.0).0, N(40.0).1)]);
}

#[test]
fn measures_with_a_half_or_a_bound_and_no_number() {
    bounds("معركة دامت ساعة ونصف الساعة", &[("ساعة ونصف الساعة", N(1.5).0, N(1.5).1)]);
    bounds("انتهت في أقل من أسبوع", &[("أقل من أسبوع", None, Some(1.0))]);
    bounds("على بعد 7 كيلومترات ونصف الكيلومتر", &[("7 كيلومترات ونصف الكيلومتر", N(7.5).0, N(7.5).1)]);
    bounds("انتظروا ساعة ثم عادوا", &[]);
}

#[test]
fn a_number_without_its_noun() {
    bounds("أصيب جندي وإصابة أكثر من 30", &[("أكثر من 30", Some(30.0), None)]);
    bounds("بلغ عدد النازحين نحو 5000", &[("نحو 5000", N(5000.0).0, N(5000.0).1)]);
    bounds("القرار 2254 والفرقة 25", &[]);
}

#[test]
fn what_befell_stands_in_the_noun_before_it_or_behind() {
    fates("سقط 3 قتلى", &[(Some(Status::Killed), None)]);
    fates("أسفر عن مقتل 8 مدنيين", &[(Some(Status::Killed), Some(Group::Civilian))]);
    fates("إن 5 جنود أُسروا في الكمين", &[(Some(Status::Captured), Some(Group::Fighter))]);
    fates("نزوح 40 عائلة", &[(Some(Status::Displaced), Some(Group::Family))]);
    fates("وفاة 3 جرحى", &[(Some(Status::Killed), None)]);
    fates("7 بين قتيل وجريح", &[(Some(Status::Other), None)]);
    fates("شاركت 40 سيارة", &[(None, None)]);
}

#[test]
fn the_next_verb_is_not_of_the_figure_before_it() {
    fates(
        "قتل 4 مدنيين وأصيب 9 آخرون بجروح",
        &[(Some(Status::Killed), Some(Group::Civilian)), (Some(Status::Wounded), Some(Group::Civilian))],
    );
}

#[test]
fn parts_share_the_fate_of_their_total() {
    let killed = Some(Status::Killed);
    fates(
        "مقتل 20 شخصاً بينهم 5 أطفال و3 نساء",
        &[(killed, None), (killed, Some(Group::Child)), (killed, Some(Group::Woman))],
    );
    fates(
        "مقتل 20 مدنياً بينهم 5 أطفال، 12 منهم في حلب",
        &[(killed, Some(Group::Civilian)), (killed, Some(Group::Child)), (killed, Some(Group::Civilian))],
    );
}

#[test]
fn the_last_of_a_list_may_tell_for_all() {
    let captured = Some(Status::Captured);
    fates("إن ضابطين وستة جنود أُسروا", &[(captured, Some(Group::Officer)), (captured, Some(Group::Fighter))]);
}

#[test]
fn whose_they_are() {
    sides("مقتل 6 عناصر من قوات النظام", &[Some("syrian-government-forces")]);
    sides("أسر 4 من مسلحي «قسد»", &[Some("sdf")]);
    sides("مقتل ثلاثة جنود أتراك", &[Some("turkish-forces")]);
    sides("خسرت قسد 11 من مقاتليها", &[Some("sdf")]);
    sides("قصف النظام قتل 5 مدنيين", &[None]);
    sides("مقتل 10 من عناصر التنظيم بينهم قياديان", &[Some("islamic-state"), Some("islamic-state")]);
}

#[test]
fn people_are_always_persons_and_figures_do_not_overlap() {
    let text = "أعلنت قسد مقتل 12 عنصراً من التنظيم وأسر ثلاثة، وتدمير 4 عربات ومقتل مدنيين اثنين بينهما طفل";
    let found = read(text);
    assert!(found.iter().filter(|q| q.group.is_some() || q.status.is_some()).all(|q| q.unit == "person"));
    assert!(found.windows(2).all(|w| w[0].span.end() <= w[1].span.start()));
    assert!(found.iter().all(|q| !q.unit.is_empty()));
}

/// Each figure copied those before it in its sentence, and looked for its sentence and its names from the start of the
/// text: a megabyte took minutes.
#[test]
fn a_text_of_figures_is_read_in_linear_time() {
    let clauses = [
        "قتل خمسة مدنيين وأصيب 6 جنود من قسد ",
        "قتل 5 مدنيين بينهم 3 أطفال. ",
        "وفقد ثلاثة من مقاتليها ",
        "نصف الأهالي ",
    ];
    for clause in clauses {
        let found = read(&clause.repeat(10_000));
        assert!(found.len() >= 10_000, "{}", found.len());
    }
}

#[test]
fn a_change_of_a_toll_is_two_figures() {
    let two = &[("12", N(12.0).0, N(12.0).1), ("19 قتيلاً", N(19.0).0, N(19.0).1)];
    bounds("ارتفعت حصيلة الحريق من 12 إلى 19 قتيلاً", two);
    bounds("يحتاج السوق من 12 إلى 19 عاملاً", &[("من 12 إلى 19 عاملاً", Some(12.0), Some(19.0))]);
}

#[test]
fn a_definite_round_ten_behind_a_bound() {
    bounds("عدد الجرحى تجاوز الأربعين", &[("تجاوز الأربعين", Some(40.0), None)]);
    bounds("في القرن العشرين", &[]);
}

#[test]
fn fates_told_around_the_figure() {
    let killed = (Some(Status::Killed), None);
    fates("فُقد أثر تسعة أشخاص في البادية", &[(Some(Status::Missing), None)]);
    fates("سقط أربعة جنود بين قتيل وجريح", &[(Some(Status::Other), Some(Group::Fighter))]);
    fates("عشرات القتلى والجرحى في السوق", &[(Some(Status::Other), None)]);
    fates("أُفرج عن 14 أسيراً", &[(Some(Status::Other), Some(Group::Prisoner))]);
    fates("20 شخصا بينهم 3 أطفال قتلوا", &[killed, (Some(Status::Killed), Some(Group::Child))]);
    fates("هجوم شنه انتحاريان على الحاجز", &[(None, Some(Group::Fighter))]);
    fates(
        "وصلت تسع عائلات، وقُتل خمسة أشخاص من عائلة واحدة",
        &[(None, Some(Group::Family)), killed, (None, Some(Group::Family))],
    );
}

#[test]
fn the_noun_of_a_toll_tells_its_group() {
    fates("ارتفع عدد الشهداء المدنيين إلى 31 شهيداً", &[(Some(Status::Killed), Some(Group::Civilian))]);
    fates("ستة جرحى فقط من عمال الميناء", &[(Some(Status::Wounded), Some(Group::Civilian))]);
}

#[test]
fn losses_are_of_those_who_bear_them() {
    sides("أعلن الجيش الوطني السوري أن خسائره بلغت ستة قتلى", &[Some("national-army")]);
    sides("كبّدت الفصائل قوات النظام 20 قتيلاً", &[Some("syrian-government-forces")]);
    sides("قالت وزارة الدفاع الروسية إن ثلاثة من جنودها أصيبوا", &[Some("russian-forces")]);
    sides("داعش هاجم قسد في السوسة فأسر أكثر من 15", &[Some("sdf")]);
    sides("هاجم تنظيم الدولة قوات النظام قرب السخنة فقتل عشرة", &[Some("syrian-government-forces")]);
    sides("عشرات من جنود بشار الأسد قُتلوا", &[Some("syrian-government-forces")]);
    sides("قالت قوات سوريا الديمقراطية إن أربعة من مقاتلينا استشهدوا", &[Some("sdf")]);
    sides("استشهد أربعة من مقاتلينا", &[None]);
}

#[test]
fn duals_joined_by_and_and_one_of_somebodys() {
    bounds("جُرح حارسان وسائقان", &[("حارسان", N(2.0).0, N(2.0).1), ("سائقان", N(2.0).0, N(2.0).1)]);
    bounds("قُتل حارس واحد وامرأتان", &[("حارس واحد", N(1.0).0, N(1.0).1), ("امرأتان", N(2.0).0, N(2.0).1)]);
    bounds("قُتل حارس واحد من قواتها", &[("حارس واحد", N(1.0).0, N(1.0).1)]);
    bounds("البلدة واحدة من أقدم البلدات", &[]);
    bounds("قُتل لا أقل من 17 حارساً", &[("لا أقل من 17 حارساً", Some(17.0), None)]);
}

#[test]
fn lists_by_place_whether_the_place_is_known_or_not() {
    let dead = (Some(Status::Killed), None);
    fates("قُتل 9 أشخاص: 5 في تل العصافير و4 في خربة الريح", &[dead; 3]);
    fates("قُتل 9 أشخاص، توزعوا على كفر الورد (5 قتلى) وعين الدلب (4)", &[dead; 3]);
}

#[test]
fn losses_told_by_who_bears_them() {
    let lost = (Some(Status::Killed), Some(Group::Fighter));
    fates("فقد الفصيل تسعة من مقاتليه وثلاثة حراس في الهجوم", &[lost, lost]);
    fates(
        "مقتل 9 مدنيين، وآلاف الأشخاص فروا من المدينة",
        &[(Some(Status::Killed), Some(Group::Civilian)), (Some(Status::Displaced), None)],
    );
}

#[test]
fn how_far_the_words_reach_that_name_people() {
    let n = |n: f64| (N(n).0, N(n).1);
    for said in
        ["8 من القوات الأمنية", "9 من أفراد خلايا التنظيم", "12 من عناصر الحرس وعائلاتهم", "7 من حراس الجسر"]
    {
        let value = said.split(' ').next().and_then(|d| d.parse().ok()).unwrap_or(0.0);
        bounds(&format!("قُتل {said} في البلدة"), &[(said, n(value).0, n(value).1)]);
    }
    bounds(
        "قُتل 5 من مقاتلي \"لواء الجسر\" قرب البلدة",
        &[("5 من مقاتلي \"لواء الجسر\"", Some(5.0), Some(5.0))],
    );
    bounds("مقتل أربعين عنصراً بين قتيل وجريح", &[("أربعين عنصراً", Some(40.0), Some(40.0))]);
    bounds("عشرات القتلى والجرحى في القصف", &[("عشرات القتلى والجرحى", Some(20.0), None)]);
}

#[test]
fn bounds_in_every_person_and_behind_the_noun() {
    bounds("القتلى تخطوا الخمسين", &[("تخطوا الخمسين", Some(50.0), None)]);
    bounds("تجاوز القتلى الخمسين", &[("الخمسين", Some(50.0), None)]);
    bounds("في القرية مسنون تجاوزوا الستين", &[]);
    bounds("سمع الأهالي ضربتين جويتين على الأقل", &[("ضربتين", Some(2.0), None)]);
    bounds("مقتل حارس واحد على الأقل", &[("حارس واحد على الأقل", Some(1.0), None)]);
    bounds("دمروا شاحنتي ذخيرة", &[("شاحنتي ذخيرة", Some(2.0), Some(2.0))]);
    bounds("أصيب مدنيَّين بجروح", &[("مدنيَّين", Some(2.0), Some(2.0))]);
}

#[test]
fn fates_told_by_what_was_lost_and_whose_number_it_is() {
    let killed = |group| (Some(Status::Killed), group);
    fates("فقد سبعة من العمال حياتهم في الحريق", &[killed(Some(Group::Civilian))]);
    fates("فارق ثلاثة من المصابين الحياة", &[killed(None)]);
    fates("مقتل 8 أشخاص من عائلة نازحة", &[killed(None)]);
    fates("عدد المهجرين من القرية تجاوز 300 شخص", &[(Some(Status::Displaced), None)]);
    fates("آلاف السكان غادروا منازلهم", &[(Some(Status::Displaced), None)]);
    fates(
        "9 ارتقوا اليوم في البلدة: خمسة أطفال وأربع نساء",
        &[killed(None), killed(Some(Group::Child)), killed(Some(Group::Woman))],
    );
}

#[test]
fn groups_by_force_ranks_and_target() {
    let killed = |group| (Some(Status::Killed), group);
    let fighter = Some(Group::Fighter);
    fates("21 قتيلاً من الفيلق", &[killed(fighter)]);
    fates("خمسة قتلى في صفوفهم", &[killed(fighter)]);
    fates("استشهد مدني وقُتل ثلاثة آخرون", &[killed(Some(Group::Civilian))]);
    fates(
        "148 شهيداً و365 جريحاً من المدنيين",
        &[killed(Some(Group::Civilian)), (Some(Status::Wounded), Some(Group::Civilian))],
    );
    fates("عدد الجنود القتلى ارتفع إلى 21", &[killed(fighter)]);
    sides("استهدف الطيران معسكراً لقسد، ما أسفر عن 30 قتيلاً", &[Some("sdf")]);
    sides("استهدف الطيران معسكراً لقسد قرب سوق المدنيين، ما أسفر عن 30 قتيلاً", &[None]);
}

#[test]
fn prisoners_of_a_list_and_among_the_dead() {
    let prisoner = Some(Group::Prisoner);
    fates("سقط 12 قتيلاً وأسيران", &[(Some(Status::Killed), None), (Some(Status::Captured), prisoner)]);
    fates("12 قتيلاً بينهم 3 أسرى", &[(Some(Status::Killed), None), (Some(Status::Killed), prisoner)]);
    fates("مقتل جندي وأسر اثنين", &[(Some(Status::Captured), Some(Group::Fighter))]);
    fates("ترك 300 شخص منازلهم", &[(Some(Status::Displaced), None)]);
}

#[test]
fn an_entry_of_a_list_is_of_its_own_heading() {
    let prisoner = (Some(Status::Captured), Some(Group::Prisoner));
    let list = [(Some(Status::Killed), None), (Some(Status::Wounded), None), prisoner];
    fates("الحصيلة: القتلى 27، الجرحى 9، الأسرى 2", &list);
    fates("القتلى أربعة والأسرى اثنان", &[(Some(Status::Killed), None), prisoner]);
    fates("القتلى: 12، المفقودون: 4", &[(Some(Status::Killed), None), (Some(Status::Missing), None)]);
}

#[test]
fn all_those_of_whom_some_were_killed_were_not() {
    let fighter = Some(Group::Fighter);
    fates("أعدموا 14 جندياً من أصل 23", &[(Some(Status::Killed), fighter), (None, fighter)]);
    fates("قُتل 5 من أصل 12 عنصراً في الدورية", &[(Some(Status::Killed), fighter), (None, fighter)]);
    fates("وصل 14 جريحاً من أصل 81", &[(Some(Status::Wounded), None), (Some(Status::Wounded), None)]);
}

#[test]
fn a_death_in_a_sentence_or_a_threat_is_not_one_yet() {
    let prisoner = Some(Group::Prisoner);
    fates("حكمت محكمة بإعدام ستة أشخاص", &[(None, None)]);
    fates("أصدرت المحكمة أحكاماً بالإعدام على 5 أشخاص", &[(None, None)]);
    fates("هدد التنظيم بإعدام خمسة أسرى", &[(Some(Status::Captured), prisoner)]);
    fates("نفذ التنظيم حكم الإعدام بحق خمسة أسرى", &[(Some(Status::Killed), prisoner)]);
    fates("طالب الأهالي بمحاسبة المتهمين بقتل خمسة مدنيين", &[(Some(Status::Killed), Some(Group::Civilian))]);
}

#[test]
fn whose_means_they_were_is_not_whose_the_dead_are() {
    sides("مقتل خمسة أشخاص بقصف لقوات النظام على البلدة", &[None]);
    sides("مقتل ثلاثة عناصر بهجوم لتنظيم الدولة", &[None]);
    sides("مقتل ضابطين بارزين لقوات النظام", &[Some("syrian-government-forces")]);
}

#[test]
fn a_pronoun_points_to_who_speaks_where_its_clause_names_nobody() {
    let text =
        "قالت قوات سوريا الديمقراطية إن مقاتليها تصدوا لهجوم تنظيم الدولة، فيما استشهد خمسة من مقاتليها";
    sides(text, &[Some("sdf")]);
    let text = "قُتل 30 من تنظيم الدولة، فيما قالت قوات سوريا الديمقراطية إن خمسة من مقاتليها استشهدوا";
    sides(text, &[Some("islamic-state"), Some("sdf")]);
    let text = "هاجمت قوات سوريا الديمقراطية مواقع تنظيم الدولة فقُتل سبعة من عناصره";
    sides(text, &[Some("islamic-state")]);
    let text = "خسرت قوات النظام أربعين عنصراً في حين لم يُقتل من الثوار سوى ثلاثة";
    sides(text, &[Some("syrian-government-forces"), None]);
    let text = "خسر تنظيم الدولة أربعين عنصراً ولم يُقتل من قوات النظام سوى ثلاثة";
    sides(text, &[Some("islamic-state"), Some("syrian-government-forces")]);
}

#[test]
fn a_fate_that_is_not_yet_or_not_theirs() {
    fates("أي مصير ينتظر 900 شخص في الحي؟", &[(None, None)]);
    fates("ما زال مصير تسعة أشخاص مجهولاً", &[(Some(Status::Missing), None)]);
    fates("مخيم جديد مصمم لإيواء 20 ألف شخص", &[(None, None)]);
    fates("في الحي، حيث لا يزال نحو 40 مقاتلاً متحصنين، أصيبت سيدة بشظايا", &[(None, Some(Group::Fighter))]);
    let hurt = |group| (Some(Status::Wounded), group);
    fates(
        "إصابة 65 مواطناً بينهم 12 امرأة نُقلوا إلى المشفى",
        &[hurt(Some(Group::Civilian)), hurt(Some(Group::Woman))],
    );
}

#[test]
fn a_verb_joined_to_the_dead_before_is_of_the_next_figure() {
    let hurt = (Some(Status::Wounded), Some(Group::Civilian));
    fates("ارتقى تسعة شهداء وجُرح 23 مواطناً", &[(Some(Status::Killed), None), hurt]);
    fates("مقتل وجرح 80 شخصاً", &[(Some(Status::Other), None)]);
}

#[test]
fn whoever_is_counted_and_the_list_behind_an_aside() {
    fates("بلغ عدد من هُجّروا من البلدة 900 شخص نُقلوا بالحافلات", &[(Some(Status::Displaced), None)]);
    fates(
        "قُتل مدنيان وأصيب ثلاثة، وبهذا يصل عدد من فقدوا حياتهم هذا العام إلى 28",
        &[
            (Some(Status::Killed), Some(Group::Civilian)),
            (Some(Status::Wounded), Some(Group::Civilian)),
            (Some(Status::Killed), None),
        ],
    );
    let text = "وأصيب في الهجوم، الذي تبادل الطرفان المسؤولية عنه، خمسة من العمال";
    fates(text, &[(Some(Status::Wounded), Some(Group::Civilian))]);
    let both = "إن ضابطين ومتعاقداً وموظفاً في الوزارة قُتلوا";
    fates(both, &[(Some(Status::Killed), Some(Group::Officer))]);
}

#[test]
fn parts_that_go_on_without_their_noun() {
    let dead = (Some(Status::Killed), Some(Group::Fighter));
    fates("مقتل 14 جندياً: 8 من حمص، 6 من طرطوس", &[dead; 3]);
    fates("36 مسلحاً قُتلوا بعبوات، 12 باغتيالات", &[dead; 2]);
    let child = (Some(Status::Killed), Some(Group::Child));
    fates("مقتل سبعة أطفال، اثنان منهم في المخيم", &[child; 2]);
    fates("دفنّا 74 طفلاً، ثلثهم من العراقيين", &[child; 2]);
    bounds(
        "دفعوا ألفي دولار ثم خمسة آلاف.",
        &[("ألفي دولار", Some(2000.0), Some(2000.0)), ("خمسة آلاف", Some(5000.0), Some(5000.0))],
    );
}

#[test]
fn names_between_and_duals_of_names() {
    bounds("مشافي إدلب الستة", &[("مشافي إدلب الستة", Some(6.0), Some(6.0))]);
    bounds("نُقلوا إلى مركزي إيواء في البلدة", &[("مركزي إيواء", Some(2.0), Some(2.0))]);
    bounds("في تفجيري باب الصغير", &[]);
    bounds("تقدموا على جبهتي بلبل وراجو", &[]);
    bounds("قال مصدران أمنيان تركيان", &[("مصدران", Some(2.0), Some(2.0))]);
    bounds("دمروا عربة مصفحة واحدة", &[("عربة مصفحة واحدة", Some(1.0), Some(1.0))]);
}

#[test]
fn so_long_at_most_under_a_negation() {
    bounds("المعركة لن تطول أكثر من أسبوعين", &[("أكثر من أسبوعين", None, Some(2.0))]);
    bounds("رجّح ألا تصمد الخطوط أكثر من أسبوع", &[("أكثر من أسبوع", None, Some(1.0))]);
    bounds("لا يزال الحصار قائماً أكثر من أسبوعين", &[("أكثر من أسبوعين", Some(2.0), None)]);
    bounds("لم تتجاوز خسائر الجيش شهيدين", &[("شهيدين", None, Some(2.0))]);
}

#[test]
fn those_who_cross_and_those_who_were_with_somebody() {
    fates("عبر نحو ألفي شخص إلى الأراضي التركية", &[(Some(Status::Displaced), None)]);
    fates("عبر ألفا شخص الجسر إلى السوق", &[(None, None)]);
    fates("الضابط الذي قُتل مع 40 من مرافقيه", &[(Some(Status::Killed), Some(Group::Fighter))]);
    fates("التقى القائد مع 40 من مرافقيه", &[(None, Some(Group::Fighter))]);
    bounds("بعد ساعتين ونصف من القصف", &[("ساعتين ونصف", Some(2.5), Some(2.5))]);
}

#[test]
fn a_verb_apart_from_its_preposition_and_ranks_before() {
    let killed = (Some(Status::Killed), Some(Group::Fighter));
    fates("أجهز المقاتلون على سبعة من عناصر الدورية", &[killed]);
    fates("وقُتل في صفوف الحرس 27 وأُصيب 40", &[killed, (Some(Status::Wounded), Some(Group::Fighter))]);
    fates("قصف الطيران تجمعاً لهم وأوقع في صفوفهم 20 قتيلاً", &[killed]);
    fates("40 قتيلاً لميليشيات الأسد", &[killed]);
    fates("قُتل عند الحاجز 14 جندياً", &[killed]);
    fates("أعدم التنظيم 20 جندياً أسيراً", &[killed]);
}

#[test]
fn rescuers_are_civilians_and_the_freed_are_not_held() {
    fates("مقتل 3 من عناصر الدفاع المدني", &[(Some(Status::Killed), Some(Group::Civilian))]);
    fates("أصيب خمسة عناصر إطفاء", &[(Some(Status::Wounded), Some(Group::Civilian))]);
    fates(
        "أسر 15 جندياً وقُتل وجُرح عشرات",
        &[(Some(Status::Captured), Some(Group::Fighter)), (Some(Status::Other), Some(Group::Fighter))],
    );
    fates("مقتل 3 من عناصر الدفاع الوطني", &[(Some(Status::Killed), Some(Group::Fighter))]);
    fates("أُطلق سراح 14 مخطوفاً", &[(Some(Status::Other), Some(Group::Prisoner))]);
}

#[test]
fn whose_fighters_are_by_what_stands_before() {
    sides("قُتل من قوات النظام 27 عنصراً", &[Some("syrian-government-forces")]);
    sides("مقتل قائد جيش الإسلام وخمسة من مرافقيه", &[Some("jaysh-al-islam")]);
    sides("سلّم 25 مسلحاً أنفسهم للجيش السوري", &[None]);
}

#[test]
fn whose_fighters_are_by_who_speaks() {
    let text = "قال القيادي في قسد سامر الجاسم: «خسرنا ثلاثة شهداء في المعركة».";
    sides(text, &[Some("sdf")]);
    let text = "قال سامر الجاسم من قسد: «ارتقى ستة من رفاقنا وجُرح أربعة».";
    sides(text, &[Some("sdf"), Some("sdf")]);
    sides("قال سامر الجاسم: «ارتقى ستة من رفاقنا قرب مواقع قسد».", &[None]);
    let text = "قال وزير الدفاع التركي سامر الجاسم إن سبعة من جنوده قُتلوا";
    sides(text, &[Some("turkish-forces")]);
    let text = "قُتل من قسد تسعة، بينما لم تعترف صفحات النظام إلا بمقتل خمسة منهم";
    sides(text, &[Some("sdf"), Some("sdf")]);
}

#[test]
fn all_of_them_behind_a_bound_and_what_people_are_put_to() {
    let civilian = Some(Group::Civilian);
    let list = [(Some(Status::Killed), civilian), (Some(Status::Wounded), civilian)];
    fates("خلّف الانفجار 5 قتلى و7 جرحى على الأقل جميعهم من المدنيين", &list);
    fates("تعرض أربعة ناشطين للاعتقال", &[(Some(Status::Arrested), civilian)]);
}

#[test]
fn so_many_out_of_a_whole_and_what_is_reaped() {
    let civilian = Some(Group::Civilian);
    fates("حصدت الغارة 29 مدنياً", &[(Some(Status::Killed), civilian)]);
    bounds("حصد الفريق النقطة 58", &[]);
    bounds("شاركت 53 من أصل 54 قرية", &[("53", Some(53.0), Some(53.0)), ("54 قرية", Some(54.0), Some(54.0))]);
    bounds("في المرتبة الـ145 من أصل 175 دولة", &[("175 دولة", Some(175.0), Some(175.0))]);
    fates("أصدرت المحكمة أحكاماً بالإعدام على خمسة أشخاص", &[(None, None)]);
    bounds("يعتمدون على مصدر واحد للدخل", &[]);
}

#[test]
fn of_one_verb_some_are_displaced_and_some_let_go() {
    fates(
        "هُجّر من البلدة 700 مقاتل و4000 مدني",
        &[(Some(Status::Other), Some(Group::Fighter)), (Some(Status::Displaced), Some(Group::Civilian))],
    );
    fates("أخلت القوات سبيل 12 معتقلاً", &[(Some(Status::Other), Some(Group::Prisoner))]);
    fates("خلّف المسلحون تسع جثث", &[(Some(Status::Killed), Some(Group::Fighter))]);
    fates("خلّف الانفجار تسع جثث", &[(Some(Status::Killed), None)]);
}

#[test]
fn a_predicate_tells_what_befell_a_bare_number() {
    fates("تسعة وثلاثون هم شهداء البلدة منذ الصيف", &[(Some(Status::Killed), None)]);
    fates("تسعون ألفاً هم من نزحوا حتى الآن", &[(Some(Status::Displaced), None)]);
    bounds("المركز الرابع هو الأفضل هذا العام", &[]);
    fates("ولا يزال سبعة في عداد المفقودين", &[(Some(Status::Missing), None)]);
    fates("وقال إن أربعة لا يزال مصيرهم مجهولاً", &[(Some(Status::Missing), None)]);
}

#[test]
fn a_count_goes_on_with_that_of_the_sentence_before() {
    let killed = (Some(Status::Killed), None);
    fates("انتشل المسعفون ست جثث من بناء. وبهذا ترتفع الحصيلة إلى 18.", &[killed, killed]);
    fates("شُيّع 12 شهيداً، ما يرفع الحصيلة منذ بدء العام إلى 190.", &[killed, killed]);
}

#[test]
fn families_that_leave_a_place_and_people_in_buses() {
    fates("نحو 80 عائلة غادرت البلدة خلال الليل", &[(Some(Status::Displaced), Some(Group::Family))]);
    let buses = read("غادرت 80 عائلة الحي ضمن الدفعة الثانية");
    assert!(buses.iter().all(|q| q.status != Some(Status::Displaced)));
}

#[test]
fn who_bears_a_loss_need_not_be_named() {
    let fighters = (Some(Status::Killed), Some(Group::Fighter));
    fates("التنظيمات تكبدت عشرات القتلى", &[fighters]);
    fates("ولم تخسر، وفق قائد ميداني، سوى تسعة مقاتلين", &[fighters]);
    fates("انسحبوا ومعهم ثلاث جثث من قتلاهم", &[fighters]);
    fates("فقد أبلغ الضابط اللجنة أن على 200 مقاتل أن يخرجوا", &[(None, Some(Group::Fighter))]);
    fates("القضاء على قائد الخلية وستة آخرين", &[fighters]);
    fates("تحطمت الحافلة فقضى ستة آخرون", &[(Some(Status::Killed), None)]);
}

#[test]
fn of_whom_whoever_it_befell_are() {
    let fighters = (Some(Status::Killed), Some(Group::Fighter));
    fates("بلغ عدد من قضوا من مقاتلينا على الجبهة 37 شهيداً", &[fighters]);
    fates("بلغ عدد من قضوا تحت الأنقاض 37 شهيداً", &[(Some(Status::Killed), None)]);
}

#[test]
fn the_wounded_fall_and_a_part_is_of_the_figure_before_it() {
    fates("4 مصابين سقطوا قرب النهر", &[(Some(Status::Wounded), None)]);
    let medics = read("20 شهيداً و6 جرحى ثلاثة منهم بحال حرجة");
    assert_eq!(medics[2].status, Some(Status::Wounded));
    fates("لفظ سبعة منهم أنفاسهم في المشفى", &[(Some(Status::Killed), None)]);
}

#[test]
fn shares_of_one_measure_and_duals_or_more() {
    bounds("صادروا نصف طن من البارود", &[("نصف طن", Some(0.5), Some(0.5))]);
    bounds("دمّروا نصف المدينة", &[("نصف المدينة", Some(50.0), Some(50.0))]);
    let found = read("نزحوا مرتين أو أكثر");
    assert_eq!((found[0].min, found[0].max), (Some(2.0), None));
    fates("خسرنا مقاتلتين ارتقتا شهيدتين", &[(Some(Status::Killed), Some(Group::Fighter))]);
}

#[test]
fn a_friday_is_no_name_and_they_that_pass_a_ten() {
    fates("قُتل الجمعة ثمانية مدنيين", &[(Some(Status::Killed), Some(Group::Civilian))]);
    bounds("تظاهروا في جمعة 14 آذار", &[]);
    bounds("قال إن واحداً وعشرين مدنياً قُتلوا", &[("واحداً وعشرين مدنياً", Some(21.0), Some(21.0))]);
    bounds("وصلوا في آن واحد", &[]);
    bounds("مقتل ما لايقل عن 12 مدنياً", &[("ما لايقل عن 12 مدنياً", Some(12.0), None)]);
}

#[test]
fn those_who_get_away_from_where_they_are_held() {
    fates("هروب 20 امرأة من مخيم الهول", &[(Some(Status::Other), Some(Group::Woman))]);
    fates("فرار 20 عائلة من بلدة خان السبل", &[(Some(Status::Displaced), Some(Group::Family))]);
    sides("قُتل ضابط واحد برتبة نقيب من قوات النظام", &[Some("syrian-government-forces")]);
    fates("واثنتان اختُطفتا من حاجز", &[(Some(Status::Captured), None)]);
    bounds("دخلت الحافلات العشرون", &[("الحافلات العشرون", Some(20.0), Some(20.0))]);
    bounds("في القرن العشرين", &[]);
    sides("سقط 43 مسلحاً حوثياً وسبعة مدنيين", &[Some("houthis"), None]);
    sides("انسحبت قوات النظام من البلدة وقُتل 30 عنصراً منها", &[Some("syrian-government-forces")]);
}

#[test]
fn figures_as_agencies_write_them() {
    bounds("أصيب 3ر2 ألف شخص", &[("3ر2 ألف شخص", N(2300.0).0, N(2300.0).1)]);
    bounds("نزح (150) ألف مدني", &[("(150) ألف مدني", N(150_000.0).0, N(150_000.0).1)]);
    bounds("نزح أكثر من (40) مدنياً", &[("أكثر من (40) مدنياً", Some(40.0), None)]);
    bounds("نزح (40) مدنياً فأكثر", &[("(40) مدنياً", Some(40.0), None)]);
    bounds("مقتل5 مدنيين", &[("5 مدنيين", N(5.0).0, N(5.0).1)]);
    bounds("ارتفع بنسبة (34) في المئة", &[("(34) في المئة", N(34.0).0, N(34.0).1)]);
    bounds("أسلم (873) ناسخاً", &[("(873) ناسخاً", N(873.0).0, N(873.0).1)]);
    bounds("في البند (13) تنص المادة على ذلك", &[]);
    assert_eq!(read("تراجع السعر 28 سنتاً")[0].unit, "cent");
}

#[test]
fn a_year_is_no_count_of_what_was_told_before() {
    bounds("أصيب 15 مدنياً في العام الماضي 2014 لتبلغ النسبة ذروتها", &[("15 مدنياً", N(15.0).0, N(15.0).1)]);
}
