// Package neo4jstore keeps a graph in Neo4j 5.26 Community or later. The model is shown in docs/neo4j.md.
//
// Every read is pinned to a published revision. A commit becomes visible to others piece by piece, so pinned reads stand on three
// rules alone: raw rows name the revision that wrote them (rev), derived ones the revisions that know them (from since until before
// until), and only what never changes is indexed; a row is closed by setting until, once, in place.
package neo4jstore
