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
	// Module is the name by which our sources import it; empty for a file that a page loads as it is.
	Module string `json:"module"`
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

// modules are the vendored files that our sources import, by the name that they use.
func modules(rows []vendoredFile) map[string]string {
	out := map[string]string{}
	for _, row := range rows {
		if row.Module != "" {
			out[row.Module] = "vendor/" + row.File
		}
	}
	return out
}

// vendored returns the licences and the files that pages load, by address, style sheets without their fonts.
func vendored(sources fs.FS, rows []vendoredFile) (map[string][]byte, error) {
	out := make(map[string][]byte, 2*len(rows))
	for _, row := range rows {
		names := []string{row.LicenceFile}
		if row.Module == "" {
			names = append(names, row.File)
		}
		for _, name := range names {
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
