package kaspersky_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/seed"
)

// of2024 says whether a statement was said or reported in that year.
func of2024(s *seed.Statement) bool {
	return strings.HasPrefix(s.Said, "2024") ||
		slices.ContainsFunc(s.Reported, func(r seed.Report) bool { return strings.HasPrefix(r.Published, "2024") })
}

// accusedOf2024 are the claims that accuse the group, a firm, a unit or a person and are supported by a word of 2024; of each,
// whether a reply is on file.
func (w *world) accusedOf2024() map[graph.ClaimID]bool {
	w.Helper()
	spoken := map[graph.ClaimID]bool{}
	for i := range w.pack().Statements {
		s := &w.pack().Statements[i]
		if stance := graph.Stance(s.Stance); of2024(s) && stance != graph.Denies && stance != graph.Qualifies {
			spoken[w.said(s.ID).Claim] = true
		}
	}
	replied := map[graph.ClaimID]bool{}
	for _, has := range []bool{true, false} {
		for _, e := range w.accusable() {
			for _, role := range []graph.AllegationRole{graph.AccusedSubject, graph.AccusedObject} {
				pages, err := graph.EntityAllegations(role, graph.AllegationFilter{ReplyRecorded: &has}, graph.PageArgs{First: 100})(
					w.Context(), w.View, []graph.Node{e})
				require.NoError(w, err)
				for _, row := range pages[0].Rows {
					if id := row.Node.(*graph.AllegationNode).Claim.ID; spoken[id] {
						replied[id] = has
					}
				}
			}
		}
	}
	return replied
}

// accusable are the group, the firms, the units and the persons of the pack.
func (w *world) accusable() []*graph.EntityRow {
	w.Helper()
	var out []*graph.EntityRow
	for _, e := range w.pack().Entities {
		switch graph.EntityKind(e.Kind) {
		case graph.CorporateGroup, graph.Company, graph.RegionalUnit, graph.Person:
			out = append(out, w.entities(graph.EntityID("ent_" + e.ID))[0])
		default:
		}
	}
	return out
}

// Whatever the matter of 2024 accuses somebody of has an answer beside it, without exception.
func TestEveryAccusationOf2024HasAReply(t *testing.T) {
	w := open(t)
	said := w.sentences()
	replied := w.accusedOf2024()
	assert.GreaterOrEqual(t, len(replied), 20)
	for id, has := range replied {
		assert.True(t, has, said[id])
	}
}

func TestTheDenialsCoverWhatTheySpeakOf(t *testing.T) {
	w := open(t)
	covered := map[string][]string{}
	for _, c := range w.pack().Coverings {
		if c.Verdict == string(graph.General) {
			covered[c.Denial] = append(covered[c.Denial], c.Claim)
		}
	}
	assert.Subset(t, covered["deny-general"], []string{
		"contrary-ao-kaspersky-lab", "contrary-ooo-kaspersky-group", "contrary-kaspersky-labs-limited", "risk-us", "risk-persons",
		"poses-risk-to-kaspersky-1", "poses-risk-to-kaspersky-2", "poses-risk-to-kaspersky-3", "poses-risk-to-kaspersky-4",
		"poses-risk-to-kaspersky-5",
	})
	assert.Subset(t, covered["deny-any-government"], []string{
		"subject-bis", "directed-by-kaspersky-1", "influenced-by-kaspersky-1", "influenced-by-kaspersky-2",
		"exploited-by-kaspersky-1", "exploited-by-kaspersky-2",
	})
	assert.Subset(t, covered["deny-ek"], []string{"coop-press-ru", "coop-press-uk", "coop-ao", "coop-ooo", "coop-ltd"})
	for _, statement := range covered["deny-any-government"] {
		for _, s := range w.claim(statement).State.Stretches {
			assert.Equal(t, graph.Alleged, s.Standing, "%s: a general denial leaves the standing", statement)
		}
	}
}
