package main

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

// TestWithReference seeds the reference case once, for the scripts, for the documents, for another store and for a reader in a browser.
func TestWithReference(t *testing.T) {
	reference := makeReference(t)
	t.Run("scripts", func(t *testing.T) { runScripts(t, reference) })
	t.Run("documents", func(t *testing.T) { askDocuments(t, reference) })
	t.Run("neo4j", func(t *testing.T) { answerFromNeo4j(t, reference) })
	t.Run("browser", func(t *testing.T) { lookAround(t, reference) })
}

// runScripts runs testdata/script. Each script starts in a folder of its own that holds a copy of testdata/acme, an own small pack;
// $REFERENCE is the folder of the seeded store, closed, with its export. Scripts only copy from it.
func runScripts(t *testing.T, reference string) {
	t.Helper()
	pack, err := filepath.Abs("../../seed/kaspersky/pack.yaml") // the bytes that the program carries
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("REFERENCE", reference)
			env.Setenv("PACK", pack)
			return os.CopyFS(filepath.Join(env.WorkDir, "acme"), os.DirFS("testdata/acme"))
		},
		Condition: func(word string) (bool, error) { return word == "root" && os.Getuid() == 0, nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"export": export, "copystore": copyStore, "replace": replace, "spoil": spoil, "sql": runSQL, "status": status, "freeport": freePort, "ready": ready,
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
	})
}

// makeReference seeds the reference case and exports it.
func makeReference(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	redthread(t, "seed", "-data", folder)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "export.jsonl"), redthread(t, "export", "-data", folder), 0o600))
	return folder
}

// redthread runs the program as a child to its good end, and gives what it printed.
func redthread(t *testing.T, args ...string) []byte {
	t.Helper()
	child := exec.CommandContext(t.Context(), "redthread", args...)
	child.Env = redthreadEnv(t)
	var complaint bytes.Buffer
	child.Stderr = &complaint
	out, err := child.Output()
	require.NoError(t, err, "redthread %v: %s", args, complaint.String())
	return out
}

// export writes what a store holds into a file, and not into the log of the test: export FOLDER FILE.
func export(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: export FOLDER FILE")
	}
	child := exec.Command("redthread", "export", "-data", ts.MkAbs(args[0]))
	out, err := child.Output()
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), out, 0o600))
}

// copyStore copies the folder of a closed store: copystore FROM TO.
func copyStore(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copystore FROM TO")
	}
	ts.Check(os.CopyFS(ts.MkAbs(args[1]), os.DirFS(ts.MkAbs(args[0]))))
}

// replace changes the only place of a text in a file: replace OLD NEW FILE.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace OLD NEW FILE")
	}
	before, file := []byte(ts.ReadFile(args[2])), ts.MkAbs(args[2])
	if n := bytes.Count(before, []byte(args[0])); n != 1 {
		ts.Fatalf("%s holds %q %d times", args[2], args[0], n)
	}
	ts.Check(os.WriteFile(file, bytes.Replace(before, []byte(args[0]), []byte(args[1]), 1), 0o600))
}

// runSQL runs a statement on a database behind the program's back: sql FILE STATEMENT. It fails when no row was changed.
func runSQL(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: sql FILE STATEMENT")
	}
	db, err := sql.Open("sqlite", ts.MkAbs(args[0])) // the driver that the store brings
	ts.Check(err)
	defer func() { _ = db.Close() }()
	result, err := db.Exec(args[1])
	ts.Check(err)
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		ts.Fatalf("%q changed %d rows: %v", args[1], rows, err)
	}
}

// status demands an exit code of a command: status CODE COMMAND [ARG …]. Its output can be looked at as after exec.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE COMMAND [ARG …]")
	}
	code := "0"
	var failed *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &failed) {
		code = strconv.Itoa(failed.ExitCode())
	} else {
		ts.Check(err)
	}
	if code != args[0] {
		ts.Fatalf("%v ended with %s, want %s", args[1:], code, args[0])
	}
}
