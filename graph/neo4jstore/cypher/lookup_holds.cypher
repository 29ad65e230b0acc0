CALL () {
  UNWIND $names.texted AS id MATCH (d:Document {id: id}) RETURN d
  UNION
  UNWIND $names.termed AS id MATCH (:Layer {id: id})<-[:LAYER]-(d:Document) RETURN d
}
MATCH (d)-[:TEXT_TERM]->(t:Term)
WITH d.id AS id, collect(t.text) AS texts
RETURN [id, texts]
