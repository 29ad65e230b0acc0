package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/redthread-graph/redthread/graph/neo4jstore"
)

func TestNeo4jOptions(t *testing.T) {
	file := filepath.Join(t.TempDir(), "password")
	given := neo4jSettings{URI: "neo4j+s://db.example:7687", Username: "ann", Password: "s3cret", Database: "cases"}
	want := neo4jstore.Options{URI: "neo4j+s://db.example:7687", Username: "ann", Password: "s3cret", Database: "cases"}
	got, err := given.options()
	require.NoError(t, err)
	assert.Equal(t, want, got)

	given.Password, given.PasswordFile = "", file
	for _, text := range []string{"s3cret", "s3cret\n", "s3cret\r\n"} {
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		got, err := given.options()
		require.NoError(t, err)
		assert.Equal(t, want, got, "%q", text)
	}
	require.NoError(t, os.WriteFile(file, []byte(" s3cret \n\n"), 0o600))
	got, err = given.options()
	require.NoError(t, err)
	assert.Equal(t, " s3cret \n", got.Password, "only the end of the line is no part of it")
}

func TestNeo4jOptionsRefused(t *testing.T) {
	folder := t.TempDir()
	empty := filepath.Join(folder, "empty")
	require.NoError(t, os.WriteFile(empty, []byte("\n"), 0o600))
	const uri = "bolt://127.0.0.1:7687"
	tests := []struct {
		name  string
		given neo4jSettings
		want  string
	}{
		{"no password", neo4jSettings{URI: uri}, "usage: no password for Neo4j: set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it"},
		{
			"both",
			neo4jSettings{URI: uri, Password: "s3cret", PasswordFile: empty},
			"usage: NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set: give one",
		},
		{"empty file", neo4jSettings{URI: uri, PasswordFile: empty}, "usage: NEO4J_PASSWORD_FILE: the file is empty"},
		{
			"the password for its file",
			neo4jSettings{URI: uri, PasswordFile: "s3cret"},
			"usage: NEO4J_PASSWORD_FILE: no such file or directory",
		},
		{"a folder", neo4jSettings{URI: uri, PasswordFile: folder}, "usage: NEO4J_PASSWORD_FILE: is a directory"},
		{
			"password in the address",
			neo4jSettings{URI: "bolt://neo4j:s3cret@127.0.0.1:7687", Password: "s3cret"},
			"usage: NEO4J_URI holds a user or a password: give them by NEO4J_USERNAME and NEO4J_PASSWORD",
		},
		{
			"password in a broken address",
			neo4jSettings{URI: "bolt://neo4j:s3cr%et@127.0.0.1:7687", Password: "s3cret"},
			"usage: NEO4J_URI holds a user or a password: give them by NEO4J_USERNAME and NEO4J_PASSWORD",
		},
		{"no address", neo4jSettings{URI: "127.0.0.1"}, `usage: NEO4J_URI: "127.0.0.1" is not valid, want an address such as bolt://127.0.0.1:7687`},
		{"broken address", neo4jSettings{URI: "bolt://127.0.0.1:port"}, `usage: NEO4J_URI: "bolt://127.0.0.1:port" is not valid, want an address such as bolt://127.0.0.1:7687`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := test.given.options()
			require.ErrorIs(t, err, errUsage)
			require.EqualError(t, err, test.want)
			assert.NotContains(t, err.Error(), "s3cr")
		})
	}
}

func TestChosen(t *testing.T) {
	p := newWorld()
	_, err := p.chosen(&settings{Store: "oracle"})
	require.ErrorIs(t, err, errUsage)
	require.EqualError(t, err, `usage: -store: "oracle" is not valid, want embedded or neo4j`)

	other := &settings{Store: neo4jStore, Data: "d", given: []string{"data"}, Neo4j: neo4jSettings{URI: "bolt://h", Password: "p"}}
	_, err = p.chosen(other)
	require.ErrorIs(t, err, errUsage)
	require.ErrorContains(t, err, "-data has no effect with -store neo4j")

	other.given = nil
	_, err = p.chosen(other)
	assert.NoError(t, err, "a folder that the environment names is no matter to it")
}
