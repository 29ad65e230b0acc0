// Gives the newest published revision, then the stamp of a published one: of that asked for, at 0 of the newest.
MATCH (c:Clock {id: 1})
OPTIONAL MATCH (v:Revision {rev: CASE $at WHEN 0 THEN c.published ELSE $at END}) WHERE v.rev <= c.published
RETURN [[c.published, v.rev, v.time, v.op, v.digest]]
