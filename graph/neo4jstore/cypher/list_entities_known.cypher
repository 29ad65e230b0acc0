// Says of state s that it is its entity's at a revision.
s.since <= $rev AND $rev < s.until
