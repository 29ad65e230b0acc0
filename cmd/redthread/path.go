package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/edtf"
)

func pathCommand() command {
	return command{
		name: "path", args: "FROM TO", summary: "Print the paths between two entities, each hop with its standing and its quote.",
		examples: []string{
			`redthread path Kaspersky "Eugene Kaspersky"`,
			"redthread path -alleged Kaspersky INTELLIGENCE_SERVICE",
			"redthread path -at 2024-07-01 ent_kaspersky ent_eugene-kaspersky",
		},
		settings: stored("alleged", "any-days", "max-hops", "at"),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 2, "where the paths begin and where they end, by id or name; the end may be a kind"); err != nil {
				return err
			}
			return p.withStored(ctx, s, func(service *graph.Service) error { return p.paths(ctx, service, s, args[0], args[1]) })
		},
	}
}

func (p *program) paths(ctx context.Context, service *graph.Service, s *settings, from, to string) error {
	view, err := service.View(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = view.Close() }() // only read
	if s.At != "" {
		day, err := edtf.ParseDay(s.At)
		if err != nil {
			return fmt.Errorf("%w: -at: %w", errUsage, err)
		}
		view = view.On(&day, nil)
	}
	q, err := pathQuery(ctx, view, s, from, to)
	if err != nil {
		return err
	}
	result, err := view.Paths(ctx, q)
	if err != nil {
		return err
	}
	excluded, err := view.PathsExcluded(ctx, q)
	if err != nil {
		return err
	}
	if err := p.printPaths(ctx, view, result); err != nil {
		return err
	}
	p.printExcluded(result, excluded)
	return nil
}

func pathQuery(ctx context.Context, view *graph.View, s *settings, from, to string) (graph.PathQuery, error) {
	q := graph.PathQuery{IncludeAlleged: s.Alleged, AnyDays: s.AnyDays, MaxHops: s.MaxHops}
	start, err := findEntity(ctx, view, from)
	if err != nil {
		return q, err
	}
	q.From = start
	if kinds := graph.KindsOf(graph.EntityKind(strings.ToUpper(to))); kinds != 0 {
		q.ToKinds = kinds
		return q, nil
	}
	q.To, err = findEntity(ctx, view, to)
	return q, err
}

// findEntity finds an entity by its id or its name.
func findEntity(ctx context.Context, view *graph.View, word string) (graph.EntityID, error) {
	ref := graph.EntityRef{Name: word}
	if strings.HasPrefix(word, "ent_") {
		ref = graph.EntityRef{ID: graph.EntityID(word)}
	}
	row, err := view.FindEntity(ctx, ref)
	if err != nil {
		return "", fmt.Errorf("%q: %w", word, err)
	}
	return row.ID, nil
}

func (p *program) printPaths(ctx context.Context, view *graph.View, result *graph.PathResult) error {
	for i, path := range result.Paths {
		fmt.Fprintf(p.out, "path %d: %s, %s, %s\n", i+1, plural(len(path.Hops), "hop", "hops"), path.Standing, coexistence(path))
		for k, hop := range path.Hops {
			if err := p.printHop(ctx, view, hop, k == path.Weakest); err != nil {
				return err
			}
		}
	}
	return nil
}

// coexistence tells on which days the hops stand together; it does not say that what they tell is so.
func coexistence(p *graph.Path) string {
	switch p.Coexist {
	case graph.Coexist:
		return "days in common: " + daysInWords(*p.Overlap)
	case graph.MayCoexist:
		return "possible days in common: " + daysInWords(*p.Overlap)
	default:
		return "no day in common"
	}
}

func daysInWords(r graph.DayRange) string {
	switch {
	case r.From == graph.MinDay && r.To == graph.MaxDay:
		return "any day"
	case r.From == graph.MinDay:
		return "until " + r.To.String()
	case r.To == graph.MaxDay:
		return "from " + r.From.String() + " on"
	default:
		return "from " + r.From.String() + " to " + r.To.String()
	}
}

func (p *program) printHop(ctx context.Context, view *graph.View, hop *graph.Hop, weakest bool) error {
	sentence, quotes, err := view.Explain(ctx, &hop.Edge)
	if err != nil {
		return err
	}
	mark := ""
	if weakest {
		mark = "  ← weakest hop"
	}
	contested := ""
	if hop.Edge.Stretch.Contested {
		contested = ", contested"
	}
	fmt.Fprintf(p.out, "  %s → %s  [%s%s] %s, %s%s\n    %s\n", hop.From.State.Name, hop.To.State.Name,
		hop.Edge.Stretch.Standing, contested, hop.Edge.Predicate, daysInWords(hop.Edge.Stretch.DayRange), mark, sentence)
	for _, q := range quotes {
		fmt.Fprintf(p.out, "    “%s” (%s)\n", q.Quote, q.Title)
	}
	return nil
}

func (p *program) printExcluded(result *graph.PathResult, left *graph.PathsExcluded) {
	if len(result.Paths) == 0 {
		fmt.Fprintln(p.out, "no path with these filters")
	}
	p.printCount(left.Alleged, "with alleged hops; -alleged admits them")
	p.printCount(left.NotCoexisting, "whose hops have no day in common; -any-days admits them")
	for _, hub := range result.Hubs {
		fmt.Fprintf(p.out, "not passed through: %s, which has %s\n", hub.State.Name, plural(hub.State.Degree, "tie", "ties"))
	}
	if result.Cut != nil {
		fmt.Fprintf(p.out, "the search was cut: %s of %d\n", result.Cut.Reason, result.Cut.Limit)
	}
}

func (p *program) printCount(c *graph.PathCount, what string) {
	if c == nil || c.Count == 0 {
		return
	}
	least := ""
	if c.AtLeast {
		least = "at least "
	}
	fmt.Fprintf(p.out, "left out: %s%s %s\n", least, plural(c.Count, "path", "paths"), what)
}
