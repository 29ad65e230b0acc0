package fakebolt

import (
	"errors"
	"fmt"
	"net"
	"sync"
)

// newestMinor is the newest Bolt 5 that the server speaks, that of Neo4j 5.26.
const newestMinor = 8

// Options of a server.
type Options struct {
	// Handler answers statements.
	Handler Handler
	// Minor is the newest minor version of Bolt 5 that is spoken; 0: 8.
	Minor int
	// Password is the one that is let in, whoever gives it; "": any.
	Password string
}

// Server is a server of Bolt on 127.0.0.1. Make one with [Start]; all methods are safe for concurrent use.
type Server struct {
	options Options
	script  script
	meter   meter // of what is answered
	heard   meter // of what is asked

	mu       sync.Mutex
	listener net.Listener
	stopped  bool
	open     map[net.Conn]bool
	accepted int
	running  sync.WaitGroup
}

// Start starts a server on a port of its own.
func Start(o Options) (*Server, error) {
	if o.Minor == 0 {
		o.Minor = newestMinor
	}
	s := &Server{options: o, script: script{seen: map[Message]int{}}, meter: meter{limit: -1}, heard: meter{limit: -1}, open: map[net.Conn]bool{}}
	if err := s.listen("127.0.0.1:0"); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Server) listen(address string) error {
	listener, err := net.Listen("tcp", address) //nolint:noctx // it listens until it is stopped
	if err != nil {
		return fmt.Errorf("start server: %w", err)
	}
	s.mu.Lock()
	s.listener, s.stopped = listener, false
	s.mu.Unlock()
	s.running.Go(func() { s.accept(listener) })
	return nil
}

// Address is where the server listens: "127.0.0.1:40123". It stays when the server is stopped.
func (s *Server) Address() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.listener.Addr().String()
}

// Inject arms faults in place of those armed before, and counts messages for them from here on.
func (s *Server) Inject(faults ...Fault) { s.script.inject(faults) }

// CutAfter cuts the connection on which the server has sent so many more bytes of its answers, on all connections together; once.
// A negative number takes the cut back.
func (s *Server) CutAfter(bytes int) { s.meter.cutAfter(max(bytes, -1)) }

// CutAfterHearing cuts the connection on which the server has read so many more bytes of its clients, on all connections together;
// once. What came whole before has its effect, and is answered if the client still reads. A negative number takes the cut back.
func (s *Server) CutAfterHearing(bytes int) { s.heard.cutAfter(max(bytes, -1)) }

// Heard are the numbers of bytes that the server had read of its clients at the end of each message.
func (s *Server) Heard() []int { return s.heard.marked() }

// Sent is how many bytes of answers the server has sent.
func (s *Server) Sent() int { return s.meter.total() }

// Struck is how often one of the armed faults has struck.
func (s *Server) Struck() int { return s.script.strikes() }

// Seen is how many messages of a kind the server has received, those included that it ignored or that a fault struck.
func (s *Server) Seen(m Message) int { return s.script.count(m) }

// Accepted is how many connections the server has accepted.
func (s *Server) Accepted() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.accepted
}

// Connections is how many connections are open.
func (s *Server) Connections() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.open)
}

// Stop closes all connections and refuses new ones, until [Server.Resume]. Stopping again does nothing.
func (s *Server) Stop() {
	s.mu.Lock()
	s.stopped = true
	_ = s.listener.Close()
	for wire := range s.open {
		_ = wire.Close()
	}
	s.mu.Unlock()
	s.running.Wait()
}

// Resume lets a stopped server listen at its address again.
func (s *Server) Resume() error { return s.listen(s.Address()) }

func (s *Server) accept(listener net.Listener) {
	for {
		wire, err := listener.Accept()
		if errors.Is(err, net.ErrClosed) {
			return
		}
		if err == nil && s.admit(wire) {
			s.running.Go(func() {
				defer s.dismiss(wire)
				newConversation(s, wire).hold()
			})
		}
	}
}

// admit counts a connection, unless the server was stopped meanwhile.
func (s *Server) admit(wire net.Conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.stopped {
		_ = wire.Close()
		return false
	}
	s.accepted++
	s.open[wire] = true
	return true
}

func (s *Server) dismiss(wire net.Conn) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.open, wire)
	_ = wire.Close()
}
