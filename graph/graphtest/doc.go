// Package graphtest is what every store is measured by: a naive model of [graph.Store], a conformance suite without skips, a
// random differential test of a store against the model, fixtures, a seeded generator of large graphs, and benchmarks.
//
// A store passes when [Run] passes. Where the words of the interface leave a choice, a case of the suite makes it.
package graphtest
