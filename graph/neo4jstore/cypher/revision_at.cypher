// Gives the newest published revision at a time: none after it is earlier.
MATCH (c:Clock {id: 1})
RETURN COLLECT {
  MATCH (v:Revision) WHERE v.time <= $time AND v.rev <= c.published
  RETURN [v.rev] ORDER BY v.time DESC LIMIT 1
}
