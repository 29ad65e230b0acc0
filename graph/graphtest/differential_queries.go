package graphtest

import (
	"slices"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// compare needs all that both hold to be equal, at every revision.
func (tw *twins) compare() {
	tw.Helper()
	info := ok(agree(tw, "info", func(s graph.Store) (graph.Info, error) {
		info, err := s.Info(tw.Context())
		info.Engine, info.SizeBytes = "", 0
		counts := map[graph.RecordKind]int{}
		for kind := range NewModel(tw.clock.Now).newest.counts() {
			counts[kind] = info.Counts[kind]
		}
		info.Counts = counts
		return info, err
	}))(tw.kit)
	for rev := range info.Revision + 1 {
		ok(agree(tw, "contents", func(s graph.Store) (contents, error) { return dump(tw.kit, s, rev), nil }))(tw.kit)
	}
	ok(agree(tw, "changes", func(s graph.Store) ([]graph.Change, error) {
		return s.Changes(tw.Context(), graph.ChangePosition{}, 0)
	}))(tw.kit)
}

// read draws a revision and a question of each kind about it.
func (tw *twins) read() {
	at := graph.Revision(rapid.IntRange(0, len(tw.ops)+1).Draw(tw.draw, "revision"))
	for _, question := range []func() func(r graph.Reader) (any, error){
		tw.entityQuestion, tw.claimQuestion, tw.assertionQuestion, tw.documentQuestion, tw.edgeQuestion, tw.facetQuestion,
		tw.termQuestion, tw.rowQuestion,
	} {
		tw.ask(at, question())
	}
	position := graph.ChangePosition{Revision: at, Ordinal: tw.number(4, "ordinal")}
	limit := tw.number(5, "limit")
	ok(agree(tw, "history", func(s graph.Store) ([]graph.Entry, error) { return s.History(tw.Context(), position, limit) }))(tw.kit)
	ok(agree(tw, "changes", func(s graph.Store) ([]graph.Change, error) { return s.Changes(tw.Context(), position, limit) }))(tw.kit)
	_, _ = agree(tw, "revision at", func(s graph.Store) (graph.Revision, error) { return s.RevisionAt(tw.Context(), tw.clock.Now()) })
}

// ask puts one question to both.
func (tw *twins) ask(at graph.Revision, question func(r graph.Reader) (any, error)) {
	tw.Helper()
	_, err := agree(tw, "answer", func(s graph.Store) (any, error) {
		r, err := s.Snapshot(tw.Context(), at)
		if err != nil {
			return nil, err
		}
		answer, err := question(r)
		require.NoError(tw, r.Close())
		return answer, err
	})
	if err != nil {
		require.ErrorIs(tw, err, graph.ErrNotFound)
	}
}

// some draws nothing, or a few of the values, in any order, now and then twice.
func some[V any](tw *twins, of string, values []V) []V {
	if rapid.Bool().Draw(tw.draw, "no "+of) {
		return nil
	}
	return few(tw, of, values)
}

// few draws up to six of the values.
func few[V any](tw *twins, of string, values []V) []V {
	return rapid.SliceOfN(rapid.SampledFrom(values), 1, 6).Draw(tw.draw, of)
}

// maybe draws a value or none.
func maybe[V any](tw *twins, of string, values ...V) *V {
	i := tw.number(len(values)+1, of)
	if i == len(values) {
		return nil
	}
	return &values[i]
}

func (tw *twins) kinds() graph.Kinds {
	return graph.KindsOf(some(tw, "kinds", graph.EntityKinds()[:someEntities*2])...)
}

func (tw *twins) entityQuestion() func(r graph.Reader) (any, error) {
	q := graph.EntityQuery{
		Kinds:       tw.kinds(),
		Specificity: some(tw, "specificity", []graph.Specificity{graph.Named, graph.Unnamed, graph.Group}),
		Order:       rapid.SampledFrom([]graph.EntityOrder{"", graph.ByID, graph.ByName, graph.ByDegree}).Draw(tw.draw, "order"),
		After: maybe(tw, "after", graph.EntityKey{Name: graph.SortName("Ärger"), Degree: 1, ID: "ent_e2"},
			graph.EntityKey{Name: graph.SortName("x"), Degree: 2, ID: "ent_e0"}),
		Limit: tw.number(4, "limit"),
	}
	return func(r graph.Reader) (any, error) { return r.ListEntities(tw.Context(), q) }
}

func (tw *twins) claimQuestion() func(r graph.Reader) (any, error) {
	all := everyID()
	q := graph.ClaimQuery{
		Predicates: some(tw, "predicates", []string{"OWNS", "CONTROLS", "SAYS"}), Standings: some(tw, "standings", graph.Standings()),
		Modalities: some(tw, "modalities", graph.Modalities()[:3]), Contested: maybe(tw, "contested", true, false),
		Allegation: rapid.Bool().Draw(tw.draw, "allegation"), At: maybe[graph.Day](tw, "at", 0, 5, 13, 29),
		After: maybe(tw, "after", graph.ClaimKey{Predicate: "OWNS", ID: "clm_c2"}), Limit: tw.number(4, "limit"),
	}
	roles := map[graph.ClaimRole][]string{
		graph.AnyEnd: texts(all.entities), graph.AsSubject: texts(all.entities), graph.AsObject: texts(all.entities),
		graph.InDocument: texts(all.documents), graph.SaidBy: texts(all.entities), graph.ReferredClaim: texts(all.claims),
		graph.WholeStore: {""},
	}
	q.Role = rapid.SampledFrom([]graph.ClaimRole{
		graph.AnyEnd, graph.AsSubject, graph.AsObject, graph.InDocument, graph.SaidBy, graph.ReferredClaim, graph.WholeStore,
	}).Draw(tw.draw, "role")
	q.Owners = few(tw, "owners", roles[q.Role])
	return func(r graph.Reader) (any, error) { return r.ListClaims(tw.Context(), q) }
}

func (tw *twins) assertionQuestion() func(r graph.Reader) (any, error) {
	all := everyID()
	q := graph.AssertionQuery{
		Stances: some(tw, "stances", graph.Stances()), About: some(tw, "about", all.entities), Claims: some(tw, "claims", all.claims),
		After: maybe(tw, "after", graph.AssertionKey{Revision: 1, ID: "ast_a3"}), Limit: tw.number(4, "limit"),
	}
	roles := map[graph.AssertionRole][]string{
		graph.AboutClaim: texts(all.claims), graph.BySpeaker: texts(all.entities), graph.OfDocument: texts(all.documents),
		graph.AtTarget: texts(all.assertions),
	}
	q.Role = rapid.SampledFrom([]graph.AssertionRole{graph.AboutClaim, graph.BySpeaker, graph.OfDocument, graph.AtTarget}).Draw(tw.draw, "role")
	q.Owners = few(tw, "owners", roles[q.Role])
	return func(r graph.Reader) (any, error) { return r.ListAssertions(tw.Context(), q) }
}

// rowQuestion asks for rows of several kinds at once, and no more than it asks for.
func (tw *twins) rowQuestion() func(r graph.Reader) (any, error) {
	all := everyID()
	keys := graph.Keys{
		Entities: some(tw, "entities", all.entities), Claims: some(tw, "claims", all.claims), Assertions: some(tw, "assertions", all.assertions),
		Documents: some(tw, "documents", all.documents), Bodies: some(tw, "bodies", all.entities), About: some(tw, "about", all.claims),
		Targets: some(tw, "targets", all.assertions), Judged: some(tw, "judged", texts(all.claims)),
	}
	return func(r graph.Reader) (any, error) {
		rows, err := graph.ReadRows(tw.Context(), r, keys)
		if err != nil {
			return nil, err
		}
		checkRows(tw.kit, r, keys, rows)
		return nil, nil
	}
}

func (tw *twins) documentQuestion() func(r graph.Reader) (any, error) {
	all := everyID()
	q := graph.DocumentQuery{
		Owners: some(tw, "owners", all.entities), Limit: tw.number(3, "limit"),
		Language:  rapid.SampledFrom([]string{"", "en", "fr"}).Draw(tw.draw, "language"),
		Publisher: rapid.SampledFrom([]graph.EntityID{"", "ent_e0", "ent_e1"}).Draw(tw.draw, "publisher"),
		After:     rapid.SampledFrom([]graph.DocumentID{"", "doc_d0", "doc_d1"}).Draw(tw.draw, "after"),
	}
	return func(r graph.Reader) (any, error) { return r.ListDocuments(tw.Context(), q) }
}

func (tw *twins) edgeFilter() graph.EdgeFilter {
	return graph.EdgeFilter{
		Predicates: some(tw, "predicates", []string{"OWNS", "CONTROLS", "SAYS"}), Standings: some(tw, "standings", graph.Standings()),
		Tiers:      some(tw, "tiers", []graph.Tier{graph.Safe, graph.AllegedTier, graph.Void}),
		Modalities: some(tw, "modalities", graph.Modalities()[:3]), Contested: maybe(tw, "contested", true, false),
		Direction: rapid.SampledFrom([]graph.Direction{"", graph.Out, graph.In}).Draw(tw.draw, "direction"),
		FarKinds:  tw.kinds(), Between: some(tw, "between", everyID().entities), At: maybe[graph.Day](tw, "at", 0, 5, 13, 29),
	}
}

func (tw *twins) edgeQuestion() func(r graph.Reader) (any, error) {
	q := graph.ExpandQuery{
		Frontier: few(tw, "frontier", everyID().entities), Limit: tw.number(4, "limit"),
		After: maybe(tw, "after", graph.EdgeKey{Predicate: "OWNS", Far: "ent_e0", Claim: "clm_c4", From: 10}),
	}
	if rapid.Bool().Draw(tw.draw, "filtered") {
		q.Filter = tw.edgeFilter()
	}
	return func(r graph.Reader) (any, error) {
		var edges []graph.Edge
		for e, err := range r.Expand(tw.Context(), q) {
			if err != nil {
				return nil, err
			}
			edges = append(edges, e)
		}
		return edges, nil
	}
}

func (tw *twins) facetQuestion() func(r graph.Reader) (any, error) {
	f, ids := tw.edgeFilter(), everyID().entities
	return func(r graph.Reader) (any, error) {
		facets, err := r.Facets(tw.Context(), ids, f)
		c := contents{Facets: facets}
		c.dropEmpty()
		return c.Facets, err
	}
}

func (tw *twins) termQuestion() func(r graph.Reader) (any, error) {
	q := graph.TermQuery{
		Target: rapid.SampledFrom([]graph.TermTarget{graph.EntityTerms, graph.TextTerms}).Draw(tw.draw, "target"),
		Kinds:  tw.kinds(), Limit: tw.number(4, "limit"),
	}
	for range tw.number(3, "sets") {
		terms := few(tw, "terms", []graph.Term{"w:a", "w:b", "w:c", "w:text", "w:lay_l0", "w:none"})
		q.Sets = append(q.Sets, graph.TermSet{Terms: slices.Clone(terms), Least: tw.number(3, "least")})
	}
	return func(r graph.Reader) (any, error) { return r.Search(tw.Context(), q) }
}
