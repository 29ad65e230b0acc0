// The search terms of a load's texts are written beside the rest of it, by a clock of their own.
MERGE (c:Clock {id: 2}) ON CREATE SET c.turn = 0;
