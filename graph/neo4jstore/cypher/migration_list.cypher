// Gives the migrations on file.
MATCH (m:Migration)
RETURN m.number, m.name, m.checksum, m.applied ORDER BY m.number
