package neo4jstore

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/redthread-graph/redthread/graph"
)

// explain turns an error of the driver into a sentence and a kind. A context that is over is the error, whatever the driver says.
func (c *connection) explain(ctx context.Context, err error) *failure {
	if over := ended(ctx); over != nil {
		return &failure{kind: over, course: lost}
	}
	if refusal, ok := errors.AsType[*neo4j.Neo4jError](err); ok {
		f := c.explainRefusal(refusal)
		f.cause = refusal
		return f
	}
	if usage, ok := errors.AsType[*neo4j.UsageError](err); ok {
		return c.explainUsage(usage)
	}
	return &failure{sentence: c.explainLoss(err), kind: graph.ErrUnavailable, course: lost}
}

// explainUsage tells of what the driver would not do.
func (c *connection) explainUsage(err *neo4j.UsageError) *failure {
	switch {
	case strings.Contains(err.Message, "HTTP"):
		return &failure{
			sentence: c.address + " speaks HTTP, not Bolt: give the Bolt port in NEO4J_URI, as a rule 7687",
			kind:     graph.ErrUnavailable, course: lost,
		}
	case strings.Contains(err.Message, "Pool closed"), strings.Contains(err.Message, "closed driver"):
		return &failure{sentence: "the store is closed", kind: graph.ErrUnavailable}
	case strings.Contains(err.Message, "unsupported version"):
		return &failure{sentence: c.wantsServer("speaks an unknown version of Bolt"), kind: graph.ErrUnavailable, course: lost}
	default:
		return &failure{sentence: "the driver refuses a statement: " + err.Message}
	}
}

// explainLoss says why the server cannot be reached.
func (c *connection) explainLoss(err error) string {
	for {
		outer, ok := errors.AsType[*neo4j.ConnectivityError](err)
		if !ok || outer.Inner == nil {
			break
		}
		err = outer.Inner // the driver's error does not unwrap
	}
	var (
		name    *net.DNSError
		silence net.Error
	)
	switch {
	case errors.As(err, &name) && name.IsNotFound:
		return fmt.Sprintf("no host has the name %s: correct NEO4J_URI", name.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Sprintf("nothing listens at %s: start Neo4j there, or correct NEO4J_URI", c.address)
	case insecure(err):
		return fmt.Sprintf("no secure connection with %s can be made (%s): "+
			"NEO4J_URI begins with bolt+s or neo4j+s for a certificate of a known authority, "+
			"bolt+ssc or neo4j+ssc for one that is not checked, bolt or neo4j for none", c.address, err)
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &silence) && silence.Timeout(),
		strings.HasPrefix(err.Error(), "Timeout while"): // the driver keeps these types to itself
		return c.address + " does not answer: see whether Neo4j is well there, or correct NEO4J_URI"
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return fmt.Sprintf("the connection with %s was cut: see whether Neo4j is well there", c.address)
	case strings.Contains(err.Error(), "Bolt versions"):
		return c.wantsServer("speaks no version of Bolt that is known here")
	default:
		return fmt.Sprintf("%s cannot be reached (%s): see whether Neo4j runs there, or correct NEO4J_URI", c.address, err)
	}
}

// insecure says whether an error is one of encryption. The driver's own type for them is hidden and does not unwrap.
func insecure(err error) bool {
	var (
		record      tls.RecordHeaderError
		certificate *tls.CertificateVerificationError
		authority   x509.UnknownAuthorityError
		host        x509.HostnameError
	)
	return errors.As(err, &record) || errors.As(err, &certificate) || errors.As(err, &authority) || errors.As(err, &host) ||
		strings.HasPrefix(err.Error(), "tls: ") || strings.Contains(err.Error(), "x509: ") ||
		strings.Contains(err.Error(), "check that TLS is enabled")
}

// wantsServer says which server is needed in place of one that is not fit.
func (c *connection) wantsServer(but string) string {
	return fmt.Sprintf("Neo4j %d.%d or later is needed, and the server at %s %s: install a newer one, or correct NEO4J_URI",
		neededMajor, neededMinor, c.address, but)
}
