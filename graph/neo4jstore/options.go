package neo4jstore

import "time"

// Options of a store. URI, Username and Password say which server; the zero value of the others is useful.
type Options struct {
	// URI is the server's address: bolt://, bolt+s://, bolt+ssc://, neo4j://, neo4j+s:// or neo4j+ssc://.
	URI string
	// Username and Password are those of a user who may write and change the schema.
	Username, Password string
	// Database is the database to use; "": neo4j.
	Database string
	// Clock tells the time of commits; nil: time.Now.
	Clock func() time.Time
	// QueueLength is how many writes may wait for the writer before more are ErrOverloaded; 0: 256.
	QueueLength int
	// LoadWait is how long a write waits for an open load to end before it is ErrOverloaded; 0: 5 s.
	LoadWait time.Duration
	// LoadLease is how long an open load that nobody goes on with keeps others from writing; 0: 60 s.
	LoadLease time.Duration
	// ReadTimeout bounds each reading statement whose context has no nearer deadline; 0: 10 s.
	ReadTimeout time.Duration
	// WriteTimeout bounds each writing statement likewise; 0: 30 s.
	WriteTimeout time.Duration
	// Connections is how many connections are kept at most; 0: 24.
	Connections int
}

const (
	defaultDatabase     = "neo4j"
	defaultQueueLength  = 256
	defaultLoadWait     = 5 * time.Second
	defaultLoadLease    = time.Minute
	defaultReadTimeout  = 10 * time.Second
	defaultWriteTimeout = 30 * time.Second
	defaultConnections  = 24
)

func (o Options) withDefaults() Options {
	if o.Database == "" {
		o.Database = defaultDatabase
	}
	if o.Clock == nil {
		o.Clock = time.Now
	}
	if o.QueueLength <= 0 {
		o.QueueLength = defaultQueueLength
	}
	if o.Connections <= 0 {
		o.Connections = defaultConnections
	}
	for _, d := range []struct {
		value    *time.Duration
		fallback time.Duration
	}{
		{&o.LoadWait, defaultLoadWait},
		{&o.LoadLease, defaultLoadLease},
		{&o.ReadTimeout, defaultReadTimeout},
		{&o.WriteTimeout, defaultWriteTimeout},
	} {
		if *d.value <= 0 {
			*d.value = d.fallback
		}
	}
	return o
}
