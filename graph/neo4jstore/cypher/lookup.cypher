// What of the things that records name or repeat is on file, and of the owners of derived records what this revision may change.
RETURN
  COLLECT {
    UNWIND $names.entities AS id MATCH (e:Entity {id: id})
    RETURN [e.id, e.rev, e.kind, e.specificity, e.caption, e.more]
  },
  COLLECT { UNWIND $names.documents AS id MATCH (d:Document {id: id}) RETURN [d.id, d.rev, d.body] },
  COLLECT {
    UNWIND $names.layers AS id MATCH (l:Layer {id: id})
    RETURN [l.id, l.rev, l.document, l.extractor, l.terms]
  },
  COLLECT { UNWIND $names.texts AS id MATCH (l:Layer {id: id}) RETURN [l.id, l.text] },
  COLLECT {
    UNWIND $names.claims AS id MATCH (c:Claim {id: id})
    RETURN [c.id, c.subject, c.predicate, c.object, c.modality, c.value, c.qualifiers]
  },
  COLLECT { UNWIND $names.assertions AS id MATCH (a:Assertion {id: id}) RETURN [a.id, a.body] },
  COLLECT { UNWIND $names.judgements AS id MATCH (j:Judgement {id: id}) RETURN [j.id, j.body] },
  COLLECT {
    UNWIND $names.stated AS id MATCH (:Claim {id: id})-[:STANDS]->(s:Stretch)
    WHERE s.until = $open OR s.until = $rev OR s.since = $rev
    RETURN [id, s.standing, s.tier, s.contested, s.allegation, s.from, s.to, s.shareMin, s.shareMax, s.certain, s.since, s.until]
  },
  COLLECT {
    UNWIND $names.restated AS id
    CALL (id) {
      MATCH (s:EntityState) WHERE s.entity = id AND s.since > 0
      RETURN s ORDER BY s.entity DESC, s.since DESC LIMIT 1
    }
    RETURN [id, s.since, s.name, s.sort, s.degree, s.firstDay]
  },
  COLLECT {
    UNWIND $names.restated AS id MATCH (:Entity {id: id})-[f:FOUND_BY]->(t:Term)
    WHERE f.until = $open OR f.until = $rev OR f.since = $rev
    RETURN [id, t.text, f.since, f.until]
  },
  COLLECT {
    CALL () {
      UNWIND $names.texted AS id MATCH (d:Document {id: id}) RETURN d
      UNION
      UNWIND $names.termed AS id MATCH (:Layer {id: id})<-[:LAYER]-(d:Document) RETURN d
    }
    MATCH (d)-[:TEXT_TERM]->(t:Term)
    WITH d.id AS id, collect(t.text) AS texts
    RETURN [id, texts]
  },
  COLLECT { UNWIND $names.bodies AS id MATCH (:Entity {id: id})<-[:OF]-(:Competence) RETURN DISTINCT [id] },
  COLLECT {
    UNWIND $names.logged AS owner MATCH (x:Change {rev: $rev, kind: owner[0], record: owner[1]})
    RETURN owner
  }
