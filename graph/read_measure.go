package graph

import (
	"context"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph/edtf"
)

// MeasureDays gives a measure's days, one row for each kind that is known, in the order DECIDED, ANNOUNCED, PUBLISHED, EFFECTIVE,
// ENDED. The earliest counts, of ENDED the latest; void claims count for nothing.
func MeasureDays() Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		dated, err := v.datings(ctx, idsOf(parents))
		if err != nil {
			return nil, err
		}
		var nodes []*MeasureDayNode
		var groups [][]*ClaimRow
		pages := make([]Page, len(parents))
		for i, e := range parents {
			for _, kind := range dayKinds() {
				if claims := dated[e.ID][kind]; len(claims) > 0 {
					node := &MeasureDayNode{Measure: e.ID, Kind: kind, Date: countingDate(kind, claims), Claims: claims}
					nodes, groups = append(nodes, node), append(groups, claims)
					pages[i].Rows = append(pages[i].Rows, Row{Node: node})
				}
			}
		}
		conflicts, err := v.setConflicts(ctx, groups)
		for i := range conflicts {
			nodes[i].Conflict = conflicts[i]
		}
		return pages, err
	})
}

// The kinds of a measure's days.
const (
	decidedDay   = "DECIDED"
	announcedDay = "ANNOUNCED"
	publishedDay = "PUBLISHED"
	effectiveDay = "EFFECTIVE"
)

func dayKinds() []string {
	return []string{decidedDay, announcedDay, publishedDay, effectiveDay, endedDay}
}

// datings gives the DATED claims of measures that are not void, by the kind of day, strongest first.
func (v *View) datings(ctx context.Context, measures []EntityID) (map[EntityID]map[string][]*ClaimRow, error) {
	measures = sortedSet(measures)
	if len(measures) == 0 {
		return nil, nil
	}
	lists, err := v.ListClaims(ctx, ClaimQuery{Owners: asStrings(measures), Role: AsSubject, Predicates: []string{datedPredicate}})
	if err != nil {
		return nil, err
	}
	out := map[EntityID]map[string][]*ClaimRow{}
	for i, id := range measures {
		out[id] = map[string][]*ClaimRow{}
		slices.SortFunc(lists[i], v.strongestClaim)
		for _, c := range lists[i] {
			if _, ok := c.Value.(OnDate); ok && c.State.stands() && c.Modality == Fact {
				kind := c.qualifier(datedQualifier)
				out[id][kind] = append(out[id][kind], c)
			}
		}
	}
	return out, nil
}

// qualifier is the value of a qualifier, or "".
func (c *Claim) qualifier(name string) string {
	for _, q := range c.Qualifiers {
		if q.Name == name {
			return q.Value
		}
	}
	return ""
}

// countingDate is the earliest of the dates, of ENDED the latest.
func countingDate(kind string, claims []*ClaimRow) edtf.Date {
	var best edtf.Date
	for i, c := range claims {
		on, _ := c.Value.(OnDate)
		earlier := on.Date.Earliest() < best.Earliest()
		if kind == endedDay {
			earlier = on.Date.Latest() > best.Latest()
		}
		if i == 0 || earlier {
			best = on.Date
		}
	}
	return best
}

// MeasureProvisions gives the PROVISION claims of a measure with one of the effects, of any without; on the view's day those that may
// hold then.
func MeasureProvisions(effects []Effect, a PageArgs) Relation {
	return measureClaims("provisions", AsSubject, "PROVISION", effects, a, func(c *ClaimRow) bool {
		provision, ok := c.Value.(Provision)
		return ok && among(effects, provision.Effect)
	})
}

// MeasureGrounds gives the claims that say on which claims a measure rests; each has a ClaimRef as its value.
func MeasureGrounds(a PageArgs) Relation {
	return measureClaims("grounds", AsSubject, "GROUNDED_ON", nil, a, nil)
}

// MeasureChallenges gives the claims that somebody challenges a measure, or plans to.
func MeasureChallenges(a PageArgs) Relation {
	return measureClaims("challenges", AsObject, "CHALLENGES", nil, a, nil)
}

