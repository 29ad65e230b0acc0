package graph_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a text with a file of testdata, or writes it there.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o600))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), got)
}

// cast names an entity of each kind as sentences name it.
var cast = map[graph.EntityKind]graph.Noun{
	graph.CorporateGroup:      named(graph.CorporateGroup, "Acme"),
	graph.Company:             named(graph.Company, "Acme Works, Inc."),
	graph.RegionalUnit:        named(graph.RegionalUnit, "the unit in Woburn"),
	graph.Organization:        named(graph.Organization, "Lodge 5"),
	graph.Government:          named(graph.Government, "Sylvania's government"),
	graph.Agency:              named(graph.Agency, "Freedonia's Ministry of Trade"),
	graph.IntelligenceService: named(graph.IntelligenceService, "Sylvanian Security Service"),
	graph.Person:              named(graph.Person, "Ada Doe"),
	graph.Office:              named(graph.Office, "the office in Utrecht"),
	graph.Product:             named(graph.Product, "Acme Shield"),
	graph.Sector:              named(graph.Sector, "the technology sector"),
	graph.Country:             named(graph.Country, "Freedonia"),
	graph.Region:              named(graph.Region, "Ruritania"),
	graph.City:                named(graph.City, "Strelsau"),
	graph.Measure:             named(graph.Measure, "Directive 17"),
}

func named(k graph.EntityKind, text string) graph.Noun { return graph.Noun{Text: text, Kind: k} }

// voices are speakers for every part that a sentence may name.
func voices(p *graph.SentenceParts) {
	p.Supporters = []graph.Noun{named(graph.Agency, "Customs")}
	p.Deniers = []graph.Noun{named(graph.Company, "Acme Works, Inc.")}
	p.Dismissers = []graph.Noun{named(graph.Agency, "Court One")}
	p.Withdrawers = []graph.Noun{named(graph.Organization, "The Bugle")}
	p.Commenters = []graph.Noun{named(graph.Person, "Bo Roe")}
}

// partsOf makes a valid claim of a row and what a sentence about it needs.
func partsOf(p *graph.Predicate) graph.SentenceParts {
	subject, object, c := example(p)
	parts := graph.SentenceParts{Claim: &c, Subject: cast[subject.Kind]}
	if object != nil {
		parts.Object = cast[object.Kind]
		if object.Kind == subject.Kind {
			parts.Object.Text = "Other " + parts.Object.Text
		}
		if object.Kind == graph.Measure {
			parts.Object.Text = map[bool]string{true: "the Entity List", false: "Act 4"}[object.MeasureKind == graph.List]
		}
	}
	if c.Value != nil && c.Value.Type() == graph.ClaimRefValue {
		parts.Reference = "Customs alleges that Acme cooperates with Sylvanian Security Service."
	}
	return parts
}

func TestSentencesOfEveryRowInEveryStanding(t *testing.T) {
	v := graph.StandardVocabulary()
	var ties, values strings.Builder
	for _, p := range v.Predicates() {
		b := &ties
		if p.Objects == 0 {
			b = &values
		}
		fmt.Fprintln(b, p.Name)
		for _, s := range graph.Standings() {
			parts := partsOf(p)
			parts.Standing = s
			voices(&parts)
			fmt.Fprintf(b, "  %-10s %s\n", s, v.Sentence(parts))
		}
	}
	golden(t, "sentences.golden", ties.String())
	golden(t, "sentences_values.golden", values.String())
}

func TestSentencesOfEveryRowInEveryModality(t *testing.T) {
	v := graph.StandardVocabulary()
	var b strings.Builder
	for _, p := range v.Predicates() {
		fmt.Fprintln(&b, p.Name)
		for _, m := range graph.Modalities()[1:] {
			parts := partsOf(p)
			parts.Claim.Modality = m
			parts.Standing = graph.Recorded
			fmt.Fprintf(&b, "  %-10s %s\n", m, v.Sentence(parts))
			parts.Standing = graph.Refuted
			fmt.Fprintf(&b, "  %-10s %s\n", "", v.Sentence(parts))
		}
	}
	golden(t, "sentences_modality.golden", b.String())
}
