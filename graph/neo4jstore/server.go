package neo4jstore

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// The oldest server whose Cypher the statements are written in.
const (
	neededMajor = 5
	neededMinor = 26
)

// checkServer fails with ErrUnavailable where the server is older than needed.
func (c *connection) checkServer(ctx context.Context) error {
	rows, err := c.read(ctx, "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]", nil)
	if err != nil {
		return err
	}
	if len(rows) != 1 {
		return &failure{sentence: c.wantsServer("is no Neo4j server"), kind: graph.ErrUnavailable}
	}
	version, _ := rows[0][0].(string)
	if !newEnough(version) {
		return &failure{sentence: c.wantsServer(fmt.Sprintf("is version %q", version)), kind: graph.ErrUnavailable}
	}
	return nil
}

// newEnough reads a version such as 5.26.12, 5.27-aura or 2025.01.0 (https://neo4j.com/docs/operations-manual/current/introduction/).
func newEnough(version string) bool {
	major, rest, _ := strings.Cut(version, ".")
	digits := strings.FieldsFunc(rest, func(r rune) bool { return r < '0' || r > '9' })
	if len(digits) == 0 {
		return false
	}
	first, err := strconv.Atoi(major)
	second, err2 := strconv.Atoi(digits[0])
	return err == nil && err2 == nil && (first > neededMajor || first == neededMajor && second >= neededMinor)
}
