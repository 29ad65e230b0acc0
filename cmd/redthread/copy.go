package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/embedded"
)

// errNoCopy is why copy fails after all: the two stores do not export the same.
var errNoCopy = errors.New("the target is no copy of the source")

func copyCommand() command {
	return command{
		name: "copy", summary: "Copy the whole history into the other kind of store, empty before, and compare both.",
		examples: []string{"redthread copy -from embedded -to neo4j", "redthread copy -from neo4j -to embedded -data ./copied"},
		settings: append([]string{"from", "to", "data"}, neo4jVariables()...),
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			if err := checkCopy(s); err != nil {
				return err
			}
			return p.copy(ctx, s)
		},
	}
}

// checkCopy wants one store of each kind: within one kind, export and import do.
func checkCopy(s *settings) error {
	if err := errors.Join(checkStore("from", s.From), checkStore("to", s.To)); err != nil {
		return err
	}
	switch {
	case s.From == s.To:
		return fmt.Errorf("%w: -from and -to are both %s: redthread export and import copy from one such store to another", errUsage, s.To)
	case s.Data == embedded.InMemory:
		return fmt.Errorf("%w: -data: a store in memory is gone when the command ends: give a folder", errUsage)
	default:
		return nil
	}
}

func (p *program) copy(ctx context.Context, s *settings) error {
	from, err := p.opener(s, s.From)
	if err != nil {
		return err
	}
	to, err := p.opener(s, s.To)
	if err != nil {
		return err
	}
	return p.withOpen(ctx, from, true, func(source graph.Store) error {
		return p.withOpen(ctx, to, false, func(target graph.Store) error {
			if s.To == embeddedStore {
				if err := dropImport(ctx, target); err != nil {
					return err
				}
			}
			return p.copyInto(ctx, newService(source), newService(target))
		})
	})
}

// dropImport removes what an earlier copy or import was killed at. Nobody else can be at it: a folder has one process.
func dropImport(ctx context.Context, target graph.Store) error {
	info, err := target.Info(ctx)
	if err != nil || info.Open == nil || !strings.HasPrefix(string(info.Open.ID), "import:") {
		return err
	}
	return target.Abandon(ctx, *info.Open)
}

// copyInto exports the source once, into a passing file, and restores that: what is copied is one state, even if the source goes on.
func (p *program) copyInto(ctx context.Context, source, target *graph.Service) error {
	file, err := os.CreateTemp("", "redthread-copy-")
	if err != nil {
		return fmt.Errorf("no temporary file can be made, TMPDIR says where: %w", err)
	}
	_ = os.Remove(file.Name()) // at once, so that nothing stays when this is killed; some systems refuse
	defer func() { _ = errors.Join(file.Close(), os.Remove(file.Name())) }()
	want, err := p.sumExport(ctx, source, "exporting", file)
	if err != nil {
		return err
	}
	before, err := target.Info(ctx)
	if err != nil {
		return err
	}
	if before.Revision == 0 {
		if err := p.restore(ctx, target, file); err != nil {
			return err
		}
	}
	got, err := p.sumExport(ctx, target, "comparing", io.Discard)
	if err != nil {
		return err
	}
	return p.reportCopy(ctx, source, target, before.Revision, want, got)
}

// restore imports a file into an empty target.
func (p *program) restore(ctx context.Context, target *graph.Service, file io.ReadSeeker) error {
	if _, err := file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	bar := p.progress("importing")
	_, err := target.Import(ctx, file, bar.step)
	bar.end()
	switch {
	case errors.Is(err, graph.ErrOverloaded):
		return fmt.Errorf("another load into the target is open; if no process is at it any more, start the same command again in a minute: %w", err)
	case errors.Is(err, graph.ErrUnavailable):
		return fmt.Errorf("nothing of the copy is visible; start the same command again: %w", err)
	default:
		return err
	}
}

// sumExport writes the history of a store and gives the SHA-256 of its bytes.
func (p *program) sumExport(ctx context.Context, service *graph.Service, what string, to io.Writer) (string, error) {
	info, err := service.Info(ctx)
	if err != nil {
		return "", err
	}
	lines := &lineCounter{bar: p.progress(what), of: int(info.Revision)}
	for kind, n := range info.Counts {
		if kind != graph.StandingRecord {
			lines.of += n
		}
	}
	sum := sha256.New()
	err = service.Export(ctx, io.MultiWriter(to, sum, lines))
	lines.bar.end()
	return hex.EncodeToString(sum.Sum(nil)), err
}

// lineCounter shows how many lines went by.
type lineCounter struct {
	bar      *progress
	done, of int
}

// Write counts the lines that end in p.
func (c *lineCounter) Write(p []byte) (int, error) {
	c.done += strings.Count(string(p), "\n")
	c.bar.step(min(c.done, c.of), c.of)
	return len(p), nil
}

// reportCopy says whether the target is a copy, and whether the source went on meanwhile.
func (p *program) reportCopy(ctx context.Context, source, target *graph.Service, before graph.Revision, want, got string) error {
	switch {
	case want != got && before != 0:
		return fmt.Errorf("%w: it holds another history, of revision %d: give an empty store: %w", errNoCopy, before, graph.ErrConflict)
	case want != got:
		return fmt.Errorf("%w: their exports have the SHA-256 %s and %s: report this, and do not use the target", errNoCopy, want, got)
	}
	copied, err := target.Info(ctx)
	if err != nil {
		return err
	}
	word := "copied"
	if before != 0 {
		word = "already copied"
	}
	fmt.Fprintf(p.out, "%s up to revision %d; both exports have the SHA-256 %s\n", word, copied.Revision, want)
	if now, err := source.Info(ctx); err == nil && now.Revision > copied.Revision {
		fmt.Fprintf(p.out, "the source has gone on to revision %d meanwhile\n", now.Revision)
	}
	return nil
}
