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
			`redthread path "AO Kaspersky Lab" Moscow`,
			`redthread path -alleged Kaspersky INTELLIGENCE_SERVICE`,
			"redthread path -at 2024-07-01 ent_kaspersky ent_eugene-kaspersky",
		},
		settings: []string{"data", "alleged", "any-days", "max-hops", "at"},
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 2, "where the paths begin and where they end, by id or name; the end may be a kind"); err != nil {
				return err
			}
			return p.withService(ctx, s, func(service *graph.Service) error { return p.paths(ctx, service, s, args[0], args[1]) })
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
		fmt.Fprintf(p.out, "path %d: %d hops, %s, %s\n", i+1, len(path.Hops), path.Standing, coexistence(path))
		for k, hop := range path.Hops {
			if err := p.printHop(ctx, view, hop, k == path.Weakest); err != nil {
				return err
			}
		}
	}
	return nil
}

func coexistence(p *graph.Path) string {
	switch p.Coexist {
	case graph.Coexist:
		return "all hops held " + daysInWords(*p.Overlap)
	case graph.MayCoexist:
		return "all hops may have held " + daysInWords(*p.Overlap)
	default:
		return "the hops have no day in common"
	}
}

func daysInWords(r graph.DayRange) string {
	switch {
	case r.From == graph.MinDay && r.To == graph.MaxDay:
		return "on any day"
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
	fmt.Fprintf(p.out, "  %s → %s  [%s%s] %s%s\n    %s\n", hop.From.State.Name, hop.To.State.Name,
		hop.Edge.Stretch.Standing, contested, hop.Edge.Predicate, mark, sentence)
	for _, q := range quotes {
		fmt.Fprintf(p.out, "    “%s” (%s)\n", q.Quote, q.Title)
	}
	return nil
}

func (p *program) printExcluded(result *graph.PathResult, left *graph.PathsExcluded) {
	if len(result.Paths) == 0 {
		fmt.Fprintln(p.out, "no path with these filters")
	}
	p.printCount(left.Alleged, "with alleged hops were left out; -alleged admits them")
	p.printCount(left.NotCoexisting, "whose hops have no day in common were left out; -any-days admits them")
	for _, hub := range result.Hubs {
		fmt.Fprintf(p.out, "not passed through: %s, which has %d ties\n", hub.State.Name, hub.State.Degree)
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
	fmt.Fprintf(p.out, "%s%d paths %s\n", least, c.Count, what)
}
