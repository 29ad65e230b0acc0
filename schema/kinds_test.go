package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/redthread-graph/redthread/graph"
)

// typeName turns CORPORATE_GROUP into CorporateGroup.
func typeName(kind string) string {
	var name strings.Builder
	for word := range strings.SplitSeq(kind, "_") {
		name.WriteString(word[:1] + strings.ToLower(word[1:]))
	}
	return name.String()
}

// values gives the names of an enum's values.
func values(def *ast.Definition) []string {
	var found []string
	for _, v := range def.EnumValues {
		found = append(found, v.Name)
	}
	return found
}

// texts turns values of a named string type into strings.
func texts[T ~string](from []T) []string {
	found := make([]string, len(from))
	for i, v := range from {
		found[i] = string(v)
	}
	return found
}

func TestEveryKindIsATypeOfItsName(t *testing.T) {
	s := load(t)
	var want []string
	for _, kind := range values(s.Types["EntityKind"]) {
		want = append(want, typeName(kind))
	}
	var got []string
	for _, def := range s.GetPossibleTypes(s.Types["Entity"]) {
		got = append(got, def.Name)
	}
	assert.ElementsMatch(t, want, got)
}

func TestEveryKindIsEntityAndNode(t *testing.T) {
	s := load(t)
	for _, def := range s.GetPossibleTypes(s.Types["Entity"]) {
		assert.Equal(t, []string{"Entity", "Node"}, def.Interfaces, def.Name)
	}
}

func TestNodesAreWhatHasAnId(t *testing.T) {
	s := load(t)
	nodes := map[string]bool{}
	for _, def := range s.GetPossibleTypes(s.Types["Node"]) {
		nodes[def.Name] = true
	}
	for _, name := range []string{"Claim", "Assertion", "Document", "TextLayer", "Judgement", "Company", "Measure"} {
		assert.True(t, nodes[name], name)
	}
	for _, def := range own(s, ast.Object) {
		if def.Fields.ForName("id") != nil && def.Name != "Change" {
			assert.True(t, nodes[def.Name], "%s has an id and is no Node", def.Name)
		}
	}
}

func TestKindsRepeatTheEntityFieldsWordForWord(t *testing.T) {
	s := load(t)
	entity := s.Types["Entity"]
	for _, def := range s.GetPossibleTypes(entity) {
		for i, want := range fields(entity) {
			got := fields(def)[i]
			where := def.Name + "." + want.Name
			require.Equal(t, want.Name, got.Name, "%s: what all kinds share comes first, in one order", def.Name)
			assert.Equal(t, want.Description, got.Description, where)
			assert.Equal(t, want.Type.String(), got.Type.String(), where)
			require.Len(t, got.Arguments, len(want.Arguments), where)
			for j, arg := range want.Arguments {
				assert.Equal(t, argument(arg), argument(got.Arguments[j]), where)
			}
		}
	}
}

// argument is all that a reader sees of an argument.
func argument(arg *ast.ArgumentDefinition) []string {
	shown := []string{arg.Name, arg.Type.String(), arg.Description}
	if arg.DefaultValue != nil {
		shown = append(shown, arg.DefaultValue.String())
	}
	return shown
}

func TestSharedFieldsOfKindsAreDescribedAlike(t *testing.T) {
	s := load(t)
	seen := map[string]*ast.FieldDefinition{}
	for _, def := range s.GetPossibleTypes(s.Types["Entity"]) {
		for _, f := range fields(def) {
			if first := seen[f.Name]; first != nil {
				assert.Equal(t, first.Description, f.Description, "%s.%s", def.Name, f.Name)
				assert.Equal(t, first.Type.String(), f.Type.String(), "%s.%s", def.Name, f.Name)
				continue
			}
			seen[f.Name] = f
		}
	}
}

func TestEnumsAreThoseOfTheDomain(t *testing.T) {
	s := load(t)
	for name, want := range map[string][]string{
		"EntityKind":  texts(graph.EntityKinds()),
		"MeasureKind": texts(graph.MeasureKinds()),
		"AgencyKind":  texts(graph.AgencyKinds()),
		"Stance":      texts(graph.Stances()),
		"Voice":       texts(graph.Voices()),
		"Modality":    texts(graph.Modalities()),
		"Standing":    texts(graph.Standings()),
		"Specificity": texts([]graph.Specificity{graph.Named, graph.Unnamed, graph.Group}),
		"Rights":      texts([]graph.Rights{graph.FullText, graph.QuoteOnly, graph.MetadataOnly}),
		"ReviewState": texts([]graph.ReviewState{graph.Machine, graph.Accepted, graph.Rejected, graph.Unsure}),
		"ChangeKind": texts([]graph.RecordKind{
			graph.EntityRecord, graph.DocumentRecord, graph.LayerRecord, graph.ClaimRecord, graph.AssertionRecord, graph.DecisionRecord,
			graph.JudgementRecord, graph.CompetenceRecord, graph.StandingRecord,
		}),
		"ValueType": texts([]graph.ValueType{
			graph.QuantityValue, graph.MoneyValue, graph.DateValue, graph.DurationValue, graph.TextValue, graph.IdentifierValue,
			graph.NameValue, graph.ProvisionValue, graph.ClaimRefValue, graph.CoordinatesValue, graph.UndisclosedValue,
		}),
		"ProvisionEffect": texts([]graph.Effect{
			graph.Prohibits, graph.Permits, graph.Requires, graph.Recommends, graph.Penalises, graph.Exempts,
		}),
		"NameStrength":  texts([]graph.NameStrength{graph.StrongName, graph.AliasName, graph.WeakName}),
		"SpeakerBasis":  texts([]graph.SpeakerBasis{graph.StatedSpeaker, graph.InferredSpeaker}),
		"JudgementKind": texts([]graph.JudgementKind{graph.Identity, graph.Coverage}),
		"Direction":     texts([]graph.Direction{graph.Out, graph.In}),
		"Verdict":       texts([]graph.Verdict{graph.Same, graph.Different, graph.UnsureVerdict, graph.Explicit, graph.General}),
	} {
		assert.Equal(t, want, values(s.Types[name]), name)
	}
}

func TestClaimValueHoldsEveryValueType(t *testing.T) {
	s := load(t)
	assert.Len(t, s.Types["ClaimValue"].Types, len(values(s.Types["ValueType"])))
	for _, def := range s.GetPossibleTypes(s.Types["ClaimValue"]) {
		text := def.Fields.ForName("text")
		require.NotNil(t, text, "%s: every value can be said in words", def.Name)
		assert.Equal(t, "String!", text.Type.String(), def.Name)
	}
	assert.Len(t, s.Types["ValueInput"].Fields, len(values(s.Types["ValueType"])), "every value can be recorded")
}
