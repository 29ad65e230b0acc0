package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"syscall"

	"github.com/redthread-graph/redthread/internal/server"
)

// listen opens the address, so that nothing is announced that another program has; port 0 is any free one.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%w: %s: another program, perhaps this one, listens there: stop it, or choose another port by -addr",
			server.ErrAddressInUse, addr)
	}
	return listener, err
}

// reachable is the host and port under which a browser on this machine finds a listener.
func reachable(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return addr.String()
	}
	return fmt.Sprintf("localhost:%d", tcp.Port)
}
