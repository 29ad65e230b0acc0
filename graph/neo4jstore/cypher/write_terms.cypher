UNWIND $rows.terms AS t
MERGE (:Term {text: t})
