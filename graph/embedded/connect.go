package embedded

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // registers the driver that sql.Open names
)

const (
	fileName = "redthread.db"
	driver   = "sqlite"
	// busyTimeout is how many milliseconds the engine waits for a lock: only a backup tool could hold one.
	busyTimeout = 5000
	// The page caches of the writer and of each reader, in KiB.
	writerCache = 64 << 10
	readerCache = 16 << 10
	// walLimit is the size in bytes to which the write-ahead log is cut once it is empty.
	walLimit = 64 << 20
)

// openFile opens the database with pragmas that every connection gets, in this order: waiting for locks comes first.
func openFile(path string, connections int, pragmas ...string) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("database file: %w", err)
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	all := append([]string{fmt.Sprintf("busy_timeout(%d)", busyTimeout)}, pragmas...)
	address := url.URL{Scheme: "file", Path: slashed, RawQuery: url.Values{"_pragma": all}.Encode()}
	db, err := sql.Open(driver, address.String())
	if err != nil {
		return nil, fmt.Errorf("database file: %w", err)
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db, nil
}

// openWriter opens the one connection that writes.
func openWriter(ctx context.Context, path string) (*sql.DB, *sql.Conn, error) {
	db, err := openFile(path, 1, "synchronous(FULL)", "foreign_keys(1)", "temp_store(MEMORY)",
		fmt.Sprintf("cache_size(-%d)", writerCache), fmt.Sprintf("journal_size_limit(%d)", walLimit))
	if err != nil {
		return nil, nil, err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		_ = db.Close()
		return nil, nil, err
	}
	return db, conn, nil
}

// openReaders opens connections that cannot write.
func openReaders(path string, n int) (*sql.DB, error) {
	return openFile(path, n, "query_only(1)", "temp_store(MEMORY)", fmt.Sprintf("cache_size(-%d)", readerCache))
}
