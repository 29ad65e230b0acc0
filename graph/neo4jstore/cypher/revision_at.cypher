// Gives the newest published revision at a time: none after it is earlier.
OPTIONAL MATCH (c:Clock {id: 1})
WITH coalesce(c.published, 0) AS published
RETURN COLLECT {
  MATCH (v:Revision) USING INDEX SEEK v:Revision(time) WHERE v.time <= $time AND v.rev <= published
  RETURN [v.rev] ORDER BY v.time DESC LIMIT 1
}
