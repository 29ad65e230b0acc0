package neo4jstore

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/redthread-graph/redthread/graph"
	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// faultPlace is a moment of a call at which the server fails.
type faultPlace struct {
	name string
	on   fakebolt.Message
	text string // of the statement under way, in part
	cold bool   // the store has not spoken with the server before
	// routed: the store looks for the server of a cluster.
	routed bool
	// before are the faults that lead there.
	before []fakebolt.Fault
}

// Parts of the texts of statements by which faults know them.
const (
	textVersion  = "dbms.components"
	textHead     = "What a write stands on"
	textLookup   = "What of the things that records name"
	textWrite    = "Writes one revision after the newest"
	textSettle   = "Waits for the clock"
	textPublish  = "Makes a revision the newest one"
	textSnapshot = "then the stamp of a published one"
	textEntities = "Gives the rows of entities by id"
)

// openingPlaces are those of a store's first call.
func openingPlaces() []faultPlace {
	return []faultPlace{
		{name: "handshake", on: fakebolt.Connect, cold: true},
		{name: "HELLO", on: fakebolt.Hello, cold: true},
		{name: "LOGON", on: fakebolt.Logon, cold: true},
		{name: "ROUTE", on: fakebolt.Route, cold: true, routed: true},
		{name: "RUN of the first statement", on: fakebolt.Run, text: textVersion, cold: true},
	}
}

// statementPlaces are those of one statement.
func statementPlaces(name, text string, before ...fakebolt.Fault) []faultPlace {
	return []faultPlace{
		{name: "RUN of the " + name, on: fakebolt.Run, text: text, before: before},
		{name: "PULL of the " + name, on: fakebolt.Pull, text: text, before: before},
	}
}

// resetPlaces are those of the RESET that follows when the server refuses a statement, or its answer.
func resetPlaces(text, code string) []faultPlace {
	places := make([]faultPlace, 0, 2)
	for _, on := range []fakebolt.Message{fakebolt.Run, fakebolt.Pull} {
		refused := fakebolt.Fault{On: on, Nth: 1, Do: fakebolt.Refuse, Code: code, Text: text}
		places = append(places, faultPlace{name: fmt.Sprintf("RESET after a refused %s", on), on: fakebolt.Reset, before: []fakebolt.Fault{refused}})
	}
	return places
}

// updatePlaces are all those of an update.
func updatePlaces() []faultPlace {
	lost := fakebolt.Fault{On: fakebolt.Pull, Nth: 1, Do: fakebolt.CutUnanswered, Text: textWrite}
	return slices.Concat(openingPlaces(),
		statementPlaces("head", textHead), statementPlaces("lookup", textLookup), statementPlaces("write", textWrite),
		statementPlaces("publication", textPublish), statementPlaces("question after a lost answer", textSettle, lost),
		resetPlaces(textWrite, fakebolt.DeadlockDetected))
}

// readPlaces are all those of a read.
func readPlaces() []faultPlace {
	return slices.Concat(openingPlaces(),
		statementPlaces("snapshot", textSnapshot), statementPlaces("entities", textEntities),
		resetPlaces(textEntities, fakebolt.DatabaseUnavailable))
}

// refusalCode is an error code with what callers are to be told.
type refusalCode struct {
	code string
	// passes: another try may succeed; ends: it would not. Else it depends on what was asked.
	passes, ends bool
	kind         error // nil: an error of this program, of no kind
}

