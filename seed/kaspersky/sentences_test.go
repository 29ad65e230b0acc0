package kaspersky_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// sentences are those of all claims, by claim.
func (w *world) sentences() map[graph.ClaimID]string {
	w.Helper()
	claims := w.all()
	nodes := make([]graph.Node, len(claims))
	for i, c := range claims {
		nodes[i] = c
	}
	pages, err := graph.ClaimSentence()(w.Context(), w.View, nodes)
	require.NoError(w, err)
	out := map[graph.ClaimID]string{}
	for i, p := range pages {
		out[claims[i].ID] = p.Rows[0].Node.(*graph.Scalar[string]).Value
	}
	return out
}

// No allegation is said as a fact.
func TestTheVerbFollowsTheStanding(t *testing.T) {
	w := open(t)
	said := w.sentences()
	for _, c := range w.all() {
		last := c.State.Stretches[len(c.State.Stretches)-1]
		verbs := map[graph.Standing]string{
			graph.Alleged: " allege", graph.Disputed: " allege", graph.Determined: " found that ", graph.Reported: " report",
			graph.Stated: " sa", graph.Unasserted: " den",
		}
		if verb := verbs[last.Standing]; verb != "" {
			assert.Contains(t, said[c.ID], verb, "%s", last.Standing)
		}
		if last.Standing == graph.Disputed {
			assert.Contains(t, said[c.ID], "denies it")
		}
	}
}

func TestSentencesReadAsSentences(t *testing.T) {
	w := open(t)
	odd := regexp.MustCompile(`  |\.\.$|, ,|\{|\}|\bent_|\bclm_|[a-z]-[a-z]+-[a-z]+-[0-9]|\bexhaustive\b`)
	for id, sentence := range w.sentences() {
		assert.Empty(t, odd.FindString(sentence), sentence)
		assert.True(t, strings.HasSuffix(sentence, "."), sentence)
		assert.NotEmpty(t, id)
	}
}

// Briefings are prose and no list of templates: what is quoted is never the sentence that the product makes.
func TestQuotesAreNoTemplates(t *testing.T) {
	w := open(t)
	made := map[string]bool{}
	for _, sentence := range w.sentences() {
		made[sentence] = true
	}
	for _, a := range w.assertions() {
		for _, e := range a.Evidence {
			assert.False(t, made[e.Quote], e.Quote)
		}
	}
}

// A statement whose speaker is the publisher of the briefing is read by Redthread; all others name their source.
func TestEveryStatementNamesItsSource(t *testing.T) {
	w := open(t)
	for _, a := range w.assertions() {
		if a.Speaker == "ent_redthread" {
			assert.Empty(t, a.ReportedBy, a.ID)
			assert.Equal(t, graph.PublisherVoice, a.Voice, a.ID)
			continue
		}
		require.NotEmpty(t, a.ReportedBy, a.ID)
		for _, r := range a.ReportedBy {
			assert.NotEmpty(t, r.Work, a.ID)
		}
	}
}
