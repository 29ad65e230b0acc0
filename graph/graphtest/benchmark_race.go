package graphtest

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/stretchr/testify/require"
)

// Contender is one way of doing a piece of work. Do may be called by several goroutines; n numbers the repetitions, so that all
// contenders do the same ones.
type Contender struct {
	Name string
	Do   func(ctx context.Context, n int) error
	// Begin, if any, makes ready for a turn, and is not timed; end is called after it.
	Begin func(ctx context.Context) (end func(), err error)
}

// Bounds of a turn.
const (
	turnTime = 60 * time.Millisecond // what the slowest contender's turn takes
	maxCalls = 2000                  // in one turn
)

// Race lets contenders do the same work in turn, by so many clients at once, and reports of each the median of its turns: wall time
// of a call (its p50), processor time of this process and allocations for a call; and for all but the first how many times the
// first one's wall and processor time it takes, with the tenth and ninetieth percentile. Both times of a ratio are of one turn: what
// else the machine does hits both.
func (b *Bench) Race(clients int, contenders ...Contender) {
	b.Helper()
	calls := b.callsFor(clients, contenders)
	turns := make([][]turn, len(contenders))
	for b.Loop() {
		for i := range contenders {
			t, err := contenders[i].turn(b.Context(), clients, calls)
			require.NoError(b, err, contenders[i].Name)
			turns[i] = append(turns[i], t)
		}
	}
	b.Report(0, "ns/op") // of all contenders together, which says nothing
	for i, c := range contenders {
		b.reportTurns(c.Name, turns[i])
		if i > 0 {
			b.reportRatios(c.Name+"/"+contenders[0].Name, turns[i], turns[0])
		}
	}
}

// callsFor lets each contender do the work once more than needed, and gives how many calls make a turn.
func (b *Bench) callsFor(clients int, contenders []Contender) int {
	b.Helper()
	if b.Brief {
		return clients
	}
	slowest := time.Microsecond
	for i := range contenders {
		var first turn
		for range 2 { // the first warms up
			var err error
			first, err = contenders[i].turn(b.Context(), 1, 1)
			require.NoError(b, err, contenders[i].Name)
		}
		slowest = max(slowest, time.Duration(first.wall))
	}
	return clients * max(1, min(maxCalls, int(turnTime/slowest))/clients)
}

// turn is what a call cost in one turn of a contender: times in nanoseconds.
type turn struct{ wall, cpu, allocations float64 }

// turn does the work so many times.
func (c *Contender) turn(ctx context.Context, clients, calls int) (turn, error) {
	if c.Begin != nil {
		end, err := c.Begin(ctx)
		if err != nil {
			return turn{}, err
		}
		defer end()
	}
	walls := make([]float64, calls)
	before := spent()
	err := each(clients, calls, func(n int) error {
		began := time.Now()
		err := c.Do(ctx, n)
		walls[n] = float64(time.Since(began))
		return err
	})
	after := spent()
	slices.Sort(walls)
	return turn{
		wall: quantile(walls, .5), cpu: (after.cpu - before.cpu) / float64(calls),
		allocations: (after.allocations - before.allocations) / float64(calls),
	}, err
}

// each calls do with 0 up to calls, by so many goroutines.
func each(clients, calls int, do func(n int) error) error {
	if clients == 1 {
		for n := range calls {
			if err := do(n); err != nil {
				return err
			}
		}
		return nil
	}
	var next atomic.Int64
	var group sync.WaitGroup
	errs := make([]error, clients)
	for i := range clients {
		group.Go(func() {
			for n := int(next.Add(1)) - 1; n < calls && errs[i] == nil; n = int(next.Add(1)) - 1 {
				errs[i] = do(n)
			}
		})
	}
	group.Wait()
	if i := slices.IndexFunc(errs, func(err error) bool { return err != nil }); i >= 0 {
		return fmt.Errorf("client %d: %w", i, errs[i])
	}
	return nil
}

// spending is what this process has used up since it began.
type spending struct{ cpu, allocations float64 }

func spent() spending {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return spending{processorTime(), float64(m.Mallocs)}
}

func (b *Bench) reportTurns(name string, turns []turn) {
	b.Report(median(turns, func(t turn) float64 { return t.wall })/1e3, name+"-µs")
	b.Report(median(turns, func(t turn) float64 { return t.cpu })/1e3, name+"-cpu-µs")
	b.Report(median(turns, func(t turn) float64 { return t.allocations }), name+"-allocs")
}

func (b *Bench) reportRatios(name string, turns, base []turn) {
	for _, figure := range []struct {
		of   func(t turn) float64
		unit string
	}{
		{func(t turn) float64 { return t.wall }, ""},
		{func(t turn) float64 { return t.cpu }, "-cpu"},
	} {
		ratios := make([]float64, len(turns))
		for i := range turns {
			ratios[i] = figure.of(turns[i]) / max(figure.of(base[i]), 1)
		}
		slices.Sort(ratios)
		b.Report(quantile(ratios, .5), name+figure.unit)
		b.Report(quantile(ratios, .1), name+figure.unit+"-p10")
		b.Report(quantile(ratios, .9), name+figure.unit+"-p90")
	}
}

func median(turns []turn, figure func(t turn) float64) float64 {
	values := make([]float64, len(turns))
	for i, t := range turns {
		values[i] = figure(t)
	}
	slices.Sort(values)
	return quantile(values, .5)
}

// quantile of sorted values.
func quantile(sorted []float64, at float64) float64 { return sorted[int(at*float64(len(sorted)-1)+.5)] }
