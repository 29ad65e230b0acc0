// Gives when revisions were written, and by which operations.
UNWIND $revs AS rev
MATCH (v:Revision {rev: rev}) USING INDEX SEEK v:Revision(rev)
RETURN collect([v.rev, v.time, v.op, v.digest])
