// Package neo4jtest gives tests a real Neo4j server: an emptied database for the time of one test, or a
// server of its own to stop, kill and start again. It knows no store, and nothing but tests imports it.
package neo4jtest
