package graph_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph"
)

// holding adds a line about one ownership, which nobody alleges, in a modality.
func (s *shelf) holding(m graph.Modality, by string, voice graph.Voice, stance graph.Stance) *line {
	l := s.say("holding", "PARENT_OF", "unit").by(by, voice, stance).in("file")
	l.Claim.Modality = m
	return l
}

// elsewhere adds a denial of another claim, that the unit has an owner at all.
func (s *shelf) elsewhere() *line {
	return s.worth("unit", "CONDUCT", graph.Text{Wording: "answers to an owner", Language: "en"}).
		by("unit", graph.PartyVoice, graph.Denies).in("file").id("elsewhere").said("2024-09-02")
}

// judged adds a judgement on what the denial elsewhere says of the ownership.
func (s *shelf) judged(v graph.Verdict) {
	s.draft.Judgements = append(s.draft.Judgements, graph.Judgement{
		Kind: graph.Coverage, Verdict: v, Denial: "ast_elsewhere", Claim: s.owned().ID, By: "tests",
	})
}

// owned is the claim of the ownership.
func (s *shelf) owned() *graph.ClaimRow {
	v := s.view()
	said, ok := nodes(s.t, v, "ast_register")[0].(*graph.AssertionRow)
	require.True(s.t, ok)
	claim, ok := nodes(s.t, v, string(said.Claim))[0].(*graph.ClaimRow)
	require.True(s.t, ok)
	return claim
}

// newHolding is the town with an ownership that the register records, and a denial of something else.
func newHolding(t testing.TB, m graph.Modality) *shelf {
	t.Helper()
	s := newTown(t)
	s.doc("file", "gazette", "2024-09-01", graph.FullText)
	s.holding(m, "register", graph.RegisterVoice, graph.Asserts).id("register").said("2024-09-01")
	s.elsewhere()
	s.file()
	s.doc("file", "gazette", "2024-10-01", graph.FullText).ID = "doc_more"
	return s
}

func TestReadDenialsOfAClaimThatIsNoAllegation(t *testing.T) {
	for name, c := range map[string]struct {
		answer    func(s *shelf, m graph.Modality)
		want      []string
		contested bool
	}{
		"nobody denies it": {func(*shelf, graph.Modality) {}, nil, false},
		"a party's denial": {func(s *shelf, m graph.Modality) {
			s.holding(m, "unit", graph.PartyVoice, graph.Denies).id("own")
		}, []string{"own"}, true},
		"a stranger's": {func(s *shelf, m graph.Modality) {
			s.holding(m, "bob", graph.OtherVoice, graph.Denies).id("strange")
		}, []string{"strange"}, false},
		"one in other words":   {func(s *shelf, _ graph.Modality) { s.judged(graph.Explicit) }, []string{"elsewhere"}, true},
		"one in general words": {func(s *shelf, _ graph.Modality) { s.judged(graph.General) }, nil, false},
		"one of each, as they were recorded": {func(s *shelf, m graph.Modality) {
			s.holding(m, "unit", graph.PartyVoice, graph.Denies).id("own")
			s.judged(graph.Explicit)
		}, []string{"elsewhere", "own"}, true},
		"one whose judgement was set aside by a newer one": {func(s *shelf, _ graph.Modality) {
			s.judged(graph.Explicit)
			s.file()
			s.judged(graph.UnsureVerdict)
		}, nil, false},
		"one in other words that was withdrawn": {func(s *shelf, _ graph.Modality) {
			s.judged(graph.Explicit)
			s.worth("unit", "CONDUCT", graph.Text{Wording: "answers to an owner", Language: "en"}).
				by("unit", graph.PartyVoice, graph.Retracts).in("file").id("back").target("elsewhere")
		}, nil, false},
		"one that was withdrawn": {func(s *shelf, m graph.Modality) {
			s.holding(m, "unit", graph.PartyVoice, graph.Denies).id("own")
			s.holding(m, "unit", graph.PartyVoice, graph.Retracts).id("back").target("own")
		}, nil, false},
		"one that was corrected": {func(s *shelf, m graph.Modality) {
			s.holding(m, "unit", graph.PartyVoice, graph.Denies).id("own")
			s.holding(m, "unit", graph.PartyVoice, graph.Corrects).id("own-2").target("own")
		}, []string{"own-2"}, true},
		"a slip": {func(s *shelf, m graph.Modality) {
			s.holding(m, "unit", graph.PartyVoice, graph.Denies).id("own")
			s.draft.Decisions = []graph.ReviewDecision{{Assertion: "ast_own", State: graph.Rejected, By: "tests", Reason: "a slip"}}
		}, nil, false},
		"a refusal to comment": {func(s *shelf, m graph.Modality) {
			s.holding(m, "unit", graph.PartyVoice, graph.NoComment).id("mute")
		}, nil, false},
		"a dismissal": {func(s *shelf, m graph.Modality) {
			s.holding(m, "court", graph.AuthorityVoice, graph.Dismisses).id("dismissed")
		}, []string{"dismissed"}, false},
		"a dismissal that was set aside": {func(s *shelf, m graph.Modality) {
			s.holding(m, "court", graph.AuthorityVoice, graph.Dismisses).id("dismissed")
			s.holding(m, "court", graph.AuthorityVoice, graph.Dismisses).id("appeal").target("dismissed")
		}, nil, false},
	} {
		for _, m := range []graph.Modality{graph.Fact, graph.Plan} {
			t.Run(name+" "+string(m), func(t *testing.T) {
				s := newHolding(t, m)
				c.answer(s, m)
				s.file()
				v, claim := s.view(), s.owned()
				require.False(t, claim.State.Allegation)
				shown, ok := v.Shown(claim)
				require.True(t, ok)
				assert.Equal(t, c.contested, shown.Contested)
				assert.Equal(t, c.want, spoken(t, read(t, v, graph.ClaimDenials(), claim)))
			})
		}
	}
}

