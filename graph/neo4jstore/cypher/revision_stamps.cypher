// Gives when revisions were written, and by which operations.
UNWIND $revs AS rev
MATCH (v:Revision {rev: rev})
RETURN collect([v.rev, v.time, v.op, v.digest])
