package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/seed"
	"github.com/redthread-graph/redthread/seed/kaspersky"
)

func seedCommand() command {
	return command{
		name: "seed", args: "[PACK.yaml …]", summary: "Load packs; without any, the reference case.",
		examples: []string{"redthread seed", "redthread seed -data ./case case/pack.yaml"},
		settings: stored(),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			return p.withService(ctx, s, func(service *graph.Service) error {
				if len(args) == 0 {
					return p.loadPack(ctx, service, kaspersky.Files, kaspersky.PackFile)
				}
				for _, file := range args {
					folder := os.DirFS(filepath.Dir(file))
					if err := p.loadPack(ctx, service, folder, filepath.Base(file)); err != nil {
						return err
					}
				}
				return nil
			})
		},
	}
}

func (p *program) loadPack(ctx context.Context, service *graph.Service, folder fs.FS, file string) error {
	loaded, err := seed.Load(ctx, service, folder, file)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.out, "%s: %s, %s, %s on file at revision %d\n", loaded.Name,
		plural(loaded.Documents, "document", "documents"), plural(loaded.Entities, "entity", "entities"),
		plural(loaded.Statements, "statement", "statements"), loaded.Revision)
	return nil
}
