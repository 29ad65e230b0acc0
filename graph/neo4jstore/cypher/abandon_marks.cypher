CALL (published) {
  MATCH (m:Restated) WHERE m.rev > published
  WITH m LIMIT 1
  RETURN collect(m) AS marks
}
CALL (published, marks) {
  UNWIND marks AS m
  UNWIND m.entities AS id
  MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
  CALL (published, e) {
    MATCH (e)-[:STATE]->(s:EntityState)
    SET s.until = CASE WHEN s.until > published THEN $open ELSE s.until END
    WITH published, s WHERE s.since > published
    DETACH DELETE s
  }
  MATCH (e)-[r:FOUND_BY]->(t:Term)
  SET r.until = CASE WHEN r.until > published THEN $open ELSE r.until END
  WITH published, r, t WHERE r.since > published
  DELETE r
  WITH DISTINCT t
  WHERE NOT EXISTS { (t)--() }
  DELETE t
}
CALL (published, marks) {
  UNWIND marks AS m
  UNWIND m.documents AS id
  MATCH (d:Document {id: id})-[r:TEXT_TERM]->(t:Term) USING INDEX SEEK d:Document(id) WHERE r.since > published
  DELETE r
  WITH DISTINCT t
  WHERE NOT EXISTS { (t)--() }
  DELETE t
}
CALL (marks) {
  UNWIND marks AS m
  UNWIND m.layers AS id
  MATCH (l:Layer {id: id}) USING INDEX SEEK l:Layer(id)
  REMOVE l.terms, l.termsRev
}
FOREACH (m IN marks | DELETE m)
RETURN size(marks)