func measureClaims(name string, role ClaimRole, predicate string, filter any, a PageArgs, keep func(*ClaimRow) bool) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		r := claimRead{
			query: ClaimQuery{Owners: asStrings(idsOf(parents)), Role: role, At: v.At}, order: orderOf(name, filter),
			filter: ClaimFilter{Predicates: []string{predicate}}, keep: keep,
		}
		return v.readClaims(ctx, r, a)
	})
}

// MeasureStandard gives how much proof the authorities of a measure ask for, by the competence table, each wording once: rows of
// *Scalar[string].
func MeasureStandard() Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		sets, err := v.tieSets(ctx, "authority", parents)
		if err != nil {
			return nil, err
		}
		var bodies []EntityID
		for _, set := range sets {
			for _, t := range set.Ties {
				bodies = append(bodies, t.Far)
			}
		}
		table, err := readSome(ctx, v, bodies, func(ctx context.Context, v *View, ids []EntityID) (map[EntityID][]Competence, error) {
			return v.Competence(ctx, ids)
		})
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i, set := range sets {
			for _, words := range set.standards(table) {
				pages[i].Rows = append(pages[i].Rows, Row{Node: &Scalar[string]{words}})
			}
		}
		return pages, nil
	})
}

// standards are the different wordings of the authorities' rows, in their order.
func (n *TieSetNode) standards(table map[EntityID][]Competence) []string {
	var out []string
	for _, t := range n.Ties {
		for _, row := range table[t.Far] {
			if words := strings.TrimSpace(row.Standard); row.Voice == AuthorityVoice && words != "" && !slices.Contains(out, words) {
				out = append(out, words)
			}
		}
	}
	return out
}

// MeasureStatements gives what is said of a measure itself, of its nature, motives and legality, and comments on it: what tells what
// the act is and does is left out, unless somebody denies it or comments on it.
func MeasureStatements(speakers []EntityID, stances []Stance, o AssertionOrder, a PageArgs) Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		order := orderOf("statements "+string(o), []any{speakers, stances})
		if err := a.check(order, o.keyCount()); err != nil {
			return nil, err
		}
		limit := scanLimit(len(parents))
		lists, err := v.ListClaims(ctx, ClaimQuery{Owners: asStrings(idsOf(parents)), Role: AnyEnd, Limit: limit + 1})
		if err != nil {
			return nil, err
		}
		said, err := v.spokenAbout(ctx, distinctClaims(lists), stances)
		if err != nil {
			return nil, err
		}
		pages := make([]Page, len(parents))
		for i := range parents {
			claims, cut := shorten(lists[i], limit)
			var rows []keyed
			for _, s := range v.statements(claims, said, speakers) {
				rows = append(rows, keyed{s, o.keys(s)})
			}
			pages[i] = a.page(placed{order, rows, cut, true})
		}
		return pages, nil
	})
}

// statements are the assertions about claims that say something of the measure itself, by one of the speakers or who speaks for it.
func (v *View) statements(claims []*ClaimRow, said map[ClaimID][]*AssertionRow, speakers []EntityID) []*AssertionRow {
	var out []*AssertionRow
	for _, c := range claims {
		for _, s := range said[c.ID] {
			if v.isStatement(c, s) && (among(speakers, s.Speaker) || among(speakers, s.Body())) {
				out = append(out, s)
			}
		}
	}
	return out
}

// spokenAbout gives the accepted assertions about each claim.
func (v *View) spokenAbout(ctx context.Context, claims []*ClaimRow, stances []Stance) (map[ClaimID][]*AssertionRow, error) {
	if len(claims) == 0 {
		return nil, nil
	}
	lists, err := v.ListAssertions(ctx, AssertionQuery{Owners: asStrings(claimIDsOf(claims)), Role: AboutClaim, Stances: stances})
	if err != nil {
		return nil, err
	}
	out := map[ClaimID][]*AssertionRow{}
	for i, c := range claims {
		out[c.ID] = slices.DeleteFunc(lists[i], func(a *AssertionRow) bool { return !a.counts() })
	}
	return out, nil
}

// isStatement says whether something is said of the measure itself, and not of what the act is and does.
func (v *View) isStatement(c *ClaimRow, a *AssertionRow) bool {
	if a.Stance == Denies || a.Stance == Dismisses || a.Stance == Qualifies || a.Stance == NoComment {
		return true
	}
	p, err := v.Vocabulary.Predicate(c.Predicate)
	return err == nil && !p.Act && p.Name != namePredicate && p.Name != identifierPredicate
}
