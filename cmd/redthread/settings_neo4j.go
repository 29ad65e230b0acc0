package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"

	"github.com/redthread-graph/redthread/graph/neo4jstore"
)

// neo4jSettings say which database of which server, and who asks.
type neo4jSettings struct {
	URI, Username, Password, PasswordFile, Database string
}

// The stores that can be chosen.
const (
	embeddedStore = "embedded"
	neo4jStore    = "neo4j"
)

// checkStore fails unless a setting names a store.
func checkStore(flag, name string) error {
	if !slices.Contains([]string{embeddedStore, neo4jStore}, name) {
		return fmt.Errorf("%w: -%s: %q is not valid, want %s or %s", errUsage, flag, name, embeddedStore, neo4jStore)
	}
	return nil
}

// options says how to reach the database. No error of it shows a password.
func (n neo4jSettings) options() (neo4jstore.Options, error) {
	if err := n.checkURI(); err != nil {
		return neo4jstore.Options{}, err
	}
	password, err := n.password()
	return neo4jstore.Options{URI: n.URI, Username: n.Username, Password: password, Database: n.Database}, err
}

// checkURI refuses an address that carries a password: addresses are shown.
func (n neo4jSettings) checkURI() error {
	address, err := url.Parse(n.URI)
	switch {
	case err != nil && strings.Contains(n.URI, "@"), err == nil && address.User != nil:
		return fmt.Errorf("%w: NEO4J_URI holds a user or a password: give them by NEO4J_USERNAME and NEO4J_PASSWORD", errUsage)
	case err != nil, address.Host == "":
		return fmt.Errorf("%w: NEO4J_URI: %q is not valid, want an address such as bolt://127.0.0.1:7687", errUsage, n.URI)
	default:
		return nil
	}
}

func (n neo4jSettings) password() (string, error) {
	switch {
	case n.Password != "" && n.PasswordFile != "":
		return "", fmt.Errorf("%w: NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set: give one", errUsage)
	case n.Password != "":
		return n.Password, nil
	case n.PasswordFile == "":
		return "", fmt.Errorf("%w: no password for Neo4j: set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it", errUsage)
	}
	text, err := os.ReadFile(n.PasswordFile)
	if err != nil {
		return "", fmt.Errorf("%w: NEO4J_PASSWORD_FILE: %w", errUsage, errors.Unwrap(err)) // with the path, somebody may have given the password itself
	}
	password := strings.TrimSuffix(strings.TrimSuffix(string(text), "\n"), "\r")
	if password == "" {
		return "", fmt.Errorf("%w: NEO4J_PASSWORD_FILE: the file is empty", errUsage)
	}
	return password, nil
}
