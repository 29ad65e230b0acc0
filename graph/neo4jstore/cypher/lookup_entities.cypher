UNWIND $names.entities AS id
MATCH (e:Entity {id: id})
RETURN [e.id, e.rev, e.kind, e.specificity, e.caption, e.more]
