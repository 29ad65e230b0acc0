// Gives the revisions of a range that wrote no raw record.
MATCH (v:Revision) USING INDEX SEEK v:Revision(rev)
WHERE $first <= v.rev <= $last AND v.raw = 0
WITH v ORDER BY v.rev LIMIT $limit
RETURN collect([v.rev])
