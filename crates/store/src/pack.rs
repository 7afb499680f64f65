//! Compression of what is kept as bytes.
//!
//! zstd, because an article's page shrinks to about a fifth and unpacks at once. The length of what is packed
//! is kept beside it, so that a damaged frame can never ask for more memory than it should.

use std::io;

/// zstd's own default, 3 of 1 to 22: higher levels gain a few percent on pages and cost several times the time.
const LEVEL: i32 = 3;

/// Packs bytes.
pub(crate) fn pack(bytes: &[u8]) -> io::Result<Vec<u8>> {
    zstd::bulk::compress(bytes, LEVEL)
}

/// Unpacks what [`pack`] made of `length` bytes.
pub(crate) fn unpack(packed: &[u8], length: usize) -> io::Result<Vec<u8>> {
    let bytes = zstd::bulk::decompress(packed, length)?;
    if bytes.len() == length {
        Ok(bytes)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidData, "shorter than it was when it was packed"))
    }
}
