package main

import (
	"context"

	"github.com/redthread-graph/redthread/graph"
)

func exportCommand() command {
	return command{
		name: "export", summary: "Write all that is on file to standard output, as JSON lines.",
		examples: []string{"redthread export > backup.jsonl", "redthread export -content | sha256sum"},
		settings: stored("content"),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			return p.withStored(ctx, s, func(service *graph.Service) error {
				if s.Content {
					return service.ExportContent(ctx, p.out)
				}
				return service.Export(ctx, p.out)
			})
		},
	}
}
