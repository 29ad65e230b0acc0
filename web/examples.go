package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// ErrExample is the error for an example question that cannot be shown; its text names the file and what would be right.
var ErrExample = errors.New("example")

// Example is one example question: a tab of the playground and a link on the start page.
type Example struct {
	// Name is the file's name without its ending; links use it.
	Name string `json:"name"`
	// Title is the question in words: the file's first line, a comment.
	Title string `json:"title"`
	// Operations are the names of the operations in Query.
	Operations []string `json:"operations"`
	// Query is the whole file.
	Query string `json:"query"`
	// Variables is a JSON object, from NAME.variables.json beside the file; empty without one.
	Variables string `json:"variables"`
}

// Examples reads the *.graphql files of a file system, in the order of their names; the first one is the main one. Each begins
// with a comment line, its title, and names its operations as no other file does, since the playground finds a tab's title
// by the operation's name. A nil file system has none. It fails with [ErrExample].
func Examples(fsys fs.FS) ([]Example, error) {
	list := []Example{}
	if fsys == nil {
		return list, nil
	}
	names, err := fs.Glob(fsys, "*.graphql")
	if err != nil {
		return nil, err
	}
	seen := map[string]string{}
	for _, name := range names {
		e, err := readExample(fsys, name)
		if err != nil {
			return nil, err
		}
		for _, operation := range e.Operations {
			if other, taken := seen[operation]; taken {
				return nil, fmt.Errorf("%w: %s: operation %s is in %s too, want another name", ErrExample, name, operation, other)
			}
			seen[operation] = name
		}
		list = append(list, e)
	}
	return list, nil
}

// readExample reads one example with its variables.
func readExample(fsys fs.FS, name string) (Example, error) {
	body, err := fs.ReadFile(fsys, name)
	if err != nil {
		return Example{}, fmt.Errorf("%w: %w", ErrExample, err)
	}
	e := Example{Name: strings.TrimSuffix(name, ".graphql"), Query: string(body)}
	first, _, _ := strings.Cut(e.Query, "\n")
	title, isComment := strings.CutPrefix(first, "#")
	if e.Title = strings.TrimSpace(title); !isComment || e.Title == "" {
		return Example{}, fmt.Errorf("%w: %s: first line %q is no title, want \"# the question in words\"", ErrExample, name, first)
	}
	if e.Operations, err = operations(name, e.Query); err != nil {
		return Example{}, err
	}
	e.Variables, err = variables(fsys, e.Name+".variables.json")
	return e, err
}

// operations are the names of the operations in a document.
func operations(name, query string) ([]string, error) {
	doc, err := parser.ParseQuery(&ast.Source{Name: name, Input: query})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrExample, err)
	}
	names := make([]string, 0, len(doc.Operations))
	for _, operation := range doc.Operations {
		if operation.Name == "" {
			return nil, fmt.Errorf("%w: %s: an operation has no name, want one that no other example has", ErrExample, name)
		}
		names = append(names, operation.Name)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%w: %s: no operation, want at least one", ErrExample, name)
	}
	return names, nil
}

// variables reads an example's variables, if it has any.
func variables(fsys fs.FS, name string) (string, error) {
	body, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrExample, err)
	}
	var object map[string]any
	if err := json.Unmarshal(body, &object); err != nil {
		return "", fmt.Errorf("%w: %s: %w, want a JSON object", ErrExample, name, err)
	}
	return string(body), nil
}
