package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// settings are all that can be set, by flag or by environment; a flag wins.
type settings struct {
	Data        string
	Addr        string
	AllowHost   string
	AllowOrigin string
	ReadOnly    bool
	NoSeed      bool
	LogLevel    string
	Dev         bool
	Content     bool
	Alleged     bool
	AnyDays     bool
	MaxHops     int
	At          string
	Store       string
	From        string
	To          string
	DryRun      bool
	Neo4j       neo4jSettings

	given []string // the flags on the command line
}

// setting is one row of the table of settings. One without a flag is set by the environment alone.
type setting struct {
	flag, env, fallback, help string
	bind                      func(s *settings, f *flag.FlagSet, row setting)
}

// name is the flag, else the variable.
func (r setting) name() string { return cmp.Or(r.flag, r.env) }

// settingsTable is compared with the README by a test.
func settingsTable() []setting {
	return []setting{
		{"store", "REDTHREAD_STORE", "embedded", "embedded: a folder of this machine; neo4j: the database that the NEO4J_ variables name", text(func(s *settings) *string { return &s.Store })},
		{"data", "REDTHREAD_DATA", "", "folder of the embedded store, or :memory: for one that is gone at exit; empty: the user's data folder", text(func(s *settings) *string { return &s.Data })},
		{"", "NEO4J_URI", "bolt://127.0.0.1:7687", "address of the Neo4j server", variable(func(s *settings) *string { return &s.Neo4j.URI })},
		{"", "NEO4J_USERNAME", "neo4j", "a user who may write and change the schema", variable(func(s *settings) *string { return &s.Neo4j.Username })},
		{"", "NEO4J_PASSWORD", "", "the user's password; there is no flag, since others can read a command line", variable(func(s *settings) *string { return &s.Neo4j.Password })},
		{"", "NEO4J_PASSWORD_FILE", "", "a file that holds the password, instead of NEO4J_PASSWORD", variable(func(s *settings) *string { return &s.Neo4j.PasswordFile })},
		{"", "NEO4J_DATABASE", "neo4j", "the database on that server", variable(func(s *settings) *string { return &s.Neo4j.Database })},
		{"addr", "REDTHREAD_ADDR", "127.0.0.1:8080", "host and port to listen on; for health, of the server that is asked", text(func(s *settings) *string { return &s.Addr })},
		{"allow-host", "REDTHREAD_ALLOW_HOST", "", "further names under which the server may be reached, with commas", text(func(s *settings) *string { return &s.AllowHost })},
		{"allow-origin", "REDTHREAD_ALLOW_ORIGIN", "", "origins whose pages may call the API, with commas", text(func(s *settings) *string { return &s.AllowOrigin })},
		{"read-only", "REDTHREAD_READ_ONLY", "false", "refuse mutations", toggle(func(s *settings) *bool { return &s.ReadOnly })},
		{"no-seed", "REDTHREAD_NO_SEED", "false", "leave an empty store empty instead of loading the reference case", toggle(func(s *settings) *bool { return &s.NoSeed })},
		{"log-level", "REDTHREAD_LOG_LEVEL", "warn", "debug, info, warn or error", text(func(s *settings) *string { return &s.LogLevel })},
		{"dev", "", "false", "read the pages' sources from ./web of the working tree, and bundle them again for each request", toggle(func(s *settings) *bool { return &s.Dev })},
		{"content", "", "false", "write what is on file, sorted, without revisions and times", toggle(func(s *settings) *bool { return &s.Content })},
		{"alleged", "", "false", "admit hops that are only alleged", toggle(func(s *settings) *bool { return &s.Alleged })},
		{"any-days", "", "false", "admit paths whose hops cannot all have held on one day", toggle(func(s *settings) *bool { return &s.AnyDays })},
		{"max-hops", "", "4", "most hops, 1 to 6", number(func(s *settings) *int { return &s.MaxHops })},
		{"at", "", "", "as it stood on this day, such as 2024-07-01; empty: on any day", text(func(s *settings) *string { return &s.At })},
		{"from", "", "", "store to copy: embedded or neo4j", text(func(s *settings) *string { return &s.From })},
		{"to", "", "", "empty store to copy into: the other one", text(func(s *settings) *string { return &s.To })},
		{"dry-run", "", "false", "say what would be done, and do nothing", toggle(func(s *settings) *bool { return &s.DryRun })},
	}
}

func text(field func(*settings) *string) func(*settings, *flag.FlagSet, setting) {
	return func(s *settings, f *flag.FlagSet, row setting) {
		f.StringVar(field(s), row.flag, row.fallback, row.help)
	}
}

// variable is for a row without a flag.
func variable(field func(*settings) *string) func(*settings, *flag.FlagSet, setting) {
	return func(s *settings, _ *flag.FlagSet, row setting) { *field(s) = row.fallback }
}

func toggle(field func(*settings) *bool) func(*settings, *flag.FlagSet, setting) {
	return func(s *settings, f *flag.FlagSet, row setting) { f.BoolVar(field(s), row.flag, false, row.help) }
}

func number(field func(*settings) *int) func(*settings, *flag.FlagSet, setting) {
	return func(s *settings, f *flag.FlagSet, row setting) {
		fallback, _ := strconv.Atoi(row.fallback) // a constant of the table
		f.IntVar(field(s), row.flag, fallback, row.help)
	}
}

// bind makes the flags that a command takes; the environment gives their defaults.
func (s *settings) bind(f *flag.FlagSet, names []string, getenv func(string) string) error {
	for _, row := range settingsTable() {
		if !slices.Contains(names, row.name()) {
			continue
		}
		if row.flag == "" {
			row.fallback = cmp.Or(getenv(row.env), row.fallback)
			row.bind(s, f, row)
			continue
		}
		if row.env != "" {
			row.help += " (" + row.env + ")"
		}
		row.bind(s, f, row)
		if row.env == "" || getenv(row.env) == "" {
			continue
		}
		if err := f.Lookup(row.flag).Value.Set(getenv(row.env)); err != nil { // not f.Set: that would count as given
			return fmt.Errorf("%w: %s: %q is not valid: %w", errUsage, row.env, getenv(row.env), err)
		}
	}
	return nil
}

// stored are the settings of a command that opens a store, and its own.
func stored(own ...string) []string {
	return slices.Concat([]string{"store", "data"}, neo4jVariables(), own)
}

// neo4jVariables are the settings of a command that may use Neo4j.
func neo4jVariables() []string {
	return []string{"NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_PASSWORD_FILE", "NEO4J_DATABASE"}
}

// words splits a list with commas; an empty one has none.
func words(list string) []string {
	return slices.DeleteFunc(strings.Split(strings.ReplaceAll(list, " ", ""), ","), isEmpty)
}

func isEmpty(word string) bool { return word == "" }

// dataFolder is the folder of the store: the one that is set, else one below the user's data folder.
func (s *settings) dataFolder(getenv func(string) string) (string, error) {
	if s.Data != "" {
		return s.Data, nil
	}
	if runtime.GOOS == "linux" {
		if base := getenv("XDG_DATA_HOME"); base != "" {
			return filepath.Join(base, "redthread"), nil
		}
		if home := getenv("HOME"); home != "" {
			return filepath.Join(home, ".local", "share", "redthread"), nil
		}
	}
	base, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("%w: no folder for the data is known: give -data DIR: %w", errUsage, err)
	}
	return filepath.Join(base, "redthread"), nil
}
