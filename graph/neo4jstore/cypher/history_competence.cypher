// Gives what bodies were given in revisions.
UNWIND range(0, size($ids) - 1) AS i
MATCH (c:Competence {body: $ids[i], rev: $revs[i]}) USING INDEX SEEK c:Competence(body, rev)
RETURN collect([c.body, c.rev, c.rows])