func refusalCodes() []refusalCode {
	return []refusalCode{
		{fakebolt.DeadlockDetected, true, false, graph.ErrOverloaded},
		{fakebolt.LockAcquisitionTimeout, true, false, graph.ErrOverloaded},
		{fakebolt.NoThreadsAvailable, true, false, graph.ErrOverloaded},
		{fakebolt.LockClientStopped, true, false, graph.ErrUnavailable},
		{fakebolt.Terminated, true, false, graph.ErrUnavailable},
		{fakebolt.Outdated, true, false, graph.ErrUnavailable},
		{fakebolt.DatabaseUnavailable, true, false, graph.ErrUnavailable},
		{fakebolt.AuthorizationExpired, true, false, graph.ErrUnavailable},
		{fakebolt.MemoryPoolOutOfMemory, false, true, graph.ErrOverloaded},
		{fakebolt.OutOfMemory, false, true, graph.ErrOverloaded},
		{fakebolt.Unauthorized, false, true, graph.ErrUnavailable},
		{fakebolt.AuthenticationLimit, false, true, graph.ErrUnavailable},
		{fakebolt.CredentialsExpired, false, true, graph.ErrUnavailable},
		{fakebolt.Forbidden, false, true, graph.ErrUnavailable},
		{fakebolt.DatabaseNotFound, false, true, graph.ErrUnavailable},
		{fakebolt.UnknownError, false, false, graph.ErrUnavailable},
		{fakebolt.NotALeader, false, true, graph.ErrReadOnly},
		{fakebolt.TimedOut, false, true, context.DeadlineExceeded},
		{fakebolt.AccessMode, false, true, nil},
		{fakebolt.ConstraintViolated, false, true, nil},
		{fakebolt.SyntaxError, false, true, nil},
	}
}

// faultCase is one place, one action, once or for as long as the call lasts.
type faultCase struct {
	place  faultPlace
	fault  fakebolt.Fault
	refuse refusalCode // of an action that refuses
	always bool
}

func (c *faultCase) name() string {
	name := c.place.name + "/" + c.fault.Do.String()
	if c.fault.Code != "" {
		name += " " + c.fault.Code
	}
	if c.always {
		name += ", always"
	}
	return name
}

// faults are what the server is told.
func (c *faultCase) faults() []fakebolt.Fault { return append(slices.Clone(c.place.before), c.fault) }

// stalls says whether the caller is left without an answer, and must be saved by its deadline.
func (c *faultCase) stalls() bool {
	return c.fault.Do >= fakebolt.Stall && c.fault.Do <= fakebolt.Late
}

// passes says whether a call that tries again must come to a good end.
func (c *faultCase) passes() bool {
	switch {
	case c.always, c.stalls():
		return false
	case c.fault.Do == fakebolt.Refuse && c.place.on == fakebolt.Reset:
		return true // the connection is lost, the transaction was over
	case c.fault.Do == fakebolt.Refuse:
		return c.refuse.passes && c.place.on != fakebolt.Route
	case c.fault.Do == fakebolt.RefuseUnanswered:
		return slices.Contains(writingTexts(), c.place.text)
	default:
		return c.place.on != fakebolt.Route
	}
}

// faultCases are all actions at the places, once and always.
func faultCases(places []faultPlace) []*faultCase {
	var cases []*faultCase
	for _, at := range places {
		for _, always := range []bool{false, true} {
			for _, f := range actionsAt(at) {
				f.place, f.always = at, always
				f.fault.On, f.fault.Text = at.on, at.text
				if !always {
					f.fault.Nth = 1
				}
				cases = append(cases, &f)
			}
		}
	}
	return cases
}

func actionsAt(at faultPlace) []faultCase {
	var cases []faultCase
	for do := fakebolt.Cut; do <= fakebolt.StallHalfway; do++ {
		cases = append(cases, faultCase{fault: fakebolt.Fault{Do: do}})
	}
	if at.on == fakebolt.Connect {
		return append(cases, faultCase{fault: fakebolt.Fault{Do: fakebolt.Refuse}, refuse: refusalCode{kind: graph.ErrUnavailable}})
	}
	for _, refuse := range refusalCodes() {
		cases = append(cases, faultCase{fault: fakebolt.Fault{Do: fakebolt.Refuse, Code: refuse.code}, refuse: refuse})
	}
	if at.on == fakebolt.Pull {
		failed := refusalCode{code: fakebolt.CommitFailed, kind: graph.ErrUnavailable}
		cases = append(cases, faultCase{fault: fakebolt.Fault{Do: fakebolt.Late}},
			faultCase{fault: fakebolt.Fault{Do: fakebolt.RefuseUnanswered, Code: failed.code}, refuse: failed})
	}
	return cases
}

// kinds are what an error of a call may be, for callers to tell.
func knownKind(err error) bool {
	return slices.ContainsFunc([]error{
		graph.ErrUnavailable, graph.ErrOverloaded, graph.ErrReadOnly, graph.ErrTooLarge, context.DeadlineExceeded,
	}, func(kind error) bool { return errors.Is(err, kind) })
}
