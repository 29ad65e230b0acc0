package graph

import (
	"errors"
	"slices"
)

// maxFaults is how many faults of one input are told at once.
const maxFaults = 20

// faults collects what is wrong with an input, so that all of it is told at once. What is no fault of the input ends the work.
type faults struct{ list []error }

// add notes a fault; it gives back an error that ends the work, or nil.
func (f *faults) add(err error) error {
	input := []error{ErrInvalid, ErrNotFound, ErrConflict, ErrEvidenceMismatch}
	if !slices.ContainsFunc(input, func(kind error) bool { return errors.Is(err, kind) }) {
		return err
	}
	if f.list = append(f.list, err); len(f.list) < maxFaults {
		return nil
	}
	return f.err()
}

// err joins the faults; nil when there are none, and the fault itself when there is one.
func (f *faults) err() error {
	if len(f.list) == 1 {
		return f.list[0]
	}
	return errors.Join(f.list...)
}
