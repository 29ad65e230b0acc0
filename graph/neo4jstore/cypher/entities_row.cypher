// The row of entity e at a revision: of its states that with the greatest since up to then, the first from the end of the index.
COLLECT {
  MATCH (s:EntityState) USING INDEX SEEK s:EntityState(entity, since) WHERE s.entity = e.id AND s.since <= $rev
  RETURN [e.id, e.rev, e.kind, e.specificity, e.caption, e.more, s.name, s.degree, s.firstDay]
  ORDER BY s.entity DESC, s.since DESC LIMIT 1
}[0]
