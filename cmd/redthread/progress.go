package main

import (
	"fmt"
	"os"
	"time"
)

// progress shows how far a long step is, on a terminal only.
type progress struct {
	p     *program
	what  string
	shown time.Time
	on    bool
}

func (p *program) progress(what string) *progress {
	return &progress{p: p, what: what, on: p.terminal()}
}

// terminal says whether messages go to a terminal and not into a pipe or file.
func (p *program) terminal() bool {
	file, ok := p.err.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// step shows a number done, at most ten times a second; of 0 is not known.
func (g *progress) step(done, of int) {
	if !g.on || time.Since(g.shown) < 100*time.Millisecond {
		return
	}
	g.shown = time.Now()
	if of > 0 {
		fmt.Fprintf(g.p.err, "\r%s: %d of %d (%d %%) ", g.what, done, of, 100*done/of)
		return
	}
	fmt.Fprintf(g.p.err, "\r%s: %d ", g.what, done)
}

// end clears the line.
func (g *progress) end() {
	if g.on {
		fmt.Fprint(g.p.err, "\r\x1b[K")
	}
}
