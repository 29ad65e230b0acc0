// Package guard refuses GraphQL operations that would cost too much, before they run.
//
// It works in two linear passes. Structure looks at the parsed document before validation, because
// validation itself can be kept busy by a short query. Cost looks at the validated operation with
// its coerced variables and counts the objects that the answer may hold.
package guard
