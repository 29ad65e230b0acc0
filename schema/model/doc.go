// Package model holds the views that the API shows: a node of the graph together with what was read for its place in the
// selection. Plain values are fields; whatever shows another node is a method of one line that finds its result by response key.
//
// A method takes no GraphQL arguments: they were read when the shape was made. A new field is a method here, a line in the
// schema, and a line in the table of resolvers.
package model
