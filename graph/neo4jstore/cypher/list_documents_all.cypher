// Gives a page of all documents by id.
MATCH (d:Document) USING INDEX SEEK d:Document(id)
WHERE d.id > $after AND d.rev <= $rev /* restricted */
WITH d ORDER BY d.id LIMIT $limit
RETURN collect([0, /* row */])
