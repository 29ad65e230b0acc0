package main

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/internal/server"
)

func versionCommand() command {
	return command{
		name: "version", summary: "Print the version.", examples: []string{"redthread version"},
		run: func(_ context.Context, p *program, _ *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			v := buildVersion()
			fmt.Fprintln(p.out, strings.Join(slices.DeleteFunc([]string{"redthread", v.Version, v.Commit, v.Go}, isEmpty), " "))
			return nil
		},
	}
}

// buildVersion is what the Go tools noted in the binary.
func buildVersion() server.Version {
	v := server.Version{Version: "(devel)", Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if info.Main.Version != "" {
		v.Version = info.Main.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v.Commit = s.Value
		}
	}
	return v
}
