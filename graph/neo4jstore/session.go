package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/redthread-graph/redthread/graph"
)

// call is a statement to run.
type call struct {
	mode    neo4j.AccessMode
	text    string
	params  map[string]any
	timeout time.Duration // bounds it where the context has no nearer deadline
	whole   time.Duration // was given to all tries, of which this is one
}

// once runs a statement once. Its errors are failures.
func (c *connection) once(ctx context.Context, q call) ([][]any, error) {
	if over := ended(ctx); over != nil {
		return nil, &failure{kind: over}
	}
	if refused := c.refused.Load(); refused != nil {
		return nil, refused
	}
	return c.breaker.run(func() ([][]any, error) { return c.attempt(ctx, q) })
}

// attempt runs a statement on one of the connections.
func (c *connection) attempt(ctx context.Context, q call) ([][]any, error) {
	leave, err := c.slot(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	if refused := c.refused.Load(); refused != nil { // while it waited
		return nil, refused
	}
	return c.run(ctx, q)
}

// ping asks the server whether it is there.
func (c *connection) ping(ctx context.Context) ([][]any, error) {
	return c.attempt(ctx, call{mode: neo4j.AccessModeRead, text: "RETURN 1", timeout: c.options.ReadTimeout, whole: c.options.ReadTimeout})
}

// slot waits for one of the connections to be free.
func (c *connection) slot(ctx context.Context) (leave func(), err error) {
	leave = func() { <-c.slots }
	select {
	case c.slots <- struct{}{}:
		return leave, nil
	default:
	}
	wait := time.NewTimer(acquisitionWait)
	defer wait.Stop()
	select {
	case c.slots <- struct{}{}:
		return leave, nil
	case <-ctx.Done():
		return nil, &failure{kind: ctx.Err()}
	case <-wait.C:
		return nil, &failure{
			sentence: fmt.Sprintf("all %d connections to the server have been busy for %s", cap(c.slots), acquisitionWait),
			kind:     graph.ErrOverloaded,
		}
	}
}

// run runs a statement in a session of its own and reads its answer to the end.
func (c *connection) run(ctx context.Context, q call) ([][]any, error) {
	bounded, cancel := context.WithTimeout(ctx, q.timeout)
	defer cancel()
	sent := &sentMark{}
	config := neo4j.SessionConfig{DatabaseName: c.options.Database, AccessMode: q.mode, BookmarkManager: c.bookmarks}
	if q.mode == neo4j.AccessModeWrite {
		config.BoltLogger = sent
	}
	session := c.driver.NewSession(bounded, config)
	defer closeSession(ctx, session)
	q.text, q.params = c.wordings.of(q.text, q.params)
	rows, err := collect(bounded, session, q)
	if err == nil {
		return rows, nil
	}
	told := c.explain(ctx, err)
	if ended(ctx) == nil && ended(bounded) != nil {
		told = c.silent(q.whole)
	}
	if q.mode == neo4j.AccessModeWrite {
		told = settle(told, sent.seen)
	}
	c.remember(told)
	return nil, told
}

func collect(ctx context.Context, session neo4j.SessionWithContext, q call) ([][]any, error) {
	deadline, _ := ctx.Deadline()
	result, err := session.Run(ctx, q.text, q.params, neo4j.WithTxTimeout(serverTimeout(time.Until(deadline))))
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	rows := make([][]any, len(records))
	for i, record := range records {
		rows[i] = record.Values
	}
	return rows, nil
}

// closeSession gives the connection back, which asks the server once more after a failed statement, whatever became of ctx.
func closeSession(ctx context.Context, session neo4j.SessionWithContext) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), acquisitionWait)
	defer cancel()
	_ = session.Close(ctx) // the statement is over, well or badly
}

// serverTimeout is how long the server may work on a statement whose answer is awaited for left. It looks every two seconds
// (its setting db.transaction.monitor.check.interval), and so ends a long statement a little before the answer is given up.
func serverTimeout(left time.Duration) time.Duration {
	return max(left-min(left/4, 3*time.Second), time.Millisecond)
}

// silent is the failure of a server that did not answer any try within the time for all, though it should have ended the statement.
func (c *connection) silent(whole time.Duration) *failure {
	return &failure{
		sentence: fmt.Sprintf("%s did not answer within %s: see in Neo4j's log whether it is well and has memory and processors enough, "+
			"or correct NEO4J_URI", c.address, whole),
		kind: graph.ErrUnavailable, course: lost,
	}
}

// settle says of the failure of a write whether it may have been kept.
func settle(f *failure, sent bool) *failure {
	told := *f
	switch {
	case f.course == torn, f.course == lost && sent:
		told.settled = errUnsettled
	case f.course == passing, f.course == lost && errors.Is(f.kind, graph.ErrUnavailable):
		told.settled = errPassing
	}
	return &told
}

// remember keeps the refusal of the password: the server locks a user after three.
func (c *connection) remember(f *failure) {
	refusal, ok := errors.AsType[*neo4j.Neo4jError](f.cause)
	if ok && refusal.Code == codePrefix+codeUnauthorized {
		c.refused.Store(f)
	}
}

// sentMark sees whether a statement went out to the server: the driver tells only its log.
type sentMark struct{ seen bool }

// LogClientMessage sees what the driver sends.
func (s *sentMark) LogClientMessage(_, message string, _ ...any) {
	s.seen = s.seen || strings.HasPrefix(message, "RUN ")
}

// LogServerMessage sees what the server sends.
func (*sentMark) LogServerMessage(string, string, ...any) {}
