PRAGMA foreign_keys = OFF;
PRAGMA application_id = 1383561588;
PRAGMA user_version = 1;
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
INSERT INTO "article" VALUES(1,'a','7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227','أخبار/a.txt',NULL,NULL,'وكالة الرافد',NULL,'2026-03-14',NULL,'سوق تل الريم','قُتل سبعة مدنيين.','plain','[{"text":"مشاركة","before":1,"reason":"share"}]','[]','[]','2026-03-14T08:00:01Z');
INSERT INTO "article" VALUES(2,'b','8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71','أخبار/b.txt',NULL,NULL,'وكالة الرافد',NULL,'2026-03-14',NULL,'سوق تل الريم','قُتل سبعة مدنيين.','plain','[{"text":"مشاركة","before":1,"reason":"share"}]','[]','[]','2026-03-14T08:00:01Z');
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
INSERT INTO "decision" VALUES(1,'2026-03-14T08:00:02Z','change',NULL,'{"kind":"set-article-field","article":"a","field":"camp","from":null,"to":"opposition"}');
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
INSERT INTO "log" VALUES(1,'2026-03-14T08:00:00Z','created','{"format":1}','','40d802fdca1e3ed97bc254cc78c445afd519b76e7ef2398e5fb273cfc72a0eeb');
INSERT INTO "log" VALUES(2,'2026-03-14T08:00:01Z','import','{"article":"a","sha256":"7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227","row":"f7f34708e8cbe64862c9ae976f35d85c6f1bc5fb9dd39a9e103ddf5d65f014fa","origin":"أخبار/a.txt","line":null}','40d802fdca1e3ed97bc254cc78c445afd519b76e7ef2398e5fb273cfc72a0eeb','a61faefadccd495fc2fabde55582e7fbc797293c6fd2fe7547224e1dad36a087');
INSERT INTO "log" VALUES(3,'2026-03-14T08:00:01Z','import','{"article":"b","sha256":"8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71","row":"8eeb654ab84e6c6fb8368950b7f56cfd8efef0e3558a456af2f97ad61cd4a002","origin":"أخبار/b.txt","line":null}','a61faefadccd495fc2fabde55582e7fbc797293c6fd2fe7547224e1dad36a087','e4ff46b32d3318f9a7abec1f48620897cfe43bddfaba17c5e6c34c9c4c80b3f2');
INSERT INTO "log" VALUES(4,'2026-03-14T08:00:02Z','decision','{"decision":1,"change":{"kind":"set-article-field","article":"a","field":"camp","from":null,"to":"opposition"}}','e4ff46b32d3318f9a7abec1f48620897cfe43bddfaba17c5e6c34c9c4c80b3f2','7dc0b66646240239843bb8bd5f67304cc5d7610aacf5b7d16630d75cdf1fa738');
INSERT INTO "log" VALUES(5,'2026-03-14T08:00:03Z','definition','{"camps":[{"id":"opposition","ar":"معارض","en":"opposition"}]}','7dc0b66646240239843bb8bd5f67304cc5d7610aacf5b7d16630d75cdf1fa738','86cbf840503be3c1123024e0ed6fb6e0a10269c349b313f9e313bc55a3f8f949');
INSERT INTO "log" VALUES(6,'2026-03-14T08:00:04Z','definition','{"outlets":[{"id":"rafed","names":["وكالة الرافد"],"domains":[],"camp":"opposition","why":"مختلَقة"}]}','86cbf840503be3c1123024e0ed6fb6e0a10269c349b313f9e313bc55a3f8f949','288163e8f18123f1f02d27412003ecdc2ad6fddadc6557debb724d4835deba57');
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
INSERT INTO "outlet" VALUES(1,'rafed','["وكالة الرافد"]','[]','opposition','مختلَقة');
CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
INSERT INTO "setting" VALUES('event','حدث');
CREATE TABLE sighting (
    seq INTEGER PRIMARY KEY NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    origin TEXT NOT NULL,
    line INTEGER,
    at TEXT NOT NULL
) STRICT;
INSERT INTO "sighting" VALUES(1,'7afc4fdb5aec611fcaa859829bdefdae1ea6e3ca8655a71995376b8171150227','أخبار/a.txt',NULL,'2026-03-14T08:00:01Z');
INSERT INTO "sighting" VALUES(2,'8291910b250514683ebc3fa588d8ec0dc84a18005a11eed2d6c1627f00dd6d71','أخبار/b.txt',NULL,'2026-03-14T08:00:01Z');
CREATE INDEX sighting_of ON sighting (sha256);
CREATE TRIGGER original_is_kept BEFORE UPDATE ON original
    BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;
CREATE TRIGGER original_stays BEFORE DELETE ON original
    BEGIN SELECT RAISE(ABORT, 'originals are never removed'); END;
CREATE TRIGGER article_is_kept BEFORE UPDATE ON article
    BEGIN SELECT RAISE(ABORT, 'articles are never changed'); END;
CREATE TRIGGER article_stays BEFORE DELETE ON article
    BEGIN SELECT RAISE(ABORT, 'articles are never removed'); END;
CREATE TRIGGER decision_is_kept BEFORE UPDATE ON decision
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision
    BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;
CREATE TRIGGER log_is_kept BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
COMMIT;
