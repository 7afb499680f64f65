//! The use cases, and the only wire format.
