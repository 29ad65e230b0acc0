package graph

// Competence is what a body may find or record: a row of the competence table. Without a row nobody speaks as an authority.
type Competence struct {
	Voice        Voice    `json:"voice,omitzero"`      // REGISTER or AUTHORITY
	Predicates   []string `json:"predicates,omitzero"` // empty: all
	Jurisdiction string   `json:"jurisdiction,omitzero"`
	Subject      string   `json:"subject,omitzero"`  // the matter it decides on
	Standard     string   `json:"standard,omitzero"` // of proof
	Appealable   bool     `json:"appealable,omitzero"`
}

// BodyCompetence holds all rows of one body; setting it replaces the ones before.
type BodyCompetence struct {
	Body EntityID     `json:"body,omitzero"`
	Rows []Competence `json:"rows,omitzero"`
}
