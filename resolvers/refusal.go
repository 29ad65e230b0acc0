package resolvers

import (
	"regexp"
	"strings"

	"github.com/redthread-graph/redthread/graph"
)

// refusal is an error of a write in the words of the API: it begins with the field of the input, and names fields as inputs do.
type refusal struct {
	text string
	err  error
}

// Error is the text.
func (r *refusal) Error() string { return r.text }

// Unwrap gives the error as it was made.
func (r *refusal) Unwrap() error { return r.err }

// onlyPlace is what the draft of a mutation calls its only statement in errors.
const onlyPlace = "input"

// refused words an error of a write anew.
func refused(operation graph.OperationID, err error) error {
	id := string(operation)
	text := strings.TrimPrefix(err.Error(), "operation "+id+": ")
	text = strings.TrimPrefix(text, "update: ")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimPrefix(line, onlyPlace+": ")
		if strings.HasPrefix(line, id+" is on file") {
			line = "operationId " + line
		}
		lines[i] = strings.ReplaceAll(otherField(line), id, shortened(id))
	}
	return &refusal{text: strings.Join(lines, "\n"), err: err}
}

// otherField names the field of a conflict as the API does: Kind as kind, URL as url.
func otherField(line string) string {
	named := regexp.MustCompile(`is on file with another [A-Z]\w*`)
	return named.ReplaceAllStringFunc(line, func(found string) string {
		at := strings.LastIndex(found, " ") + 1
		return found[:at] + lowerCamel(found[at:])
	})
}

// lowerCamel is a name with its first word in small letters.
func lowerCamel(name string) string {
	if strings.ToUpper(name) == name {
		return strings.ToLower(name)
	}
	return strings.ToLower(name[:1]) + name[1:]
}
