// Gives the judgements that name each owner.
UNWIND range(0, size($owners) - 1) AS i
MATCH (n:Named {id: $owners[i]})<-[:NAMES]-(j:Judgement) USING INDEX SEEK n:Named(id) WHERE j.rev <= $rev
RETURN collect([i, j.rev, j.body])
