package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// packed is a gzipped tar archive of one member for each name.
func packed(t *testing.T, members map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	zipped := gzip.NewWriter(&out)
	archive := tar.NewWriter(zipped)
	for name, body := range members {
		require.NoError(t, archive.WriteHeader(&tar.Header{Name: name, Size: int64(len(body)), Mode: 0o600}))
		_, err := archive.Write([]byte(body))
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	require.NoError(t, zipped.Close())
	return out.Bytes()
}

// laid lays a manifest of one row and its archive into a folder.
func laid(t *testing.T, r row, archive []byte) string {
	t.Helper()
	folder := t.TempDir()
	text, err := json.Marshal([]row{r})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "manifest.json"), text, 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "a.tgz"), archive, 0o600))
	return folder
}

func TestRunWritesFilesAndTheirSums(t *testing.T) {
	archive := packed(t, map[string]string{"land.json": square, "other": "x"})
	r := row{File: "coast.json", Package: "npm made-up", Version: "1.0.0", Archive: "a.tgz", ArchiveSHA256: sumOf(archive), Paths: []string{"land.json"}, Licence: "ISC"}
	folder := laid(t, r, archive)
	require.NoError(t, run(folder, folder))
	body, err := os.ReadFile(filepath.Join(folder, "coast.json"))
	require.NoError(t, err)
	assert.Contains(t, string(body), `"rings"`)
	text, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	require.NoError(t, err)
	var rows []row
	require.NoError(t, json.Unmarshal(text, &rows))
	r.SHA256 = sumOf(body)
	assert.Equal(t, []row{r}, rows, "the sum is new, all else stays")

	require.NoError(t, run(folder, folder))
	again, err := os.ReadFile(filepath.Join(folder, "manifest.json"))
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again), "a second run changes nothing")
}

func TestRunRefuses(t *testing.T) {
	archive := packed(t, map[string]string{"land.json": square})
	good := row{File: "coast.json", Archive: "a.tgz", ArchiveSHA256: sumOf(archive), Paths: []string{"land.json"}}
	for name, c := range map[string]struct {
		change  func(*row)
		archive []byte
		want    string
	}{
		"another archive": {func(r *row) { r.ArchiveSHA256 = "00" }, archive, "want 00"},
		"no such member":  {func(r *row) { r.Paths = []string{"gone.json"} }, archive, "gone.json is not in it"},
		"no such archive": {func(r *row) { r.Archive = "gone.tgz" }, archive, "gone.tgz"},
		"an unknown file": {func(r *row) { r.File = "roads.json" }, archive, "want coast.json or cities.json"},
		"no archive":      {func(r *row) { r.ArchiveSHA256 = sumOf([]byte("x")) }, []byte("x"), "archive"},
		"half an archive": {func(r *row) { r.ArchiveSHA256 = sumOf(archive[:40]) }, archive[:40], "archive"},
	} {
		t.Run(name, func(t *testing.T) {
			r := good
			c.change(&r)
			folder := laid(t, r, c.archive)
			require.ErrorContains(t, run(folder, folder), c.want)
			_, err := os.Stat(filepath.Join(folder, "coast.json"))
			assert.ErrorIs(t, err, os.ErrNotExist, "nothing is written")
		})
	}
	assert.ErrorContains(t, run(t.TempDir(), t.TempDir()), "manifest.json")
}
