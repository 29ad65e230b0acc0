-- A raw row carries the revision that wrote it (rev). A derived row is known from revision since until before revision until;
-- until is 0 while it is known. Days count from 1970-01-01, times in microseconds. A uid is a packed id (idcode.go), compared as
-- the id is; a column named after a thing holds that thing's integer key; small texts of few values are keys of word.

-- The newest published revision, and how many records of each kind it holds (JSON).
CREATE TABLE clock (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    published INTEGER NOT NULL,
    counts    TEXT    NOT NULL
) STRICT;
INSERT INTO clock VALUES (1, 0, '{}');

-- The load that is open, if any: what it added to the counts, and the last keys given before it.
CREATE TABLE load (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    op      TEXT    NOT NULL,
    digest  BLOB    NOT NULL,
    history INTEGER NOT NULL,
    counts  TEXT    NOT NULL,
    name    INTEGER NOT NULL,
    term    INTEGER NOT NULL
) STRICT;

CREATE TABLE revision (
    rev    INTEGER PRIMARY KEY,
    time   INTEGER NOT NULL,
    op     TEXT    NOT NULL,
    digest BLOB    NOT NULL
) STRICT;
CREATE INDEX revision_op ON revision (op);
CREATE INDEX revision_time ON revision (time);

-- Published loads that restored a history: their operation wrote no revision of its own.
CREATE TABLE restored (
    op     TEXT PRIMARY KEY,
    digest BLOB    NOT NULL,
    rev    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The change log, in runs of entries: the ordinal of the first one, how many raw records of the revision come before it, and how
-- many are in it.
CREATE TABLE log (
    rev     INTEGER NOT NULL,
    first   INTEGER NOT NULL,
    before  INTEGER NOT NULL,
    records INTEGER NOT NULL,
    entries BLOB    NOT NULL,
    PRIMARY KEY (rev, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE word (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- Ids of entities and documents, which may be named before they are on file.
CREATE TABLE name (
    id  INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE entity (
    id          INTEGER PRIMARY KEY REFERENCES name (id),
    rev         INTEGER NOT NULL,
    kind        INTEGER NOT NULL,
    specificity INTEGER NOT NULL,
    caption     TEXT    NOT NULL,
    more        TEXT
) STRICT;

-- name is NULL where it is the caption; terms are keys of term.
CREATE TABLE entity_state (
    entity    INTEGER NOT NULL REFERENCES entity (id),
    since     INTEGER NOT NULL,
    until     INTEGER NOT NULL,
    name      TEXT,
    sort      TEXT    NOT NULL,
    degree    INTEGER NOT NULL,
    first_day INTEGER,
    terms     BLOB,
    PRIMARY KEY (entity, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_state_name ON entity_state (until, sort);
CREATE INDEX entity_state_degree ON entity_state (until, degree);

CREATE TABLE document (
    id        INTEGER PRIMARY KEY REFERENCES name (id),
    rev       INTEGER NOT NULL,
    language  TEXT    NOT NULL,
    publisher BLOB    NOT NULL,
    body      TEXT    NOT NULL
) STRICT;

CREATE TABLE layer (
    id        INTEGER PRIMARY KEY,
    uid       BLOB    NOT NULL UNIQUE,
    rev       INTEGER NOT NULL,
    document  INTEGER NOT NULL REFERENCES document (id),
    extractor TEXT    NOT NULL,
    text      TEXT    NOT NULL
) STRICT;
CREATE INDEX layer_document ON layer (document);

-- refers is the uid of the claim that is the value.
CREATE TABLE claim (
    id         INTEGER PRIMARY KEY,
    uid        BLOB    NOT NULL UNIQUE,
    rev        INTEGER NOT NULL,
    subject    INTEGER NOT NULL REFERENCES entity (id),
    predicate  INTEGER NOT NULL,
    object     INTEGER REFERENCES entity (id),
    modality   INTEGER NOT NULL,
    value      TEXT,
    qualifiers TEXT,
    refers     BLOB
) STRICT;
CREATE INDEX claim_refers ON claim (refers) WHERE refers IS NOT NULL;

-- One stretch of a claim, and the edge that is projected from it where the claim has an object. tags hold standing, tier,
-- modality and flags (tags.go); certain holds runs of days (runs.go); shares are NULL where none is asserted.
CREATE TABLE state (
    id        INTEGER PRIMARY KEY,
    claim     INTEGER NOT NULL REFERENCES claim (id),
    subject   INTEGER NOT NULL,
    predicate INTEGER NOT NULL,
    object    INTEGER,
    tags      INTEGER NOT NULL,
    from_day  INTEGER NOT NULL,
    to_day    INTEGER NOT NULL,
    share_min INTEGER,
    share_max INTEGER,
    certain   BLOB,
    since     INTEGER NOT NULL,
    until     INTEGER NOT NULL
) STRICT;
CREATE INDEX state_claim ON state (claim);
CREATE INDEX state_out ON state (subject, predicate, tags, since, until);
CREATE INDEX state_in ON state (object, predicate, tags, since, until) WHERE object IS NOT NULL;

-- A date is a day where it is exactly that, else as written; an open end of the period is "..". body is who the speaker speaks for;
-- anchors hold the places of the evidence (anchors.go).
CREATE TABLE assertion (
    id          INTEGER PRIMARY KEY,
    uid         BLOB    NOT NULL UNIQUE,
    rev         INTEGER NOT NULL,
    claim       INTEGER NOT NULL REFERENCES claim (id),
    stance      INTEGER NOT NULL,
    voice       INTEGER NOT NULL,
    basis       INTEGER NOT NULL,
    review      INTEGER NOT NULL,
    recorded_by INTEGER NOT NULL,
    speaker     INTEGER REFERENCES name (id),
    body        INTEGER REFERENCES name (id),
    target      BLOB,
    said        ANY,
    published   ANY,
    valid_from  ANY,
    valid_to    ANY,
    as_of       ANY,
    anchors     BLOB,
    more        TEXT
) STRICT;
CREATE INDEX assertion_claim ON assertion (claim);
CREATE INDEX assertion_speaker ON assertion (speaker) WHERE speaker IS NOT NULL;
CREATE INDEX assertion_body ON assertion (body) WHERE body IS NOT NULL;
CREATE INDEX assertion_target ON assertion (target) WHERE target IS NOT NULL;

-- The documents in which an assertion's evidence stands.
CREATE TABLE cited (
    document  INTEGER NOT NULL REFERENCES name (id),
    assertion INTEGER NOT NULL REFERENCES assertion (id),
    PRIMARY KEY (document, assertion)
) STRICT, WITHOUT ROWID;

-- The documents in which evidence of claims about an entity stands, and since when.
CREATE TABLE about (
    entity   INTEGER NOT NULL REFERENCES entity (id),
    document INTEGER NOT NULL REFERENCES name (id),
    rev      INTEGER NOT NULL,
    PRIMARY KEY (entity, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
    assertion INTEGER NOT NULL REFERENCES assertion (id),
    rev       INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (assertion, rev)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement (
    id   INTEGER PRIMARY KEY,
    uid  BLOB    NOT NULL UNIQUE,
    rev  INTEGER NOT NULL,
    body TEXT    NOT NULL
) STRICT;

-- The things, by uid, that a judgement names.
CREATE TABLE judged (
    owner     BLOB    NOT NULL,
    judgement INTEGER NOT NULL REFERENCES judgement (id),
    PRIMARY KEY (owner, judgement)
) STRICT, WITHOUT ROWID;

CREATE TABLE competence (
    body INTEGER NOT NULL REFERENCES entity (id),
    rev  INTEGER NOT NULL,
    rows TEXT    NOT NULL,
    PRIMARY KEY (body, rev)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
    id   INTEGER PRIMARY KEY,
    text BLOB NOT NULL UNIQUE
) STRICT;

-- Postings are as many as all other rows together: they have no foreign keys, which would be looked up for each.
CREATE TABLE entity_term (
    term   INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    since  INTEGER NOT NULL,
    until  INTEGER NOT NULL,
    PRIMARY KEY (term, entity, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE layer_terms (
    layer    INTEGER PRIMARY KEY REFERENCES layer (id),
    rev      INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES name (id),
    terms    BLOB
) STRICT;

CREATE TABLE document_term (
    term     INTEGER NOT NULL,
    document INTEGER NOT NULL,
    since    INTEGER NOT NULL,
    PRIMARY KEY (term, document)
) STRICT, WITHOUT ROWID;
