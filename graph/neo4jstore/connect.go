package neo4jstore

import (
	"context"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"github.com/redthread-graph/redthread/graph"
)

// connection runs statements on the server: each in a session and a transaction of its own.
type connection struct {
	driver    neo4j.DriverWithContext
	options   Options
	address   string // host:port, for the sentences
	bookmarks neo4j.BookmarkManager
	slots     chan struct{} // one for each statement under way
	breaker   *breaker
	wordings  *wordings
	refused   atomic.Pointer[failure] // the refusal of the password
	end       context.CancelFunc      // ends a probe of the breaker
}

// Limits of the driver; those of Options stand there.
const (
	userAgent       = "redthread"
	systemDatabase  = "system"
	acquisitionWait = 2 * time.Second // for a connection of the pool, or a new one with its greeting
	connectWait     = 3 * time.Second
	livenessCheck   = 30 * time.Second // a connection idle for longer is tried before it is used
)

// connect makes a connection; it does not contact the server.
func connect(o Options) (*connection, error) {
	address, err := checkURI(o.URI)
	if err != nil {
		return nil, err
	}
	if strings.EqualFold(o.Database, systemDatabase) { // names of databases are of any case
		return nil, graph.Invalid("NEO4J_DATABASE", o.Database, "a database for data, such as neo4j: system holds the server's own")
	}
	auth := neo4j.BasicAuth(o.Username, o.Password, "")
	if o.Username == "" && o.Password == "" {
		auth = neo4j.NoAuth()
	}
	driver, err := neo4j.NewDriverWithContext(o.URI, auth, func(settings *config.Config) {
		settings.UserAgent = userAgent
		settings.MaxConnectionPoolSize = o.Connections
		settings.ConnectionAcquisitionTimeout = acquisitionWait
		settings.SocketConnectTimeout = connectWait
		settings.ConnectionLivenessCheckTimeout = livenessCheck
		settings.FetchSize = neo4j.FetchAll // few records, always read to the end
		settings.TelemetryDisabled = true
		settings.NotificationsMinSeverity = notifications.DisabledLevel
	})
	if err != nil {
		return nil, graph.Invalid("NEO4J_URI", address.Host, wantURI+" ("+err.Error()+")")
	}
	c := &connection{
		driver: driver, options: o, address: address.Host, slots: make(chan struct{}, o.Connections), wordings: newWordings(),
	}
	life, end := context.WithCancel(context.Background())
	c.breaker, c.end = newBreaker(func() ([][]any, error) { return c.ping(life) }), end
	if strings.HasPrefix(address.Scheme, "neo4j") {
		// A statement may go to another server than the last one, which must then know what that one knew.
		c.bookmarks = neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{})
	}
	return c, nil
}

const wantURI = "an address such as bolt://127.0.0.1:7687, or with bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc before ://"

// checkURI refuses an address that no server can have. One that may hold a password is not shown.
func checkURI(uri string) (*url.URL, error) {
	if strings.ContainsAny(uri, "@%") {
		return nil, graph.Invalid("NEO4J_URI", "…", "an address without user and password: those go to NEO4J_USERNAME and NEO4J_PASSWORD")
	}
	parsed, err := url.Parse(uri)
	if err != nil {
		return nil, graph.Invalid("NEO4J_URI", uri, wantURI)
	}
	schemes := []string{"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
	if !slices.Contains(schemes, parsed.Scheme) || parsed.Hostname() == "" || !isPort(parsed.Port()) {
		return nil, graph.Invalid("NEO4J_URI", uri, wantURI)
	}
	if strings.Trim(parsed.Path, "/") != "" {
		return nil, graph.Invalid("NEO4J_URI", uri, "an address without a path: a database is named by NEO4J_DATABASE")
	}
	if parsed.Port() == "" {
		parsed.Host = net.JoinHostPort(parsed.Hostname(), defaultPort)
	}
	return parsed, nil
}

const defaultPort = "7687"

// isPort says whether text may stand where a port does: nothing, for the default, or 1 to 65535.
func isPort(text string) bool {
	n, err := strconv.ParseUint(text, 10, 16)
	return text == "" || err == nil && n > 0
}

func (c *connection) close() error {
	c.end()
	c.breaker.probes.Wait()
	return c.driver.Close(context.Background())
}
