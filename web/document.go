package web

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// importLine begins a comment of a GraphQL source that names a file of fragments beside it.
const importLine = "# import "

// documentModule writes a GraphQL source of ours as a module: its default export is the text with the fragments that it and they
// import, each file once. Modules share the text of a fragment, so that a bundle holds it once.
func documentModule(src fs.FS, name string) (string, error) {
	names, texts, err := documentParts(src, name)
	if err != nil {
		return "", err
	}
	own, err := json.Marshal(texts[0])
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	var module, fragments strings.Builder
	for i, other := range names[1:] {
		fmt.Fprintf(&module, "import { own as fragment%d } from './%s'\n", i, path.Base(other))
		fmt.Fprintf(&fragments, " + fragment%d", i)
	}
	fmt.Fprintf(&module, "export const own = %s\nexport default own%s\n", own, fragments.String())
	return module.String(), nil
}

// documentParts reads a GraphQL source and the files that it and they import, each once.
func documentParts(src fs.FS, name string) (names, texts []string, err error) {
	names = []string{name}
	for i := 0; i < len(names); i++ {
		body, err := fs.ReadFile(src, names[i])
		if err != nil {
			return nil, nil, err
		}
		for line := range strings.Lines(string(body)) {
			wanted, isImport := strings.CutPrefix(strings.TrimSpace(line), importLine)
			if wanted = path.Join(path.Dir(name), wanted); isImport && !slices.Contains(names, wanted) {
				names = append(names, wanted)
			}
		}
		text, err := compact(names[i], string(body))
		if err != nil {
			return nil, nil, err
		}
		texts = append(texts, text)
	}
	return names, texts, nil
}

// compact writes a GraphQL text without comments, and with a space only between two words.
func compact(name, text string) (string, error) {
	from := lexer.New(&ast.Source{Name: name, Input: text})
	letters := []rune(text)
	var out strings.Builder
	afterWord := false
	for {
		token, err := from.ReadToken()
		switch {
		case err != nil:
			return "", err
		case token.Kind == lexer.EOF:
			return out.String(), nil
		case token.Kind == lexer.Comment:
			continue
		}
		isWord := token.Kind == lexer.Name || token.Kind == lexer.Int || token.Kind == lexer.Float
		if afterWord && isWord {
			out.WriteByte(' ')
		}
		out.WriteString(string(letters[token.Pos.Start:token.Pos.End]))
		afterWord = isWord
	}
}
