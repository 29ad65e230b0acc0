UNWIND $names.assertions AS id
MATCH (a:Assertion {id: id})
RETURN [a.id, a.body]
