UNWIND $names.judgements AS id
MATCH (j:Judgement {id: id})
RETURN [j.id, j.body]
