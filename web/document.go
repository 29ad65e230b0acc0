package web

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// importLine begins a comment of a GraphQL source that names a file of fragments beside it.
const importLine = "# import "

// document reads a GraphQL source of ours with the fragments that it and they import, each file once.
func document(src fs.FS, name string) (string, error) {
	var text strings.Builder
	names := []string{name}
	for i := 0; i < len(names); i++ {
		body, err := fs.ReadFile(src, names[i])
		if err != nil {
			return "", err
		}
		for line := range strings.Lines(string(body)) {
			wanted, isImport := strings.CutPrefix(strings.TrimSpace(line), importLine)
			if !isImport {
				text.WriteString(line)
				continue
			}
			if wanted = path.Join(path.Dir(name), wanted); !slices.Contains(names, wanted) {
				names = append(names, wanted)
			}
		}
	}
	return text.String(), nil
}
