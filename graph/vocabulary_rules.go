package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Check holds a proposition to its predicate's row; object is nil for a value. It fails with ErrInvalid and says what would be
// right.
func (v *Vocabulary) Check(c *Claim, subject, object *Entity) error {
	p, err := v.Predicate(c.Predicate)
	if err != nil {
		return err
	}
	if !slices.Contains(Modalities(), c.Modality) {
		return Invalid("modality", string(c.Modality), "one of "+joinAll(Modalities()))
	}
	if err := p.checkSubject(subject); err != nil {
		return err
	}
	if err := p.checkAim(c, object); err != nil {
		return err
	}
	return p.checkQualifiers(c.Qualifiers)
}

func (p *Predicate) checkSubject(subject *Entity) error {
	if !p.Subjects.Has(subject.Kind) {
		return Invalid("subject", string(subject.Kind), fmt.Sprintf("for %s one of %s", p.Name, joinAll(p.Subjects.List())))
	}
	return p.checkMeasure("subject", subject, p.SubjectMeasure)
}

// checkMeasure holds an end that is a measure to the kinds of measure that the row allows.
func (p *Predicate) checkMeasure(field string, e *Entity, allowed []MeasureKind) error {
	if e.Kind != Measure || len(allowed) == 0 || slices.Contains(allowed, e.MeasureKind) {
		return nil
	}
	return Invalid(field, string(e.MeasureKind), fmt.Sprintf("for %s a MEASURE of kind %s", p.Name, joinAll(allowed)))
}

// checkAim holds the object or the value to the row: exactly one of the two is given.
func (p *Predicate) checkAim(c *Claim, object *Entity) error {
	switch {
	case c.Object != "" && c.Value != nil:
		return Invalid("value", string(c.Value.Type()), "either an object or a value, not both")
	case c.Object == "" && c.Value == nil && p.Objects != 0:
		return Invalid("object", "", fmt.Sprintf("for %s an object of kind %s", p.Name, p.objectWords()))
	case c.Object == "" && c.Value == nil:
		return Invalid("value", "", fmt.Sprintf("for %s a value of type %s", p.Name, joinAll(p.Values)))
	case c.Value != nil:
		return p.checkValue(c.Value)
	default:
		return p.checkObject(c, object)
	}
}

func (p *Predicate) checkObject(c *Claim, object *Entity) error {
	if p.Objects == 0 {
		return Invalid("object", string(c.Object), fmt.Sprintf("none: %s takes a value of type %s", p.Name, joinAll(p.Values)))
	}
	asGroup := object.Specificity == Group && p.GroupObjects.Has(object.Kind)
	if !p.Objects.Has(object.Kind) && !asGroup {
		return Invalid("object", string(object.Kind), fmt.Sprintf("for %s one of %s", p.Name, p.objectWords()))
	}
	if c.Object == c.Subject {
		return Invalid("object", string(c.Object), "another entity than the subject")
	}
	return p.checkMeasure("object", object, p.ObjectMeasure)
}

// objectWords lists the kinds that the object may have.
func (p *Predicate) objectWords() string {
	words := joinAll(p.Objects.List())
	if groups := p.GroupObjects &^ p.Objects; groups != 0 {
		words += ", or a GROUP of kind " + joinAll(groups.List())
	}
	return words
}

// checkQualifiers allows only declared qualifiers, each once, and asks for the required ones.
func (p *Predicate) checkQualifiers(given []Qualifier) error {
	seen := map[string]bool{}
	for _, q := range given {
		rule := p.qualifierRule(q.Name)
		switch {
		case rule == nil:
			return Invalid("qualifiers", q.Name, fmt.Sprintf("for %s %s", p.Name, p.qualifierWords()))
		case seen[q.Name]:
			return Invalid("qualifiers", q.Name, "each qualifier once")
		case strings.TrimSpace(q.Value) == "":
			return Invalid("qualifiers."+q.Name, q.Value, "words; left out when there is nothing to say")
		case utf8.RuneCountInString(q.Value) > maxQualifier:
			return checkLength("qualifiers."+q.Name, q.Value, maxQualifier)
		case len(rule.Values) > 0 && !slices.Contains(rule.Values, q.Value):
			return Invalid("qualifiers."+q.Name, q.Value, "one of "+joinAll(rule.Values))
		}
		seen[q.Name] = true
	}
	for _, rule := range p.Qualifiers {
		if rule.Required && !seen[rule.Name] {
			return Invalid("qualifiers."+rule.Name, "", "the qualifier, without which "+p.Name+" says nothing")
		}
	}
	return nil
}

func (p *Predicate) qualifierRule(name string) *QualifierRule {
	for i := range p.Qualifiers {
		if p.Qualifiers[i].Name == name {
			return &p.Qualifiers[i]
		}
	}
	return nil
}

func (p *Predicate) qualifierWords() string {
	if len(p.Qualifiers) == 0 {
		return "no qualifiers"
	}
	var names []string
	for _, rule := range p.Qualifiers {
		names = append(names, rule.Name)
	}
	return "only the qualifiers " + strings.Join(names, ", ")
}

// defaultCompetence is that of a body without rows of its own: a state or agency speaks as an authority of what official acts are
// and do, and of nothing that accuses.
func (v *Vocabulary) defaultCompetence(k EntityKind) []Competence {
	if k != Government && k != Agency {
		return nil
	}
	return []Competence{{Voice: AuthorityVoice, Predicates: v.named(func(p *Predicate) bool { return p.Act })}}
}

// speakingFor names the predicates by which one end may speak for the other.
func (v *Vocabulary) speakingFor() []string {
	return v.named(func(p *Predicate) bool { return p.SpeaksFor != NobodySpeaks })
}

func (v *Vocabulary) named(which func(*Predicate) bool) []string {
	var names []string
	for i := range v.rows {
		if which(&v.rows[i]) {
			names = append(names, v.rows[i].Name)
		}
	}
	return names
}

// letsSpeak says whether a claim, if it stands, lets a body speak for a party; a plan or a risk lets nobody.
func (v *Vocabulary) letsSpeak(c *Claim, body, party EntityID) bool {
	p := v.byName[c.Predicate]
	if p == nil || c.Modality != Fact {
		return false
	}
	switch p.SpeaksFor {
	case SubjectSpeaks:
		return c.Subject == body && c.Object == party
	case ObjectSpeaks:
		return c.Object == body && c.Subject == party
	default:
		return false
	}
}
