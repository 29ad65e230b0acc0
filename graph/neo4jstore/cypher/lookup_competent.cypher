UNWIND $names.bodies AS id
MATCH (:Entity {id: id})<-[:OF]-(:Competence)
RETURN DISTINCT [id]
