// Gives the newest published revision, then the stamp of a published one: of that asked for, at 0 of the newest.
OPTIONAL MATCH (c:Clock {id: 1})
WITH coalesce(c.published, 0) AS published
OPTIONAL MATCH (v:Revision) USING INDEX SEEK v:Revision(rev)
WHERE v.rev = CASE $at WHEN 0 THEN published ELSE $at END AND v.rev <= published
RETURN [[published, v.rev, v.time, v.op, v.digest]]
