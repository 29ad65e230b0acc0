package neo4jstore

import (
	"encoding/json"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// textOrNull leaves out what is empty: a property that is not set is not indexed.
func textOrNull[S ~string](s S) any {
	if s == "" {
		return nil
	}
	return string(s)
}

// some is a list, or nil for an empty one: what is kept as JSON is so read back alike.
func some[V any](list []V) []V {
	if len(list) == 0 {
		return nil
	}
	return list
}

func (r *rows) addEntity(e *graph.Entity, state stateRow) error {
	var more any
	if e.Count != nil || e.Anchor != "" || e.MeasureKind != "" || e.AgencyKind != "" {
		body, err := graph.MarshalRecord(e)
		if err != nil {
			return err
		}
		more = string(body)
	}
	labels := []string{}
	if slices.Contains(graph.EntityKinds(), e.Kind) {
		labels = append(labels, kindLabel(e.Kind))
	}
	r.add("entities", labels, string(e.ID), string(e.Kind), string(e.Specificity), e.Caption, more,
		state.name, state.sort, state.degree, state.firstDay)
	return nil
}

func (r *rows) addDocument(d *graph.Document) error {
	body, err := graph.MarshalRecord(d)
	if err != nil {
		return err
	}
	r.add("documents", string(d.ID), d.Title, d.Language, string(d.Publisher), d.URL, string(body))
	return nil
}

func (r *rows) addClaim(c *graph.Claim) error {
	var qualifiers any
	if len(c.Qualifiers) > 0 {
		body, err := json.Marshal(c.Qualifiers)
		if err != nil {
			return err
		}
		qualifiers = string(body)
	}
	if c.Object != "" && c.Value == nil {
		r.add("ties", string(c.ID), string(c.Subject), c.Predicate, string(c.Object), string(c.Modality), qualifiers)
		return nil
	}
	var value, refers any
	if c.Value != nil {
		body, err := graph.MarshalValue(c.Value)
		if err != nil {
			return err
		}
		value = string(body)
	}
	if ref, ok := c.Value.(graph.ClaimRef); ok {
		refers = string(ref.Claim)
	}
	r.add("values", string(c.ID), string(c.Subject), c.Predicate, string(c.Modality), qualifiers, value, refers)
	return nil
}

// addAssertion adds an assertion without its quotes.
func (r *rows) addAssertion(a *graph.Assertion) error {
	kept := *a
	kept.Evidence, kept.ReportedBy = some(a.Evidence), some(a.ReportedBy)
	body, err := graph.MarshalRecord(&kept)
	if err != nil {
		return err
	}
	r.add("assertions", string(a.ID), string(a.Claim), string(a.Stance), string(a.Voice), string(a.Speaker),
		textOrNull(a.Capacity.For), textOrNull(a.Target), string(a.Review), string(body))
	return nil
}

func (r *rows) addEvidence(a graph.AssertionID, ordinal int, e *graph.Evidence, quote string) {
	r.add("evidence", string(a), ordinal, string(e.Document), string(e.Layer), e.Start, e.End, e.Page, quote)
}

// addJudgement adds a judgement, with the things that it is about and its own id.
func (r *rows) addJudgement(j *graph.Judgement) error {
	kept := *j
	kept.Entities = some(j.Entities)
	body, err := graph.MarshalRecord(&kept)
	if err != nil {
		return err
	}
	owners := []string{string(j.ID)}
	named := append([]string{string(j.Denial), string(j.Claim)}, texts(j.Entities)...)
	for _, owner := range named {
		if owner != "" && !slices.Contains(owners, owner) {
			owners = append(owners, owner)
		}
	}
	r.add("judgements", string(j.ID), string(j.Kind), string(j.Verdict), string(body), owners)
	return nil
}

func texts[S ~string](ids []S) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return out
}

// addTerms adds terms that need a node.
func (r *rows) addTerms(terms []string) {
	for _, term := range terms {
		if !r.terms[term] {
			r.terms[term] = true
			r.lists["terms"] = append(r.lists["terms"], term)
		}
	}
}
