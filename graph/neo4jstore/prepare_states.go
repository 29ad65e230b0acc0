package neo4jstore

import (
	"maps"
	"reflect"
	"slices"

	"github.com/redthread-graph/redthread/graph"
)

// stretchRow is one stretch of a claim as it is kept: known from revision since until before until.
type stretchRow struct {
	stretch      graph.Stretch
	allegation   bool
	since, until int64
}

func scanStretchRow(c *cells) stretchRow {
	row := stretchRow{}
	s := &row.stretch
	s.Standing, s.Tier, s.Contested = graph.Standing(c.text()), graph.Tier(c.text()), c.flag()
	row.allegation = c.flag()
	s.From, s.To = graph.Day(c.integer()), graph.Day(c.integer())
	s.ShareMin, s.ShareMax = graph.Share(c.integer()), graph.Share(c.integer())
	days := c.integers()
	for i := 0; i+1 < len(days); i += 2 {
		s.Certain = append(s.Certain, graph.DayRange{From: graph.Day(days[i]), To: graph.Day(days[i+1])})
	}
	row.since, row.until = c.integer(), c.integer()
	return row
}

// equal says whether two rows have the same content.
func (r *stretchRow) equal(other *stretchRow) bool {
	a, b := r.stretch, other.stretch
	if len(a.Certain) == 0 && len(b.Certain) == 0 {
		a.Certain, b.Certain = nil, nil
	}
	return r.allegation == other.allegation && reflect.DeepEqual(a, b)
}

// claimRows are the rows of a claim that this revision may change.
type claimRows struct {
	older []stretchRow // that were known when the revision began
	was   []int64      // until which revision they are on file
	own   []stretchRow // that this revision has on file
	given []stretchRow // that it is to have
}

// rowsOf gives the rows of a claim, as on file before the first state of the batch.
func (d *decision) rowsOf(id graph.ClaimID) *claimRows {
	if c := d.claimStates[id]; c != nil {
		return c
	}
	c := &claimRows{}
	for _, row := range d.stretches[id] {
		if row.since == d.rev {
			c.own = append(c.own, row)
		} else {
			c.older, c.was = append(c.older, row), append(c.was, row.until)
		}
	}
	c.given = c.own
	d.claimStates[id] = c
	return c
}

// takeState makes a state the one that is known from this revision on, and says whether anything changed. What was known when the
// revision began is compared with what is given last in it: equal stretches stay, others are closed.
func (d *decision) takeState(s *graph.ClaimState) (changed bool) {
	c := d.rowsOf(s.Claim)
	given := make([]stretchRow, len(s.Stretches))
	for i, stretch := range s.Stretches {
		given[i] = stretchRow{stretch, s.Allegation, d.rev, open}
	}
	for i := range c.older {
		row := &c.older[i]
		if row.until = open; !takeEqual(&given, row) {
			row.until, changed = d.rev, true
		}
	}
	c.given = given
	return changed || len(given) > 0
}

// takeEqual removes a row with the same content from a list.
func takeEqual(list *[]stretchRow, row *stretchRow) bool {
	i := slices.IndexFunc(*list, func(other stretchRow) bool { return other.equal(row) })
	if i < 0 {
		return false
	}
	*list = slices.Delete(slices.Clone(*list), i, i+1)
	return true
}

// putClaimStates makes the rows that change the stretches on file, and the edges projected from them.
func (d *decision) putClaimStates() error {
	for _, id := range slices.Sorted(maps.Keys(d.claimStates)) {
		c, claim := d.claimStates[id], d.claims[id]
		for i := range c.older {
			d.endStretch(claim, &c.older[i], c.was[i])
		}
		fresh := slices.Clone(c.given)
		for i := range c.own {
			if !takeEqual(&fresh, &c.own[i]) {
				d.dropStretch(claim, &c.own[i])
			}
		}
		for i := range fresh {
			if err := d.addStretch(claim, &fresh[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// endStretch closes a row that was open on file, or opens it again.
func (d *decision) endStretch(c *graph.Claim, row *stretchRow, was int64) {
	if row.until == was {
		return
	}
	if row.until == open {
		d.next.counts[graph.StandingRecord]++
	} else {
		d.next.counts[graph.StandingRecord]--
	}
	from := int64(row.stretch.From)
	d.rows.add("ended_stretches", string(c.ID), row.since, from, was, row.until)
	if c.Object != "" {
		d.rows.add("ended_edges", string(c.Subject), string(c.Object), string(c.ID), row.since, from, was, row.until)
	}
}

// dropStretch removes a row that this revision has no more.
func (d *decision) dropStretch(c *graph.Claim, row *stretchRow) {
	d.next.counts[graph.StandingRecord]--
	from := int64(row.stretch.From)
	d.rows.add("dropped_stretches", string(c.ID), from)
	if c.Object != "" {
		d.rows.add("dropped_edges", string(c.Subject), string(c.Object), string(c.ID), from)
	}
}

func (d *decision) addStretch(c *graph.Claim, row *stretchRow) error {
	d.next.counts[graph.StandingRecord]++
	s := &row.stretch
	certain := make([]int64, 0, 2*len(s.Certain))
	for _, run := range s.Certain {
		certain = append(certain, int64(run.From), int64(run.To))
	}
	from, to, shareMin, shareMax := int64(s.From), int64(s.To), int64(s.ShareMin), int64(s.ShareMax)
	d.rows.add("stretches", string(c.ID), string(s.Standing), string(s.Tier), s.Contested, row.allegation, from, to,
		shareMin, shareMax, certain)
	if c.Object == "" {
		return nil
	}
	name, err := knownType(c, s)
	d.rows.add("edges", string(c.Subject), string(c.Object), name, string(c.ID), c.Predicate, string(c.Modality),
		string(s.Standing), string(s.Tier), s.Contested, from, to, shareMin, shareMax, certain)
	return err
}

// knownType is the type of an edge: one of the table, for statements that read edges name those.
func knownType(c *graph.Claim, s *graph.Stretch) (string, error) {
	name := typeOf(c.Predicate, c.Modality, s.Tier)
	if !slices.ContainsFunc(relationships(), func(r relationship) bool { return r.name == name }) {
		return "", graph.Invalid("tier", string(s.Tier), "SAFE, ALLEGED or VOID")
	}
	return name, nil
}
