//! What a number means while the grammar builds it.

/// Bounds, and what a larger number needs to know of them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Value {
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub approximate: bool,
    pub percent: bool,
    /// The least scale word in it: 1000 of `خمسة آلاف`; 1 where there is none.
    pub scale: f64,
    /// What stands before that scale word, where a number does.
    pub times: Option<f64>,
}

/// How far *and some* (ونيف) reaches past the number before it.
const AND_SOME: f64 = 9.0;

impl Value {
    pub const fn exact(n: f64) -> Self {
        Self { min: Some(n), max: Some(n), approximate: false, percent: false, scale: 1.0, times: None }
    }

    /// N or more, vaguely: tens, hundreds, several.
    pub fn vague(n: f64) -> Self {
        Self { max: None, approximate: true, ..Self::exact(n) }
    }

    pub fn percent(n: f64) -> Self {
        Self { percent: true, ..Self::exact(n) }
    }

    /// The value where it is one.
    pub fn one(&self) -> Option<f64> {
        self.min.filter(|_| self.min == self.max)
    }

    /// `times` thousands or millions; rounded, for 129.8 milliards are whole in decimals only.
    pub fn scaled(times: f64, scale: f64) -> Self {
        Self { scale, times: Some(times), ..Self::exact((times * scale).round()) }
    }

    pub fn at_least(self) -> Self {
        Self { min: self.min.or(self.max), max: None, ..self }
    }

    pub fn at_most(self) -> Self {
        Self { min: None, max: self.max.or(self.min), ..self }
    }

    pub fn about(self) -> Self {
        Self { approximate: true, ..self }
    }

    pub fn and_some(self) -> Self {
        Self { max: self.max.map(|n| n + AND_SOME), approximate: true, ..self }
    }

    /// From `self` to `other`; `None` where that is no range. The scale or percent sign of the second part
    /// belongs to the first too where it has none and is the smaller (`بين 140 و180 ألفاً`).
    pub fn to(self, other: Self) -> Option<Self> {
        let (low, high) = (self.min?, other.max.or(other.min)?);
        let shared = self.scale == 1.0 && other.times.is_some_and(|t| low < t);
        let low = if shared { low * other.scale } else { low };
        (low < high && (!self.percent || other.percent)).then_some(Self {
            min: Some(low),
            max: other.max.map(|_| high),
            approximate: self.approximate || other.approximate,
            percent: other.percent,
            scale: 1.0,
            times: None,
        })
    }

    /// What a phrase behind the noun (على الأقل) makes of the number; `rule` is the row that found it.
    pub fn with_tail(self, rule: &str, tail: Self) -> Self {
        match (rule, tail.min, tail.max) {
            ("tail.and-share", ..) => self.plus(tail.min.unwrap_or(0.0) / 100.0 * self.scale),
            ("tail.and-some", ..) => self.and_some(),
            (_, Some(_), None) => self.at_least(),
            (_, None, Some(_)) => self.at_most(),
            _ => self.about(),
        }
    }

    fn plus(self, more: f64) -> Self {
        Self { min: self.min.map(|n| n + more), max: self.max.map(|n| n + more), ..self }
    }

    /// Bounds as a rule's examples write them: `20`, `20..`, `..20`, `20..30`, with `~` and `%` behind.
    #[cfg(test)]
    pub fn shown(&self) -> String {
        let bound = |n: Option<f64>| n.map_or(String::new(), |n| n.to_string());
        let bounds = match self.one() {
            Some(n) => n.to_string(),
            None => format!("{}..{}", bound(self.min), bound(self.max)),
        };
        let sign = |on: bool, sign| if on { sign } else { "" };
        format!("{bounds}{}{}", sign(self.percent, "%"), sign(self.approximate, "~"))
    }
}
