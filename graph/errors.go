package graph

import (
	"errors"
	"fmt"
	"unicode"
)

// Kinds of failure. Callers tell them apart with errors.Is.
var (
	ErrNotFound            = errors.New("not found")
	ErrInvalid             = errors.New("invalid")
	ErrConflict            = errors.New("conflict")
	ErrEvidenceMismatch    = errors.New("evidence mismatch")
	ErrBeforeFirstRevision = errors.New("before the first revision")
	ErrUnavailable         = errors.New("store unavailable")
	ErrOverloaded          = errors.New("overloaded")
	ErrReadOnly            = errors.New("read only")
	ErrTooLarge            = errors.New("too large")
)

// FieldError says which field of an input is wrong, what it held and what would be right. It is an ErrInvalid.
type FieldError struct{ Field, Value, Want string }

// Error names field, value and what would be right.
func (e *FieldError) Error() string {
	return fmt.Sprintf("%s: %q is not valid, want %s", e.Field, e.Value, e.Want)
}

// Unwrap makes a FieldError an ErrInvalid.
func (e *FieldError) Unwrap() error { return ErrInvalid }

// Invalid is the error for a field whose value is not valid.
func Invalid(field, value, want string) error {
	return &FieldError{Field: field, Value: value, Want: want}
}

// notFound is the error for a thing of some type that is not on file.
func notFound(what, id string) error { return fmt.Errorf("%s %s: %w", what, id, ErrNotFound) }

// conflict is the error for an id given again with other content: it names the id and the field that differs.
func conflict(id, field string) error {
	return fmt.Errorf("%s is on file with another %s: %w", id, fieldName(field), ErrConflict)
}

// fieldName writes the name of a Go field as the API does: "measureKind", "id", "sha256".
func fieldName(field string) string {
	name := []rune(field)
	for i := range name {
		if i > 0 && i+1 < len(name) && unicode.IsLower(name[i+1]) || !unicode.IsUpper(name[i]) {
			break
		}
		name[i] = unicode.ToLower(name[i])
	}
	return string(name)
}
