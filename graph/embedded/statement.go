package embedded

import "strings"

// statement is the text of a query with its arguments, put together from parts; what a filter leaves open adds no part.
type statement struct {
	text strings.Builder
	args []any
}

// say starts a statement.
func say(text string, args ...any) *statement {
	s := &statement{}
	return s.and(text, args...)
}

// and adds a part with the arguments of its question marks.
func (s *statement) and(text string, args ...any) *statement {
	s.text.WriteString(text)
	s.text.WriteByte(' ')
	s.args = append(s.args, args...)
	return s
}

// when adds a part on a condition.
func (s *statement) when(condition bool, text string, args ...any) *statement {
	if condition {
		s.and(text, args...)
	}
	return s
}

// add appends another statement.
func (s *statement) add(other *statement) *statement {
	return s.and(other.text.String(), other.args...)
}
