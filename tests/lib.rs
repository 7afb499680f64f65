//! Evaluation against gold, tidiness, bad input, the real window.
