UNWIND $rows.layer_terms AS r
MATCH (l:Layer {id: r[0]}) USING INDEX SEEK l:Layer(id)
SET l.terms = r[1], l.termsRev = $rev
