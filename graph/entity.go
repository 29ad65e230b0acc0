package graph

// Entity is a thing that claims are about. It is created with a caption, a label that claims nothing; all that is said of
// it, its names too, are claims.
type Entity struct {
	ID          EntityID    `json:"id,omitzero"`
	Kind        EntityKind  `json:"kind,omitzero"`
	Specificity Specificity `json:"specificity,omitzero"`
	Caption     string      `json:"caption,omitzero"`
	// Count is how many a GROUP is of: exact, with bounds, or nil when unknown.
	Count *Quantity `json:"count,omitzero"`
	// Anchor is the document by which an UNNAMED entity or a GROUP is known; two documents' groups never meet by themselves.
	Anchor DocumentID `json:"anchor,omitzero"`
	// MeasureKind is set for a MEASURE, AgencyKind may be for an AGENCY; both are fixed like the kind.
	MeasureKind MeasureKind `json:"measureKind,omitzero"`
	AgencyKind  AgencyKind  `json:"agencyKind,omitzero"`
}

// EntityState is what is derived of an entity: one row, kept in step with the claims about it.
type EntityState struct {
	Entity EntityID
	// Name is the preferred name: of the NAME claim of strongest standing, else the caption.
	Name string
	// Degree counts the safe and alleged edges, before any filter.
	Degree int
	// FirstDay is the day from which a measure is on file; MaxDay for other kinds, and for a measure without any day.
	FirstDay Day
	// Terms are the search terms of its names and identifiers, sorted.
	Terms []Term
}
