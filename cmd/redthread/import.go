package main

import (
	"context"
	"fmt"
	"os"

	"github.com/redthread-graph/redthread/graph"
)

func importCommand() command {
	return command{
		name: "import", args: "FILE", summary: "Restore an export into an empty store.",
		examples: []string{"redthread import -data ./restored backup.jsonl"},
		settings: stored(),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 1, "one file"); err != nil {
				return err
			}
			file, err := os.Open(args[0])
			if err != nil {
				return err
			}
			defer func() { _ = file.Close() }() // only read
			return p.withService(ctx, s, func(service *graph.Service) error {
				bar := p.progress("importing")
				done, err := service.Import(ctx, file, bar.step)
				bar.end()
				if err != nil {
					return err
				}
				fmt.Fprintf(p.out, "%s restored, up to revision %d\n", plural(done.Records, "record", "records"), done.Revision)
				return nil
			})
		},
	}
}
