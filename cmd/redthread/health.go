package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"time"
)

// healthPatience is a little more than the server itself takes to find out.
const healthPatience = 3 * time.Second

var errNotReady = errors.New("not ready")

func healthCommand() command {
	return command{
		name: "health", summary: "Ask a running server whether it is ready: 0 if it is, else 1 and why not.",
		examples: []string{"redthread health", "redthread health -addr 127.0.0.1:9000"},
		settings: []string{"addr"},
		run: func(ctx context.Context, p *program, s *settings, args []string) error {
			if err := want(args, 0, "no argument"); err != nil {
				return err
			}
			addr, err := askable(s.Addr)
			if err != nil {
				return err
			}
			if err := askReady(ctx, "http://"+addr+"/readyz"); err != nil {
				return err
			}
			fmt.Fprintln(p.out, "ready")
			return nil
		},
	}
}

// askable is the address under which this machine asks a server that listens on addr: one on all addresses by the loopback one.
func askable(addr string) (string, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil || port == "" || port == "0" {
		return "", fmt.Errorf("%w: -addr: %q is not valid, want the host and port of a server, such as 127.0.0.1:8080", errUsage, addr)
	}
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		host = "127.0.0.1"
		if ip.Is6() {
			host = "::1"
		}
	}
	return net.JoinHostPort(host, port), nil
}

// askReady asks directly, whatever proxy the environment names.
func askReady(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, healthPatience)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return fmt.Errorf("%w: -addr: %w", errUsage, err)
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	answer, err := client.Do(request)
	if err != nil {
		return fmt.Errorf("%w: no answer: %w", errNotReady, err)
	}
	defer func() { _ = answer.Body.Close() }() // only read
	if answer.StatusCode == http.StatusOK {
		return nil
	}
	var said struct {
		Reason string `json:"reason"`
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, 1<<16)).Decode(&said); err != nil || said.Reason == "" {
		return fmt.Errorf("%w: %s answers %s", errNotReady, address, answer.Status)
	}
	return fmt.Errorf("%w: %s", errNotReady, said.Reason)
}
