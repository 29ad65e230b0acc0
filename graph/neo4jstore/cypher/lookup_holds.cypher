CALL () {
  UNWIND $names.texted AS id MATCH (d:Document {id: id}) USING INDEX SEEK d:Document(id) RETURN d
  UNION
  UNWIND $names.termed AS id MATCH (l:Layer {id: id})<-[:LAYER]-(d:Document) USING INDEX SEEK l:Layer(id) RETURN d
}
MATCH (d)-[:TEXT_TERM]->(t:Term)
WITH d.id AS id, collect(t.text) AS texts
RETURN [id, texts]
