package neo4jtest

import (
	"fmt"
	"os"
	"strings"
)

// Address is where a server listens and how to log in there.
type Address struct {
	URI      string // bolt://127.0.0.1 and a port
	Username string
	Password string
	Database string
}

// parseAddress reads the assignments that tools/neo4j/server start prints, and the password from the file that they name.
func parseAddress(printed string) (Address, error) {
	values := map[string]string{}
	for line := range strings.Lines(printed) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		values[name] = value
	}
	a := Address{URI: values["NEO4J_URI"], Username: values["NEO4J_USERNAME"], Database: "neo4j"}
	file := strings.ReplaceAll(values["NEO4J_PASSWORD_FILE"], `\`, "") // as it is quoted for a shell
	if a.URI == "" || a.Username == "" || file == "" {
		return Address{}, fmt.Errorf("the script printed no NEO4J_URI, NEO4J_USERNAME or NEO4J_PASSWORD_FILE: %q", printed)
	}
	password, err := os.ReadFile(file) //nolint:gosec // the script of this repository printed it
	if err != nil {
		return Address{}, fmt.Errorf("NEO4J_PASSWORD_FILE: %w", err)
	}
	a.Password = string(password)
	return a, nil
}
