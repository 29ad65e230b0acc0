UNWIND $rows.evidence AS r
MATCH (a:Assertion {id: r[0]}) USING INDEX SEEK a:Assertion(id)
CREATE (a)-[:EVIDENCE]->(e:Evidence {
  assertion: r[0], ordinal: r[1], document: r[2], layer: r[3], start: r[4], end: r[5], page: r[6], quote: r[7]
})
WITH e, r
MATCH (d:Document {id: r[2]}) USING INDEX SEEK d:Document(id)
CREATE (e)-[:IN]->(d)
