package web

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVendoredFilesAreThoseOfTheManifest(t *testing.T) {
	rows, err := manifest(embedded)
	require.NoError(t, err)
	listed := map[string]bool{"manifest.json": true}
	for _, row := range rows {
		body, err := fs.ReadFile(embedded, "vendor/"+row.File)
		require.NoError(t, err)
		sum := sha256.Sum256(body)
		assert.Equal(t, row.SHA256, hex.EncodeToString(sum[:]), "%s is not the file of %s@%s", row.File, row.NPM, row.Version)
		assert.Regexp(t, `^\d+\.\d+\.\d+$`, row.Version)
		assert.NotEmpty(t, row.Path)
		licence, err := fs.ReadFile(embedded, "vendor/"+row.LicenceFile)
		require.NoError(t, err)
		grant, known := map[string]string{"MIT": "Permission is hereby granted, free of charge", "ISC": "Permission to use, copy, modify, and/or distribute"}[row.Licence]
		assert.True(t, known, "%s: licence %q", row.NPM, row.Licence)
		assert.Contains(t, string(licence), grant, row.NPM)
		assert.Equal(t, path.Ext(row.File) == ".mjs", row.Module != "", "%s: a module is imported by name, any other file is loaded by a page", row.File)
		listed[row.File], listed[row.LicenceFile] = true, true
	}
	found, err := fs.ReadDir(embedded, "vendor")
	require.NoError(t, err)
	for _, entry := range found {
		assert.False(t, entry.IsDir(), "%s: a module's archive leaves out folders in vendor", entry.Name())
		assert.True(t, listed[entry.Name()], "%s is not in the manifest", entry.Name())
	}
	assert.Len(t, found, len(listed))
}

func TestVendoredStyleLoadsNoFont(t *testing.T) {
	rows, err := manifest(embedded)
	require.NoError(t, err)
	files, err := vendored(embedded, rows)
	require.NoError(t, err)
	style := string(files["/vendor/graphiql.min.css"])
	assert.NotContains(t, style, "@font-face")
	assert.NotContains(t, style, "font/woff")
	assert.NotContains(t, style, "@import")
	assert.NotRegexp(t, `url\(["']?(https?:)?//`, style)
	assert.Contains(t, style, ".CodeMirror-hints", "only the fonts are dropped")

	original, err := fs.ReadFile(embedded, "vendor/graphiql.min.css")
	require.NoError(t, err)
	assert.Len(t, fontFace.FindAll(original, -1), 34)
}

func TestVendoredNeedsItsFiles(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"no manifest": {fstest.MapFS{}, "manifest.json"},
		"no JSON":     {fstest.MapFS{"vendor/manifest.json": {Data: []byte("x")}}, "vendor/manifest.json"},
		"no file":     {fstest.MapFS{"vendor/manifest.json": {Data: []byte(`[{"licenceFile": "gone.txt"}]`)}}, "gone.txt"},
	} {
		t.Run(name, func(t *testing.T) {
			rows, err := manifest(c.files)
			if err == nil {
				_, err = vendored(c.files, rows)
			}
			assert.ErrorContains(t, err, c.want)
		})
	}
}
