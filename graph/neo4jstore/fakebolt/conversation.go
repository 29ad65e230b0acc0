package fakebolt

import (
	"bufio"
	"errors"
	"io"
	"net"
)

// phase is how far a conversation has come.
type phase int

const (
	connected phase = iota // HELLO comes next
	greeted                // LOGON comes next
	ready
	failed // until RESET all else is ignored
)

// conversation is one connection of a client. What it has not committed when it ends never was.
type conversation struct {
	server *Server
	wire   net.Conn
	in     *bufio.Reader
	minor  int
	phase  phase
	tx     *transaction // nil: none
	text   string       // of the statement last run
}

func newConversation(s *Server, wire net.Conn) *conversation {
	return &conversation{server: s, wire: wire, in: bufio.NewReader(&metered{wire, &s.heard})}
}

// hold answers messages until the conversation ends.
func (c *conversation) hold() {
	err := c.handshake()
	for err == nil {
		err = c.step()
	}
}

// step reads a message and answers it, or breaks off where a fault says so.
func (c *conversation) step() error {
	data, err := readChunks(c.in)
	if err != nil {
		return err
	}
	c.server.heard.mark(c.in.Buffered())
	m, fields, err := parseMessage(data)
	if err != nil {
		return err
	}
	if m == Run && len(fields) > 0 {
		c.text, _ = fields[0].(string)
	}
	fault := c.server.script.next(m, c.text)
	return c.suffer(fault, func() ([]byte, error) {
		refusal := &RefusalError{Code: fault.Code, Message: "as the script says"}
		switch fault.Do {
		case Refuse:
			return c.refuse(m, refusal)
		case RefuseUnanswered:
			if _, err := c.answer(m, fields); err != nil {
				return nil, err
			}
			return c.refuse(m, refusal)
		default:
			return c.answer(m, fields)
		}
	})
}

// suffer lets a message have its effect and sends the answer that effect gives, as far as the fault lets it.
func (c *conversation) suffer(fault Fault, effect func() ([]byte, error)) error {
	switch fault.Do {
	case Cut:
		return c.reset()
	case Stall:
		return c.stall()
	case Late:
		if err := c.stall(); !errors.Is(err, io.EOF) {
			return err // the server was stopped
		}
		_, err := effect()
		return errors.Join(err, io.EOF)
	default:
	}
	answer, err := effect()
	switch fault.Do {
	case CutUnanswered, StallUnanswered:
		answer = nil
	case CutHalfway, StallHalfway:
		answer = answer[:len(answer)/2]
	default:
	}
	if sent := c.server.meter.write(c.wire, answer); sent != nil {
		err = sent
	}
	switch {
	case err != nil, fault.Do.cuts():
		return errors.Join(err, c.hangUp())
	case fault.Do.stalls():
		return c.stall()
	default:
		return nil
	}
}

// reset closes the connection at once: the client reads "connection reset by peer".
func (c *conversation) reset() error {
	if tcp, ok := c.wire.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0)
	}
	return errCut
}

// hangUp says that nothing more comes, and waits until the client has hung up too, so that it reads all that was sent.
func (c *conversation) hangUp() error {
	if tcp, ok := c.wire.(*net.TCPConn); ok {
		_ = tcp.CloseWrite()
	}
	_ = c.stall()
	return errCut
}

// stall says nothing more; it is io.EOF once the client has hung up.
func (c *conversation) stall() error {
	if _, err := io.Copy(io.Discard, c.in); err != nil && errors.Is(err, net.ErrClosed) {
		return err
	}
	return io.EOF
}
