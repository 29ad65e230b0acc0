package fakebolt

import (
	"strings"
	"sync"
)

// Action is how the server breaks a conversation. What a message asks for is its effect: a statement that is run, a transaction
// that is committed.
type Action int

// The actions.
const (
	None             Action = iota
	Cut                     // close the connection; the message has no effect
	CutUnanswered           // let it have its effect, then close the connection without an answer
	CutHalfway              // let it have its effect, then close the connection after half of the answer's bytes
	CutAnswered             // let it have its effect, then close the connection after the answer
	Stall                   // never answer; the message has no effect
	StallUnanswered         // let it have its effect, but never answer
	StallHalfway            // let it have its effect, send half of the answer, and no more
	Late                    // let it have its effect only once the client has hung up
	Refuse                  // answer with the fault's code; the message has no effect
	RefuseUnanswered        // let it have its effect, but answer with the fault's code
)

// String says what the action does, in the words of a test's name.
func (a Action) String() string {
	return [...]string{
		"none", "cut", "cut unanswered", "cut halfway", "cut answered", "stall", "stall unanswered", "stall halfway", "late",
		"refuse", "refuse unanswered",
	}[a]
}

// cuts says that the connection is closed after the message.
func (a Action) cuts() bool { return a >= Cut && a <= CutAnswered }

// stalls says that no more is answered after the message.
func (a Action) stalls() bool { return a >= Stall && a <= StallHalfway }

// Fault breaks a conversation at a message.
type Fault struct {
	On   Message
	Nth  int    // the n-th such message from when the fault was injected, from 1; 0: each of them
	Do   Action //
	Code string // of Refuse and RefuseUnanswered
	Text string // only for statements that contain it; "": for any
}

// armed is a fault with the number of messages that it has met.
type armed struct {
	Fault
	met int
}

// script holds the faults and counts the messages.
type script struct {
	mu     sync.Mutex
	faults []*armed
	struck int
	seen   map[Message]int
}

func (s *script) inject(faults []Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults, s.struck = nil, 0
	for _, f := range faults {
		s.faults = append(s.faults, &armed{Fault: f})
	}
}

func (s *script) count(m Message) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen[m]
}

func (s *script) strikes() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.struck
}

// next counts a message, which belongs to a statement or to none, and gives the fault that strikes it: the first of several.
func (s *script) next(m Message, text string) Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen[m]++
	var struck Fault
	for _, f := range s.faults {
		if f.On != m || !strings.Contains(text, f.Text) {
			continue
		}
		f.met++
		if struck.Do == None && (f.Nth == 0 || f.Nth == f.met) {
			struck = f.Fault
		}
	}
	if struck.Do != None {
		s.struck++
	}
	return struck
}
