// Package fakebolt is a Neo4j server for tests, without the database: it speaks Bolt 5 on 127.0.0.1, leaves what a statement means
// to a function, and breaks the conversation where it is told to. The protocol is that of neo4j.com/docs/bolt/current.
package fakebolt
