//! Polarity: whether a claim is made, rejected, doubted, and so on.
