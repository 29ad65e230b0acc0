// Gives the newest published revision, then the stamp of a published one: of that asked for, at 0 of the newest.
OPTIONAL MATCH (c:Clock {id: 1})
WITH coalesce(c.published, 0) AS published
WITH published, CASE WHEN $at = 0 THEN published WHEN $at <= published THEN $at END AS wanted
OPTIONAL MATCH (v:Revision {rev: wanted}) USING INDEX SEEK v:Revision(rev)
RETURN [[published, v.rev, v.time, v.op, v.digest]]
