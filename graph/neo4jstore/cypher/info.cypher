// Gives what is on file at the newest published revision, and the load that is open.
OPTIONAL MATCH (c:Clock {id: 1})
OPTIONAL MATCH (v:Revision {rev: c.published}) USING INDEX SEEK v:Revision(rev)
RETURN [[v.rev, v.time, v.counts, c.load, c.loadDigest]]
