PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1383561588;
PRAGMA user_version = 4;
BEGIN TRANSACTION;
CREATE TABLE article (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE REFERENCES original (sha256),
    origin TEXT NOT NULL,
    line INTEGER,
    url TEXT,
    outlet TEXT,
    camp TEXT,
    published TEXT,
    published_text TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    body TEXT NOT NULL,
    left_out TEXT NOT NULL,
    extra TEXT NOT NULL,
    warnings TEXT NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;
INSERT INTO "article" VALUES(1,'a','7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227','أخبار/a.txt',NULL,NULL,'وكالة الرافد',NULL,'2026-03-14',NULL,'سوق تل الريم','قُتل سبعة مدنيين.','plain','[]','[]','[]','2026-03-14T08:00:01Z');
INSERT INTO "article" VALUES(2,'b','8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71','أخبار/b.txt',NULL,NULL,'وكالة الرافد',NULL,'2026-03-14',NULL,'سوق تل الريم','قُتل سبعة مدنيين.','plain','[]','[]','[]','2026-03-14T08:00:01Z');
CREATE TABLE camp (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    ar TEXT NOT NULL,
    en TEXT NOT NULL
) STRICT;
CREATE TABLE decision (
    seq INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
    of INTEGER REFERENCES decision (seq),
    change TEXT,
    CHECK ((kind = 'change') = (change IS NOT NULL) AND (kind = 'change') = (of IS NULL))
) STRICT;
INSERT INTO "decision" VALUES(1,'2026-03-14T08:00:02Z','change',NULL,'{"kind":"set-article-field","article":"a","field":"camp","from":null,"to":"opposition"}');
INSERT INTO "decision" VALUES(2,'2026-03-14T08:00:03Z','change',NULL,'{"kind":"link-articles","links":[{"a":"a","b":"b","from":null,"to":"must"}]}');
INSERT INTO "decision" VALUES(3,'2026-03-14T08:00:04Z','change',NULL,'{"kind":"link-rows","links":[{"a":{"article":"a","start":0,"end":8},"b":{"article":"b","start":0,"end":8},"from":null,"to":"cannot"}]}');
INSERT INTO "decision" VALUES(4,'2026-03-14T08:00:05Z','change',NULL,'{"kind":"set-article-field","article":"b","field":"title","from":"سوق تل الريم","to":"عنوان آخر"}');
INSERT INTO "decision" VALUES(5,'2026-03-14T08:00:06Z','undo',4,NULL);
INSERT INTO "decision" VALUES(6,'2026-03-14T08:00:10Z','change',NULL,'{"kind":"name-event","articles":["a","b"],"from":null,"to":"قصف السوق"}');
INSERT INTO "decision" VALUES(7,'2026-03-14T08:00:11Z','change',NULL,'{"kind":"set-entries","entries":[{"id":"tall-rim","from":null,"to":{"kind":"place","names":["تل الريم"]}}]}');
INSERT INTO "decision" VALUES(8,'2026-03-14T08:00:12Z','change',NULL,'{"kind":"name-event","articles":["a","b"],"from":"قصف السوق","to":"قصف سوق تل الريم"}');
INSERT INTO "decision" VALUES(9,'2026-03-14T08:00:13Z','undo',8,NULL);
CREATE TABLE derived (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    engine TEXT NOT NULL,
    lexicon TEXT NOT NULL,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY (kind, id, engine, lexicon)
) STRICT;
CREATE TABLE log (
    seq INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO "log" VALUES(1,'2026-03-14T08:00:00Z','created','{"format":3}','','be236f64399814b8e775f2fb421c8aabfa2b62da8476b0095c2f2e6eb3d1d682');
INSERT INTO "log" VALUES(2,'2026-03-14T08:00:01Z','import','{"article":"a","sha256":"7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227","row":"2f96a7b8af087d61e491ca739c95dd6bf48f27ae50398973a0551339ccc48fb6","origin":"أخبار/a.txt","line":null}','be236f64399814b8e775f2fb421c8aabfa2b62da8476b0095c2f2e6eb3d1d682','8c60680a3c9eebdb0313b0c323e714b9667f9135ee04ed9d6cb44353acf45795');
INSERT INTO "log" VALUES(3,'2026-03-14T08:00:01Z','import','{"article":"b","sha256":"8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71","row":"11ba242c4ab75e0c3bf5d0e8da6997ebaad8e46a0b3e4484a38fc885222354eb","origin":"أخبار/b.txt","line":null}','8c60680a3c9eebdb0313b0c323e714b9667f9135ee04ed9d6cb44353acf45795','46ea3ebfb08a174d9b45781c97f17bb6dfbc033399645845a0be0e9079e6ed71');
INSERT INTO "log" VALUES(4,'2026-03-14T08:00:02Z','decision','{"decision":1,"change":{"kind":"set-article-field","article":"a","field":"camp","from":null,"to":"opposition"}}','46ea3ebfb08a174d9b45781c97f17bb6dfbc033399645845a0be0e9079e6ed71','61ade8a6c3f9a8a9568215c892dd9e4b72b2ff4c461902d8e9fb7bcbf95b7cba');
INSERT INTO "log" VALUES(5,'2026-03-14T08:00:03Z','decision','{"decision":2,"change":{"kind":"link-articles","links":[{"a":"a","b":"b","from":null,"to":"must"}]}}','61ade8a6c3f9a8a9568215c892dd9e4b72b2ff4c461902d8e9fb7bcbf95b7cba','7da1f14dbe97b25b0e1624bde27d620e8c93379b756ad8153c0c9f325dbb7845');
INSERT INTO "log" VALUES(6,'2026-03-14T08:00:04Z','decision','{"decision":3,"change":{"kind":"link-rows","links":[{"a":{"article":"a","start":0,"end":8},"b":{"article":"b","start":0,"end":8},"from":null,"to":"cannot"}]}}','7da1f14dbe97b25b0e1624bde27d620e8c93379b756ad8153c0c9f325dbb7845','5aab3a1423b131fc0369ed5f18ad006191d8b02da64e6e30ee930ee8da6889f9');
INSERT INTO "log" VALUES(7,'2026-03-14T08:00:05Z','decision','{"decision":4,"change":{"kind":"set-article-field","article":"b","field":"title","from":"سوق تل الريم","to":"عنوان آخر"}}','5aab3a1423b131fc0369ed5f18ad006191d8b02da64e6e30ee930ee8da6889f9','f9e61990c97bb5a46e40224ac9f4b792e6429f85a4adaf284367c1b3eeeb36ad');
INSERT INTO "log" VALUES(8,'2026-03-14T08:00:06Z','decision','{"decision":5,"undo":4}','f9e61990c97bb5a46e40224ac9f4b792e6429f85a4adaf284367c1b3eeeb36ad','a438ee6d8ae7d2536077367b5bbaf2f90838f585a112c49eabe5fe23998f6a19');
INSERT INTO "log" VALUES(9,'2026-03-14T08:00:10Z','decision','{"decision":6,"change":{"kind":"name-event","articles":["a","b"],"from":null,"to":"قصف السوق"}}','a438ee6d8ae7d2536077367b5bbaf2f90838f585a112c49eabe5fe23998f6a19','b3e5ccf786a2b3c6dc4e6e3aa47894607965d0ac73af590a09391aac1673b52b');
INSERT INTO "log" VALUES(10,'2026-03-14T08:00:11Z','decision','{"decision":7,"change":{"kind":"set-entries","entries":[{"id":"tall-rim","from":null,"to":{"kind":"place","names":["تل الريم"]}}]}}','b3e5ccf786a2b3c6dc4e6e3aa47894607965d0ac73af590a09391aac1673b52b','23b551572baa672ef0acc4b95233dbaf765911eb3ea5cd6e6074c836604b922f');
INSERT INTO "log" VALUES(11,'2026-03-14T08:00:12Z','decision','{"decision":8,"change":{"kind":"name-event","articles":["a","b"],"from":"قصف السوق","to":"قصف سوق تل الريم"}}','23b551572baa672ef0acc4b95233dbaf765911eb3ea5cd6e6074c836604b922f','5b079cd00dbad4a30c8ade324d65cc777699f8440ad88aee7c114e59db1d5ada');
INSERT INTO "log" VALUES(12,'2026-03-14T08:00:13Z','decision','{"decision":9,"undo":8}','5b079cd00dbad4a30c8ade324d65cc777699f8440ad88aee7c114e59db1d5ada','6e049490b48c18596d65c736db9416b73f08eb231a47263b2198c32b0aa7033c');
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY NOT NULL,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;
INSERT INTO "original" VALUES('7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227',56,X'28B52FFD2038C10100D8B3D988D98220D8AAD98420D8A7D984D8B1D98AD98520610AD982D98FD8AAD98420D8B3D8A8D8B9D8A920D985D8AFD986D98AD98AD9862E');
INSERT INTO "original" VALUES('8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71',56,X'28B52FFD2038C10100D8B3D988D98220D8AAD98420D8A7D984D8B1D98AD98520620AD982D98FD8AAD98420D8B3D8A8D8B9D8A920D985D8AFD986D98AD98AD9862E');
CREATE TABLE outlet (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    names TEXT NOT NULL,
    domains TEXT NOT NULL,
    camp TEXT,
    why TEXT NOT NULL
) STRICT;
CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE sighting (
    seq INTEGER PRIMARY KEY NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    origin TEXT NOT NULL,
    line INTEGER,
    at TEXT NOT NULL
) STRICT;
INSERT INTO "sighting" VALUES(1,'7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227','أخبار/a.txt',NULL,'2026-03-14T08:00:01Z');
INSERT INTO "sighting" VALUES(2,'8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71','أخبار/b.txt',NULL,'2026-03-14T08:00:01Z');
CREATE TRIGGER original_is_kept BEFORE UPDATE ON original
    BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;
CREATE TRIGGER original_stays BEFORE DELETE ON original
    BEGIN SELECT RAISE(ABORT, 'originals are never removed'); END;
CREATE TRIGGER article_is_kept BEFORE UPDATE ON article
    BEGIN SELECT RAISE(ABORT, 'articles are never changed'); END;
CREATE TRIGGER article_stays BEFORE DELETE ON article
    BEGIN SELECT RAISE(ABORT, 'articles are never removed'); END;
CREATE INDEX sighting_of ON sighting (sha256);
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;
CREATE TRIGGER log_is_kept BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
COMMIT;
