package seed

import (
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

// nameStatements gives every statement its name, and the claims that others refer to.
func (d *drafter) nameStatements() {
	for i := range d.pack.Statements {
		s := &d.pack.Statements[i]
		if first := d.statement[s.ID]; first != nil || s.ID == "" {
			want := "a name for the statement"
			if first != nil {
				want = fmt.Sprintf("a name that no other statement has; line %d has it", first.line)
			}
			d.invalid(s.line, "id", s.ID, want)
			continue
		}
		d.statement[s.ID] = s
	}
}

// claimOf makes the claim of a statement named elsewhere.
func (d *drafter) claimOf(line int, field, name string) graph.Claim {
	if c, ok := d.claims[name]; ok {
		return c
	}
	s := d.statement[name]
	if s == nil {
		d.invalid(line, field, name, "the id of a statement of this pack")
		return graph.Claim{}
	}
	d.claims[name] = graph.Claim{} // a statement about itself ends here
	c := d.claim(s)
	d.claims[name] = c
	return c
}

// claim makes the claim that a statement is about.
func (d *drafter) claim(s *Statement) graph.Claim {
	if s.About != "" {
		if s.Subject != "" || s.Predicate != "" || s.Object != "" || s.Value != nil {
			d.invalid(s.line, "about", s.About, "either about, or subject, predicate and object or value")
		}
		if s.About == s.ID {
			d.invalid(s.line, "about", s.About, "another statement")
			return graph.Claim{}
		}
		return d.claimOf(s.line, "about", s.About)
	}
	predicate, err := d.vocab.Predicate(s.Predicate)
	if err != nil {
		d.fail(s.line, err)
		return graph.Claim{}
	}
	c := graph.Claim{
		Subject: d.entity(s.line, "subject", s.Subject), Predicate: s.Predicate, Object: d.entity(s.line, "object", s.Object),
		Modality: graph.Modality(s.Modality), Value: d.value(s),
	}
	for name, value := range s.Qualifiers {
		c.Qualifiers = append(c.Qualifiers, graph.Qualifier{Name: name, Value: value})
	}
	return graph.NewClaim(predicate, c)
}

func (d *drafter) readStatement(s *Statement) {
	claim := d.claimOf(s.line, "id", s.ID)
	a := graph.Assertion{
		ID: assertionID(s.ID), Stance: graph.Stance(s.Stance), Voice: graph.Voice(s.Voice),
		Target: d.assertion(s.line, "target", s.Target), Speaker: d.entity(s.line, "speaker", s.Speaker), Channel: s.Channel,
		SaidAt: d.date(s.line, "said", s.Said), PublishedAt: d.date(s.line, "published", s.Publish), Period: d.period(s),
		SourceReliability: s.Reliability, Credibility: s.Credibility, RecordedBy: d.pack.Name,
	}
	if s.Speaker == "" {
		d.invalid(s.line, "speaker", "", "the entity that says it")
	}
	if s.Inferred {
		a.SpeakerBasis = graph.InferredSpeaker
	}
	if s.Capacity != nil {
		a.Capacity = graph.Capacity{Role: s.Capacity.Role, For: d.entity(s.line, "capacity.for", s.Capacity.For)}
	}
	if s.Shares != nil {
		a.Terms = graph.Terms{ShareMin: graph.Number(s.Shares.Min), ShareMax: graph.Number(s.Shares.Max)}
	}
	for _, r := range s.Reported {
		a.ReportedBy = append(a.ReportedBy, graph.Report{
			Who: d.entity(s.line, "reported.who", r.Who), Work: d.document(s.line, "reported.work", r.Work),
			Published: d.date(s.line, "reported.published", r.Published),
		})
	}
	a.Evidence = d.evidence(s)
	d.draft.Statements = append(d.draft.Statements, graph.Statement{Claim: claim, Assertion: a, Place: d.place(s.line)})
}

func (d *drafter) evidence(s *Statement) []graph.Evidence {
	var out []graph.Evidence
	for _, q := range s.Evidence {
		if q.Document == "" {
			d.invalid(s.line, "evidence.document", "", "the id of a document of this pack")
		}
		out = append(out, graph.Evidence{
			Document: d.document(s.line, "evidence.document", q.Document), Start: graph.UnknownStart, Quote: q.Quote,
			Prefix: q.After, Page: q.Page,
		})
	}
	return out
}

func (d *drafter) period(s *Statement) graph.Period {
	if s.Period == nil {
		return graph.Period{}
	}
	return graph.Period{
		From: d.bound(s.line, "period.from", s.Period.From), To: d.bound(s.line, "period.to", s.Period.To),
		AsOf: d.date(s.line, "period.asOf", s.Period.AsOf),
	}
}

func (d *drafter) bound(line int, field, text string) edtf.Bound {
	bound, err := edtf.ParseBound(text)
	if err != nil {
		d.fail(line, fmt.Errorf("%s: %w", field, err))
	}
	return bound
}

// value reads the one value that is given.
func (d *drafter) value(s *Statement) graph.Value {
	if s.Value == nil {
		return nil
	}
	values := slices.DeleteFunc(d.values(s), func(v graph.Value) bool { return v == nil })
	if len(values) != 1 {
		d.invalid(s.line, "value", fmt.Sprintf("%d values", len(values)), "exactly one value")
		return nil
	}
	return values[0]
}

func (d *drafter) values(s *Statement) []graph.Value {
	v := s.Value
	out := []graph.Value{
		v.Quantity.value(), v.Money.value(), v.Text.value(), v.Identifier.value(), v.Name.value(), v.Provision.value(),
		v.Coordinates.value(),
	}
	if v.Date != "" {
		out = append(out, graph.OnDate{Date: d.date(s.line, "value.date", v.Date)})
	}
	if v.Duration != "" {
		out = append(out, graph.Duration{ISO: v.Duration})
	}
	if v.Claim != "" {
		out = append(out, graph.ClaimRef{Claim: d.claimOf(s.line, "value.claim", v.Claim).ID})
	}
	if v.Undisclosed != "" {
		out = append(out, graph.Undisclosed{By: d.entity(s.line, "value.undisclosed", v.Undisclosed)})
	}
	return out
}
