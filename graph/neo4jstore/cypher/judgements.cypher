// Gives judgements by id.
UNWIND $ids AS id
MATCH (j:Judgement {id: id}) USING INDEX SEEK j:Judgement(id) WHERE j.rev <= $rev
RETURN collect([0, j.rev, j.body])
