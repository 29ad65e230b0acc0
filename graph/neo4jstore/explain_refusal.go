package neo4jstore

import (
	"context"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/redthread-graph/redthread/graph"
)

// codePrefix begins every code of the server (https://neo4j.com/docs/status-codes/5/errors/all-errors/).
const codePrefix = "Neo."

// Codes that are looked for elsewhere too.
const (
	codeUnauthorized = "ClientError.Security.Unauthorized"
	codeDeadlock     = "TransientError.Transaction.DeadlockDetected"
)

// explainRefusal tells of an error that the server sent: it is reached, and rolled the statement back unless it failed in its commit.
func (c *connection) explainRefusal(err *neo4j.Neo4jError) *failure {
	code := strings.TrimPrefix(err.Code, codePrefix)
	for _, explained := range []func(code, message string) *failure{
		c.explainCredentials, c.explainDatabase, explainMemory, explainTransaction,
	} {
		if f := explained(code, err.Msg); f != nil {
			return f
		}
	}
	switch {
	case code == "TransientError.Cluster.ReplicationFailure":
		return &failure{sentence: "the servers of the cluster did not agree on a write", kind: graph.ErrUnavailable, course: torn}
	case strings.HasPrefix(code, "TransientError."):
		return &failure{sentence: "the server cannot do it now (" + code + ")", kind: graph.ErrUnavailable, course: passing}
	case strings.HasPrefix(code, "DatabaseError."):
		return &failure{sentence: "the server failed (" + code + "): see its log", kind: graph.ErrUnavailable, course: torn}
	default:
		return &failure{sentence: fmt.Sprintf("the server refuses a statement: %s: %s", code, err.Msg)}
	}
}

// explainCredentials tells of who may not come in, or may not do what was asked.
func (c *connection) explainCredentials(code, _ string) *failure {
	user := c.options.Username
	refused := func(sentence string, course course) *failure {
		return &failure{sentence: sentence, kind: graph.ErrUnavailable, course: course}
	}
	switch code {
	case codeUnauthorized:
		return refused(fmt.Sprintf("the server at %s does not accept user %q with the password given: "+
			"correct NEO4J_USERNAME and NEO4J_PASSWORD and start again (it is not asked again: three refusals lock the user)",
			c.address, user), final)
	case "ClientError.Security.AuthenticationRateLimit":
		return refused(fmt.Sprintf("the server at %s locks user %q for a while after too many wrong passwords: "+
			"correct NEO4J_PASSWORD wherever a wrong one is used", c.address, user), final)
	case "ClientError.Security.CredentialsExpired":
		return refused(fmt.Sprintf("the password of user %q has expired: change it on the server "+
			"(ALTER CURRENT USER SET PASSWORD, on database system) and give the new one in NEO4J_PASSWORD", user), final)
	case "ClientError.Security.AuthorizationExpired":
		return refused("the server wants to be told the password anew", passing)
	case "ClientError.Security.Forbidden":
		return refused(fmt.Sprintf("user %q may not do this: let it read, write and change the schema of database %q, "+
			"or name another in NEO4J_USERNAME", user, c.options.Database), final)
	default:
		if strings.HasPrefix(code, "ClientError.Security.") {
			return refused(fmt.Sprintf("the server at %s does not let user %q in (%s): "+
				"correct NEO4J_USERNAME and NEO4J_PASSWORD", c.address, user, code), final)
		}
		return nil
	}
}

// explainDatabase tells of a database that is not there, is not ready or takes no writes.
func (c *connection) explainDatabase(code, _ string) *failure {
	name := c.options.Database
	switch code {
	case "ClientError.Database.DatabaseNotFound":
		return &failure{
			sentence: fmt.Sprintf("the server at %s has no database %q: correct NEO4J_DATABASE", c.address, name),
			kind:     graph.ErrUnavailable,
		}
	case "TransientError.General.DatabaseUnavailable", "TransientError.Database.DatabaseUnavailable":
		return &failure{
			sentence: fmt.Sprintf("database %q at %s is not ready: see whether it is started", name, c.address),
			kind:     graph.ErrUnavailable, course: passing,
		}
	case "ClientError.General.ForbiddenOnReadOnlyDatabase", "ClientError.General.WriteOnReadOnlyAccessDatabase",
		"ClientError.Database.DatabaseReadOnly":
		return &failure{
			sentence: fmt.Sprintf("database %q at %s may only be read: open it for writing, or name another in NEO4J_DATABASE",
				name, c.address),
			kind: graph.ErrReadOnly,
		}
	case "ClientError.Cluster.NotALeader":
		return &failure{
			sentence: fmt.Sprintf("the server at %s does not take writes of database %q: "+
				"begin NEO4J_URI with neo4j instead of bolt, so that the one that does is found", c.address, name),
			kind: graph.ErrReadOnly,
		}
	default:
		return nil
	}
}

// explainMemory tells of a statement for which the server had no memory: it would have none for it again.
func explainMemory(code, message string) *failure {
	switch code {
	case "TransientError.General.MemoryPoolOutOfMemoryError", "TransientError.General.TransactionOutOfMemoryError":
		if strings.Contains(message, "db.memory.transaction.max") {
			return &failure{
				sentence: "the statement needs more memory than the server gives to one: ask for less, " +
					"or raise the server's setting db.memory.transaction.max",
				kind: graph.ErrTooLarge,
			}
		}
		return &failure{
			sentence: "the server has no memory left for statements: ask for less at a time, " +
				"or raise the server's settings dbms.memory.transaction.total.max and db.memory.transaction.total.max",
			kind: graph.ErrOverloaded,
		}
	case "TransientError.General.OutOfMemoryError":
		return &failure{
			sentence: "the server has no memory left: raise its setting server.memory.heap.max_size", kind: graph.ErrOverloaded,
		}
	default:
		return nil
	}
}

// explainTransaction tells of a transaction that the server ended.
func explainTransaction(code, _ string) *failure {
	switch code {
	case codeDeadlock, "TransientError.Transaction.LockAcquisitionTimeout", "ClientError.Transaction.LockAcquisitionTimeout":
		return &failure{sentence: "other writes are in the way", kind: graph.ErrOverloaded, course: passing}
	case "TransientError.Request.NoThreadsAvailable", "TransientError.Transaction.MaximumTransactionLimitReached":
		return &failure{sentence: "the server has too much to do (" + code + ")", kind: graph.ErrOverloaded, course: passing}
	case "ClientError.Transaction.TransactionTimedOut", "ClientError.Transaction.TransactionTimedOutClientConfiguration":
		return &failure{
			sentence: "the server ended a statement that took too long: ask for less, or allow more time " +
				"(the server's own limit is its setting db.transaction.timeout)",
			kind: context.DeadlineExceeded,
		}
	case "ClientError.Transaction.Terminated", "ClientError.Transaction.TransactionTerminated",
		"TransientError.Transaction.Terminated", "ClientError.Transaction.LockClientStopped", "TransientError.Transaction.LockClientStopped":
		return &failure{
			sentence: "the server ended a statement: it is stopping, or somebody ended it there", kind: graph.ErrUnavailable, course: passing,
		}
	default:
		return nil
	}
}
