// What never changes is indexed: a reader pinned to a revision may stand on it while another commits.
CREATE CONSTRAINT clock_id IF NOT EXISTS FOR (n:Clock) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT revision_rev IF NOT EXISTS FOR (n:Revision) REQUIRE n.rev IS UNIQUE;
CREATE INDEX revision_op IF NOT EXISTS FOR (n:Revision) ON (n.op);
CREATE INDEX revision_time IF NOT EXISTS FOR (n:Revision) ON (n.time);
CREATE CONSTRAINT restored_op IF NOT EXISTS FOR (n:Restored) REQUIRE n.op IS UNIQUE;
CREATE CONSTRAINT change_place IF NOT EXISTS FOR (n:Change) REQUIRE (n.rev, n.ordinal) IS UNIQUE;
CREATE INDEX change_record IF NOT EXISTS FOR (n:Change) ON (n.rev, n.kind, n.record);
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_kind IF NOT EXISTS FOR (n:Entity) ON (n.kind, n.id);
CREATE CONSTRAINT state_since IF NOT EXISTS FOR (n:EntityState) REQUIRE (n.entity, n.since) IS UNIQUE;
CREATE INDEX state_sort IF NOT EXISTS FOR (n:EntityState) ON (n.sort, n.entity);
CREATE INDEX state_degree IF NOT EXISTS FOR (n:EntityState) ON (n.degree, n.entity);
CREATE CONSTRAINT term_text IF NOT EXISTS FOR (n:Term) REQUIRE n.text IS UNIQUE;
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT layer_id IF NOT EXISTS FOR (n:Layer) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE INDEX claim_subject IF NOT EXISTS FOR (n:Claim) ON (n.subject, n.predicate, n.id);
CREATE INDEX claim_object IF NOT EXISTS FOR (n:Claim) ON (n.object, n.predicate, n.id);
CREATE INDEX claim_predicate IF NOT EXISTS FOR (n:Claim) ON (n.predicate, n.id);
CREATE INDEX claim_refers IF NOT EXISTS FOR (n:Claim) ON (n.refers);
CREATE INDEX stretch_claim IF NOT EXISTS FOR (n:Stretch) ON (n.claim);
CREATE CONSTRAINT assertion_id IF NOT EXISTS FOR (n:Assertion) REQUIRE n.id IS UNIQUE;
CREATE INDEX assertion_claim IF NOT EXISTS FOR (n:Assertion) ON (n.claim);
CREATE INDEX assertion_speaker IF NOT EXISTS FOR (n:Assertion) ON (n.speaker);
CREATE INDEX assertion_for IF NOT EXISTS FOR (n:Assertion) ON (n.for);
CREATE INDEX assertion_target IF NOT EXISTS FOR (n:Assertion) ON (n.target);
CREATE INDEX evidence_assertion IF NOT EXISTS FOR (n:Evidence) ON (n.assertion);
CREATE INDEX evidence_document IF NOT EXISTS FOR (n:Evidence) ON (n.document);
CREATE CONSTRAINT decision_rev IF NOT EXISTS FOR (n:Decision) REQUIRE (n.assertion, n.rev) IS UNIQUE;
CREATE CONSTRAINT judgement_id IF NOT EXISTS FOR (n:Judgement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT named_id IF NOT EXISTS FOR (n:Named) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT competence_rev IF NOT EXISTS FOR (n:Competence) REQUIRE (n.body, n.rev) IS UNIQUE;

// The newest published revision, the newest written one, and who holds the writing turn.
MERGE (c:Clock {id: 1}) ON CREATE SET c.rev = 0, c.published = 0, c.turn = 0;
