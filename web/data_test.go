package web

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDataFilesAreThoseOfTheManifest(t *testing.T) {
	rows, err := dataManifest(embedded)
	require.NoError(t, err)
	require.Len(t, rows, 2)
	listed := map[string]bool{"manifest.json": true}
	for _, row := range rows {
		body, err := fs.ReadFile(embedded, "data/"+row.File)
		require.NoError(t, err)
		sum := sha256.Sum256(body)
		assert.Equal(t, row.SHA256, hex.EncodeToString(sum[:]), "%s is not what mapdata made", row.File)
		assert.Regexp(t, `^\d+\.\d+\.\d+$`, row.Version)
		assert.NotEmpty(t, row.Attribution)
		licence, err := fs.ReadFile(embedded, "data/"+row.LicenceFile)
		require.NoError(t, err)
		grant, known := map[string]string{"CC-BY-4.0": "Attribution 4.0 International", "ISC": "Permission to use, copy, modify, and/or distribute"}[row.Licence]
		assert.True(t, known, "%s: licence %q", row.File, row.Licence)
		assert.Contains(t, string(licence), grant, row.File)
		listed[row.File], listed[row.LicenceFile] = true, true
	}
	found, err := fs.ReadDir(embedded, "data")
	require.NoError(t, err)
	assert.Len(t, found, len(listed))
}

func TestNoticeNamesTheGazetteer(t *testing.T) {
	notice, err := os.ReadFile("../NOTICE")
	require.NoError(t, err)
	for _, part := range []string{"GeoNames", "CC BY 4.0", "Natural Earth"} {
		assert.Contains(t, string(notice), part)
	}
}

// TestGazetteerHoldsTheReferenceCase knows the cities of the offices of the reference case, the ambiguous one too.
func TestGazetteerHoldsTheReferenceCase(t *testing.T) {
	var gazetteer struct{ Cities map[string]string }
	body, err := fs.ReadFile(embedded, "data/cities.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(body, &gazetteer))
	for country, start := range map[string]string{"RU": "Moscow", "GB": "London", "US": "Woburn", "RW": "Kigali", "BR": "São Paulo", "UA": "Kyiv"} {
		assert.Regexp(t, `(?m)^`+start+`[0-9a-z]{6}$`, gazetteer.Cities[country])
	}
	assert.Regexp(t, `(?m)^Arlington\*\d+$`, gazetteer.Cities["US"], "several places of one country bear the name")
	assert.Regexp(t, `(?m)^Valletta[0-9a-z]{6}$`, gazetteer.Cities["MT"], "a capital of whatever size")
	for country, cities := range gazetteer.Cities {
		for line := range strings.SplitSeq(cities, "\n") {
			require.Regexp(t, `^.+?(\*\d+|[0-9a-z]{6})$`, line, country)
		}
	}
}

func TestDataNeedsItsFiles(t *testing.T) {
	for name, c := range map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"no manifest": {fstest.MapFS{}, "manifest.json"},
		"no JSON":     {fstest.MapFS{"data/manifest.json": {Data: []byte("x")}}, "data/manifest.json"},
		"no file":     {fstest.MapFS{"data/manifest.json": {Data: []byte(`[{"file": "gone.json"}]`)}}, "gone.json"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := data(c.files)
			assert.ErrorContains(t, err, c.want)
		})
	}
}
