// Gives rows by id and, for claims, what is said about them, what aims at that, what judges it, and who speaks: this is read next.
CALL () {
  UNWIND $about AS claim
  CALL (claim) { MATCH (a:Assertion {claim: claim}) USING INDEX SEEK a:Assertion(claim) WHERE a.rev <= $rev RETURN a LIMIT $most }
  RETURN collect(a) AS spoken
}
CALL (spoken) {
  UNWIND $targets + [a IN spoken | a.id] AS target
  WITH DISTINCT target
  CALL (target) { MATCH (a:Assertion {target: target}) USING INDEX SEEK a:Assertion(target) WHERE a.rev <= $rev RETURN a LIMIT $most }
  RETURN collect(a) AS aimed
}
CALL () {
  UNWIND $assertions AS id
  MATCH (a:Assertion {id: id}) USING INDEX SEEK a:Assertion(id) WHERE a.rev <= $rev
  RETURN collect(a) AS named
}
CALL (spoken, aimed, named) {
  UNWIND spoken + aimed + named AS a
  WITH DISTINCT a
  RETURN collect([0, /* assertion */]) AS assertions, collect(a.speaker) + collect(a.for) AS speakers,
    collect(coalesce(a.for, a.speaker)) AS speaking
}
CALL () {
  UNWIND $claims + $about AS id
  WITH DISTINCT id
  MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id) WHERE c.rev <= $rev
  WITH c, /* stretches */ AS stretches
  RETURN collect([0, /* claim */, stretches]) AS claims, collect(c.subject) + collect(c.object) AS ends
}
CALL (speakers, ends) {
  UNWIND $entities + speakers + ends AS id
  WITH DISTINCT id
  MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id) WHERE e.rev <= $rev
  RETURN collect(/* entity */) AS entities
}
CALL (speaking) {
  UNWIND $bodies + speaking AS body
  WITH DISTINCT body
  RETURN collect(/* competence */) AS competence
}
CALL () {
  UNWIND $documents AS id
  MATCH (d:Document {id: id}) USING INDEX SEEK d:Document(id) WHERE d.rev <= $rev
  RETURN collect([0, /* document */]) AS documents
}
CALL () {
  UNWIND $layers AS id
  MATCH (l:Layer {id: id}) USING INDEX SEEK l:Layer(id) WHERE l.rev <= $rev
  RETURN collect([l.id, l.document, l.extractor, l.text]) AS layers
}
CALL () {
  UNWIND $judged + $about AS owner
  WITH DISTINCT owner
  CALL (owner) { MATCH (n:Named {id: owner})<-[:NAMES]-(j:Judgement) USING INDEX SEEK n:Named(id) WHERE j.rev <= $rev RETURN j LIMIT $most }
  RETURN collect([owner, j.rev, j.body]) AS judgements
}
RETURN claims, assertions, entities, competence, documents, layers, judgements
