// Gives all bodies that were ever given a competence.
MATCH (c:Competence) USING INDEX SEEK c:Competence(body, rev) WHERE c.body > '' AND c.rev <= $rev
RETURN collect(DISTINCT [c.body])
