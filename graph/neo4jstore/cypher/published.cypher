// Gives the newest published revision.
MATCH (c:Clock {id: 1}) RETURN c.published
