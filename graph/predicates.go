package graph

import "slices"

// standardPredicates is the table that the product ships, in the order in which lists show it.
func standardPredicates() []Predicate {
	return slices.Concat(
		corporateRows(), placeRows(), businessRows(), personRows(), dealingRows(), controlAccusations(), deedAccusations(),
		actRows(), laterActRows(), opinionRows(), markRows(), figureRows(),
	)
}

// Sets of kinds that rows share.
var (
	// bodies are private or corporate bodies.
	bodies = KindsOf(CorporateGroup, Company, RegionalUnit, Organization)
	// actors can do something and say something.
	actors = bodies | officials | KindsOf(Person)
	// places are where something is.
	places = KindsOf(Country, Region, City)
)
