package graph

// Check holds a proposition to its predicate's row; object is nil for a value.
func (v *Vocabulary) Check(c *Claim, subject, object *Entity) error { panic("not yet") }
func (v *Vocabulary) defaultCompetence(k EntityKind) []Competence   { return nil }
func (v *Vocabulary) speakingFor() []string                         { return nil }
func (v *Vocabulary) letsSpeak(c *Claim, body, party EntityID) bool { return false }
