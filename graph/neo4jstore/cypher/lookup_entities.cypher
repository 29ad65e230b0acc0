UNWIND $names.entities AS id
MATCH (e:Entity {id: id}) USING INDEX SEEK e:Entity(id)
RETURN [e.id, e.rev, e.kind, e.specificity, e.caption, e.more]
