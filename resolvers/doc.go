// Package resolvers answers GraphQL operations from the graph. A field of Query turns its selection into a graph.Shape and reads
// it level by level; the views of schema/model show what was read. A field that shows another node is one line of the table in
// table*.go; resolvers themselves read nothing row by row.
package resolvers
