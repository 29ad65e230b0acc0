UNWIND $names.claims AS id
MATCH (c:Claim {id: id}) USING INDEX SEEK c:Claim(id)
RETURN [c.id, c.subject, c.predicate, c.object, c.modality, c.value, c.qualifiers]
