package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/redthread-graph/redthread/graph"
)

// errDrift is why check fails: what is on file is not what its records say.
var errDrift = errors.New("the store has drifted from its records")

func checkCommand() command {
	return command{
		name: "check", summary: "Prove that the store holds what its records say: quotes, standings, edges, names.",
		examples: []string{"redthread check"},
		settings: stored(),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			return p.withStored(ctx, s, func(service *graph.Service) error { return p.check(ctx, service) })
		},
	}
}

func (p *program) check(ctx context.Context, service *graph.Service) error {
	bar := p.progress("checking")
	result, err := service.Check(ctx, func(d graph.Drift) {
		bar.end()
		fmt.Fprintf(p.out, "%s %s: %s\n", d.Kind, d.ID, d.Problem)
	}, func(done int) { bar.step(done, 0) })
	bar.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "revision %d: %s, %s derived anew, %s found again, %s\n", result.Revision,
		plural(result.Records, "record", "records"), plural(result.Claims, "claim", "claims"),
		plural(result.Quotes, "quote", "quotes"), plural(result.Drifts, "difference", "differences"))
	if result.Drifts > 0 {
		return errDrift
	}
	return nil
}
