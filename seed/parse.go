package seed

import (
	"fmt"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/redthread-graph/redthread/graph"
)

// Error says where in a pack something is wrong: file and line.
type Error struct {
	File string
	Line int
	Err  error
}

// Error names file, line and what is wrong there.
func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Parse reads a pack file. Unknown fields are refused, and so are anchors, aliases and tags, of which a pack has no need. It does not
// look at the documents.
func Parse(file string, data []byte) (p *Pack, err error) {
	defer func() {
		if broken := recover(); broken != nil { // the YAML library panics on some malformed files
			p, err = nil, fmt.Errorf("%s: it cannot be read as YAML: %v: %w", file, broken, graph.ErrInvalid)
		}
	}()
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %w", file, err, graph.ErrInvalid)
	}
	if len(tree.Docs) != 1 || tree.Docs[0].Body == nil {
		return nil, &Error{file, 1, graph.Invalid("pack", "", "one YAML document")}
	}
	root, ok := tree.Docs[0].Body.(*ast.MappingNode)
	if !ok {
		return nil, &Error{file, 1, graph.Invalid("pack", tree.Docs[0].Body.Type().String(), "a mapping")}
	}
	var plain plainYAML
	if ast.Walk(&plain, root); plain.odd != nil {
		return nil, &Error{file, lineOf(plain.odd), graph.Invalid("pack", plain.odd.Type().String(), "YAML without anchors, aliases and tags")}
	}
	p = &Pack{}
	for _, part := range root.Values {
		if err := p.read(part); err != nil {
			return nil, at(file, part, err)
		}
	}
	return p, nil
}

// plainYAML finds the first node that a pack may not hold.
type plainYAML struct{ odd ast.Node }

// Visit looks at one node.
func (v *plainYAML) Visit(n ast.Node) ast.Visitor {
	switch n.Type() {
	case ast.AnchorType, ast.AliasType, ast.TagType, ast.MergeKeyType:
		if v.odd == nil {
			v.odd = n
		}
		return nil
	default:
		return v
	}
}

// at puts an error at the line of a node, unless it has a place of its own.
func at(file string, n ast.Node, err error) error {
	if placed, ok := err.(*Error); ok { //nolint:errorlint // only an unwrapped one was made here
		placed.File = file
		return placed
	}
	return &Error{file, lineOf(n), err}
}

func lineOf(n ast.Node) int {
	if mapping, ok := n.(*ast.MappingNode); ok && len(mapping.Values) > 0 {
		return mapping.Values[0].Key.GetToken().Position.Line
	}
	return n.GetToken().Position.Line
}

func (p *Pack) read(part *ast.MappingValueNode) error {
	switch name := part.Key.String(); name {
	case "pack":
		return yaml.NodeToValue(part.Value, &p.Name)
	case "documents":
		return list(part.Value, &p.Documents, func(d *Document, line int) { d.line = line })
	case "entities":
		return list(part.Value, &p.Entities, func(e *Entity, line int) { e.line = line })
	case "competence":
		return list(part.Value, &p.Competence, func(c *Competence, line int) { c.line = line })
	case "statements":
		return list(part.Value, &p.Statements, func(s *Statement, line int) { s.line = line })
	case "coverings":
		return list(part.Value, &p.Coverings, func(c *Covering, line int) { c.line = line })
	case "identities":
		return list(part.Value, &p.Identities, func(i *Identity, line int) { i.line = line })
	default:
		return graph.Invalid("field", name,
			"pack, documents, entities, competence, statements, coverings or identities")
	}
}

// list decodes the items of a sequence one by one, so that each knows its line.
func list[T any](n ast.Node, into *[]T, place func(*T, int)) error {
	sequence, ok := n.(*ast.SequenceNode)
	if !ok {
		return graph.Invalid("list", n.Type().String(), "a sequence")
	}
	for _, item := range sequence.Values {
		var v T
		if err := yaml.NodeToValue(item, &v, yaml.Strict()); err != nil {
			return &Error{Line: lineOf(item), Err: fmt.Errorf("%s: %w", yaml.FormatError(err, false, false), graph.ErrInvalid)}
		}
		place(&v, lineOf(item))
		*into = append(*into, v)
	}
	return nil
}
