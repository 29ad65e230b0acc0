UNWIND $names.restated AS id
CALL (id) {
  MATCH (s:EntityState) WHERE s.entity = id AND s.since > 0
  RETURN s ORDER BY s.entity DESC, s.since DESC LIMIT 1
}
RETURN [id, s.since, s.name, s.sort, s.degree, s.firstDay]
