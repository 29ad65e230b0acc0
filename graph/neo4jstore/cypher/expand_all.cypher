MATCH (near)/* types */(far) WHERE r.since <= $rev AND $rev < r.until/* passing */
