package graphtest

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"github.com/redthread-graph/redthread/graph"
)

// The universe of the differential test is small, so that programs meet the same things again: so many of each, with content
// that follows from the number.
const (
	someEntities   = 6
	someDocuments  = 3
	someLayers     = 4
	someClaims     = 10
	someAssertions = 9
	someJudgements = 4
)

func nthEntity(i int) *graph.Entity {
	e := entityOf(fmt.Sprint("e", i), graph.EntityKinds()[i*2])
	e.Specificity = []graph.Specificity{graph.Named, graph.Unnamed, graph.Group}[i%3]
	return e
}

func nthDocument(i int) *graph.Document {
	d := documentOf(fmt.Sprint("d", i))
	d.Language, d.Publisher = []string{"en", "de", ""}[i], graph.EntityID([]string{"ent_e0", "", "ent_e1"}[i])
	return d
}

func nthLayer(i int) *graph.Layer {
	return layerOf(fmt.Sprint("l", i), fmt.Sprint("d", i%someDocuments), fmt.Sprintf("the 𝕏 text of layer %d", i))
}

// nthClaim is a tie for the first ones, one of them to itself, and a value for the others.
func nthClaim(i int) *graph.Claim {
	id, subject := fmt.Sprint("c", i), fmt.Sprint("e", i%someEntities)
	c := tie(id, subject, []string{"OWNS", "CONTROLS"}[i%2], fmt.Sprint("e", []int{1, 0, 2, 1, 0, 0, 4}[i%7]))
	switch {
	case i == 9:
		c = claimOf(id, subject, "GROUNDED_ON", graph.ClaimRef{Claim: "clm_c0"})
	case i > 6:
		c = claimOf(id, subject, "SAYS", everyValue()[i])
	}
	c.Modality = graph.Modalities()[i%3]
	return c
}

func nthAssertion(i int) *graph.Assertion {
	c, layer := nthClaim(i*3%someClaims), nthLayer(i%someLayers)
	a := said(fmt.Sprint("a", i), c, fmt.Sprint("e", i%3), quoteOf(layer, 5+i))
	a.Stance = graph.Stances()[i]
	if i%3 == 0 {
		other := nthLayer((i + 1) % someLayers)
		a.Capacity.For, a.Evidence = graph.EntityID(fmt.Sprint("ent_e", i%4)), append(a.Evidence, quoteOf(other, 3))
	}
	if i%4 == 3 {
		a.Target = "ast_a0"
	}
	return a
}

func nthJudgement(i int) *graph.Judgement {
	j := &graph.Judgement{ID: graph.JudgementID(fmt.Sprint("jdg_j", i)), Kind: graph.Identity, Verdict: graph.Same, By: "x"}
	if i%2 == 0 {
		j.Entities = []graph.EntityID{nthEntity(i).ID, nthEntity(i + 1).ID}
		return j
	}
	j.Kind, j.Verdict, j.Denial, j.Claim = graph.Coverage, graph.General, nthAssertion(i).ID, nthClaim(i).ID
	return j
}

// everyID is all that the universe may put on file.
func everyID() filed {
	var all filed
	for i := range someEntities {
		all.entities = append(all.entities, nthEntity(i).ID)
	}
	for i := range someClaims {
		all.claims = append(all.claims, nthClaim(i).ID)
	}
	for i := range someAssertions {
		all.assertions = append(all.assertions, nthAssertion(i).ID)
	}
	for i := range someDocuments {
		all.documents = append(all.documents, nthDocument(i).ID)
	}
	for i := range someLayers {
		all.layers = append(all.layers, nthLayer(i).ID)
	}
	return all
}

// number draws one of n things.
func (tw *twins) number(n int, of string) int { return rapid.IntRange(0, n-1).Draw(tw.draw, of) }

// batch draws records, each after what it names, at most one for each owner of what is given once a revision.
func (tw *twins) batch() []graph.Record {
	var batch []graph.Record
	for range rapid.IntRange(0, 6).Draw(tw.draw, "records") {
		batch = append(batch, tw.record()...)
	}
	once := &openLoad{written: map[string]bool{}}
	slices.SortStableFunc(batch, func(a, b graph.Record) int { return rank(a) - rank(b) })
	return once.once(batch)
}

// everything is all of the universe, each record after what it names.
func (tw *twins) everything() []graph.Record {
	var batch []graph.Record
	for i := range someEntities {
		batch = append(batch, nthEntity(i), tw.entityStateOf(nthEntity(i)))
	}
	for i := range someLayers {
		batch = append(batch, withDocument(nthLayer(i))...)
	}
	for i := range someClaims {
		batch = append(batch, nthClaim(i), tw.claimStateOf(nthClaim(i)))
	}
	for i := range someAssertions {
		batch = append(batch, nthAssertion(i))
	}
	slices.SortStableFunc(batch, func(a, b graph.Record) int { return rank(a) - rank(b) })
	return batch
}

// rank orders records by what they stand on.
func rank(r graph.Record) int {
	switch r.(type) {
	case *graph.Entity, *graph.Document, *graph.Judgement:
		return 0
	case *graph.Claim, *graph.Layer, *graph.BodyCompetence:
		return 1
	case *graph.Assertion, *graph.LayerTerms:
		return 2
	default:
		return 3
	}
}

