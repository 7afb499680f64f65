PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1383561588;
PRAGMA user_version = 2;
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
INSERT INTO "article" VALUES(1,'a','7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227','أخبار/a.txt',NULL,'https://example.org/1','وكالة الرافد',NULL,'2026-03-14','١٤ آذار ٢٠٢٦','سوق تل الريم','قُتل سبعة مدنيين.','plain','[{"text":"مشاركة","before":1,"reason":"share"}]','[["lang","\"ar\""]]','[{"no-date":0.1}]','2026-03-14T08:00:01Z');
INSERT INTO "article" VALUES(2,'b','8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71','أخبار/b.txt',NULL,'https://example.org/1','وكالة الرافد',NULL,'2026-03-14','١٤ آذار ٢٠٢٦','سوق تل الريم','قُتل سبعة مدنيين.','plain','[{"text":"مشاركة","before":1,"reason":"share"}]','[["lang","\"ar\""]]','[{"no-date":0.1}]','2026-03-14T08:00:01Z');
CREATE TABLE camp (
    position INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    ar TEXT NOT NULL,
    en TEXT NOT NULL
) STRICT;
INSERT INTO "camp" VALUES(1,'opposition','معارض','opposition');
CREATE TABLE decision (
    seq INTEGER PRIMARY KEY NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo')),
    of INTEGER REFERENCES decision (seq),
    change TEXT,
    CHECK ((kind = 'change') = (change IS NOT NULL) AND (kind = 'change') = (of IS NULL))
) STRICT;
INSERT INTO "decision" VALUES(1,'2026-03-14T08:00:03Z','change',NULL,'{"kind":"set-article-field","article":"a","field":"camp","from":null,"to":"opposition"}');
INSERT INTO "decision" VALUES(2,'2026-03-14T08:00:04Z','change',NULL,'{"kind":"link","a":"a","b":"b","from":null,"to":"cannot"}');
INSERT INTO "decision" VALUES(3,'2026-03-14T08:00:05Z','change',NULL,'{"kind":"set-entries","entries":[{"id":"tall-sidrah","from":null,"to":{"names":["تل السدرة"],"position":[34.69,40.83]}}]}');
INSERT INTO "decision" VALUES(4,'2026-03-14T08:00:06Z','undo',3,NULL);
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
INSERT INTO "log" VALUES(1,'2026-03-14T08:00:00Z','created','{"format":2}','','13b7f9ad2baa9d93d48c1cb2c195df59fca90cc99701f9972c5cd3911976c711');
INSERT INTO "log" VALUES(2,'2026-03-14T08:00:01Z','import','{"article":"a","sha256":"7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227","row":"90a49d14ed770cb6fb9c92611b2d25d742648b897a3132d8157e942f22e1fccf","origin":"أخبار/a.txt","line":null}','13b7f9ad2baa9d93d48c1cb2c195df59fca90cc99701f9972c5cd3911976c711','fc3f1144af1f85eb429f893f50f4ce23f3869d15695eb37de92615897a372e90');
INSERT INTO "log" VALUES(3,'2026-03-14T08:00:01Z','import','{"article":"b","sha256":"8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71","row":"5b782135b20d6e7f4a0e764b0bfa761e177d6be8fed8d63b4f4588c94079430a","origin":"أخبار/b.txt","line":null}','fc3f1144af1f85eb429f893f50f4ce23f3869d15695eb37de92615897a372e90','755d931ad405fe54a6089a5d8a3ae0eb84033eb645e9227615c8d3abdbbd9358');
INSERT INTO "log" VALUES(4,'2026-03-14T08:00:02Z','definition','{"camps":[{"id":"opposition","ar":"معارض","en":"opposition"}]}','755d931ad405fe54a6089a5d8a3ae0eb84033eb645e9227615c8d3abdbbd9358','bc3e84dce0205577cce0aafa7a316120ac680c27f4bc6bab977be7c1c968a3a8');
INSERT INTO "log" VALUES(5,'2026-03-14T08:00:03Z','decision','{"decision":1,"change":{"kind":"set-article-field","article":"a","field":"camp","from":null,"to":"opposition"}}','bc3e84dce0205577cce0aafa7a316120ac680c27f4bc6bab977be7c1c968a3a8','ed67eb046506085d62d668b102abd57a4ba70d60a4fe95ced5a04724e220ce97');
INSERT INTO "log" VALUES(6,'2026-03-14T08:00:04Z','decision','{"decision":2,"change":{"kind":"link","a":"a","b":"b","from":null,"to":"cannot"}}','ed67eb046506085d62d668b102abd57a4ba70d60a4fe95ced5a04724e220ce97','ce76f3838673aa5e95e1a4140b0eea5b914894b38e2e40b67bf7703c41154dfe');
INSERT INTO "log" VALUES(7,'2026-03-14T08:00:05Z','decision','{"decision":3,"change":{"kind":"set-entries","entries":[{"id":"tall-sidrah","from":null,"to":{"names":["تل السدرة"],"position":[34.69,40.83]}}]}}','ce76f3838673aa5e95e1a4140b0eea5b914894b38e2e40b67bf7703c41154dfe','405ee76921901e552fae55a30b38b0cd6d8acb068a8538a87ce04f849ea94f93');
INSERT INTO "log" VALUES(8,'2026-03-14T08:00:06Z','decision','{"decision":4,"undo":3}','405ee76921901e552fae55a30b38b0cd6d8acb068a8538a87ce04f849ea94f93','0acab80d0582b19f54d457ba40aace3213531675678024a46157ce8c39ae2794');
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
