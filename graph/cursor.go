package graph

// Cursor is a place in an order: what decides the order, then the id. It is made and read by the loader of one relation; the API
// hands it out as an opaque text.
type Cursor struct {
	Order string   // the order and filter it belongs to
	Keys  []string // in the order of comparison
}
