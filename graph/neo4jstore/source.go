package neo4jstore

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/redthread-graph/redthread/graph"
)

// source runs a statement in a transaction of its own and gives its records: the values of each in the order of its columns.
type source interface {
	// read may run the statement again after a passing failure.
	read(ctx context.Context, text string, params map[string]any) ([][]any, error)
	// write runs it once. An error that is errUnsettled leaves open whether it was committed; after errPassing it was not, and may
	// be tried again.
	write(ctx context.Context, text string, params map[string]any) ([][]any, error)
}

//go:embed cypher/*.cypher
var cypherFiles embed.FS

// statements are the texts of the files, by name.
var statements = sync.OnceValue(func() map[string]string {
	texts := map[string]string{}
	files, err := fs.Glob(cypherFiles, "cypher/*.cypher")
	for _, file := range files {
		var text []byte
		if text, err = cypherFiles.ReadFile(file); err != nil {
			break
		}
		texts[strings.TrimSuffix(path.Base(file), ".cypher")] = string(text)
	}
	if err != nil {
		panic(err) // they are part of the program
	}
	return texts
})

// statement gives the text of a file of cypher/. Parts go where the file has a comment of their name: /* types */.
func statement(name string, parts ...part) string {
	text, ok := statements()[name]
	if !ok {
		panic(fmt.Sprintf("cypher/%s.cypher is not part of the program", name)) // names are constants, and every one is tested
	}
	for _, p := range parts {
		text = strings.ReplaceAll(text, "/* "+p.name+" */", p.text)
	}
	return text
}

// part is what stands in the place of a comment of a statement: always a constant, or names of this package's tables.
type part struct{ name, text string }

// collected runs a statement that gives one record with one list, and scans each element of that, itself a list of cells.
func collected[T any](
	ctx context.Context, src source, scan func(c *cells) T, text string, params map[string]any,
) ([]T, error) {
	records, err := src.read(ctx, text, params)
	if err != nil {
		return nil, err
	}
	if len(records) != 1 || len(records[0]) != 1 {
		return nil, fmt.Errorf("%d records where one list is read: %w", len(records), graph.ErrUnavailable)
	}
	return scanList(records[0][0], scan)
}

// scanList scans each element of a list of lists.
func scanList[T any](value any, scan func(c *cells) T) ([]T, error) {
	rows, ok := value.([]any)
	if !ok && value != nil {
		return nil, fmt.Errorf("%T where a list is read: %w", value, graph.ErrUnavailable)
	}
	found := make([]T, len(rows))
	for i, row := range rows {
		values, _ := row.([]any)
		c := &cells{values: values}
		found[i] = scan(c)
		if c.err != nil {
			return nil, c.err
		}
	}
	return found, nil
}
