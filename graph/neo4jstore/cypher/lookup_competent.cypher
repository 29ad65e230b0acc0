UNWIND $names.bodies AS id
MATCH (e:Entity {id: id})<-[:OF]-(:Competence) USING INDEX SEEK e:Entity(id)
RETURN DISTINCT [id]
