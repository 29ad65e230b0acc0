package main

import (
	"flag"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestSettingsInReadme compares the table of settings with the one that users read, row by row and in order.
func TestSettingsInReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	rows := regexp.MustCompile("(?m)^\\| (`-[a-z-]+`)? ?\\|(.*)\\|(.*)\\|(.*)\\|(.*)\\|$").FindAllStringSubmatch(string(readme), -1)
	table := settingsTable()
	require.Len(t, rows, len(table), "rows of five cells that begin with | `-flag` | or |  |")
	for i, want := range table {
		cell := func(n int) string { return strings.Trim(rows[i][n], " `") }
		assert.Equal(t, want.flag, strings.TrimPrefix(cell(1), "-"), "row %d", i+1)
		assert.Equal(t, want.env, cell(2), "environment of %s", want.name())
		assert.Equal(t, want.fallback, cell(3), "default of %s", want.name())
		assert.Equal(t, takers(want.name()), cell(4), "commands that take %s", want.name())
		assert.Equal(t, want.help, cell(5), "meaning of %s", want.name())
	}
}

// takers lists the commands that take a flag.
func takers(name string) string {
	var names []string
	for _, c := range commands() {
		if slices.Contains(c.settings, name) {
			names = append(names, c.name)
		}
	}
	return strings.Join(names, ", ")
}

func TestSettingsTable(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range settingsTable() {
		assert.False(t, seen[row.name()], "%s stands twice", row.name())
		seen[row.name()] = true
		assert.NotEmpty(t, takers(row.name()), "no command takes %s", row.name())
		assert.NotContains(t, row.help, "|", "the help of %s goes into a table", row.name())
		assert.NotContains(t, row.flag, "password", "others can read a command line")
		switch {
		case row.flag == "":
			assert.Regexp(t, "^NEO4J_[A-Z_]+$", row.env)
		case row.env != "":
			assert.Equal(t, "REDTHREAD_"+strings.ToUpper(strings.ReplaceAll(row.flag, "-", "_")), row.env)
		}
	}
	for _, c := range commands() {
		for _, name := range c.settings {
			assert.True(t, seen[name], "%s takes %s, which is in no row", c.name, name)
		}
	}
}

// bound binds every setting, and reads a command line.
func bound(t *testing.T, env map[string]string, args ...string) (*settings, error) {
	t.Helper()
	var names []string
	for _, row := range settingsTable() {
		names = append(names, row.name())
	}
	s := &settings{}
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	if err := s.bind(flags, names, func(key string) string { return env[key] }); err != nil {
		return nil, err
	}
	return s, flags.Parse(args)
}

func TestSettingsHaveDefaults(t *testing.T) {
	s, err := bound(t, nil)
	require.NoError(t, err)
	assert.Equal(t, &settings{
		Addr: "127.0.0.1:8080", LogLevel: "warn", MaxHops: 4, Store: "embedded",
		Neo4j: neo4jSettings{URI: "bolt://127.0.0.1:7687", Username: "neo4j", Database: "neo4j"},
	}, s)
}

func TestSettingsAreRead(t *testing.T) {
	want := &settings{
		Data: "d", Addr: "a:1", AllowHost: "h", AllowOrigin: "o", ReadOnly: true, NoSeed: true, LogLevel: "info", Dev: true, Content: true,
		Alleged: true, AnyDays: true, MaxHops: 2, At: "2024-07-01", Store: "neo4j", From: "neo4j", To: "embedded", DryRun: true,
		Neo4j: neo4jSettings{URI: "u", Username: "n", Password: "p", PasswordFile: "f", Database: "b"},
	}
	neo4j := map[string]string{
		"NEO4J_URI": "u", "NEO4J_USERNAME": "n", "NEO4J_PASSWORD": "p", "NEO4J_PASSWORD_FILE": "f", "NEO4J_DATABASE": "b",
	}
	env := map[string]string{
		"REDTHREAD_DATA": "d", "REDTHREAD_ADDR": "a:1", "REDTHREAD_ALLOW_HOST": "h", "REDTHREAD_ALLOW_ORIGIN": "o",
		"REDTHREAD_READ_ONLY": "true", "REDTHREAD_NO_SEED": "1", "REDTHREAD_LOG_LEVEL": "info", "REDTHREAD_STORE": "neo4j",
	}
	maps.Copy(env, neo4j)
	asked := []string{"-dev", "-content", "-alleged", "-any-days", "-max-hops", "2", "-at", "2024-07-01", "-from", "neo4j", "-to", "embedded", "-dry-run"}
	given := []string{
		"-data", "d", "-addr", "a:1", "-allow-host", "h", "-allow-origin", "o", "-read-only", "-no-seed", "-log-level", "info",
		"-store", "neo4j",
	}

	s, err := bound(t, neo4j, append(given, asked...)...)
	require.NoError(t, err)
	assert.Equal(t, want, s, "by flags")

	s, err = bound(t, env, asked...)
	require.NoError(t, err)
	assert.Equal(t, want, s, "by the environment")

	other := map[string]string{
		"REDTHREAD_DATA": "x", "REDTHREAD_ADDR": "x", "REDTHREAD_ALLOW_HOST": "x", "REDTHREAD_ALLOW_ORIGIN": "x",
		"REDTHREAD_READ_ONLY": "false", "REDTHREAD_NO_SEED": "false", "REDTHREAD_LOG_LEVEL": "x", "REDTHREAD_STORE": "x",
	}
	maps.Copy(other, neo4j)
	s, err = bound(t, other, append(given, asked...)...)
	require.NoError(t, err)
	assert.Equal(t, want, s, "a flag wins")

	_, err = bound(t, map[string]string{"REDTHREAD_NO_SEED": "perhaps"})
	require.ErrorIs(t, err, errUsage)
	assert.ErrorContains(t, err, `REDTHREAD_NO_SEED: "perhaps" is not valid`)
}

func TestDataFolder(t *testing.T) {
	tests := []struct {
		name string
		data string
		env  map[string]string
		want string
	}{
		{"as set", "case", map[string]string{"XDG_DATA_HOME": "/xdg"}, "case"},
		{"in memory", ":memory:", nil, ":memory:"},
	}
	if runtime.GOOS == "linux" {
		tests = append(tests, []struct {
			name string
			data string
			env  map[string]string
			want string
		}{
			{"data home", "", map[string]string{"XDG_DATA_HOME": "/xdg", "HOME": "/home/a"}, "/xdg/redthread"},
			{"home", "", map[string]string{"HOME": "/home/a"}, filepath.Join("/home/a", ".local", "share", "redthread")},
		}...)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			folder, err := (&settings{Data: test.data}).dataFolder(func(key string) string { return test.env[key] })
			require.NoError(t, err)
			assert.Equal(t, test.want, folder)
		})
	}
}

func TestDataFolderIsAskedForWhereNoneIsKnown(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, "")
	}
	_, err := (&settings{}).dataFolder(func(string) string { return "" })
	require.ErrorIs(t, err, errUsage)
	assert.ErrorContains(t, err, "give -data DIR")
}

func TestWords(t *testing.T) {
	tests := map[string][]string{
		"":                    {},
		",":                   {},
		"a.example":           {"a.example"},
		"a.example,b.test":    {"a.example", "b.test"},
		"a.example , b.test,": {"a.example", "b.test"},
	}
	for list, want := range tests {
		assert.Equal(t, want, words(list), "%q", list)
	}
}
