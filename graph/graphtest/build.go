package graphtest

import (
	"fmt"
	"unicode/utf8"

	"github.com/redthread-graph/redthread/graph"
)

// The builders below make records for cases and fixtures. Ids are given without their prefix.

func entityOf(id string, kind graph.EntityKind) *graph.Entity {
	return &graph.Entity{ID: graph.EntityID("ent_" + id), Kind: kind, Specificity: graph.Named, Caption: id}
}

func entityState(id, name string, degree int, terms ...graph.Term) *graph.EntityState {
	return &graph.EntityState{
		Entity: graph.EntityID("ent_" + id), Name: name, Degree: degree, FirstDay: graph.MaxDay, Terms: terms,
	}
}

// companies makes entities of kind COMPANY.
func companies(ids ...string) []graph.Record {
	var records []graph.Record
	for _, id := range ids {
		records = append(records, entityOf(id, graph.Company))
	}
	return records
}

func tie(id, subject, predicate, object string) *graph.Claim {
	return &graph.Claim{
		ID: graph.ClaimID("clm_" + id), Subject: graph.EntityID("ent_" + subject), Predicate: predicate,
		Object: graph.EntityID("ent_" + object), Modality: graph.Fact,
	}
}

func claimOf(id, subject, predicate string, v graph.Value) *graph.Claim {
	return &graph.Claim{
		ID: graph.ClaimID("clm_" + id), Subject: graph.EntityID("ent_" + subject), Predicate: predicate,
		Value: v, Modality: graph.Fact,
	}
}

// stateOf is the state of a claim with the given stretches.
func stateOf(c *graph.Claim, stretches ...graph.Stretch) *graph.ClaimState {
	return &graph.ClaimState{
		Claim: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Modality: c.Modality, Stretches: stretches,
	}
}

// stretch is a run of days with a standing, and the tier that goes with it.
func stretch(from, to graph.Day, s graph.Standing) graph.Stretch {
	return graph.Stretch{
		DayRange: graph.DayRange{From: from, To: to}, Standing: s, Tier: tierOf(s), ShareMax: graph.WholeShare,
	}
}

// always is a stretch over all days.
func always(s graph.Standing) graph.Stretch { return stretch(graph.MinDay, graph.MaxDay, s) }

func tierOf(s graph.Standing) graph.Tier {
	switch s {
	case graph.Refuted, graph.Retracted, graph.Unasserted:
		return graph.Void
	case graph.Disputed, graph.Alleged:
		return graph.AllegedTier
	default:
		return graph.Safe
	}
}

// standing is a claim with a state over all days.
func standing(c *graph.Claim, s graph.Standing) []graph.Record {
	return []graph.Record{c, stateOf(c, always(s))}
}

func documentOf(id string) *graph.Document {
	return &graph.Document{ID: graph.DocumentID("doc_" + id), Title: "On " + id, Rights: graph.FullText}
}

func layerOf(id, document, text string) *graph.Layer {
	return &graph.Layer{
		ID: graph.LayerID("lay_" + id), Document: graph.DocumentID("doc_" + document), Extractor: "plain 1", Text: text,
	}
}

// quoteOf is evidence: the first n code points of a layer.
func quoteOf(l *graph.Layer, n int) graph.Evidence {
	letters := []rune(l.Text)
	return graph.Evidence{Document: l.Document, Layer: l.ID, End: n, Quote: string(letters[:n])}
}

func said(id string, c *graph.Claim, speaker string, evidence ...graph.Evidence) *graph.Assertion {
	return &graph.Assertion{
		ID: graph.AssertionID("ast_" + id), Claim: c.ID, Stance: graph.Asserts, Voice: graph.PublisherVoice,
		Speaker: graph.EntityID("ent_" + speaker), SpeakerBasis: graph.StatedSpeaker, Evidence: evidence,
		Review: graph.Accepted, RecordedBy: "tests",
	}
}

// numbered makes ids that sort by their number.
func numbered(prefix string, n int) string { return fmt.Sprintf("%s-%04d", prefix, n) }

func letters(s string) int { return utf8.RuneCountInString(s) }
