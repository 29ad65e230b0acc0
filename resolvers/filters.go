package resolvers

import (
	"fmt"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/schema/generated"
)

// maxFilters is how many filters `and` and `or` may join.
const maxFilters = 20

func (a *args) tieFilter() graph.TieFilter {
	return a.tiesOf(input[generated.TieFilter](a, "filter", "TieFilter"))
}

func (a *args) tiesOf(in generated.TieFilter) graph.TieFilter {
	return graph.TieFilter{
		Predicates: in.Predicates, Standings: in.Standings, Kinds: graph.KindsOf(in.Kinds...), With: a.entities("with", in.With),
		Direction: value(in.Direction), Modalities: in.Modalities, Contested: in.Contested, Accusatory: in.Accusatory,
	}
}

func (a *args) claimFilter() graph.ClaimFilter {
	in := input[generated.ClaimFilter](a, "filter", "ClaimFilter")
	a.span("from", in.From, "to", in.To)
	return graph.ClaimFilter{
		About: a.entities("about", in.About), Subject: a.entities("subject", in.Subject), Object: a.entities("object", in.Object),
		Predicates: in.Predicates, Standings: in.Standings, Stances: in.Stances, Modalities: in.Modalities,
		Speaker: a.entities("speaker", in.Speaker), Document: a.documents("document", in.Document),
		From: in.From, To: in.To, Accusatory: in.Accusatory, Contested: in.Contested, Conflicting: in.Conflicting,
	}
}

func (a *args) allegationFilter() graph.AllegationFilter {
	in := input[generated.AllegationFilter](a, "filter", "AllegationFilter")
	a.span("from", in.From, "to", in.To)
	return graph.AllegationFilter{
		About: a.entities("about", in.About), Speaker: a.entities("speaker", in.Speaker),
		Document: a.documents("document", in.Document), Predicates: in.Predicates, Standings: in.Standings,
		Modalities: in.Modalities, Contested: in.Contested, Denied: in.Denied, ReplyRecorded: in.ReplyRecorded,
		From: in.From, To: in.To,
	}
}

func (a *args) measureFilter() graph.MeasureFilter {
	return a.measuresOf(input[generated.MeasureFilter](a, "filter", "MeasureFilter"))
}

func (a *args) measuresOf(in generated.MeasureFilter) graph.MeasureFilter {
	a.span("firstDayFrom", in.FirstDayFrom, "firstDayTo", in.FirstDayTo)
	return graph.MeasureFilter{
		About: a.entities("about", in.About), Speaker: a.entities("speaker", in.Speaker),
		Document: a.documents("document", in.Document), Authority: a.entities("authority", in.Authority),
		Kinds: in.Kinds, Statuses: in.Statuses, FirstDayFrom: in.FirstDayFrom, FirstDayTo: in.FirstDayTo,
	}
}

// documentFilter is the filter with the arguments that stand beside it.
func (a *args) documentFilter() graph.DocumentFilter {
	in := input[generated.DocumentFilter](a, "filter", "DocumentFilter")
	from, to := a.day("publishedFrom"), a.day("publishedTo")
	a.span("publishedFrom", from, "publishedTo", to)
	return graph.DocumentFilter{
		Text: a.text("text"), Language: a.text("language"), PublishedFrom: from, PublishedTo: to,
		About: a.entities("about", in.About), Publisher: a.entities("publisher", in.Publisher), URL: value(in.URL), Rights: in.Rights, OnFile: in.OnFile,
	}
}

func (a *args) unitFilter() graph.UnitFilter {
	in := input[generated.UnitFilter](a, "filter", "UnitFilter")
	return graph.UnitFilter{
		Standings: in.Standings, Kinds: graph.KindsOf(in.Kinds...), Specificity: in.Specificity, LocatedIn: a.refs(in.LocatedIn),
	}
}

func (a *args) officeFilter() graph.OfficeFilter {
	in := input[generated.OfficeFilter](a, "filter", "OfficeFilter")
	return graph.OfficeFilter{Standings: in.Standings, LocatedIn: a.refs(in.LocatedIn), Headquarters: in.Headquarters}
}

func (a *args) entityFilter() graph.EntityFilter {
	return a.entitiesOf(input[generated.EntityFilter](a, "filter", "EntityFilter"))
}

func (a *args) entitiesOf(in generated.EntityFilter) graph.EntityFilter {
	f := graph.EntityFilter{
		And: a.eachOf("and", in.And), Or: a.eachOf("or", in.Or), Name: value(in.Name),
		Kinds: graph.KindsOf(in.Kinds...), Specificity: in.Specificity,
	}
	if in.Not != nil {
		not := a.entitiesOf(*in.Not)
		f.Not = &not
	}
	if in.HeadquarteredIn != nil {
		place := a.ref(*in.HeadquarteredIn)
		f.HeadquarteredIn = &place
	}
	if in.Ties != nil {
		f.Ties = &graph.TiesFilter{Some: each(in.Ties.Some, a.tiesOf), None: each(in.Ties.None, a.tiesOf)}
	}
	if in.Targeted != nil {
		f.Targeted = &graph.TargetedFilter{Some: each(in.Targeted.Some, a.measuresOf), None: each(in.Targeted.None, a.measuresOf)}
	}
	if in.TieCount != nil {
		f.TieCount = &graph.TieCountFilter{Filter: value(each(in.TieCount.Filter, a.tiesOf)), Min: in.TieCount.Min, Max: in.TieCount.Max}
	}
	return f
}

func (a *args) eachOf(name string, in []*generated.EntityFilter) []graph.EntityFilter {
	if len(in) > maxFilters {
		a.fail(graph.Invalid(name, fmt.Sprintf("%d filters", len(in)), fmt.Sprintf("at most %d", maxFilters)))
	}
	var out []graph.EntityFilter
	for _, filter := range in {
		out = append(out, a.entitiesOf(*filter))
	}
	return out
}

func (a *args) refs(in []*generated.EntityRef) []graph.EntityRef {
	a.bound("locatedIn", len(in))
	var out []graph.EntityRef
	for _, ref := range in {
		out = append(out, a.ref(*ref))
	}
	return out
}

// ref is a reference to one entity. That exactly one field is given is checked here too, since validation does not look into
// variables.
func (a *args) ref(in generated.EntityRef) graph.EntityRef {
	if err := exactlyOne("entity", in.ID != nil, in.Name != nil, in.Identifier != nil); err != nil {
		a.fail(err)
	}
	return graph.EntityRef{ID: graph.EntityID(value(in.ID)), Name: value(in.Name), Identifier: identifier(in.Identifier)}
}

func identifier(in *generated.IdentifierInput) *graph.Identifier {
	if in == nil {
		return nil
	}
	return &graph.Identifier{Scheme: in.Scheme, Value: in.Value}
}

// exactlyOne fails unless one of the fields of a @oneOf input is given.
func exactlyOne(name string, given ...bool) error {
	n := 0
	for _, is := range given {
		if is {
			n++
		}
	}
	if n != 1 {
		return graph.Invalid(name, fmt.Sprintf("%d fields", n), "exactly one field")
	}
	return nil
}

// each turns an optional filter into another.
func each[In, Out any](in *In, turn func(In) Out) *Out {
	if in == nil {
		return nil
	}
	out := turn(*in)
	return &out
}

func asIDs[S ~string](in []string) []S {
	var out []S
	for _, text := range in {
		out = append(out, S(text))
	}
	return out
}