func TestReadDenialsAsOfADayAsKnownAndAsPublic(t *testing.T) {
	s := newHolding(t, graph.Fact)
	s.judged(graph.Explicit)
	judged := s.file().Revision
	s.doc("file", "gazette", "2024-10-01", graph.FullText).ID = "doc_last"
	s.holding(graph.Fact, "unit", graph.PartyVoice, graph.Denies).id("own")
	s.worth("unit", "CONDUCT", graph.Text{Wording: "answers to an owner", Language: "en"}).
		by("unit", graph.PartyVoice, graph.Retracts).in("file").id("back").target("elsewhere")
	s.file()
	then := func(rev graph.Revision) *graph.View {
		v, err := s.ViewAt(context.Background(), rev)
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, v.Close()) })
		return v
	}
	now, claim := s.view(), s.owned()
	for name, c := range map[string]struct {
		view *graph.View
		want []string
	}{
		"now":                               {now, []string{"own"}},
		"on a day, since it is undated":     {now.On(day("1990-01-01"), nil), []string{"own"}},
		"as known before the judgement":     {then(judged - 1), nil},
		"as known by the judgement":         {then(judged), []string{"elsewhere"}},
		"then, on a day":                    {then(judged).On(day("2024-09-02"), nil), []string{"elsewhere"}},
		"public before it was said":         {then(judged).On(nil, day("2024-09-01")), nil},
		"public when it was said":           {then(judged).On(nil, day("2024-09-02")), []string{"elsewhere"}},
		"public before it was taken back":   {now.On(nil, day("2024-09-30")), []string{"elsewhere"}},
		"public with all that was answered": {now.On(nil, day("2024-10-01")), []string{"own"}},
	} {
		t.Run(name, func(t *testing.T) {
			claim := nodes(t, c.view, string(claim.ID))[0]
			assert.Equal(t, c.want, spoken(t, read(t, c.view, graph.ClaimDenials(), claim)))
		})
	}
}

// Whatever stands as denied has somebody on file who denies it, so that no reading needs to say that it is denied without saying by whom.
func TestReadWhatStandsAsDeniedNamesADenial(t *testing.T) {
	s := newHolding(t, graph.Fact)
	s.judged(graph.Explicit)
	s.file()
	base := s.view()
	parents, denied := townNodes(t, base), 0
	for name, v := range views(base) {
		for _, claim := range parents["claim"] {
			found, err := v.Nodes(context.Background(), []string{claim.Key()})
			require.NoError(t, err)
			row, ok := found[0].(*graph.ClaimRow)
			if !ok {
				continue // not public then
			}
			shown, ok := v.Shown(row)
			if !ok || !shown.Contested && shown.Standing != graph.Disputed && shown.Standing != graph.Refuted {
				continue
			}
			denied++
			assert.NotEmpty(t, read(t, v, graph.ClaimDenials(), row).Rows, "%s: %s", name, claim.Key())
		}
	}
	assert.Greater(t, denied, 4)
}

func TestReadDenialsOfAnAllegationAreThoseOfItsClaim(t *testing.T) {
	base := newTown(t).view()
	parents := townNodes(t, base)
	for name, v := range views(base) {
		for _, n := range parents["allegation"] {
			alleged, ok := n.(*graph.AllegationNode)
			require.True(t, ok)
			of := read(t, v, graph.ClaimDenials(), alleged.Claim)
			assert.Equal(t, keys(of), keys(read(t, v, graph.AllegationDenials(), alleged)), name)
		}
	}
}
