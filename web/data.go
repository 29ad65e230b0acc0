package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
)

// dataFile is one row of data/manifest.json: a file that a view fetches when it opens, made by the command mapdata from
// the archive of a package.
type dataFile struct {
	File        string `json:"file"`
	SHA256      string `json:"sha256"`
	Version     string `json:"version"`
	Licence     string `json:"licence"`
	LicenceFile string `json:"licenceFile"`
	Attribution string `json:"attribution"`
}

// dataManifest reads which data there are.
func dataManifest(sources fs.FS) ([]dataFile, error) {
	body, err := fs.ReadFile(sources, "data/manifest.json")
	if err != nil {
		return nil, err
	}
	var rows []dataFile
	if err := json.Unmarshal(body, &rows); err != nil {
		return nil, fmt.Errorf("data/manifest.json: %w", err)
	}
	return rows, nil
}

// data returns the files that views fetch, with their licences, by address.
func data(sources fs.FS) (map[string][]byte, error) {
	rows, err := dataManifest(sources)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]byte, 2*len(rows))
	for _, row := range rows {
		for _, name := range []string{row.File, row.LicenceFile} {
			if out["/data/"+name], err = fs.ReadFile(sources, "data/"+name); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}
