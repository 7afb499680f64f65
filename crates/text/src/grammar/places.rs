//! Sets of tokens: most tokens of a text begin nothing, and are passed over 64 at a time.

/// A set of places, each below the number it was made for.
#[derive(Debug, Clone)]
pub(super) struct Places(Vec<u64>);

impl Places {
    /// No place of so many.
    pub fn none_of(places: usize) -> Self {
        Self(vec![0; places.div_ceil(64)])
    }

    pub fn add(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// The places, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(n, word)| {
            let left = |word: u64| (word != 0).then_some(word);
            let rest = std::iter::successors(left(*word), move |word| left(word & (word - 1)));
            rest.map(move |word| n * 64 + word.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    #[test]
    fn places_come_out_in_order_once() {
        let mut places = Places::none_of(200);
        for place in [199, 0, 63, 64, 64, 127, 130] {
            places.add(place);
        }
        assert_eq!(places.iter().collect::<Vec<_>>(), [0, 63, 64, 127, 130, 199]);
    }
}
