// Package schema holds the GraphQL schema of the API: one file a concept, every type, field, argument and value described.
package schema

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

//go:embed *.graphqls
var files embed.FS

// Sources gives the schema's files as the parser takes them, in order of name.
func Sources() ([]*ast.Source, error) {
	names, err := fs.Glob(files, "*.graphqls")
	if err != nil {
		return nil, fmt.Errorf("list schema files: %w", err)
	}
	sources := make([]*ast.Source, 0, len(names))
	for _, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read schema file %s: %w", name, err)
		}
		sources = append(sources, &ast.Source{Name: name, Input: string(text)})
	}
	return sources, nil
}

// Load parses and checks the whole schema. An error names file and line.
func Load() (*ast.Schema, error) {
	sources, err := Sources()
	if err != nil {
		return nil, err
	}
	loaded, err := gqlparser.LoadSchema(sources...)
	if err != nil {
		return nil, fmt.Errorf("load schema: %w", err)
	}
	return loaded, nil
}
