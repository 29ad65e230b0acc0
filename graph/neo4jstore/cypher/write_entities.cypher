UNWIND $rows.entities AS r
CREATE (:Entity:$(r[0]) {id: r[1], rev: $rev, kind: r[2], specificity: r[3], caption: r[4], more: r[5]})
  -[:STATE]->(:EntityState {
    entity: r[1], kind: r[2], specificity: r[3], since: $rev, until: $open, name: r[6], sort: r[7], degree: r[8], firstDay: r[9]
  })
