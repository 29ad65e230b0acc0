package neo4jstore

import (
	"strings"
	"sync"
	"time"

	"github.com/redthread-graph/redthread/graph/neo4jstore/fakebolt"
)

// smallDatabase is as much of the database as a write of entities needs: the schema, the clocks, the revisions, a load, the entities and the terms of
// texts. It
// obeys the statements of this package, known by their text; each transaction is applied whole, when it commits.
type smallDatabase struct {
	mu         sync.Mutex
	migrations [][]any // number, name, checksum, applied
	lock       string  // owner of the schema
	rev        int64
	published  int64
	fence      int64
	load       *smallLoad // nil: none is open
	chunks     int        // that loads wrote
	renewed    int        // leases of loads
	revisions  []smallRevision
	entities   []smallEntity
	terms      []smallTerms // of texts
}

type smallRevision struct {
	rev, time    int64
	op           string
	digest       []byte
	counts       string
	entries, raw int64
}

type smallEntity struct {
	rev int64
	row []any // as write_entities.cypher writes it: label, id, kind, specificity, caption, more, name, sort, degree, firstDay
}

type smallTerms struct {
	rev int64
	row []any // as write_layer_terms.cypher writes it: layer, digest
}

func (e smallEntity) id() any { return e.row[1] }

// newSmallDatabase makes an empty one; migrated, its schema is up to date.
func newSmallDatabase(migrated bool) (*smallDatabase, error) {
	d := &smallDatabase{}
	if !migrated {
		return d, nil
	}
	known, err := loadMigrations()
	for _, m := range known {
		d.migrations = append(d.migrations, []any{int64(m.Number), m.Name, m.Checksum, int64(0)})
	}
	return d, err
}

// handle answers a statement.
func (d *smallDatabase) handle(s fakebolt.Statement) (fakebolt.Result, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, known := range smallStatements() {
		if known.is(s.Text) {
			return known.answer(d, s.Params)
		}
	}
	return fakebolt.Result{}, &fakebolt.RefusalError{Code: fakebolt.SyntaxError, Message: "the small database does not know: " + s.Text}
}

// smallStatement is a statement that the small database obeys.
type smallStatement struct {
	is     func(text string) bool
	answer func(d *smallDatabase, params map[string]any) (fakebolt.Result, error)
}

func smallStatements() []smallStatement {
	return append(loadStatements(), []smallStatement{
		{containing("dbms.components"), giving([]any{"5.26.12"})},
		{containing("db.awaitIndexes"), giving()},
		{containing("MATCH (m:Migration)"), (*smallDatabase).listMigrations},
		{containing("CREATE CONSTRAINT"), changing((*smallDatabase).nothing)},
		{containing("CREATE INDEX"), changing((*smallDatabase).nothing)},
		{containing("CALL db.create"), changing((*smallDatabase).nothing)},
		{containing("MERGE (l:MigrationLock"), (*smallDatabase).takeLock},
		{containing("MATCH (l:MigrationLock"), changing((*smallDatabase).releaseLock)},
		{containing("MERGE (m:Migration"), (*smallDatabase).keepMigration},
		{containing("MERGE (c:Clock {id: 2}) ON CREATE"), changing((*smallDatabase).nothing)},
		{containing("MERGE (c:Clock {id: 1}) ON CREATE"), changing((*smallDatabase).nothing)},
		{exactly(statement("head")), (*smallDatabase).head},
		{beginningLike("lookup"), (*smallDatabase).lookup},
		{exactly(statement("settle")), changing((*smallDatabase).settle)},
		{exactly(statement("publish")), changing((*smallDatabase).publish)},
		{exactly(statement("snapshot")), (*smallDatabase).snapshot},
		{exactly(statement("revision_stamps")), (*smallDatabase).stamps},
		{exactly(statement("entities", entityRowColumns())), (*smallDatabase).entityRows},
		{beginningLike("write_update"), (*smallDatabase).write},
	}...)
}

func containing(words string) func(string) bool {
	return func(text string) bool { return strings.Contains(text, words) }
}

func exactly(want string) func(string) bool { return func(text string) bool { return text == want } }

// beginningLike knows a statement that is put together from sections by what stands before them.
func beginningLike(name string) func(string) bool {
	beginning, _, _ := strings.Cut(statement(name), "/* sections */")
	return func(text string) bool { return strings.HasPrefix(text, beginning) }
}

// giving is the answer that never changes.
func giving(records ...[]any) func(*smallDatabase, map[string]any) (fakebolt.Result, error) {
	return func(*smallDatabase, map[string]any) (fakebolt.Result, error) {
		return fakebolt.Result{Fields: []string{"value"}, Records: records}, nil
	}
}

// changing is the answer of a statement that gives nothing and changes something.
func changing(change func(d *smallDatabase, params map[string]any)) func(*smallDatabase, map[string]any) (fakebolt.Result, error) {
	return func(d *smallDatabase, params map[string]any) (fakebolt.Result, error) {
		return fakebolt.Result{Commit: func() error {
			d.mu.Lock()
			defer d.mu.Unlock()
			change(d, params)
			return nil
		}}, nil
	}
}

func (d *smallDatabase) nothing(map[string]any) {}

func (d *smallDatabase) listMigrations(map[string]any) (fakebolt.Result, error) {
	return giving(d.migrations...)(d, nil)
}

func (d *smallDatabase) takeLock(params map[string]any) (fakebolt.Result, error) {
	owner, _ := params["owner"].(string)
	result := fakebolt.Result{Fields: []string{"owner"}, Commit: func() error {
		d.mu.Lock()
		defer d.mu.Unlock()
		if d.lock == "" {
			d.lock = owner
		}
		return nil
	}}
	if d.lock == "" || d.lock == owner {
		result.Records = [][]any{{owner}}
	}
	return result, nil
}

func (d *smallDatabase) releaseLock(params map[string]any) {
	if d.lock == params["owner"] {
		d.lock = ""
	}
}

func (d *smallDatabase) keepMigration(params map[string]any) (fakebolt.Result, error) {
	applied := time.Now().UnixMicro()
	for _, m := range d.migrations {
		if m[0] == params["number"] {
			return giving([]any{m[3]})(d, nil)
		}
	}
	return fakebolt.Result{Fields: []string{"applied"}, Records: [][]any{{applied}}, Commit: func() error {
		d.mu.Lock()
		defer d.mu.Unlock()
		d.migrations = append(d.migrations, []any{params["number"], params["name"], params["checksum"], applied})
		return nil
	}}, nil
}

// deadlock is what the server answers to a transaction that others overtook.
func deadlock() error {
	return &fakebolt.RefusalError{Code: fakebolt.DeadlockDetected, Message: "another transaction was first"}
}
