package neo4jstore

import (
	"context"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// step is an operator of a plan that was run: how many rows came in and went out, and how often it touched the store.
type step struct {
	operator, details string
	in, out, hits     int64
}

// profile is a statement that was run, under the name of its file.
type profile struct {
	name, text string
	steps      []step
}

func (p *profile) hits() int64 {
	var sum int64
	for _, s := range p.steps {
		sum += s.hits
	}
	return sum
}

// profilingDriver profiles each statement, in a transaction that is rolled back, before it runs it: so a write is profiled over
// what it finds, and a read over what it sees.
type profilingDriver struct {
	neo4j.DriverWithContext
	names map[string]string // of statements, by their first lines

	turn sync.Mutex
	seen []profile
}

// profiling puts a profiling driver before that of a store.
func profiling(t *testing.T, s *Store) *profilingDriver {
	t.Helper()
	p := &profilingDriver{DriverWithContext: s.conn.driver, names: statementNames(t)}
	s.conn.driver = p
	return p
}

// NewSession makes a session that profiles.
func (p *profilingDriver) NewSession(ctx context.Context, config neo4j.SessionConfig) neo4j.SessionWithContext {
	return &profilingSession{SessionWithContext: p.DriverWithContext.NewSession(ctx, config), driver: p}
}

// taken gives what was profiled since it was last called.
func (p *profilingDriver) taken() []profile {
	p.turn.Lock()
	defer p.turn.Unlock()
	seen := p.seen
	p.seen = nil
	return seen
}

type profilingSession struct {
	neo4j.SessionWithContext
	driver *profilingDriver
}

// Run profiles a statement, then runs it.
func (s *profilingSession) Run(
	ctx context.Context, text string, params map[string]any, settings ...func(*neo4j.TransactionConfig),
) (neo4j.ResultWithContext, error) {
	plan, err := s.profile(ctx, text, params)
	if err != nil {
		return nil, err
	}
	p := profile{name: s.driver.names[firstLine(text)], text: text, steps: stepsOf(plan, nil)}
	s.driver.turn.Lock()
	s.driver.seen = append(s.driver.seen, p)
	s.driver.turn.Unlock()
	return s.SessionWithContext.Run(ctx, text, params, settings...)
}

func (s *profilingSession) profile(ctx context.Context, text string, params map[string]any) (neo4j.ProfiledPlan, error) {
	tx, err := s.BeginTransaction(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Close(ctx) }() // rolls back
	result, err := tx.Run(ctx, "PROFILE "+text, params)
	if err != nil {
		return nil, err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	return summary.Profile(), tx.Rollback(ctx)
}

// stepsOf lists the operators of a plan.
func stepsOf(plan neo4j.ProfiledPlan, steps []step) []step {
	details, _ := plan.Arguments()["Details"].(string)
	this := step{
		operator: strings.TrimSuffix(plan.Operator(), "@neo4j"), details: details, out: plan.Records(), hits: plan.DbHits(),
	}
	for _, child := range plan.Children() {
		this.in = max(this.in, child.Records())
	}
	steps = append(steps, this)
	for _, child := range plan.Children() {
		steps = stepsOf(child, steps)
	}
	return steps
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// statementNames gives the files of cypher/ by their first lines, which say what a statement does.
func statementNames(t *testing.T) map[string]string {
	t.Helper()
	files, err := fs.Glob(cypherFiles, "cypher/*.cypher")
	require.NoError(t, err)
	names := map[string]string{}
	for _, file := range files {
		text, err := fs.ReadFile(cypherFiles, file)
		require.NoError(t, err)
		line := firstLine(string(text))
		if !strings.HasPrefix(line, "//") {
			continue // a part of others
		}
		assert.NotContains(t, names, line, file)
		names[line] = strings.TrimSuffix(strings.TrimPrefix(file, "cypher/"), ".cypher")
	}
	return names
}
