CALL (published) {
  MATCH (x:Change) WHERE x.rev > published AND x.ordinal > 0
  WITH x LIMIT $limit
  RETURN collect(x) AS changes
}
CALL (published, changes) {
  UNWIND changes AS x
  WITH published, x WHERE x.kind IN ['CLAIM', 'STANDING']
  WITH DISTINCT published, x.record AS id
  MATCH (k:Claim {id: id}) USING INDEX SEEK k:Claim(id)
  CALL (published, k) {
    MATCH (k)-[:STANDS]->(s:Stretch)
    SET s.until = CASE WHEN s.until > published THEN $open ELSE s.until END
    WITH published, s WHERE s.since > published
    DETACH DELETE s
  }
  CALL (published, k) {
    MATCH (s:Entity {id: k.subject}) USING INDEX SEEK s:Entity(id)
    MATCH (o:Entity {id: k.object}) USING INDEX SEEK o:Entity(id)
    CALL (published, k, s, o) {
      MATCH (s)-[e:/* types */]->(o)
      WHERE e.claim = k.id
      SET e.until = CASE WHEN e.until > published THEN $open ELSE e.until END
      WITH published, e WHERE e.since > published
      DELETE e
    }
  }
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'CLAIM'
  MATCH (k:Claim {id: x.record}) USING INDEX SEEK k:Claim(id)
  DETACH DELETE k
}
CALL (published, changes) {
  UNWIND changes AS x
  WITH published, x WHERE x.kind = 'REVIEW_DECISION'
  MATCH (d:Decision {assertion: x.record, rev: x.rev}) USING INDEX SEEK d:Decision(assertion, rev)
  DETACH DELETE d
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'ASSERTION'
  MATCH (a:Assertion {id: x.record}) USING INDEX SEEK a:Assertion(id)
  CALL (a) {
    MATCH (a)-[:EVIDENCE]->(e:Evidence)
    DETACH DELETE e
  }
  DETACH DELETE a
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'JUDGEMENT'
  MATCH (j:Judgement {id: x.record})-[names:NAMES]->(n:Named) USING INDEX SEEK j:Judgement(id)
  DELETE names
  WITH collect(DISTINCT j) AS judgements, collect(DISTINCT n) AS named
  FOREACH (j IN judgements | DELETE j)
  WITH named
  UNWIND named AS n
  WITH n WHERE NOT EXISTS { (n)--() }
  DELETE n
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'COMPETENCE'
  MATCH (k:Competence {body: x.record, rev: x.rev}) USING INDEX SEEK k:Competence(body, rev)
  DETACH DELETE k
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'LAYER'
  MATCH (l:Layer {id: x.record}) USING INDEX SEEK l:Layer(id)
  DETACH DELETE l
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'DOCUMENT'
  MATCH (d:Document {id: x.record}) USING INDEX SEEK d:Document(id)
  OPTIONAL MATCH (d)-[r:TEXT_TERM]->(t:Term)
  DELETE r
  WITH collect(DISTINCT d) AS documents, collect(DISTINCT t) AS terms
  FOREACH (d IN documents | DETACH DELETE d)
  WITH terms
  UNWIND terms AS t
  WITH t WHERE NOT EXISTS { (t)--() }
  DELETE t
}
CALL (changes) {
  UNWIND changes AS x
  WITH x WHERE x.kind = 'ENTITY'
  MATCH (e:Entity {id: x.record}) USING INDEX SEEK e:Entity(id)
  CALL (e) {
    MATCH (e)-[:STATE]->(s:EntityState)
    DETACH DELETE s
  }
  OPTIONAL MATCH (e)-[r:FOUND_BY]->(t:Term)
  DELETE r
  WITH collect(DISTINCT e) AS entities, collect(DISTINCT t) AS terms
  FOREACH (e IN entities | DETACH DELETE e)
  WITH terms
  UNWIND terms AS t
  WITH t WHERE NOT EXISTS { (t)--() }
  DELETE t
}
FOREACH (x IN changes | DELETE x)
RETURN size(changes)
