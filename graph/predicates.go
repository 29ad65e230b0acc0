package graph

func standardPredicates() []Predicate { return nil }
