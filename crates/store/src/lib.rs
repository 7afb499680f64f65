//! The dossier: one SQLite file with the originals, the articles, the analyst's decisions and a log.
