// Gives the review decisions on assertions in revisions.
UNWIND range(0, size($ids) - 1) AS i
MATCH (d:Decision {assertion: $ids[i], rev: $revs[i]}) USING INDEX SEEK d:Decision(assertion, rev)
RETURN collect([d.assertion, d.rev, d.body])
