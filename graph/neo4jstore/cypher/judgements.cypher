// Gives judgements by id.
UNWIND $ids AS id
MATCH (j:Judgement {id: id}) WHERE j.rev <= $rev
RETURN collect([0, j.rev, j.body])
