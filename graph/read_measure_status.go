package graph

import "context"

// MeasureStatus is what became of a measure.
type MeasureStatus string

// The statuses of a measure.
const (
	StatusDecided   MeasureStatus = "DECIDED"
	StatusAnnounced MeasureStatus = "ANNOUNCED"
	StatusPublished MeasureStatus = "PUBLISHED"
	StatusInForce   MeasureStatus = "IN_FORCE"
	StatusStayed    MeasureStatus = "STAYED"
	StatusEnded     MeasureStatus = "ENDED"
	StatusAnnulled  MeasureStatus = "ANNULLED"
	StatusReplaced  MeasureStatus = "REPLACED"
)

// MeasureStatusOf gives what became of a measure by the view's day, else by its last known act: a row of *Scalar[MeasureStatus], none
// before its first day and when no day is known.
func MeasureStatusOf() Relation {
	return relate(func(ctx context.Context, v *View, parents []*EntityRow) ([]Page, error) {
		statuses, err := v.statuses(ctx, parents)
		if err != nil {
			return nil, err
		}
		return scalars(parents, func(e *EntityRow) (MeasureStatus, bool) { return statuses[e.ID], statuses[e.ID] != "" }), nil
	})
}

// statuses works out what became of each measure; "" for what is not known.
func (v *View) statuses(ctx context.Context, measures []*EntityRow) (map[EntityID]MeasureStatus, error) {
	dated, err := v.datings(ctx, idsOf(measures))
	if err != nil {
		return nil, err
	}
	out := map[EntityID]MeasureStatus{}
	later := map[EntityID][]act{}
	err = v.eachEdge(ctx, sortedSet(idsOf(measures)), EdgeFilter{
		Predicates: sortedIDs(turningActs()), Direction: In, Tiers: []Tier{Safe},
	}, func(e *Edge) {
		later[e.Near] = append(later[e.Near], act{turningActs()[e.Predicate], e.Stretch.DayRange})
	})
	if err != nil {
		return nil, err
	}
	for _, m := range measures {
		out[m.ID] = statusOn(v.At, m.State.FirstDay, append(datedActs(dated[m.ID]), later[m.ID]...))
	}
	return out, nil
}

// turningActs are the acts by which a later measure changes the status of an earlier one.
func turningActs() map[string]MeasureStatus {
	return map[string]MeasureStatus{"STAYS": StatusStayed, "ANNULS": StatusAnnulled, "REPLACES": StatusReplaced}
}

// act is something that gives a measure a status, with the days for which it does.
type act struct {
	status MeasureStatus
	days   DayRange
}

// datedActs are the acts that a measure's own days tell. A date that may mean several days counts from its first, an end from its
// last.
func datedActs(dated map[string][]*ClaimRow) []act {
	statuses := map[string]MeasureStatus{
		decidedDay: StatusDecided, announcedDay: StatusAnnounced, publishedDay: StatusPublished, effectiveDay: StatusInForce,
		endedDay: StatusEnded,
	}
	var out []act
	for _, kind := range dayKinds() {
		if len(dated[kind]) == 0 {
			continue
		}
		date := countingDate(kind, dated[kind])
		from := date.Earliest()
		if kind == endedDay {
			from = date.Latest()
		}
		out = append(out, act{statuses[kind], DayRange{from, MaxDay}})
	}
	return out
}

// statusOn gives the status on a day; without one that of the last known act. Ends, annulments and replacements count before all
// else, the latest of them first; then a stay on its days, then being in force, then the latest of what comes before that.
func statusOn(day *Day, first Day, acts []act) MeasureStatus {
	on := MaxDay
	if day != nil {
		on = *day
	}
	if first != MaxDay && on >= first {
		acts = append([]act{{StatusAnnounced, DayRange{MinDay, MaxDay}}}, acts...)
	}
	var best act
	for _, a := range acts {
		if a.days.From > on || a.days.From == MaxDay || a.status == StatusStayed && !a.days.Has(on) {
			continue
		}
		if best.status == "" || a.outranks(&best) {
			best = a
		}
	}
	return best.status
}

// outranks says whether an act decides before another: by its phase, then as the later one, then in the order of statuses.
func (a *act) outranks(b *act) bool {
	if x, y := a.status.phase(), b.status.phase(); x != y {
		return x > y
	}
	return a.days.From >= b.days.From
}

// phase orders what can become of a measure: on its way, in force, stayed, over.
func (s MeasureStatus) phase() int {
	switch s {
	case StatusInForce:
		return 1
	case StatusStayed:
		return 2
	case StatusEnded, StatusAnnulled, StatusReplaced:
		return 3
	default:
		return 0
	}
}
