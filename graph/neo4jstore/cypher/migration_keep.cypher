// Puts a migration on file, once.
MERGE (m:Migration {number: $number})
ON CREATE SET m.name = $name, m.checksum = $checksum, m.applied = timestamp() * 1000
RETURN m.applied
