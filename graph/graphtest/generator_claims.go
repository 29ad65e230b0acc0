package graphtest

import (
	"github.com/redthread-graph/redthread/graph"
)

// Bounds of the shape.
const (
	maxDepth   = 12   // of a tree of ownership
	maxFanOut  = 3000 // how many one owner owns
	agentShare = 200  // one registry agent stands for one company in so many
	manyClaims = 2000 // in one document
	manySeats  = 500  // offices of one person
)

// draft is a claim before its document is written.
type draft struct {
	claim   *graph.Claim
	stretch graph.Stretch
	quotes  []string
	accused bool
	denied  bool
}

// claims yields the claims, in runs that share a document.
func (s *stream) claims() {
	for _, part := range []func(){s.seats, s.agent, s.registrations, s.ownership, s.allegations, s.dealings} {
		part()
	}
	s.writeDocument(0)
}

// full says whether all claims of the size are made.
func (s *stream) full() bool { return s.made == s.Size.Claims || s.stopped }

// tie makes a claim between two entities, by number.
func (s *stream) tie(subject, object int, predicate string) *draft {
	c := &graph.Claim{Subject: entityID(subject), Predicate: predicate, Object: entityID(object), Modality: graph.Fact}
	d := s.claim(c)
	if d == nil {
		return nil
	}
	s.degrees[subject]++
	if subject != object {
		s.degrees[object]++
	}
	return d
}

// claim makes the next claim, or none when all are made.
func (s *stream) claim(c *graph.Claim) *draft {
	if s.full() {
		return nil
	}
	s.made++
	c.ID = graph.ClaimID(generatedID("clm_", s.made))
	d := draft{claim: c, stretch: s.days()}
	for range 1 + s.IntN(3) {
		d.quotes = append(d.quotes, s.quote())
	}
	s.pending = append(s.pending, d)
	if len(s.pending) > s.room() {
		s.writeDocument(1)
	}
	return &s.pending[len(s.pending)-1]
}

// days is a stretch that begins from 1990 to 2026; three in ten are ended.
func (s *stream) days() graph.Stretch {
	const first, last = 7305, 20_600
	from := graph.Day(first + s.IntN(last-first))
	to := graph.MaxDay
	if s.chance(.3) {
		to = from + graph.Day(s.IntN(4000))
	}
	standing := graph.Reported
	switch x := s.Float64(); {
	case x < .5:
		standing = graph.Recorded
	case x < .6:
		standing = graph.Stated
	}
	st := stretch(from, to, standing)
	st.Certain = []graph.DayRange{{From: from, To: min(to, from+365)}}
	return st
}

// registrations put each company in a country, most of them in the first.
func (s *stream) registrations() {
	countries, companies := s.cast.of(graph.Country), s.cast.of(graph.Company)
	for n := companies.from; n < companies.to && !s.full(); n++ {
		country := countries.from
		if s.chance(.4) {
			country += s.IntN(countries.size())
		}
		s.tie(n, country, "INCORPORATED_IN")
	}
}

// agent represents one company in two hundred.
func (s *stream) agent() {
	companies := s.cast.of(graph.Company)
	agent := companies.from
	for n := companies.from + 1; n < companies.to && !s.full(); n += agentShare {
		s.tie(agent, n, "REPRESENTS")
	}
}

// seats gives one person hundreds of offices.
func (s *stream) seats() {
	person, companies := s.cast.of(graph.Person).from, s.cast.of(graph.Company)
	for i := range min(manySeats, companies.size()/8) {
		s.tie(person, companies.from+i*7%companies.size(), "DIRECTS")
	}
}

// ownership grows trees: nine companies in ten have one owner, one in ten has none, one in a hundred two; one in a thousand owns
// its owner.
func (s *stream) ownership() {
	companies := s.cast.of(graph.Company)
	for n := companies.from + 1; n < companies.to && !s.full(); n++ {
		owners := 1
		switch x := s.Float64(); {
		case x < .10:
			owners = 0
		case x < .11:
			owners = 2
		}
		for range owners {
			s.own(companies.from, n)
		}
	}
}

// own finds a company an owner among those before it.
func (s *stream) own(first, n int) {
	for range 8 {
		owner := first + int(s.zipf.Uint64())%(n-first)
		if s.chance(.3) {
			owner = first + s.IntN(n-first)
		}
		if s.depths[owner]+1 >= maxDepth || s.owned[owner] >= maxFanOut {
			continue
		}
		s.tie(owner, n, "OWNS")
		s.owned[owner]++
		s.depths[n] = max(s.depths[n], s.depths[owner]+1)
		if s.chance(.001) {
			s.tie(n, owner, "OWNS")
		}
		return
	}
}

// allegations are made against one entity in a hundred; a fifth are denied, one in twenty is determined.
func (s *stream) allegations() {
	states := s.cast.of(graph.Government)
	for n := 0; n < s.Size.Entities && !s.full(); n += 100 {
		d := s.tie(n, states.from+s.IntN(states.size()), "SHARES_DATA_WITH")
		if d == nil {
			return
		}
		standing := graph.Alleged
		switch x := s.Float64(); {
		case x < .20:
			standing, d.denied = graph.Disputed, true
		case x < .25:
			standing = graph.Determined
		}
		d.accused = true
		d.stretch.Standing, d.stretch.Tier = standing, tierOf(standing)
	}
}

// dealings fill the rest: ties whose far ends are distributed by Zipf's law, and now and then a value.
func (s *stream) dealings() {
	predicates := []string{"SUPPLIES", "COOPERATES_WITH", "EMPLOYS", "MEMBER_OF", "HAS_OFFICE", "FUNDED_BY", "PART_OF"}
	for !s.full() {
		subject := s.IntN(s.Size.Entities)
		if s.chance(.1) {
			s.claim(&graph.Claim{
				Subject: entityID(subject), Predicate: "NAME", Modality: graph.Fact,
				Value: graph.Name{Text: s.words.name(graph.Person, subject), Script: "Latn", Strength: graph.AliasName},
			})
			continue
		}
		object := int(s.zipf.Uint64()) * 7919 % s.Size.Entities
		s.tie(subject, object, predicates[s.IntN(len(predicates))])
	}
}
