// Of the competence tables of a body that with the greatest revision up to one.
COLLECT {
  MATCH (c:Competence) USING INDEX SEEK c:Competence(body, rev) WHERE c.body = body AND c.rev <= $rev
  RETURN [c.body, c.rev, c.rows] ORDER BY c.body DESC, c.rev DESC LIMIT 1
}[0]
