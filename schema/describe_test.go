package schema_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/vektah/gqlparser/v2/ast"
)

// described fails unless a description says something in whole sentences.
func described(t *testing.T, where, text string) {
	t.Helper()
	text = strings.TrimSpace(text)
	assert.GreaterOrEqual(t, len(strings.Fields(text)), 2, "%s needs a description", where)
	assert.True(t, strings.HasSuffix(text, "."), "%s: %q ends in no full stop", where, text)
	assert.True(t, text != "" && !unicode.IsLower([]rune(text)[0]), "%s: %q begins in lower case", where, text)
}

func TestEverythingIsDescribed(t *testing.T) {
	for _, def := range own(load(t)) {
		described(t, def.Name, def.Description)
		for _, f := range fields(def) {
			described(t, def.Name+"."+f.Name, f.Description)
			for _, arg := range f.Arguments {
				described(t, def.Name+"."+f.Name+"("+arg.Name+":)", arg.Description)
			}
		}
		for _, v := range def.EnumValues {
			described(t, def.Name+"."+v.Name, v.Description)
		}
	}
}

func TestDescriptionsAreNoEchoOfTheName(t *testing.T) {
	for _, def := range own(load(t)) {
		for _, v := range def.EnumValues {
			echo := strings.ReplaceAll(strings.ToLower(v.Name), "_", " ") + "."
			assert.NotEqual(t, echo, strings.ToLower(v.Description), "%s.%s", def.Name, v.Name)
		}
		for _, f := range fields(def) {
			assert.NotEqual(t, strings.ToLower(f.Name)+".", strings.ToLower(f.Description), "%s.%s", def.Name, f.Name)
		}
	}
}

func TestDescriptionsHoldNoLooseEnds(t *testing.T) {
	for _, def := range own(load(t)) {
		texts := []string{def.Description}
		for _, f := range fields(def) {
			texts = append(texts, f.Description)
		}
		for _, text := range texts {
			assert.NotContains(t, text, "TODO", def.Name)
			assert.NotContains(t, text, "  ", def.Name)
			assert.Zero(t, strings.Count(text, "`")%2, "%s: unpaired ` in %q", def.Name, text)
			assert.Zero(t, strings.Count(text, `"`)%2, "%s: unpaired quote mark in %q", def.Name, text)
		}
	}
}

func TestNumbersSayTheirUnit(t *testing.T) {
	units := []string{
		"per cent", "code points", "UTF-16", "units of the currency", "Degrees", "How many", "Number of", "number", "most", "Most",
		"at least", "At least", "At most", "0 to", "1 ", "from 0", "bound", "How well",
	}
	for _, def := range own(load(t), ast.Object, ast.InputObject) {
		for _, f := range fields(def) {
			if !isNumber(f.Type.Name()) {
				continue
			}
			assert.True(t, holdsAny(f.Description, units), "%s.%s: %q names no unit or range", def.Name, f.Name, f.Description)
		}
	}
}

func isNumber(name string) bool { return name == "Int" || name == "Float" || name == "Decimal" }

func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
