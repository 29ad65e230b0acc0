// Gives a page of entities by id.
MATCH (e:Entity) USING INDEX SEEK e:Entity(id)
WHERE e.id > $id AND e.rev <= $rev /* of specificity */
WITH e ORDER BY e.id LIMIT $limit
RETURN collect([null, /* row */])
