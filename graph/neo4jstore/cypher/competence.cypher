// Gives the competence of bodies at a revision.
UNWIND $bodies AS body
RETURN collect(/* competence */)
