package neo4jtest

import (
	"fmt"
	"strings"
)

// Address is where a server listens and how to log in there.
type Address struct {
	URI      string // bolt://127.0.0.1 and a port
	Username string
	Password string
	Database string
}

// parseAddress reads the assignments that tools/neo4j/server start prints.
func parseAddress(printed string) (Address, error) {
	values := map[string]string{}
	for line := range strings.Lines(printed) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[name] = value
	}
	a := Address{URI: values["NEO4J_URI"], Username: values["NEO4J_USERNAME"], Password: values["NEO4J_PASSWORD"], Database: "neo4j"}
	if a.URI == "" || a.Username == "" || a.Password == "" {
		return Address{}, fmt.Errorf("the script printed no NEO4J_URI, NEO4J_USERNAME or NEO4J_PASSWORD: %q", printed)
	}
	return a, nil
}
