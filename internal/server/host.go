package server

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
)

// hosts are the names that requests may come in under. A page elsewhere can make its own name
// resolve to this machine (DNS rebinding), but its requests still carry that name.
type hosts map[string]bool

func newHosts(addr string, allowed []string) (hosts, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("%w: Addr %q: %w: give host:port, such as 127.0.0.1:8080", ErrConfig, addr, err)
	}
	h := hosts{}
	if ip, err := netip.ParseAddr(host); host != "" && (err != nil || !ip.IsUnspecified()) {
		h[canonicalHost(host)] = true
	}
	for _, name := range allowed {
		if !isHostName(name) {
			return nil, fmt.Errorf("%w: AllowHosts %q: give a host name or address without scheme, port and path", ErrConfig, name)
		}
		h[canonicalHost(name)] = true
	}
	return h, nil
}

// protect refuses requests under other names with 421. Probes are let through, because they come
// under the address of a machine and learn nothing but whether it works.
func (h hosts) protect(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/livez" && r.URL.Path != "/readyz" && !h.allow(r.Host) {
			refuse(w, r, http.StatusMisdirectedRequest, codeForbidden,
				"this server does not answer under the host name of the request: add it to the allowed hosts if it is yours")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (h hosts) allow(hostport string) bool {
	host := hostport
	if name, _, err := net.SplitHostPort(hostport); err == nil {
		host = name
	}
	host = canonicalHost(host)
	return h[host] || isLoopback(host)
}

func isLoopback(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return ip.IsLoopback()
	}
	return host == "localhost" || strings.HasSuffix(host, ".localhost")
}

// canonicalHost is a host in lower case, without brackets and final dot.
func canonicalHost(host string) string {
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	return strings.TrimSuffix(strings.ToLower(host), ".")
}

func isHostName(name string) bool {
	bare := canonicalHost(name)
	if _, err := netip.ParseAddr(bare); err == nil {
		return true
	}
	return bare != "" && !strings.ContainsAny(bare, ":/*@?#[]% \t")
}
