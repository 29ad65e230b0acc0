// Package graph is the knowledge graph: who says what about which entity, where exactly they say it, and what became of it.
//
// Entities are tied by claims. A claim is one proposition, without dates; an assertion is one speech act about it, with a
// stance, a speaker, a period and evidence: a quote that code has found in a stored document. How a claim stands on a day is
// derived from its assertions, and projected to edges that paths walk. [Service] holds every rule; a [Store] keeps finished
// records and knows none.
package graph
