//! How much is read at most: every size is checked before memory is taken for it.

/// A text, a page or a JSON array, in bytes. The longest pages of news sites, scripts included, stay below
/// 5 MiB; 32 MiB keeps a whole book and still bounds the memory of one import to a few hundred MiB.
pub const FILE: u64 = 32 << 20;

/// One line of JSON Lines, in bytes: an article with its page stays below 5 MiB.
pub const LINE: u64 = 16 << 20;

/// How deep elements of a page may be nested. Browsers stop at 512; the body finder walks the tree by
/// recursion, so that a page made of a million open tags must not reach it.
pub const DEPTH: usize = 512;

/// How many elements a page may have for its body to be looked for by the body finder, whose work grows with the
/// square of their number; pages of news sites have up to 10,000. A larger one gives the paragraphs that read like
/// prose.
pub const ELEMENTS: usize = 50_000;

/// How many folders deep a folder is read: file systems hold paths of 4,096 bytes, so no real one is deeper.
pub const FOLDERS: usize = 256;
