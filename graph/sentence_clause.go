package graph

import (
	"slices"
	"strings"
)

// wording fills the templates of a row for one claim.
type wording struct {
	row      *Predicate
	parts    *SentenceParts
	object   string // the object, or the value in words
	keptBack string // who keeps the value back, as an addition to the clause
}

func newWording(row *Predicate, p *SentenceParts) *wording {
	w := &wording{row: row, parts: p, object: p.Object.Text}
	if p.Claim.Value == nil {
		return w
	}
	w.object = row.valueInClause(p.Claim.Value, p.Reference)
	if p.Claim.Value.Type() == UndisclosedValue && p.Reference != "" {
		w.keptBack = " (kept back by " + p.Reference + ")"
	}
	return w
}

// The forms of a verb for which templates are filled.
const (
	finiteForm = iota
	infinitiveForm
	perfectForm
)

// clause is the proposition with its modality: "A owns B", "B could exploit A".
func (w *wording) clause() string {
	if w.parts.Claim.Modality == Fact {
		return w.parts.Subject.Text + " " + w.finite() + w.keptBack
	}
	actor, infinitive := w.acting()
	return actor.Text + " " + modalVerb(w.parts.Claim.Modality, actor, infinitive) + " " + infinitive + w.keptBack
}

// negated is the proposition as one that was found not to be so.
func (w *wording) negated() string {
	actor, infinitive := w.acting()
	if w.parts.Claim.Modality == Fact {
		actor = w.parts.Subject
		infinitive = w.fill(w.row.Infinitive, infinitiveForm)
		if w.row.Perfect != "" {
			infinitive = w.fill(w.row.Perfect, perfectForm)
		}
	}
	were := agreeing([]Noun{actor}, " was", " were")
	return actor.Text + were + " found not to " + modalInfinitive(w.parts.Claim.Modality, actor, infinitive) + infinitive + w.keptBack
}

// acting is who acts in a claim that is no fact, and what: the object where the row says that it is the object that does it.
func (w *wording) acting() (Noun, string) {
	if w.row.Deed != "" {
		return w.parts.Object, w.fill(w.row.Deed, infinitiveForm)
	}
	return w.parts.Subject, w.fill(w.row.Infinitive, infinitiveForm)
}

// finite is what is said of the subject, the verb agreeing with it.
func (w *wording) finite() string {
	said := w.fill(strings.TrimPrefix(w.row.Clause, "{s} "), finiteForm)
	if !w.parts.Subject.Many {
		return said
	}
	verb, rest, _ := strings.Cut(said, " ")
	switch {
	case verb == "is":
		return "are " + rest
	case verb == "was":
		return "were " + rest
	case verb == "has":
		return "have " + rest
	case w.row.Perfect != "": // a verb in the past
		return said
	default:
		return w.fill(w.row.Infinitive, infinitiveForm)
	}
}

// fill puts the parts of the claim in the places of a template.
func (w *wording) fill(template string, form int) string {
	return fill(template, func(name string) string {
		switch name {
		case "s":
			return w.parts.Subject.Text
		case "o":
			return w.object
		default:
			return w.qualifier(name, form)
		}
	})
}

func (w *wording) qualifier(name string, form int) string {
	for _, q := range w.parts.Claim.Qualifiers {
		if q.Name != name {
			continue
		}
		rule := w.row.qualifierRule(name)
		i := -1
		if rule != nil {
			i = slices.Index(rule.Values, q.Value)
		}
		if i < 0 || i >= len(rule.Words) {
			return q.Value
		}
		forms := strings.Split(rule.Words[i], "|")
		return forms[min(form, len(forms)-1)]
	}
	return ""
}
