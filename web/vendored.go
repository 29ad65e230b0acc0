package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
)

// vendoredFile is one row of vendor/manifest.json: a file as its npm package holds it, unchanged. The folder is flat, since
// a Go module's archive leaves out folders inside one that is called vendor.
type vendoredFile struct {
	NPM         string `json:"npm"`
	Version     string `json:"version"`
	Path        string `json:"path"`
	File        string `json:"file"`
	SHA256      string `json:"sha256"`
	Licence     string `json:"licence"`
	LicenceFile string `json:"licenceFile"`
}

// fontFace is a rule that loads a font; our pages use the fonts of the reader's system.
var fontFace = regexp.MustCompile(`@font-face\s*\{[^}]*\}`)

// manifest reads what is vendored.
func manifest(sources fs.FS) ([]vendoredFile, error) {
	body, err := fs.ReadFile(sources, "vendor/manifest.json")
	if err != nil {
		return nil, err
	}
	var rows []vendoredFile
	if err := json.Unmarshal(body, &rows); err != nil {
		return nil, fmt.Errorf("vendor/manifest.json: %w", err)
	}
	return rows, nil
}

// vendored returns the vendored files by address, style sheets without their fonts.
func vendored(sources fs.FS) (map[string][]byte, error) {
	rows, err := manifest(sources)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte, 2*len(rows))
	for _, row := range rows {
		for _, name := range []string{row.File, row.LicenceFile} {
			body, err := fs.ReadFile(sources, "vendor/"+name)
			if err != nil {
				return nil, err
			}
			if path.Ext(name) == ".css" {
				body = fontFace.ReplaceAll(body, nil)
			}
			out["/vendor/"+name] = body
		}
	}
	return out, nil
}
