package fakebolt

import "fmt"

// hello greets a client. It invites telemetry, so that a client that sends none shows that it was told not to.
func (c *conversation) hello() (map[string]any, error) {
	c.phase = greeted
	if c.minor == 0 {
		return nil, &RefusalError{Code: RequestInvalid, Message: "Bolt 5.0 has no LOGON, want 5.1 or newer"}
	}
	return map[string]any{
		"server": "Neo4j/5.26.12", "connection_id": fmt.Sprintf("bolt-%d", c.server.Accepted()),
		"hints": map[string]any{"telemetry.enabled": true},
	}, nil
}

// logon lets in who knows the password.
func (c *conversation) logon(fields []any) error {
	token := options(fields, 0)
	if want := c.server.options.Password; want != "" && token["credentials"] != want {
		return &RefusalError{Code: Unauthorized, Message: "The client is unauthorized due to authentication failure."}
	}
	c.phase = ready
	return nil
}

// route names this server for all that a client may want of a cluster.
func (c *conversation) route() map[string]any {
	servers := []any{}
	for _, role := range []string{"READ", "WRITE", "ROUTE"} {
		servers = append(servers, map[string]any{"addresses": []string{c.server.Address()}, "role": role})
	}
	return map[string]any{"rt": map[string]any{"ttl": 300, "db": "neo4j", "servers": servers}}
}

// options is the map among a message's fields.
func options(fields []any, at int) map[string]any {
	if at >= len(fields) {
		return nil
	}
	found, _ := fields[at].(map[string]any)
	return found
}
