a.rev, a.body,
  COLLECT { MATCH (a)-[:EVIDENCE]->(e) WITH e ORDER BY e.ordinal RETURN e.quote },
  COLLECT {
    MATCH (d:Decision)-[:DECIDES]->(a) WHERE d.rev <= $rev
    RETURN [d.rev, d.body] ORDER BY d.rev DESC LIMIT 1
  }[0]
