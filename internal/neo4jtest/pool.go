package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// pool holds the servers that the tests of one process share. Each is lent to one test at a time.
type pool struct {
	mu   sync.Mutex
	open bool
	idle []*pooled
	all  []*pooled
}

// pooled is a server of the pool and the connection that empties it.
type pooled struct {
	instance *instance
	driver   neo4j.DriverWithContext
}

var errClosed = errors.New("neo4jtest: no pool: let TestMain run the tests by neo4jtest.Main")

// lend gives a server that no other test has, empty, and starts one when all are lent.
func (p *pool) lend(ctx context.Context) (*pooled, error) {
	server, err := p.take()
	if err != nil {
		return nil, err
	}
	if server.driver == nil {
		if err := server.start(ctx); err != nil {
			return nil, err
		}
	}
	return server, empty(ctx, server.driver)
}

func (p *pool) take() (*pooled, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.open {
		return nil, errClosed
	}
	if last := len(p.idle) - 1; last >= 0 {
		server := p.idle[last]
		p.idle = p.idle[:last]
		return server, nil
	}
	server := &pooled{}
	p.all = append(p.all, server)
	return server, nil
}

func (p *pool) giveBack(server *pooled) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, server)
}

func (p *pool) begin() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.open = true
}

// close ends every server and removes its folder.
func (p *pool) close(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	var failures []error
	for _, server := range p.all {
		failures = append(failures, server.end(ctx))
	}
	p.open, p.all, p.idle = false, nil, nil
	return errors.Join(failures...)
}

func (s *pooled) start(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "redthread-neo4j-")
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	s.instance = &instance{folder: folder}
	if err := s.instance.start(ctx); err != nil {
		return err
	}
	s.driver, err = connect(s.instance.address)
	return err
}

func (s *pooled) end(ctx context.Context) error {
	var failures []error
	if s.driver != nil {
		failures = append(failures, s.driver.Close(ctx))
	}
	if s.instance != nil {
		failures = append(failures, s.instance.end(ctx, "kill"), os.RemoveAll(s.instance.folder))
	}
	return errors.Join(failures...)
}

func connect(a Address) (neo4j.DriverWithContext, error) {
	driver, err := neo4j.NewDriverWithContext(a.URI, neo4j.BasicAuth(a.Username, a.Password, ""))
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: connect to %s: %w", a.URI, err)
	}
	return driver, nil
}