// record draws one record, together with what it names.
func (tw *twins) record() []graph.Record {
	switch tw.number(9, "type") {
	case 0:
		return []graph.Record{nthEntity(tw.number(someEntities, "entity"))}
	case 1:
		return withDocument(nthLayer(tw.number(someLayers, "layer")))
	case 2:
		return withEnds(nthClaim(tw.number(someClaims, "claim")))
	case 3:
		return withClaim(nthAssertion(tw.number(someAssertions, "assertion")))
	case 4:
		i := tw.number(someJudgements, "judgement")
		return []graph.Record{nthJudgement(i)}
	case 5:
		a := nthAssertion(tw.number(someAssertions, "assertion"))
		state := rapid.SampledFrom([]graph.ReviewState{graph.Accepted, graph.Rejected}).Draw(tw.draw, "review")
		return append(withClaim(a), &graph.ReviewDecision{Assertion: a.ID, State: state, By: "x"})
	case 6:
		return tw.competence()
	case 7:
		return tw.entityState()
	default:
		return tw.claimState()
	}
}

func withDocument(l *graph.Layer) []graph.Record {
	var i int
	_, _ = fmt.Sscanf(string(l.Document), "doc_d%d", &i)
	terms := []graph.Term{"w:text", graph.Term("w:" + string(l.ID))}
	return []graph.Record{nthDocument(i), l, &graph.LayerTerms{Layer: l.ID, Document: l.Document, Terms: terms}}
}

func withEnds(c *graph.Claim) []graph.Record {
	records := []graph.Record{c}
	for i := range someEntities {
		if e := nthEntity(i); e.ID == c.Subject || e.ID == c.Object {
			records = append(records, e)
		}
	}
	return records
}

func withClaim(a *graph.Assertion) []graph.Record {
	records := []graph.Record{a}
	for i := range someClaims {
		if c := nthClaim(i); c.ID == a.Claim {
			records = append(records, withEnds(c)...)
		}
	}
	for i := range someEntities {
		if e := nthEntity(i); e.ID == a.Speaker || e.ID == a.Capacity.For {
			records = append(records, e)
		}
	}
	for i := range someLayers {
		records = append(records, withDocument(nthLayer(i))...)
	}
	return records
}

func (tw *twins) competence() []graph.Record {
	e := nthEntity(tw.number(someEntities, "body"))
	rows := make([]graph.Competence, tw.number(3, "rows"))
	for i := range rows {
		rows[i] = graph.Competence{Voice: graph.Voices()[i], Predicates: []string{"OWNS"}[:tw.number(2, "predicates")]}
	}
	return []graph.Record{e, &graph.BodyCompetence{Body: e.ID, Rows: rows}}
}

func (tw *twins) entityState() []graph.Record {
	e := nthEntity(tw.number(someEntities, "entity"))
	return []graph.Record{e, tw.entityStateOf(e)}
}

func (tw *twins) entityStateOf(e *graph.Entity) *graph.EntityState {
	terms := rapid.SampledFrom([][]graph.Term{{"w:a", "w:b", "w:c"}, {"w:b"}, {"w:a", "w:c"}, nil}).Draw(tw.draw, "terms")
	name := rapid.SampledFrom([]string{"Ärger", "arger", "Zoo", "𝕏", "x", ""}).Draw(tw.draw, "name")
	return &graph.EntityState{
		Entity: e.ID, Name: name, Degree: tw.number(3, "degree"), FirstDay: graph.MaxDay, Terms: slices.Clone(terms),
	}
}

func (tw *twins) claimState() []graph.Record {
	c := nthClaim(tw.number(someClaims, "claim"))
	return append(withEnds(c), tw.claimStateOf(c))
}

// claimStateOf draws up to three stretches without a common day.
func (tw *twins) claimStateOf(c *graph.Claim) *graph.ClaimState {
	s := stateOf(c)
	s.Allegation = rapid.Bool().Draw(tw.draw, "allegation")
	for day := range tw.number(4, "stretches") {
		from, length := graph.Day(day*10), graph.Day(tw.number(10, "length"))
		st := stretch(from, from+length, rapid.SampledFrom(graph.Standings()).Draw(tw.draw, "standing"))
		st.Contested = rapid.Bool().Draw(tw.draw, "contested")
		st.ShareMin = graph.Share(tw.number(2, "share"))
		if rapid.Bool().Draw(tw.draw, "certain") {
			st.Certain = []graph.DayRange{{From: from, To: from}}
		}
		s.Stretches = append(s.Stretches, st)
	}
	return s
}

// bad draws records that are refused whatever is on file.
func (tw *twins) bad() []graph.Record {
	one, other := nthEntity(0), nthEntity(0)
	other.Caption = "another"
	return rapid.SampledFrom([][]graph.Record{
		{one, other}, {nil}, {tie("bad", "nobody", "OWNS", "nobody")}, {&graph.Document{}}, {entityState("nobody", "", 0)},
	}).Draw(tw.draw, "bad records")
}
