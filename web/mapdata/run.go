package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// row is one file of web/data: what it is made from, and what it is.
type row struct {
	File          string   `json:"file"`
	SHA256        string   `json:"sha256"`
	Source        string   `json:"source"`
	Package       string   `json:"package"`
	Version       string   `json:"version"`
	Archive       string   `json:"archive"`
	ArchiveSHA256 string   `json:"archiveSHA256"`
	Paths         []string `json:"paths"`
	Licence       string   `json:"licence"`
	LicenceFile   string   `json:"licenceFile"`
	Attribution   string   `json:"attribution"`
}

// errArchive is the error for an archive that is not the one of the manifest, or lacks a file.
var errArchive = errors.New("archive")

// makers make the files of web/data from the members of an archive, in the order of the row's paths.
func makers() map[string]func(members [][]byte) ([]byte, error) {
	return map[string]func([][]byte) ([]byte, error){
		"coast.json":  func(m [][]byte) ([]byte, error) { return coast(m[0]) },
		"cities.json": func(m [][]byte) ([]byte, error) { return gazetteer(m[0], m[1]) },
	}
}

// run makes every file that the manifest names, and writes their sums into it.
func run(archives, data string) error {
	name := filepath.Join(data, "manifest.json")
	text, err := os.ReadFile(name) // #nosec G304 -- the caller names the folder
	if err != nil {
		return err
	}
	var rows []row
	if err := json.Unmarshal(text, &rows); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for i := range rows {
		if err := rows[i].write(archives, data); err != nil {
			return fmt.Errorf("%s: %w", rows[i].File, err)
		}
	}
	if text, err = json.MarshalIndent(rows, "", "  "); err != nil {
		return err
	}
	return os.WriteFile(name, append(text, '\n'), 0o600)
}

// write makes one file and keeps its sum.
func (r *row) write(archives, data string) error {
	build, known := makers()[r.File]
	if !known {
		return fmt.Errorf("%w: nothing is known to make it, want coast.json or cities.json", errArchive)
	}
	archive, err := os.ReadFile(filepath.Join(archives, r.Archive)) // #nosec G304 -- the caller names the folder
	if err != nil {
		return err
	}
	if sum := sumOf(archive); sum != r.ArchiveSHA256 {
		return fmt.Errorf("%w: %s has SHA-256 %s, want %s", errArchive, r.Archive, sum, r.ArchiveSHA256)
	}
	members, err := unpack(archive, r.Paths)
	if err != nil {
		return err
	}
	body, err := build(members)
	if err != nil {
		return err
	}
	r.SHA256 = sumOf(body)
	return os.WriteFile(filepath.Join(data, r.File), body, 0o600)
}

func sumOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}
