//! The use cases, and the only wire format.

pub mod view;
pub mod wire;

#[cfg(test)]
mod generated;
