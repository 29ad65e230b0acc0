package neo4jstore

// openedLoads are the loads that this process has opened, with their tokens.
type openedLoads struct{}

func newOpenedLoads() *openedLoads { return &openedLoads{} }
