UNWIND $names.assertions AS id
MATCH (a:Assertion {id: id}) USING INDEX SEEK a:Assertion(id)
RETURN [a.id, a.body]
