package neo4jstore

import "errors"

// The two ways in which a write fails that matter to whoever would try it again.
var (
	errUnsettled = errors.New("the server was lost before it answered") // it may have been committed
	errPassing   = errors.New("the server gave way to another write")   // it was not
)
